"""What is weak in an archive, by the checks of `quality_checks`."""

import json
import sqlite3
from collections.abc import Set
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.codes import AT_ONCE
from timeline_app.model.event_table import EventTable
from timeline_app.model.quality import DISPUTED, Check, Finding, WeakEvents, WeakRecords, weak_in
from timeline_app.model.record_table import RecordTable
from timeline_app.store.archive import Archive
from timeline_app.store.progress import Progress
from timeline_app.store.quality_checks import (
    EVENT_CHECKS,
    RECORD_CHECKS,
    TOLD_TWICE,
    Ints,
    RecordCheck,
    Records,
    any_record,
)
from timeline_app.store.typed_rows import Reader
from timeline_app.words.tr import tr

MOST_FIELDS = 12
"""So many fields of which sources differ have a row of their own, those with most events first."""

MOST_LISTED = 20_000
"""So many records of a check are listed; all are counted."""

LONGEST_LINE = 160

_FIELDS = Reader(
    "assertion.event, assertion.field",
    "FROM assertion WHERE typeof(event) = 'integer' "
    "GROUP BY event, record, field HAVING count(*) > 1",
)

_TITLES = Reader(
    "event.key, event.title", "FROM event WHERE key IN (SELECT value FROM json_each(?))"
)


def weak_events(
    archive: Archive,
    records: RecordTable,
    layers_on: Set[str],
    table: EventTable,
    progress: Progress,
) -> tuple[WeakEvents, ...]:
    """The checks on what `table` shows of the layers that are on, in order.

    Raises `StoreError`, `StoppedError`.
    """
    on = np.array([layer in layers_on for layer in records.layers], np.bool_)
    rows = np.flatnonzero(on[records.layer] if len(on) else np.zeros(len(records), np.bool_))
    told = records.occurrence[rows]
    judged = Records(records.key[rows], told, table)
    found = []
    with archive.reading() as connection:
        for one in EVENT_CHECKS:
            events = one.rule(judged, _rows(connection, one.rows, progress))
            found.append(weak_in(table, one.check, events))
            if one.check.id == DISPUTED:
                found += _by_field(connection, judged)
    return tuple(found)


def weak_records(archive: Archive, progress: Progress) -> tuple[WeakRecords, ...]:
    """The checks on the archive whole, in order; raises `StoreError`, `StoppedError`."""
    found = []
    with archive.reading() as connection:
        for one in RECORD_CHECKS:
            progress.look()
            reader = Reader(one.columns, one.rest)
            judged = reader.judged(connection, most=MOST_LISTED)
            listed = [_finding(one, row) for row, why in judged if not why]
            n = len(listed)
            if n >= MOST_LISTED:
                n = connection.execute(f"SELECT count(*) FROM (SELECT 1 {one.rest})").fetchone()[0]
            found.append(WeakRecords(one.check, n, tuple(listed)))
    return tuple(found)


def _rows(connection: sqlite3.Connection, sql: str, progress: Progress) -> Ints:
    """Whole numbers, a row each; what is of another type was left out by the statement."""
    cursor = connection.execute(sql)
    wide = len(cursor.description)
    kind = np.dtype([(str(n), np.int64) for n in range(wide)])
    parts: list[NDArray[np.void]] = []
    while not parts or len(parts[-1]) == AT_ONCE:
        progress.look()
        parts.append(np.fromiter(islice(cursor, AT_ONCE), kind))
    return np.concatenate(parts).view(np.int64).reshape(-1, wide)


def _by_field(connection: sqlite3.Connection, judged: Records) -> list[WeakEvents]:
    """What sources disagree on, a row for each field; a field's name is a stranger's text."""
    keys: dict[str, list[int]] = {}
    for row, why in _FIELDS.judged(connection, most=1_000_000):
        if not why:
            keys.setdefault(" ".join(row["field"].split())[:LONGEST_LINE], []).append(row["event"])
    found = []
    for field, events in keys.items():
        told = any_record(judged, np.array(events, np.int64).reshape(-1, 1))
        check = Check(
            f"{DISPUTED}:{field}",
            TOLD_TWICE,
            tr("Sources disagree: {field}", field=field),
            tr("of which sources disagree ({field})", field=field),
            tr("Two or more sources say different things of “{field}”.", field=field),
        )
        found.append(weak_in(judged.table, check, told))
    found.sort(key=lambda weak: -len(weak))
    return [weak for weak in found[:MOST_FIELDS] if len(weak)]


def _finding(of: RecordCheck, row: dict[str, object]) -> Finding:
    words = " ".join(str(row["words"]).split())
    if "line" in row:
        place = {"file": row["id"], "line": row["line"], "field": row["field"], "why": words}
        words = tr("{file}, line {line}, {field}: {why}", **place)
        if row["refused"]:
            words = tr("Refused: {what}", what=words)
    elif "field" in row:
        words = tr("{record}: {field}", record=words, field=row["field"])
    short = words if len(words) <= LONGEST_LINE else f"{words[: LONGEST_LINE - 1]}…"
    return Finding(short, of.kind, str(row["id"]))


def read_titles(archive: Archive, keys: list[int]) -> dict[int, str]:
    """The titles of these records by key, damaged ones left out; raises `StoreError`."""
    with archive.reading() as connection:
        asked = json.dumps(keys)
        return {
            r["key"]: r["title"]
            for r, w in _TITLES.judged(connection, asked, most=len(keys))
            if not w
        }
