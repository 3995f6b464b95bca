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
from timeline_app.scene.shapes import Shapes

BLOCK = 64
_WITHIN = np.arange(BLOCK)
_PARTS = ("rows", "first", "last", "stands", "begins", "ends")
_PLACES = 31
_ANY_PLACE = (1 << _PLACES) - 1


class Crossing:
    """An index of the rows of a table that last longer than a day. Their days stand beside them,
    so that nothing has to be looked for in the table."""

    def __init__(self, table: EventTable) -> None:
        self._held = table.shelf.kept("crossing days", "", lambda: _made(table), _read)

    def rows(self, *days: int) -> NDArray[np.int64]:
        """The rows that begin before one of these days and end on it or later, ascending."""
        return np.sort(self._held.rows[self._found(days)]).astype(np.int64)

    def standing(self, *days: int) -> tuple[NDArray[np.int64], Days]:
        """The same, and the day on which each stands (see `Shapes.anchor`)."""
        at = self._found(days)
        # As one number both are in order in a third of the time.
        both = (self._held.rows[at].astype(np.int64) << _PLACES) | np.arange(len(at))
        both.sort()
        return both >> _PLACES, self._held.stands[at[both & _ANY_PLACE]]

    def _found(self, days: Sequence[int]) -> NDArray[np.int64]:
        """The places of those here that last over one of these days."""
        held = self._held
        blocks = np.flatnonzero(_over(days, held.begins, held.ends))
        at = (blocks[:, None] * BLOCK + _WITHIN).reshape(-1)
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
    """The rows that last, their first and last day and the one they stand on, and of each block of
    them when it begins and ends."""

    rows: NDArray[np.int32]
    first: Days
    last: Days
    stands: Days
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
    stands = Shapes(table).anchor[rows]
    parts = (rows, first, last, stands, begins, ends)
    return dict(zip(_PARTS, parts, strict=True))


def _read(kept: Arrays) -> _Held:
    held = _Held(*(kept[name] for name in _PARTS))
    if len({len(held.rows), len(held.first), len(held.last), len(held.stands)}) > 1:
        raise ValueError(len(held.rows))
    return held
