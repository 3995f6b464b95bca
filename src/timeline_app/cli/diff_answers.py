"""What `archive diff` answers, as JSON and in words."""

from collections.abc import Iterable, Iterator

from timeline_app.model.edition_changes import RECORD_KINDS, EditionChanges, RecordChange
from timeline_app.model.records import Edition
from timeline_app.words.tr import grouped, tr


def diff_json(before: Edition, after: Edition, changes: EditionChanges) -> dict[str, object]:
    """Both editions, how many of each kind, and every record by kind and id."""
    return {
        "a": _edition_json(before),
        "b": _edition_json(after),
        "same": before.content_hash == after.content_hash and not changes,
        "counts": {
            kind: {
                "added": _count(changes.added, kind),
                "changed": _count(changes.changed, kind),
                "removed": _count(changes.removed, kind),
            }
            for kind in RECORD_KINDS
        },
        "added": [_record_json(one) for one in changes.added],
        "changed": [
            _record_json(one)
            | {
                "fields": [
                    {"field": said.field, "a": said.before, "b": said.after} for said in one.fields
                ]
            }
            for one in changes.changed
        ],
        "removed": [_record_json(one) for one in changes.removed],
    }


def diff_text(before: Edition, after: Edition, changes: EditionChanges) -> str:
    """A sentence, then a line a record: "+" new, "~" changed and in what, "-" gone."""
    return "\n".join((_sentence(before, after, changes), *_lines(changes)))


def _sentence(before: Edition, after: Edition, changes: EditionChanges) -> str:
    if changes:
        return tr(
            "From edition {a} to edition {b}: {added} added, {changed} changed, {removed} removed.",
            a=_named(before),
            b=_named(after),
            added=grouped(len(changes.added)),
            changed=grouped(len(changes.changed)),
            removed=grouped(len(changes.removed)),
        )
    if before.content_hash == after.content_hash:
        return tr("Both hold the same: edition {a}.", a=_named(before))
    return tr(
        "Editions {a} and {b} hold the same events, claims, instruments, roll calls and series; "
        "something else in them differs, such as names, places or terms.",
        a=_named(before),
        b=_named(after),
    )


def _named(edition: Edition) -> str:
    """The version and enough of the content hash to tell it from another of that version."""
    parts = (edition.version, f"({edition.content_hash[:12]})")
    return " ".join(part for part in parts if part)


def _lines(changes: EditionChanges) -> Iterator[str]:
    for sign, some in (("+", changes.added), ("~", changes.changed), ("-", changes.removed)):
        for one in some:
            fields = ", ".join(said.field for said in one.fields)
            said = f"{sign} {one.kind}:{one.id}  {' '.join(one.title.split())}"
            yield f"{said}  [{fields}]" if fields else said


def _edition_json(edition: Edition) -> dict[str, str]:
    return {
        "id": edition.id,
        "title": edition.title,
        "edition": edition.version,
        "content_hash": edition.content_hash,
    }


def _record_json(one: RecordChange) -> dict[str, object]:
    return {"kind": one.kind, "id": one.id, "title": one.title}


def _count(some: Iterable[RecordChange], kind: str) -> int:
    return sum(one.kind == kind for one in some)
