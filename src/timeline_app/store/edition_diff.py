"""Two editions compared record by record."""

from collections.abc import Mapping

from timeline_app.model.edition_changes import (
    RECORD_KINDS,
    EditionChanges,
    FieldChange,
    RecordChange,
)
from timeline_app.store.archive import Archive
from timeline_app.store.record_fields import all_fingerprints, fields, titles

Prints = Mapping[str, Mapping[str, int]]
"""Fingerprints of records by kind and id."""


def diff(before: Archive, after: Archive) -> EditionChanges:
    """What `after` has more, less and otherwise than `before`. Raises `StoreError`."""
    old, new = all_fingerprints(before), all_fingerprints(after)
    added, changed, removed = _compared(old, new)
    told = []
    for kind, ids in changed.items():
        said, then = fields(before, kind, ids), fields(after, kind, ids)
        named = titles(after, kind, ids)
        told += [
            RecordChange(kind, id, named.get(id, ""), _differing(said[id], then[id])) for id in ids
        ]
    return EditionChanges(_named(after, added), tuple(told), _named(before, removed))


def diff_from_prints(before: Prints, after: Archive, prints: Prints) -> EditionChanges:
    """The same where of the older edition only fingerprints are left.

    `prints` are those of `after`. What is gone has no title, what changed no fields.
    """
    added, changed, removed = _compared(before, prints)
    gone = (RecordChange(kind, id, "") for kind, ids in removed.items() for id in ids)
    return EditionChanges(_named(after, added), _named(after, changed), tuple(gone))


def _compared(old: Prints, new: Prints) -> tuple[dict[str, list[str]], ...]:
    """The ids that are new, changed and gone, by kind, each in order."""
    added, changed, removed = {}, {}, {}
    for kind in RECORD_KINDS:
        was, is_ = old.get(kind, {}), new.get(kind, {})
        added[kind] = sorted(is_.keys() - was.keys())
        removed[kind] = sorted(was.keys() - is_.keys())
        changed[kind] = sorted(id for id in was.keys() & is_.keys() if was[id] != is_[id])
    return added, changed, removed


def _named(archive: Archive, ids: Mapping[str, list[str]]) -> tuple[RecordChange, ...]:
    found = []
    for kind, some in ids.items():
        named = titles(archive, kind, some)
        found += [RecordChange(kind, id, named.get(id, "")) for id in some]
    return tuple(found)


def _differing(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[FieldChange, ...]:
    names = dict.fromkeys([*before, *after])
    return tuple(
        FieldChange(name, before.get(name, ""), after.get(name, ""))
        for name in names
        if before.get(name, "") != after.get(name, "")
    )
