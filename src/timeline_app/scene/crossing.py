"""Which rows last over a day, found without looking at all of them.

Rows of more than one day stand by how long they last, to the power of two, and then by day. So
those of a block begin and end about alike: most blocks are wholly over by a day, or not yet begun.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.event_table import Days, EventTable, Mask
from timeline_app.model.shelf import Arrays

BLOCK = 64
_WITHIN = np.arange(BLOCK)


class Crossing:
    """An index of the rows of a table that last longer than a day."""

    def __init__(self, table: EventTable) -> None:
        self._table = table
        parts = table.shelf.kept("crossing", "", lambda: _made(table), _read)
        self._rows, self._begins, self._ends = parts

    def rows(self, *days: int) -> NDArray[np.int64]:
        """The rows that begin before one of these days and end on it or later, ascending."""
        table, blocks = self._table, np.flatnonzero(_over(days, self._begins, self._ends))
        at = (blocks[:, None] * BLOCK + _WITHIN).reshape(-1)
        rows = self._rows[at[at < len(self._rows)]]
        rows = np.sort(rows[_over(days, table.first[rows], table.last[rows])])
        ascending: NDArray[np.int64] = rows.astype(np.int64)
        return ascending


def _over(days: Sequence[int], first: Days, last: Days) -> Mask:
    """What lasts over one of these days."""
    over = np.zeros(len(first), np.bool_)
    for day in days:
        over |= (first < day) & (last >= day)
    return over


def _made(table: EventTable) -> Arrays:
    lasting = np.flatnonzero(table.first < table.last)
    days = table.last[lasting] - table.first[lasting]
    kind = np.log2(days).astype(np.uint8)
    rows = lasting[np.argsort(kind, kind="stable")].astype(np.int32)
    starts = np.arange(0, len(rows), BLOCK)
    begins = ends = np.zeros(0, np.int64)
    if len(starts):
        begins = np.minimum.reduceat(table.first[rows], starts)
        ends = np.maximum.reduceat(table.last[rows], starts)
    return {"rows": rows, "begins": begins, "ends": ends}


def _read(kept: Arrays) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    return kept["rows"], kept["begins"], kept["ends"]
