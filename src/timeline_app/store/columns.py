"""Rows to columns: every record of an archive, read once by plain cursors into arrays."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.codes import Codes, Term, Whole, narrow, one_each
from timeline_app.model.event_table import DISPUTED
from timeline_app.model.record_table import RecordTable
from timeline_app.store import column_links
from timeline_app.store.archive import Archive
from timeline_app.store.archive_faults import fault
from timeline_app.store.event_rows import events
from timeline_app.store.meant import Meant, Places, meant
from timeline_app.store.progress import Progress
from timeline_app.store.row_stream import (
    Growing,
    Stretch,
    TooLongError,
    ends_of,
    streams,
    whole_kind,
)
from timeline_app.store.store_error import Fault
from timeline_app.store.typed_rows import LONGEST_TEXT, scan, sound_sql
from timeline_app.words.tr import mark

READING = mark("Reading events")
LINKING = mark("Reading what events are linked to")

_KINDS: dict[str, Any] = {
    **dict.fromkeys(("first", "last", "inner_first", "inner_last", "known_from"), np.int64),
    **dict.fromkeys(("layer", "kind", "importance"), np.int32),
    **dict.fromkeys(("doubt", "unverified", "publishers"), np.uint8),
}
"""The type of each column; those of row numbers are known by how many there are."""

_VERIFIED = (Term("yes", mark("Verified")), Term("no", mark("Not verified")))
_EVIDENCE = (
    Term("none", mark("No publisher")),
    Term("one", mark("One publisher")),
    Term("several", mark("Two or more publishers")),
    Term(DISPUTED, mark("Sources that disagree")),
)

_DISPUTED = f"""
    SELECT occurrence FROM assertion JOIN event ON event.key = assertion.event
    WHERE {sound_sql("assertion")} AND length(value) <= {LONGEST_TEXT}
    GROUP BY occurrence, field HAVING count(DISTINCT value) > 1
"""
"""What happened of which some field is told in more than one way, by any of its records."""


def read_records(archive: Archive, progress: Progress | None = None) -> RecordTable:
    """Every sound record of every layer, in the order of keys; damaged rows are left out.

    Raises `StoreError` where the file itself is damaged, `StoppedError` where `progress` says so.
    """
    try:
        return _read(archive, progress or Progress())
    except (ValueError, TypeError, OverflowError) as error:
        raise fault(Fault.DAMAGED, archive.path, str(error)) from error


def count_events(archive: Archive) -> int:
    """How many records the archive holds, sound or not."""
    with archive.reading() as connection:
        counted: int = connection.execute("SELECT count(*) FROM event").fetchone()[0]
    return counted


def _read(archive: Archive, progress: Progress) -> RecordTable:
    with archive.reading() as connection:
        layers = meant(connection, "layer", "rank", "title")
        layers.sort(key=lambda m: (m.order, m.number))
        kinds = sorted(meant(connection, "kind", "id", "title"), key=lambda m: m.order)
        for table in ("event", *(link.table for link in column_links.LINKS)):
            progress.total += ends_of(connection, table)[1]
    try:
        fields, terms = _read_columns(archive, layers, kinds, progress)
    except TooLongError:  # a title: leave out what such rows there are
        with archive.reading() as connection:
            unsound = [key for key, _, why in scan(connection, "event") if why]
        fields, terms = _read_columns(archive, layers, kinds, progress, unsound)
    with archive.reading() as connection:
        evidence = _evidence(connection, fields.pop("publishers"), fields["occurrence"])
    terms |= {
        "kind": _one_each(fields.pop("kind"), [m.term for m in kinds]),
        "layer": _one_each(fields["layer"], [m.term for m in layers]),
        "verified": _one_each(fields.pop("unverified"), _VERIFIED),
        "evidence": evidence,
    }
    return RecordTable(
        **fields,
        terms=terms,
        layers=tuple(m.term.id for m in layers),
        standing=tuple(int(m.order) for m in layers),
    )


def _read_columns(
    archive: Archive,
    layers: list[Meant],
    kinds: list[Meant],
    progress: Progress,
    unsound: Sequence[int] = (),
) -> tuple[dict[str, NDArray[Any]], dict[str, Codes]]:
    """The columns of numbers by their names, and those of what records are linked to."""
    progress.enter(READING)
    with archive.reading() as connection:
        asked = events(connection, unsound)
        links = [link.asked(connection) for link in column_links.LINKS]
    with streams(archive, [asked, *links], progress) as read:
        fields = _fields(archive, layers, kinds, map(asked[0].apart, next(read)))
        progress.enter(LINKING)
        return fields, column_links.link_columns(
            archive, fields["key"], [link for link, _ in links], read, progress
        )


def _fields(
    archive: Archive, layers: list[Meant], kinds: list[Meant], found: Iterator[Stretch]
) -> dict[str, NDArray[Any]]:
    """The columns by their names, layer and kind as places in these lists."""
    with archive.reading() as connection:
        room = connection.execute("SELECT count(*) FROM event").fetchone()[0]
        ends, told = ends_of(connection, "event"), ends_of(connection, "occurrence")
    kinds_of = _KINDS | {"record": whole_kind(*ends), "occurrence": whole_kind(*told)}
    columns = {name: Growing(room, np.dtype(kind)) for name, kind in kinds_of.items()}
    listed = {"layer": layers, "kind": kinds}
    places = {name: Places([one.number for one in some]) for name, some in listed.items()}
    for some in found:
        read = some | {name: placed.of(some[name]) for name, placed in places.items()}
        known = (read["layer"] >= 0) & (read["kind"] >= 0)
        whole = bool(known.all())
        for name, column in columns.items():
            column.add(read[name] if whole else read[name][known])
    fields = {name: column.whole() for name, column in columns.items()}
    fields["key"] = fields.pop("record")
    return fields | {"layer": narrow(fields["layer"], len(layers))}


def _one_each(codes: Whole, terms: Sequence[Term]) -> Codes:
    return one_each(*column_links.only_held(codes, terms))


def _evidence(connection: sqlite3.Connection, publishers: Whole, occurrence: Whole) -> Codes:
    """How many publishers stand behind a record, and whether sources disagree on what it tells."""
    told = np.array([o for (o,) in connection.execute(_DISPUTED)], np.int64)
    if not len(told):
        return _one_each(publishers, _EVIDENCE)
    disputed = np.flatnonzero(np.isin(occurrence, told))
    row = np.concatenate((np.arange(len(publishers)), disputed))
    code = np.concatenate((publishers, np.full(len(disputed), len(_EVIDENCE) - 1, np.uint8)))
    by_row = np.argsort(row, kind="stable")
    return column_links.codes_of(row[by_row], code[by_row], len(publishers), _EVIDENCE)
