"""Keeping all sides of a conflict, where of some kinds one person has but one on a target."""

from collections.abc import Callable, Sequence

from timeline_app.dataclass import dataclass
from timeline_app.model.command import State
from timeline_app.model.written.commands import ORIGIN
from timeline_app.model.written.kind import Kind


@dataclass(frozen=True, slots=True)
class Side:
    """A state of an object: who gave it, and when (ISO 8601)."""

    author: str
    when: str
    state: State


def kept_both(
    kind: Kind | None,
    owner: str,
    sides: Sequence[Side],
    elsewhere: Callable[[str, State], bool],
) -> tuple[State, list[Side]]:
    """The state of an object of `owner`, and the sides that become objects of their own.

    `sides` are its states, oldest first. One whose author has another like it already (of a kind
    that may be there `once`; `elsewhere` tells it of other objects) is woven into the first.
    """
    first, *others = sides
    state = first.state
    apart: list[Side] = []
    for side in others:
        here = [(owner, state), *((one.author, one.state) for one in apart)]
        clash = any(one == side.author and alike(kind, side.state, old) for one, old in here)
        if kind is not None and (clash or elsewhere(side.author, side.state)):
            state = _woven(kind, state, side.state)
        else:
            apart.append(side)
    return state, apart


def as_theirs(side: Side) -> State:
    """The state of a new object that bears the name and the time of who wrote it."""
    told = {"author": side.author, "created": side.when, "changed": side.when}
    return {**side.state, ORIGIN: told} if side.author else side.state


def alike(kind: Kind | None, one: State, other: State) -> bool:
    """Whether of two such states on one target the one would take the place of the other."""
    if kind is None or kind.once is None:
        return False
    return all(one.get(name) == other.get(name) for name in kind.once)


def _woven(kind: Kind, older: State, newer: State) -> State:
    """The newer one, with the words of both: what cannot be two must lose none of them."""
    words = {
        field.name: "\n\n".join(said)
        for field in kind.fields
        if field.long
        and (
            said := list(dict.fromkeys(str(s) for o in (older, newer) if (s := o.get(field.name))))
        )
    }
    return {**older, **newer, **words}
