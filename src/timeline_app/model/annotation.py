"""What the reader wrote."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """What a note is about, written `KIND:ID` (event, claim, actor, source, period, passage)."""

    kind: str
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it stands now; times are ISO 8601 in UTC. `act` is the act that last changed it."""

    id: str
    target: Target
    text: str
    tags: tuple[str, ...]
    author: str
    created: str
    changed: str
    act: str


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """The next step of undo or redo in words for the menu ("write note"); empty for none."""

    undo: str = ""
    redo: str = ""
