"""What became of the records between two editions."""

from timeline_app.dataclass import dataclass
from timeline_app.words.tr import mark

RECORD_KINDS = {
    "event": mark("event"),
    "claim": mark("claim"),
    "instrument": mark("instrument"),
    "rollcall": mark("roll call"),
    "series": mark("series"),
}
"""The kinds of record that are compared, and what one of them is called."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that says something else: both texts, lists joined."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A record that is new, gone or changed; `fields` are those that differ, where known."""

    kind: str
    id: str
    title: str
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class EditionChanges:
    """From an edition to another, each by kind and id."""

    added: tuple[RecordChange, ...] = ()
    changed: tuple[RecordChange, ...] = ()
    removed: tuple[RecordChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)
