"""Which rows last over a day, found without looking at all of them.

Rows of more than one day stand by how long they last, to the power of two, and then by day. So
those of a block begin and end about alike: most blocks are wholly over by a day, or not yet begun.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.model.event_table import Days, EventTable, Mask
from timeline_app.model.shelf import Arrays

BLOCK = 64
_PARTS = ("rows", "first", "last", "begins", "ends")


class Lasting:
    """An index of the rows of a table that last longer than a day. Their days stand beside them,
    so that nothing has to be looked for in the table."""

    def __init__(self, table: EventTable) -> None:
        self._held = table.shelf.kept("lasting", f"{BLOCK}", lambda: _made(table), _read)
        self._over: tuple[tuple[int, ...], NDArray[np.int32]] | None = None

    @property
    def held(self) -> NDArray[np.int32]:
        """All of them, in the order of the index."""
        return self._held.rows

    def rows(self, *days: int) -> NDArray[np.int32]:
        """The rows that begin before one of these days and end on it or later, ascending. Those of
        the last question are known: while a hand moves a brush, much asks for the same. Not to be
        written to."""
        known = self._over
        if known is None or known[0] != days:
            rows = self._held.rows[self.places(*days)]
            rows.sort()
            known = self._over = days, rows
        return known[1]

    def rows_before(self, day: int, upto: int) -> NDArray[np.int32]:
        """Those of one day that stand before the row `upto`."""
        over = self.rows(day)
        return over[: int(over.searchsorted(upto))]

    def places(self, *days: int) -> NDArray[np.int64]:
        """Where in the index those stand that last over one of these days."""
        held = self._held
        blocks = np.flatnonzero(_over(days, held.begins, held.ends))
        at = (blocks[:, None] * BLOCK + np.arange(BLOCK)).reshape(-1)
        at = at[: np.searchsorted(at, len(held.rows))]
        found: NDArray[np.int64] = at[_over(days, held.first[at], held.last[at])]
        return found


def _over(days: Sequence[int], first: Days, last: Days) -> Mask:
    """What lasts over one of these days."""
    over = np.zeros(len(first), np.bool_)
    for day in days:
        over |= (first < day) & (last >= day)
    return over


@dataclass(frozen=True, eq=False, slots=True)
class _Held:
    """The rows that last, their first and last day, and of each block of them when it begins and
    ends."""

    rows: NDArray[np.int32]
    first: Days
    last: Days
    begins: Days
    ends: Days


def _made(table: EventTable) -> Arrays:
    lasting = np.flatnonzero(table.first < table.last)
    days = table.last[lasting] - table.first[lasting]
    kind = np.log2(days).astype(np.uint8)
    rows = lasting[np.argsort(kind, kind="stable")].astype(np.int32)
    first, last = table.first[rows], table.last[rows]
    starts = np.arange(0, len(rows), BLOCK)
    begins = ends = np.zeros(0, np.int64)
    if len(starts):
        begins, ends = np.minimum.reduceat(first, starts), np.maximum.reduceat(last, starts)
    return dict(zip(_PARTS, (rows, first, last, begins, ends), strict=True))


def _read(kept: Arrays) -> _Held:
    held = _Held(*(kept[name] for name in _PARTS))
    blocks = -(-len(held.rows) // BLOCK)
    if {len(held.first), len(held.last)} != {len(held.rows)}:
        raise ValueError(len(held.rows))
    if {len(held.begins), len(held.ends)} != {blocks}:
        raise ValueError(blocks)
    return held
