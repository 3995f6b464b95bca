"""The list of what passes: which row stands where, under each heading it can be sorted by.

Nothing here holds a place for each passing row: a list answers a page of rows, and where one row
stands.
"""

from bisect import bisect_right
from collections.abc import Iterable
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from timeline_app.crossfilter.passing import Passing
from timeline_app.dataclass import dataclass
from timeline_app.model.event_table import Codes, EventTable
from timeline_app.session.snapshot import Sorting

DAY = "day"
TITLE = "title"
PUBLISHERS = "publishers"
PLACE = "place"
NOTES = "notes"
IMPORTANCE = "importance"
BY_ARCHIVE = (TITLE, PUBLISHERS)
"""Headings whose values are read from the archive, since the table does not hold them."""

BLOCK = 8_192
"""Rows counted together in a list that is sorted by another heading than the day."""

TOGETHER = 16
"""So many blocks a worker counts in one call."""
MOST_AT_ONCE = 16
"""So many blocks of a list are counted while somebody waits, however often that is asked; a worker
counts the rest."""

Rows = NDArray[np.integer]


class Listing(Protocol):
    """Passing rows in their order."""

    def select(self, first: int, count: int) -> Rows:
        """The rows from the `first`-th on, at most `count`; none where they are not known yet."""

    def position(self, row: int) -> int | None:
        """Where a row of the table stands; None where it does not pass, or nobody knows yet."""


class ByDay:
    """In the order of the table, or turned round."""

    def __init__(self, passing: Passing, descending: bool) -> None:
        self._passing, self._descending = passing, descending

    def select(self, first: int, count: int) -> Rows:
        """See `Listing`."""
        if not self._descending:
            return self._passing.select(first, count)
        end = self._passing.possible - first
        start = max(0, end - count)
        return self._passing.select(start, max(0, end - start))[::-1]

    def position(self, row: int) -> int | None:
        """See `Listing`."""
        if not self._passing.passes(np.array([row]))[0]:
            return None
        at = self._passing.rank(row)
        return self._passing.possible - 1 - at if self._descending else at


@dataclass(frozen=True, eq=False, slots=True)
class Order:
    """All rows of a table by `values`, one each; equal ones by day."""

    values: NDArray[np.int32]
    rows: NDArray[np.int32]

    def place(self, row: int) -> int:
        """Where this row stands among all."""
        sought, low, high = (int(self.values[row]), row), 0, len(self.rows)
        while low < high:
            middle = (low + high) // 2
            there = int(self.rows[middle])
            if (int(self.values[there]), there) < sought:
                low = middle + 1
            else:
                high = middle
        return low


def in_order(values: Rows, descending: bool) -> Order:
    """The order by these values; takes a tenth of a second for a million rows."""
    own = values.astype(np.int32)
    own = -own if descending else own
    return Order(own, np.argsort(own, kind="stable").astype(np.int32))


class ByHeading:
    """In another order; how many pass is counted block by block, as far as has been looked."""

    def __init__(self, passing: Passing, order: Order) -> None:
        self.passing, self.order = passing, order
        self._upto = [0]
        self._left = MOST_AT_ONCE

    @property
    def is_counted(self) -> bool:
        """Whether every place is known."""
        return (len(self._upto) - 1) * BLOCK >= len(self.order.rows)

    def select(self, first: int, count: int) -> Rows:
        """See `Listing`."""
        end = min(first + count, self.passing.possible)
        if first >= end or not self._count(end):
            return self.order.rows[:0]
        block = bisect_right(self._upto, first) - 1
        found: list[Rows] = [self.order.rows[:0]]
        skip = first - self._upto[block]
        wanted = end - first
        while wanted > 0:
            rows = self._passing_in(block)[skip : skip + wanted]
            found.append(rows)
            skip, wanted, block = 0, wanted - len(rows), block + 1
        return np.concatenate(found)

    def position(self, row: int) -> int | None:
        """See `Listing`."""
        if not self.passing.passes(np.array([row]))[0]:
            return None
        block, within = divmod(self.order.place(row), BLOCK)
        if not self._reach(block):
            return None
        before = self.order.rows[block * BLOCK : block * BLOCK + within]
        return self._upto[block] + int(np.count_nonzero(self.passing.passes(before)))

    def counted(self) -> list[int]:
        """Counts every block, and touches nothing: a worker's work, for `take_counts`. In few and
        long calls, for which a window that paints meanwhile has to wait less than for many."""
        upto, mask, long = [0], self.passing.mask, TOGETHER * BLOCK
        for low in range(0, len(self.order.rows), long):
            held = mask.take(self.order.rows[low : low + long])
            counts = np.add.reduceat(held, np.arange(0, len(held), BLOCK), dtype=np.int64)
            upto += (upto[-1] + np.cumsum(counts)).tolist()
        return upto

    def take_counts(self, upto: list[int]) -> None:
        """What `counted` has counted."""
        self._upto = upto

    def _count(self, passing: int) -> bool:
        """Counts on until so many pass; says whether that was done."""
        while self._upto[-1] < passing and self._count_on():
            pass
        return self._upto[-1] >= passing

    def _reach(self, block: int) -> bool:
        """Counts on until this block; says whether that was done."""
        while len(self._upto) <= block and self._count_on():
            pass
        return len(self._upto) > block

    def _count_on(self) -> bool:
        """Counts one block more, if there is one and nobody has waited for too many."""
        if self.is_counted or not self._left:
            return False
        self._left -= 1
        self._upto.append(self._upto[-1] + len(self._passing_in(len(self._upto) - 1)))
        return True

    def _passing_in(self, block: int) -> Rows:
        rows = self.order.rows[block * BLOCK : (block + 1) * BLOCK]
        return rows[self.passing.passes(rows)]


def is_heading(table: EventTable, column: str) -> bool:
    """Whether a list can be sorted by this otherwise than the table is."""
    return column in (*BY_ARCHIVE, NOTES, IMPORTANCE) or column in table.terms


def values_of(table: EventTable, column: str, noted: Iterable[int]) -> Rows | None:
    """What the rows are compared by, one whole number a row; None for the table's own order."""
    if column == NOTES:
        values = np.zeros(len(table), np.int8)
        values[table.rows_of(noted)] = 1
        return values
    if column == IMPORTANCE:
        return table.importance
    codes = table.terms.get(column)
    return None if codes is None else _by_label(codes)


def _by_label(codes: Codes) -> Rows:
    """The rank of each row's first term by its words; rows without one come last."""
    ranks = np.empty(len(codes.terms) + 1, np.int32)
    ranks[codes.terms.by_label] = np.arange(len(codes.terms))
    ranks[-1] = len(codes.terms)
    return ranks[codes.first_code()]


def sorted_again(sorting: Sorting) -> Sorting:
    """The same order as another object: places are known by now that were not."""
    return Sorting(sorting.column, sorting.descending)
