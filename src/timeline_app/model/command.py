"""What one can ask of a notebook: a command says which objects get which state, no more."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from timeline_app.dataclass import dataclass

State = Mapping[str, object]
"""The whole state of an object: what JSON can hold."""


class RefusedError(Exception):
    """A command that cannot be done; `sentence` says why, already translated."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Change:
    """An object's new state, or None for removed. A `target` of None makes a new object."""

    kind: str
    target: str | None
    state: State | None


class Objects(Protocol):
    """The objects as they stand."""

    def state(self, kind: str, target: str) -> State | None:
        """The state of an object; None where it was removed or never was."""

    def mine(self, kind: str, target: str) -> Sequence[tuple[str, State]]:
        """Id and state of what the one who writes has written of this kind about a target."""


class Command(Protocol):
    """Something to write; `label` is a marked phrase that names the step in the menu."""

    @property
    def label(self) -> str: ...

    def changes(self, objects: Objects) -> Sequence[Change]:
        """What it changes, given what stands. Raises `RefusedError`."""
