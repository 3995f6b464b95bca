"""Writing, changing and removing notes."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from timeline_app.model.annotation import About, Target
from timeline_app.model.command import Change, Objects, RefusedError, State
from timeline_app.words.tr import mark, tr

NOTE = "note"
LONGEST_TEXT = 1_000_000
LONGEST_TAG = 200
MOST_TAGS = 100


@dataclass(frozen=True, slots=True)
class AddNote:
    """A new note; `about` is what its target looked like, for the day it cannot be found."""

    target: Target
    text: str
    tags: tuple[str, ...] = ()
    about: About = field(default_factory=lambda: About())
    label: ClassVar[str] = mark("write note")

    def changes(self, objects: Objects) -> Sequence[Change]:
        state = {"target": str(self.target), "about": self.about.as_state()}
        return (Change(NOTE, None, _note_state(state, self.text, self.tags)),)


@dataclass(frozen=True, slots=True)
class EditNote:
    """New words or new tags for a note; None leaves them as they are."""

    id: str
    text: str | None = None
    tags: tuple[str, ...] | None = None
    label: ClassVar[str] = mark("edit note")

    def changes(self, objects: Objects) -> Sequence[Change]:
        state = _standing(objects, self.id)
        text = str(state.get("text", "")) if self.text is None else self.text
        tags = tags_of(state) if self.tags is None else self.tags
        return (Change(NOTE, self.id, _note_state(state, text, tags)),)


@dataclass(frozen=True, slots=True)
class RemoveNote:
    """Takes a note away; its history stays, and any old state can be brought back."""

    id: str
    label: ClassVar[str] = mark("remove note")

    def changes(self, objects: Objects) -> Sequence[Change]:
        _standing(objects, self.id)
        return (Change(NOTE, self.id, None),)


def tags_of(state: State) -> tuple[str, ...]:
    """The tags in the state of an object."""
    tags = state.get("tags")
    return tuple(str(tag) for tag in tags) if isinstance(tags, list) else ()


def _standing(objects: Objects, note: str) -> State:
    state = objects.state(NOTE, note)
    if state is None:
        raise RefusedError(tr("There is no note “{id}” in this notebook.", id=note))
    return state


def _note_state(state: State, text: str, tags: Iterable[str]) -> State:
    kept = clean_tags(tags)
    if not text.strip() and not kept:
        raise RefusedError(tr("A note needs some words or a tag."))
    if len(text) > LONGEST_TEXT:
        raise RefusedError(tr("A note holds at most {n:,} letters.", n=LONGEST_TEXT))
    for written in (text, *kept, str(state.get("target", ""))):
        _check_letters(written)
    return {**state, "text": text, "tags": list(kept)}


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags trimmed, each once, in the order they came in. Raises `RefusedError`."""
    kept = dict.fromkeys(unicodedata.normalize("NFC", " ".join(tag.split())) for tag in tags)
    if "" in kept:
        raise RefusedError(tr("A tag needs at least one letter."))
    if len(kept) > MOST_TAGS or any(len(tag) > LONGEST_TAG for tag in kept):
        raise RefusedError(
            tr("At most {n} tags of {letters} letters each.", n=MOST_TAGS, letters=LONGEST_TAG)
        )
    return tuple(kept)


def _check_letters(text: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise RefusedError(
            tr("The text is not valid Unicode and could not be kept as it is.")
        ) from None
