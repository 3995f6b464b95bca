"""What the reader wrote."""

import re
from dataclasses import asdict, dataclass

from timeline_app.model.command import RefusedError
from timeline_app.words.tr import tr

TARGET_KINDS = ("event", "claim", "actor", "source", "period", "passage")
_PASSAGE = re.compile("(event|claim|source):([^#]+)#([a-z_]+):([0-9]{1,9})-([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class Target:
    """What a note is about, written `KIND:ID` (event, claim, actor, source, period, passage)."""

    kind: str
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"

    @staticmethod
    def read(text: str) -> "Target":
        """The target written as `KIND:ID`; a passage may be written without its kind.

        Raises `RefusedError`.
        """
        if Passage.read(text):
            return Target("passage", text)
        kind, _, id_ = text.partition(":")
        well = kind in TARGET_KINDS and bool(id_) and id_ == id_.strip() and id_.isprintable()
        if not well or (kind == "passage" and not Passage.read(id_)):
            raise RefusedError(
                tr(
                    "“{written}” does not say what the note is about: write KIND:ID, where KIND is "
                    "one of {kinds}.",
                    written=text,
                    kinds=", ".join(TARGET_KINDS),
                )
            )
        return Target(kind, id_)


@dataclass(frozen=True, slots=True)
class Passage:
    """Letters of a field of a record, counted from 0: from `first` on, up to before `end`."""

    kind: str
    id: str
    field: str
    first: int
    end: int

    @staticmethod
    def read(text: str) -> "Passage | None":
        """What is written `event:ID#field:from-to`; None where that names no letters."""
        found = _PASSAGE.fullmatch(text)
        if found is None or int(found[4]) >= int(found[5]):
            return None
        return Passage(found[1], found[2], found[3], int(found[4]), int(found[5]))


@dataclass(frozen=True, slots=True)
class About:
    """What a target looked like when it was written on: enough to know it again by eye.

    An edition may lose the record; its notes then still say what they were about.
    """

    archive: str = ""
    edition: str = ""
    title: str = ""
    date: str = ""

    def as_state(self) -> dict[str, str]:
        """The fields that say something."""
        return {name: value for name, value in asdict(self).items() if value}


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it stands now; times are ISO 8601 in UTC.

    `act` is the act that gave it this state, at `changed`; what was undone leaves no trace here.
    """

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
