"""Rows to columns: every record of an archive, read once by plain cursors into arrays."""

import sqlite3
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.event_table import APPROXIMATE, UNCERTAIN, Codes, Term
from timeline_app.model.record_table import RecordTable
from timeline_app.store.archive import Archive
from timeline_app.store.archive_faults import fault
from timeline_app.store.store_error import Fault
from timeline_app.words.tr import mark

Ints = NDArray[np.int64]

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
    ("unverified", np.int32),
    ("publishers", np.int32),
)

_RECORDS = f"""
    SELECT event.key, occurrence, layers.n, kinds.n, outer_first, outer_last,
           coalesce(inner_first, 1), coalesce(inner_last, 0),
           {APPROXIMATE} * (qualifiers GLOB '*[~%]*') + {UNCERTAIN} * (qualifiers GLOB '*[?%]*'),
           importance, verified = 0, min(max(publishers, 0), 2)
    FROM event
    JOIN (SELECT id, row_number() OVER (ORDER BY rank, rowid) - 1 AS n FROM layer) AS layers
      ON layers.id = event.layer
    JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM kind) AS kinds
      ON kinds.id = event.kind
    ORDER BY event.key
"""
_LAYERS = "SELECT id, title, rank FROM layer ORDER BY rank, rowid"
_KINDS = "SELECT id, title FROM kind ORDER BY id"

_ACTORS = """
    SELECT event, actor FROM event_actor JOIN actor ON actor.key = event_actor.actor
    {where} ORDER BY event, n
"""
_LINKS = {
    "vector": (
        "SELECT event, vector.rowid FROM event_vector JOIN vector ON vector.id = vector "
        "ORDER BY event, event_vector.n",
        "SELECT rowid, id, id FROM vector ORDER BY n",
    ),
    "state": (
        _ACTORS.format(where="WHERE type = 'state' AND iso3 <> ''"),
        "SELECT key, iso3, name FROM actor WHERE type = 'state' AND iso3 <> '' ORDER BY iso3",
    ),
    "actor": (_ACTORS.format(where=""), "SELECT key, id, name FROM actor ORDER BY id"),
    "organisation": (
        _ACTORS.format(where="WHERE type = 'organisation'"),
        "SELECT key, id, name FROM actor WHERE type = 'organisation' ORDER BY id",
    ),
    "source": (
        "SELECT record, publisher.rowid FROM citation JOIN source ON source.key = citation.source "
        "JOIN publisher ON publisher.id = source.publisher ORDER BY record, n",
        "SELECT rowid, id, name FROM publisher ORDER BY id",
    ),
    "place": (
        "SELECT event, place FROM event_place ORDER BY event, n",
        "SELECT key, id, name FROM place ORDER BY id",
    ),
}
"""Columns of several terms: pairs of event key and number, and what each number stands for."""

_VERIFIED = (Term("yes", mark("Verified")), Term("no", mark("Not verified")))
_EVIDENCE = (
    Term("none", mark("No publisher")),
    Term("one", mark("One publisher")),
    Term("several", mark("Two or more publishers")),
)

_LIST_VALUES = {
    "title": "SELECT key, rank() OVER (ORDER BY title COLLATE NOCASE) FROM event ORDER BY key",
    "publishers": "SELECT key, publishers FROM event ORDER BY key",
}


def read_records(archive: Archive) -> RecordTable:
    """Every record of every layer. Raises `StoreError` where the rows are not what they must be."""
    with archive.reading() as connection:
        try:
            return _read(connection)
        except (ValueError, TypeError, OverflowError) as error:
            raise fault(Fault.DAMAGED, archive.path, str(error)) from error


def read_list_values(archive: Archive, column: str) -> Ints:
    """What the list is sorted by under "title" or "publishers": a number a record, by its key."""
    with archive.reading() as connection:
        return _pairs(connection.execute(_LIST_VALUES[column]))[1]


def _read(connection: sqlite3.Connection) -> RecordTable:
    fields = np.fromiter(connection.execute(_RECORDS), np.dtype(list(_FIELDS)))
    layers = connection.execute(_LAYERS).fetchall()
    kinds = connection.execute(_KINDS).fetchall()
    key = np.ascontiguousarray(fields["key"])
    terms = {
        column: _linked(connection, key, pairs, meanings)
        for column, (pairs, meanings) in _LINKS.items()
    }
    terms |= {
        "kind": _one_each(fields["kind"], [Term(str(id), str(title)) for id, title in kinds]),
        "layer": _one_each(fields["layer"], [Term(str(id), str(title)) for id, title, _ in layers]),
        "verified": _one_each(fields["unverified"], _VERIFIED),
        "evidence": _one_each(fields["publishers"], _EVIDENCE),
    }
    columns = {
        name: np.ascontiguousarray(fields[name])
        for name, _ in _FIELDS
        if name not in ("kind", "unverified", "publishers")
    }
    return RecordTable(
        **columns,
        terms=terms,
        layers=tuple(str(id) for id, _, _ in layers),
        standing=tuple(int(rank) for _, _, rank in layers),
    )


def _linked(connection: sqlite3.Connection, keys: Ints, pairs: str, meanings: str) -> Codes:
    """The column of what events are linked to; a term that stands twice in an event counts once."""
    numbers, terms = _meanings(connection.execute(meanings))
    event, meant = _pairs(connection.execute(pairs))
    known = np.isin(event, keys) & np.isin(meant, numbers)
    row = np.searchsorted(keys, event[known])
    by_number = np.argsort(numbers)
    code = by_number[np.searchsorted(numbers, meant[known], sorter=by_number)]
    _, first = np.unique(row * max(len(terms), 1) + code, return_index=True)
    first.sort()
    return _codes(row[first], code[first], len(keys), terms)


def _one_each(codes: NDArray[np.int32], terms: Sequence[Term]) -> Codes:
    return _codes(np.arange(len(codes)), codes, len(codes), terms)


def _codes(row: Ints, code: NDArray[np.integer], n: int, terms: Sequence[Term]) -> Codes:
    """A column of n rows from entries ordered by row; terms that no record has are left out."""
    used, codes = np.unique(code, return_inverse=True)
    offsets = np.zeros(n + 1, np.int64)
    np.cumsum(np.bincount(row, minlength=n), out=offsets[1:])
    return Codes(offsets, codes.astype(np.int32), tuple(terms[c] for c in used))


def _meanings(rows: Iterable[tuple[int, str, str]]) -> tuple[Ints, list[Term]]:
    """Numbers and their terms. Numbers that share an id stand for one term, the first."""
    read = list(rows)
    terms = [Term(str(id), str(label or id)) for _, id, label in read]
    return np.array([number for number, _, _ in read], np.int64), terms


def _pairs(rows: Iterable[tuple[int, int]]) -> tuple[Ints, Ints]:
    both = np.fromiter(rows, np.dtype([("one", np.int64), ("other", np.int64)]))
    return np.ascontiguousarray(both["one"]), np.ascontiguousarray(both["other"])
