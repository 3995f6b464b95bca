"""What the reader wrote."""

import re
from collections.abc import Mapping
from dataclasses import asdict, fields

from timeline_app.dataclass import dataclass
from timeline_app.model.command import RefusedError, State
from timeline_app.words.tr import tr

OWN_EVENT = "own-event"
TARGET_KINDS = ("event", "claim", "actor", "source", "period", "passage", OWN_EVENT)
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
        if kind == "passage" and not Passage.read(id_):
            raise RefusedError(
                tr(
                    "“{written}” names no letters: write passage:event:ID#FIELD:FROM-TO, as in "
                    "#summary:0-20, counted from 0.",
                    written=text,
                )
            )
        if kind not in TARGET_KINDS or not id_ or id_ != id_.strip() or not id_.isprintable():
            raise RefusedError(
                tr(
                    "“{written}” does not say what the note is about: write KIND:ID, where KIND is "
                    "one of {kinds}.",
                    written=text,
                    kinds=", ".join(TARGET_KINDS),
                )
            )
        return Target(kind, id_)


def event_in(target: str) -> str:
    """The event that a written target is, or is a passage of; empty for none."""
    kind, _, id_ = target.partition(":")
    if kind == "event":
        return id_
    passage = Passage.read(id_) if kind == "passage" else None
    return passage.id if passage and passage.kind == "event" else ""


def record_in(target: Target) -> str:
    """The record that a passage is of, as a written target; empty for what is no passage."""
    passage = Passage.read(target.id) if target.kind == "passage" else None
    return f"{passage.kind}:{passage.id}" if passage else ""


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

    An edition may lose the record; its notes then still say what they were about. Of a passage
    `quote` are its words, `before` and `after` a few letters around them: in a text that was
    edited since they find it again.
    """

    archive: str = ""
    edition: str = ""
    title: str = ""
    date: str = ""
    quote: str = ""
    before: str = ""
    after: str = ""

    @staticmethod
    def read(state: object) -> "About":
        """What `as_state` made; what is no text is left out."""
        held = state if isinstance(state, Mapping) else {}
        return About(**{name: text for name in _PARTS if isinstance(text := held.get(name), str)})

    def as_state(self) -> dict[str, str]:
        """The fields that say something."""
        return {name: value for name, value in asdict(self).items() if value}


_PARTS = tuple(one.name for one in fields(About))


@dataclass(frozen=True, slots=True)
class Written:
    """One thing that was written, as it stands now; times are ISO 8601 in UTC.

    `kind` names its kind in `model.written.catalogue`; `target` is what it is about, None for what
    stands by itself (a view, a thesis). `act` is the act that gave it this state, at `changed`;
    what was undone leaves no trace here.
    """

    id: str
    kind: str
    target: Target | None
    state: State
    author: str
    created: str
    changed: str
    act: str

    @property
    def text(self) -> str:
        """Its words, or empty."""
        return self.said("text")

    @property
    def tags(self) -> tuple[str, ...]:
        """Its tags; a tag that stands by itself is its own."""
        alone = self.said("tag")
        return texts_of(self.state, "tags") or ((alone,) if alone else ())

    @property
    def about(self) -> About:
        """What its target looked like."""
        return About.read(self.state.get("about"))

    def said(self, name: str) -> str:
        """The text in a field, or empty."""
        value = self.state.get(name)
        return value if isinstance(value, str) else ""


def texts_of(state: State, name: str) -> tuple[str, ...]:
    """The texts in a field that holds a list."""
    held = state.get(name)
    return tuple(str(one) for one in held) if isinstance(held, list) else ()


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """The next step of undo or redo in words for the menu ("write note"); empty for none."""

    undo: str = ""
    redo: str = ""
