"""What a grouping is, and how lanes are made of one."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.lanes.lane import NO_LANE, Lane, Lanes
from timeline_app.model.codes import Ints
from timeline_app.model.columns import VECTORS
from timeline_app.model.event_table import Codes, EventTable, Term
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
    every = np.arange(len(table))
    if codes is None:
        return Lanes(grouping.id, _made(NONE, tr(grouping.none), every))
    totals = table.orders.totals[grouping.id]
    held = _rows_by_code(codes, totals)
    ordered = _ordered(codes, totals, grouping.first)
    own = [_lane(codes.terms[code], held[code]) for code in ordered[:MOST_LANES]]
    among_rest = np.zeros(len(table), np.bool_)
    for code in ordered[MOST_LANES:]:
        among_rest[held[code]] = True
    rest = np.flatnonzero(among_rest)
    others, none = (
        _made(OTHERS, tr(grouping.others), rest),
        _made(NONE, tr(grouping.none), np.flatnonzero(codes.bare())),
    )
    of_code = np.full(len(codes.terms) + 1, len(own) if others else NO_LANE, np.int64)
    of_code[ordered[:MOST_LANES]] = np.arange(len(own))
    of_code[-1] = len(own) + len(others) if none else NO_LANE
    return Lanes(grouping.id, (*own, *others, *none), codes, of_code)


def _ordered(codes: Codes, counts: Ints, first: Sequence[str]) -> list[int]:
    """The codes that occur: the leading ones, then the frequent before the rare, then by name."""
    leads = {term: n for n, term in enumerate(first)}

    def rank(code: int) -> tuple[int, int, str]:
        term = codes.terms[code]
        return leads.get(term.id, len(leads)), -int(counts[code]), term.label

    return sorted((int(code) for code in np.flatnonzero(counts)), key=rank)


def _rows_by_code(codes: Codes, counts: Ints) -> list[NDArray[np.int64]]:
    """The rows that hold each code, ascending."""
    by_code = np.argsort(codes.codes, kind="stable")  # short numbers sort in one pass
    ends = np.cumsum(counts)
    return np.split(codes.rows[by_code], ends[:-1])


def _lane(term: Term, rows: NDArray[np.int64]) -> Lane:
    return Lane(term.id, term.label, VECTORS.index(term.id) if term.id in VECTORS else -1, rows)


def _made(term: str, label: str, rows: NDArray[np.int64]) -> tuple[Lane, ...]:
    """A lane of what has none of its own, where there is anything to stand in it."""
    return (Lane(term, label, -1, rows),) if len(rows) else ()
