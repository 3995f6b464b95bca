"""Writing, changing and removing notes: what is typed most often, in few words."""

from collections.abc import Sequence
from dataclasses import field
from typing import ClassVar

from timeline_app.dataclass import dataclass
from timeline_app.model.annotation import About, Target
from timeline_app.model.command import Change, Objects
from timeline_app.model.written import note
from timeline_app.model.written.commands import Add, Edit, Remove

NOTE = note.KIND.name


@dataclass(frozen=True, slots=True)
class AddNote:
    """A new note; `about` is what its target looked like, for the day it cannot be found."""

    target: Target
    text: str
    tags: tuple[str, ...] = ()
    about: About = field(default_factory=lambda: About())
    label: ClassVar[str] = note.KIND.steps.add

    def changes(self, objects: Objects) -> Sequence[Change]:
        values = {"text": self.text, "tags": self.tags}
        return Add(note.KIND, values, self.target, self.about).changes(objects)


@dataclass(frozen=True, slots=True)
class EditNote:
    """New words or new tags for a note; None leaves them as they are."""

    id: str
    text: str | None = None
    tags: tuple[str, ...] | None = None
    label: ClassVar[str] = note.KIND.steps.edit

    def changes(self, objects: Objects) -> Sequence[Change]:
        given = {"text": self.text, "tags": self.tags}
        values = {name: value for name, value in given.items() if value is not None}
        return Edit(note.KIND, self.id, values).changes(objects)


@dataclass(frozen=True, slots=True)
class RemoveNote:
    """Takes a note away; its history stays, and any old state can be brought back."""

    id: str
    label: ClassVar[str] = note.KIND.steps.remove

    def changes(self, objects: Objects) -> Sequence[Change]:
        return Remove(note.KIND, self.id).changes(objects)
