"""What a grouping is, and how lanes are made of one."""

from collections.abc import Iterator

import numpy as np

from timeline_app.dataclass import dataclass
from timeline_app.lanes.lane import NO_LANE, Lane, Lanes
from timeline_app.model.codes import Ints, Whole
from timeline_app.model.columns import VECTORS
from timeline_app.model.event_table import Codes, EventTable, Term
from timeline_app.model.shelf import Arrays, key_of
from timeline_app.model.terms import but
from timeline_app.words.tr import tr

MOST_LANES = 24
OTHERS = "*others"
NONE = "*none"


@dataclass(frozen=True, slots=True)
class Grouping:
    """One way to lay events into lanes: by the terms of one column.

    `first` are the ids that lead, in this order; the other terms follow by their number of events.
    The texts are marked for translation; `others` heads the lane of the terms beyond MOST_LANES.
    """

    id: str
    label: str
    others: str
    none: str
    first: tuple[str, ...] = ()


def group(table: EventTable, grouping: Grouping) -> Lanes:
    """The lanes of `grouping`: every row of the table stands in at least one of them."""
    codes = table.terms.get(grouping.id)
    if codes is None:
        return Lanes(grouping.id, _made(NONE, tr(grouping.none), np.arange(len(table))))
    ordered = _ordered(table, codes, grouping)
    *rows, rest, bare = _rows(table, grouping.id, ordered)
    own = [_lane(codes.terms[c], some) for c, some in zip(ordered[:MOST_LANES], rows, strict=True)]
    others = _made(OTHERS, tr(grouping.others), rest)
    none = _made(NONE, tr(grouping.none), bare)
    of_code = np.full(len(codes.terms) + 1, len(own) if others else NO_LANE, np.int64)
    of_code[ordered[:MOST_LANES]] = np.arange(len(own))
    of_code[-1] = len(own) + len(others) if none else NO_LANE
    return Lanes(grouping.id, (*own, *others, *none), codes, of_code)


def _ordered(table: EventTable, codes: Codes, grouping: Grouping) -> Whole:
    """The codes that occur: the leading ones, then the frequent before the rare, then by name."""
    often, totals = table.orders.often[grouping.id], table.orders.totals[grouping.id]
    first = [code for term in grouping.first for code in codes.terms.codes(term)]
    every = np.concatenate((np.array(first, often.dtype), but(often, first)))
    held: Whole = every[totals[every] > 0]
    return held


def _rows(table: EventTable, column: str, ordered: Whole) -> list[Whole]:
    """The rows of each lane, ascending, where they were not kept: of the codes that have one of
    their own, of all others together, and those that hold none."""
    lanes = min(len(ordered), MOST_LANES) + 2

    def make() -> Arrays:
        kind = np.int32 if len(table) < 2**31 else np.int64
        parts = [rows.astype(kind) for rows in _found(table, column, ordered)]
        ends = np.cumsum([len(rows) for rows in parts], dtype=np.int64)
        return {"rows": np.concatenate(parts), "ends": ends}

    def read(kept: Arrays) -> list[Whole]:
        rows, ends = kept["rows"], kept["ends"]
        if len(ends) != lanes or ends[-1] != len(rows):
            raise ValueError(column)
        return np.split(rows, ends[:-1])

    key = key_of(ordered.astype(np.int64))
    return table.shelf.kept(f"rows of lanes {column}", key, make, read)


def _found(table: EventTable, column: str, ordered: Whole) -> Iterator[Whole]:
    """The same, found by going through the table."""
    codes = table.terms[column]
    held = _rows_by_code(codes, table.orders.totals[column])
    for code in ordered[:MOST_LANES].tolist():
        yield held[code]
    rest = np.zeros(len(codes.terms), np.bool_)
    rest[ordered[MOST_LANES:]] = True
    yield np.flatnonzero(codes.any_of(rest[codes.codes]))
    yield np.flatnonzero(codes.bare())


def _rows_by_code(codes: Codes, counts: Ints) -> list[Whole]:
    """The rows that hold each code, ascending."""
    by_code = np.argsort(codes.codes, kind="stable")  # short numbers sort in one pass
    ends = np.cumsum(counts)
    return np.split(codes.rows[by_code], ends[:-1])


def _lane(term: Term, rows: Whole) -> Lane:
    return Lane(term.id, term.label, VECTORS.index(term.id) if term.id in VECTORS else -1, rows)


def _made(term: str, label: str, rows: Whole) -> tuple[Lane, ...]:
    """A lane of what has none of its own, where there is anything to stand in it."""
    return (Lane(term, label, -1, rows),) if len(rows) else ()
