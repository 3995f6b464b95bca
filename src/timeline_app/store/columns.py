"""Rows to columns: every record of an archive, read once by plain cursors into arrays."""

import json
import sqlite3
from collections.abc import Sequence
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
from timeline_app.store.row_stream import Growing, Rows, TooLongError, stretches, whole_kind
from timeline_app.store.store_error import Fault
from timeline_app.store.typed_rows import LONGEST_TEXT, scan, sound_sql
from timeline_app.words.tr import mark

READING = mark("Reading events")
LINKING = mark("Reading what events are linked to")

DAYS_IN_ORDER = """
    outer_first <= outer_last AND (inner_first IS NULL) = (inner_last IS NULL) AND
    (inner_first IS NULL
     OR outer_first <= inner_first AND inner_first <= inner_last AND inner_last <= outer_last)
"""
"""What the days of an event must be, beside being days."""

_SHOWN = " AND ".join(
    f"length(event.{name}) <= {LONGEST_TEXT}" for name in ("title", "id", "edtf", "short_label")
)
SOUND = f"{sound_sql('event')} AND {DAYS_IN_ORDER} AND {_SHOWN}"
"""What a row of `event` must be to be shown at all; its other texts are judged when it is read."""

_RECORDS = f"""
    SELECT event.key AS record, occurrence AS told, layer.rowid AS layer_number,
           kind.rowid AS kind_number, outer_first, outer_last,
           coalesce(inner_first, 1) AS sure_first, coalesce(inner_last, 0) AS sure_last,
           {APPROXIMATE} * (qualifiers GLOB '*[~%]*') + {UNCERTAIN} * (qualifiers GLOB '*[?%]*')
           AS doubt, importance, coalesce(event.known_from, {UNDATED}) AS known_since,
           verified = 0 AS unverified, min(publishers, 2) AS evidence
    FROM event CROSS JOIN layer ON layer.id = event.layer CROSS JOIN kind ON kind.id = event.kind
    CROSS JOIN occurrence ON occurrence.key = event.occurrence
    WHERE {{but}} {{{{after}}}} AND {SOUND} ORDER BY event.key LIMIT ?
"""
"""Joined in this order, since SQLite would rather begin with the few kinds and sort the events."""

_BUT_THESE = "event.key NOT IN (SELECT value FROM json_each(?)) AND"
_FIELDS = {
    "key": "record",
    "occurrence": "told",
    "layer": "layer_number",
    "kind": "kind_number",
    "first": "outer_first",
    "last": "outer_last",
    "inner_first": "sure_first",
    "inner_last": "sure_last",
    "doubt": "doubt",
    "importance": "importance",
    "known_from": "known_since",
    "unverified": "unverified",
    "publishers": "evidence",
}
"""By which name of _RECORDS each is read."""

_NARROW: dict[str, Any] = {
    **dict.fromkeys(("doubt", "unverified", "publishers"), np.uint8),
    "importance": np.int32,
}
_PLACED = ("layer", "kind")

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
        for table in ("event", *column_links.TABLES):
            progress.total += _ends(connection, table)[1]
    progress.enter(READING)
    try:
        fields = _read_fields(archive, layers, kinds, progress)
    except TooLongError:  # a title: leave out what such rows there are
        with archive.reading() as connection:
            unsound = [key for key, _, why in scan(connection, "event") if why]
        fields = _read_fields(archive, layers, kinds, progress, unsound)
    progress.enter(LINKING)
    terms = column_links.link_columns(archive, fields["key"], progress)
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


def _read_fields(
    archive: Archive,
    layers: list[Meant],
    kinds: list[Meant],
    progress: Progress,
    unsound: Sequence[int] = (),
) -> dict[str, NDArray[Any]]:
    """The columns by their names, those of _PLACED as places in these lists."""
    select = _RECORDS.format(but=_BUT_THESE if unsound else "")
    values = (json.dumps(unsound),) if unsound else ()
    rows = Rows(select, tuple(_FIELDS.values()), ("record",), values)
    with archive.reading() as connection:
        room = connection.execute("SELECT count(*) FROM event").fetchone()[0]
        ends, told = _ends(connection, "event"), _ends(connection, "occurrence")
    kinds_of = {name: np.dtype(_NARROW.get(name, np.int64)) for name in _FIELDS}
    kinds_of |= {"key": whole_kind(*ends), "occurrence": whole_kind(*told)}
    kinds_of |= {name: np.dtype(np.int32) for name in _PLACED}
    columns = {name: Growing(room, kind) for name, kind in kinds_of.items()}
    places = {"layer": Places(layers), "kind": Places(kinds)}
    for some in stretches(archive, rows, ends, progress):
        placed = {name: places[name].of(some[_FIELDS[name]]) for name in _PLACED}
        known = (placed["layer"] >= 0) & (placed["kind"] >= 0)
        for name, column in columns.items():
            column.add((placed[name] if name in placed else some[_FIELDS[name]])[known])
    fields = {name: column.whole() for name, column in columns.items()}
    return fields | {"layer": narrow(fields["layer"], len(layers))}


def _ends(connection: sqlite3.Connection, table: str) -> tuple[int, int]:
    """The least and the greatest row number of a table; 0 where it is empty."""
    # One by one: both in one statement would walk over the table.
    of = [f'SELECT {end}(rowid) FROM "{table}"' for end in ("min", "max")]
    least, greatest = (connection.execute(one).fetchone()[0] for one in of)
    return int(least or 0), int(greatest or 0)


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
