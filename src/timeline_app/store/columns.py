"""Rows to columns: every record of an archive, read once by plain cursors into arrays."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.codes import Codes, Term, Whole, narrow
from timeline_app.model.event_table import APPROXIMATE, DISPUTED, UNCERTAIN, UNDATED
from timeline_app.model.record_table import RecordTable
from timeline_app.store import column_links
from timeline_app.store.archive import Archive
from timeline_app.store.archive_faults import fault
from timeline_app.store.meant import Meant, Places, meant
from timeline_app.store.progress import Progress
from timeline_app.store.row_stream import (
    Growing,
    Rows,
    Stretch,
    TooLongError,
    ends_of,
    streams,
    whole_kind,
)
from timeline_app.store.schema import BY_NAME
from timeline_app.store.store_error import Fault
from timeline_app.store.typed_rows import LONGEST_TEXT, columns_of, scan, sound_sql
from timeline_app.words.tr import mark

READING = mark("Reading events")
LINKING = mark("Reading what events are linked to")

_BY_NAME = {column.name: column for column in columns_of(BY_NAME["event"])}
_DAYS_IN_ORDER = f"""
    {_BY_NAME["outer_first"].low} <= +outer_first AND +outer_first <= +outer_last
    AND +outer_last <= {_BY_NAME["outer_last"].high}
    AND (inner_first IS NULL) = (inner_last IS NULL) AND (inner_first IS NULL
    OR +outer_first <= +inner_first AND +inner_first <= +inner_last AND +inner_last <= +outer_last)
"""
"""The days of an event are numbers within bounds, each in its place."""

_WHOLE = ("key", "occurrence", "verified", "importance", "publishers")
_BOUNDED = f"""
    {" AND ".join(_BY_NAME[name].bounded("event") for name in _WHOLE)} AND {_DAYS_IN_ORDER}
    AND (event.known_from IS NULL OR {_BY_NAME["known_from"].bounded("event")})
"""
"""Each number is one, and within its bounds."""

_ALL_WHOLE = f"""
    typeof({" + ".join(f"event.{name}" for name in _WHOLE)} + outer_first - outer_last
        + coalesce(inner_last - inner_first, 0) + coalesce(event.known_from, 0)) = 'integer'
"""
"""Of numbers so large their sum is whole only where all of them are. To ask for the type of each
costs a tenth of what reading events does, and texts before numbers another one."""

_SHOWN = " AND ".join(
    f"length(event.{name}) <= {LONGEST_TEXT}" for name in ("title", "id", "edtf", "short_label")
)
_TEXTS = sound_sql("event", {name for name, column in _BY_NAME.items() if column.type is not str})
_SOUND_IF_WHOLE = f"{_BOUNDED} AND {_TEXTS} AND {_SHOWN}"
SOUND = f"{_BOUNDED} AND {_ALL_WHOLE} AND {_TEXTS} AND {_SHOWN}"
"""What a row of `event` must be to be shown at all; its other texts are judged when it is read."""

_DOUBTS = f"""
    CASE qualifiers WHEN '' THEN 0 ELSE
    {APPROXIMATE} * (qualifiers GLOB '*[~%]*') + {UNCERTAIN} * (qualifiers GLOB '*[?%]*') END
"""
_SMALL = {
    "doubt": (_DOUBTS, 2),
    "unverified": ("1 - verified", 1),
    "publishers": ("min(publishers, 2 + 0 * publishers)", 2),
    "undated": ("event.known_from IS NULL", 1),
    "unsure": ("inner_first IS NULL", 1),
}
"""What takes few values: how it is told, and by how many bits. They come in one number, and days as
how far they lie apart, since each column and each digit takes SQLite its time. Nothing that is
told is whole where a number that it is told of is not."""


def _together() -> str:
    """All of _SMALL in one number, the first in its lowest bits."""
    said, below = [], 0
    for told, bits in _SMALL.values():
        said.append(f"{1 << below} * ({told})")
        below += bits
    return " + ".join(said)


_RECORDS = f"""
    SELECT event.key AS record, occurrence - event.key AS told, layer.rowid AS layer_number,
           kind.rowid AS kind_number, outer_first, outer_last - outer_first AS lasting,
           coalesce(inner_first - outer_first, 0) AS begins_after,
           coalesce(outer_last - inner_last, 0) AS ends_before, importance,
           coalesce(event.known_from, 0) AS known_since, {_together()} AS small
    FROM event CROSS JOIN layer ON layer.id = event.layer CROSS JOIN kind ON kind.id = event.kind
    CROSS JOIN occurrence ON occurrence.key = event.occurrence
    WHERE {{but}} {{{{after}}}} AND {{sound}} ORDER BY event.key LIMIT ?
"""
"""Joined in this order, since SQLite would rather begin with the few kinds and sort the events."""

_BUT_THESE = "event.key NOT IN (SELECT value FROM json_each(?)) AND"
_READ = (
    *("record", "told", "layer_number", "kind_number", "outer_first", "lasting"),
    *("begins_after", "ends_before", "importance", "known_since", "small"),
)
"""The columns of _RECORDS."""

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
        ends = ends_of(connection, "event")
        links = [link.asked(connection) for link in column_links.LINKS]
    with streams(archive, [(_rows(unsound), ends), *links], progress) as read:
        fields = _fields(archive, layers, kinds, next(read))
        progress.enter(LINKING)
        return fields, column_links.link_columns(
            archive, fields["key"], [link for link, _ in links], read, progress
        )


def _rows(unsound: Sequence[int]) -> Rows:
    """Sound events but these. Whether their numbers are whole is asked only where some are not."""
    values = (json.dumps(unsound),) if unsound else ()
    but = _BUT_THESE if unsound else ""
    careful, quick = (
        Rows(_RECORDS.format(but=but, sound=sound), _READ, ("record",), values)
        for sound in (SOUND, _SOUND_IF_WHOLE)
    )
    return replace(quick, otherwise=careful)


def _fields(
    archive: Archive, layers: list[Meant], kinds: list[Meant], found: Iterator[Stretch]
) -> dict[str, NDArray[Any]]:
    """The columns by their names, layer and kind as places in these lists."""
    with archive.reading() as connection:
        room = connection.execute("SELECT count(*) FROM event").fetchone()[0]
        ends, told = ends_of(connection, "event"), ends_of(connection, "occurrence")
    kinds_of = _KINDS | {"key": whole_kind(*ends), "occurrence": whole_kind(*told)}
    columns = {name: Growing(room, np.dtype(kind)) for name, kind in kinds_of.items()}
    places = {"layer": Places(layers), "kind": Places(kinds)}
    for some in found:
        read = _apart(some)
        read |= {name: placed.of(read[name]) for name, placed in places.items()}
        known = (read["layer"] >= 0) & (read["kind"] >= 0)
        whole = bool(known.all())
        for name, column in columns.items():
            column.add(read[name] if whole else read[name][known])
    fields = {name: column.whole() for name, column in columns.items()}
    return fields | {"layer": narrow(fields["layer"], len(layers))}


def _apart(some: Stretch) -> dict[str, NDArray[Any]]:
    """The columns of a table of records, of those that were read together."""
    small, first = some["small"], some["outer_first"]
    read: dict[str, NDArray[Any]] = {}
    below = 0
    for name, (_, bits) in _SMALL.items():
        read[name] = small >> below & (1 << bits) - 1
        below += bits
    last, unsure, undated = first + some["lasting"], read.pop("unsure") > 0, read.pop("undated") > 0
    return read | {
        "key": some["record"],
        "occurrence": some["record"] + some["told"],
        "layer": some["layer_number"],
        "kind": some["kind_number"],
        "first": first,
        "last": last,
        "inner_first": np.where(unsure, 1, first + some["begins_after"]),
        "inner_last": np.where(unsure, 0, last - some["ends_before"]),
        "importance": some["importance"],
        "known_from": np.where(undated, UNDATED, some["known_since"]),
    }


def _one_each(codes: Whole, terms: Sequence[Term]) -> Codes:
    return column_links.codes_of(np.arange(len(codes), dtype=np.int32), codes, len(codes), terms)


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
