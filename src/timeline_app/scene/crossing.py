"""Which rows last over a day, found without looking at all of them.

Rows of more than one day stand by how long they last, to the power of two, and then by day. So
those of a block begin and end about alike: most blocks are wholly over by a day, or not yet begun.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.event_table import EventTable
from timeline_app.model.shelf import Arrays

BLOCK = 64
_WITHIN = np.arange(BLOCK)


class Crossing:
    """An index of the rows of a table that last longer than a day."""

    def __init__(self, table: EventTable) -> None:
        self._table = table
        parts = table.shelf.kept("crossing", "", lambda: _made(table), _read)
        self._rows, self._begins, self._ends = parts

    def rows(self, day: int) -> NDArray[np.int64]:
        """The rows that begin before `day` and end on it or later, ascending."""
        blocks = np.flatnonzero((self._begins < day) & (self._ends >= day))
        at = (blocks[:, None] * BLOCK + _WITHIN).reshape(-1)
        rows = self._rows[at[at < len(self._rows)]]
        table = self._table
        rows = rows[(table.first[rows] < day) & (table.last[rows] >= day)]
        ascending: NDArray[np.int64] = np.sort(rows).astype(np.int64)
        return ascending


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
