"""Rows to columns: every record of an archive, read once by plain cursors into arrays."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.codes import one_each, several
from timeline_app.model.event_table import (
    APPROXIMATE,
    DISPUTED,
    UNCERTAIN,
    UNDATED,
    Codes,
    Term,
)
from timeline_app.model.record_table import RecordTable
from timeline_app.store.archive import Archive
from timeline_app.store.archive_faults import fault
from timeline_app.store.store_error import Fault
from timeline_app.store.typed_rows import LONGEST_TEXT, scan, sound_sql
from timeline_app.words.tr import mark

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Meant:
    """What a row number stands for, and by what it is ordered."""

    number: int
    order: Any
    term: Term


_FIELDS = (
    ("key", np.int64),
    ("occurrence", np.int64),
    ("layer", np.int32),
    ("kind", np.int32),
    ("first", np.int64),
    ("last", np.int64),
    ("inner_first", np.int64),
    ("inner_last", np.int64),
    ("doubt", np.uint8),
    ("importance", np.int32),
    ("known_from", np.int64),
    ("unverified", np.int32),
    ("publishers", np.int32),
)

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
    SELECT event.key, occurrence, layers.n, kinds.n, outer_first, outer_last,
           coalesce(inner_first, 1), coalesce(inner_last, 0),
           {APPROXIMATE} * (qualifiers GLOB '*[~%]*') + {UNCERTAIN} * (qualifiers GLOB '*[?%]*'),
           importance, coalesce(known_from, {UNDATED}), verified = 0, min(publishers, 2)
    FROM event
    JOIN layer ON layer.id = event.layer
    JOIN (SELECT key AS n, value AS number FROM json_each(?)) AS layers
      ON layers.number = layer.rowid
    JOIN kind ON kind.id = event.kind
    JOIN (SELECT key AS n, value AS number FROM json_each(?)) AS kinds
      ON kinds.number = kind.rowid
    JOIN occurrence ON occurrence.key = event.occurrence
    WHERE event.key NOT IN (SELECT value FROM json_each(?)) AND {SOUND}
    ORDER BY event.key
"""

_ACTORS = """
    SELECT event, actor FROM event_actor JOIN actor ON actor.key = event_actor.actor
    WHERE {where} typeof(event) = 'integer' AND typeof(actor) = 'integer' ORDER BY event, n
"""
_PAIRS = {
    "vector": "SELECT event, vector.rowid FROM event_vector JOIN vector ON vector.id = vector "
    "WHERE typeof(event) = 'integer' ORDER BY event, event_vector.n",
    "state": _ACTORS.format(where="type = 'state' AND iso3 <> '' AND"),
    "actor": _ACTORS.format(where=""),
    "organisation": _ACTORS.format(where="type = 'organisation' AND"),
    "source": "SELECT record, publisher.rowid FROM citation "
    "JOIN source ON source.key = citation.source JOIN publisher ON publisher.id = source.publisher "
    "WHERE typeof(record) = 'integer' ORDER BY record, n",
    "place": "SELECT event, place FROM event_place "
    "WHERE typeof(event) = 'integer' AND typeof(place) = 'integer' ORDER BY event, n",
}
"""Columns of several terms: pairs of event key and the row number of what it is linked to."""

_MEANINGS = {
    "vector": ("vector", "n", "id", "id", ""),
    "state": ("actor", "iso3", "name", "iso3", "state"),
    "actor": ("actor", "id", "name", "id", ""),
    "organisation": ("actor", "id", "name", "id", "organisation"),
    "source": ("publisher", "id", "name", "id", ""),
    "place": ("place", "id", "name", "id", ""),
}
"""Of each such column: the table, what terms are ordered by, their label and id, and their type."""

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


def read_records(archive: Archive) -> RecordTable:
    """Every sound record of every layer, in the order of keys; damaged rows are left out.

    Raises `StoreError` where the file itself is damaged.
    """
    with archive.reading() as connection:
        try:
            return _read(connection)
        except (ValueError, TypeError, OverflowError) as error:
            raise fault(Fault.DAMAGED, archive.path, str(error)) from error


def count_events(archive: Archive) -> int:
    """How many records the archive holds, sound or not."""
    with archive.reading() as connection:
        counted: int = connection.execute("SELECT count(*) FROM event").fetchone()[0]
    return counted


def _read(connection: sqlite3.Connection) -> RecordTable:
    layers = sorted(_meant(connection, "layer", "rank", "title"), key=lambda m: (m.order, m.number))
    kinds = sorted(_meant(connection, "kind", "id", "title"), key=lambda m: m.order)
    fields = _read_fields(connection, [m.number for m in layers], [m.number for m in kinds])
    key = np.ascontiguousarray(fields["key"])
    terms = {
        column: _linked(connection, key, pairs, meanings(connection, column))
        for column, pairs in _PAIRS.items()
    }
    terms |= {
        "kind": _one_each(fields["kind"], [m.term for m in kinds]),
        "layer": _one_each(fields["layer"], [m.term for m in layers]),
        "verified": _one_each(fields["unverified"], _VERIFIED),
        "evidence": _evidence(connection, fields["publishers"], fields["occurrence"]),
    }
    columns = {
        name: np.ascontiguousarray(fields[name])
        for name, _ in _FIELDS
        if name not in ("kind", "unverified", "publishers")
    }
    return RecordTable(
        **columns,
        terms=terms,
        layers=tuple(m.term.id for m in layers),
        standing=tuple(int(m.order) for m in layers),
    )


def _read_fields(
    connection: sqlite3.Connection, layers: list[int], kinds: list[int]
) -> NDArray[np.void]:
    """A row a sound record, its layer and kind as places in these lists of row numbers."""
    numbers = [json.dumps(layers), json.dumps(kinds)]
    kind = np.dtype(list(_FIELDS))
    try:
        return np.fromiter(connection.execute(_RECORDS, (*numbers, "[]")), kind)
    except sqlite3.DataError:  # a title is too long to be read: leave out what such rows there are
        unsound = json.dumps([key for key, _, why in scan(connection, "event") if why])
        return np.fromiter(connection.execute(_RECORDS, (*numbers, unsound)), kind)


def _linked(connection: sqlite3.Connection, keys: Ints, pairs: str, meant: list[Meant]) -> Codes:
    """The column of what events are linked to; a term that stands twice in an event counts once."""
    numbers, terms = np.array([m.number for m in meant], np.int64), [m.term for m in meant]
    event, linked = _pairs(connection.execute(pairs))
    known = np.isin(event, keys) & np.isin(linked, numbers)
    row = np.searchsorted(keys, event[known])
    by_number = np.argsort(numbers)
    code = by_number[np.searchsorted(numbers, linked[known], sorter=by_number)]
    _, first = np.unique(row * max(len(terms), 1) + code, return_index=True)
    first.sort()
    return codes_of(row[first], code[first], len(keys), terms)


def _one_each(codes: NDArray[np.int32], terms: Sequence[Term]) -> Codes:
    used, held = np.unique(codes, return_inverse=True)
    return one_each(held, tuple(terms[c] for c in used))


def _evidence(
    connection: sqlite3.Connection, publishers: NDArray[np.int32], occurrence: Ints
) -> Codes:
    """How many publishers stand behind a record, and whether sources disagree on what it tells."""
    told = np.array([o for (o,) in connection.execute(_DISPUTED)], np.int64)
    disputed = np.flatnonzero(np.isin(occurrence, told))
    row = np.concatenate((np.arange(len(publishers)), disputed))
    code = np.concatenate((publishers, np.full(len(disputed), len(_EVIDENCE) - 1, np.int32)))
    by_row = np.argsort(row, kind="stable")
    return codes_of(row[by_row], code[by_row], len(publishers), _EVIDENCE)


def codes_of(row: Ints, code: NDArray[np.integer], n: int, terms: Sequence[Term]) -> Codes:
    """A column of n rows from entries ordered by row; terms that no record has are left out."""
    used, codes = np.unique(code, return_inverse=True)
    return several(np.bincount(row, minlength=n), codes, tuple(terms[c] for c in used))


def meanings(connection: sqlite3.Connection, column: str) -> list[Meant]:
    """What the numbers of a column stand for, in the order of the terms."""
    table, order, label, id_, type_ = _MEANINGS[column]
    found = _meant(connection, table, order, label, id_, type_)
    return sorted(found, key=lambda m: m.order)


def _meant(
    connection: sqlite3.Connection,
    table: str,
    order: str,
    label: str,
    id_: str = "id",
    type_: str = "",
) -> list[Meant]:
    """The sound rows of a table as terms, those without an id left out."""
    names = {order, label, id_, *(("type",) if type_ else ())}
    return [
        Meant(number, row[order], Term(row[id_], row[label] or row[id_]))
        for number, row, why in scan(connection, table, *names)
        if not why and row[id_] and (not type_ or row["type"] == type_)
    ]


def _pairs(rows: Iterable[tuple[int, int]]) -> tuple[Ints, Ints]:
    both = np.fromiter(rows, np.dtype([("one", np.int64), ("other", np.int64)]))
    return np.ascontiguousarray(both["one"]), np.ascontiguousarray(both["other"])
