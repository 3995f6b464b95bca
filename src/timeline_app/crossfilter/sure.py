"""How many of the rows in a mask lie wholly within a period.

That depends on both ends of a row at once. Rows of one length or less that begin in the period
leave it only if they begin within that length of its end; so the rows are kept apart by how long
they last, and of each kind only those near the end are looked at.
"""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from timeline_app.crossfilter.chosen import Chosen
from timeline_app.model.bisect import rank_of
from timeline_app.model.codes import Mask, Whole
from timeline_app.model.event_table import EventTable
from timeline_app.model.shelf import Arrays

LENGTHS = (0, 31, 366, 3660)
"""Days after the first that the rows of one kind last at most; those of the last kind longer."""


def within(table: EventTable, mask: Mask) -> "Within":
    """The marked rows of the table."""
    lasting = table.last - table.first
    kind = np.searchsorted(LENGTHS, lasting).astype(np.uint8)
    kind[~mask] = len(LENGTHS) + 1
    rows = [np.flatnonzero(kind == one).astype(np.int32) for one in range(len(LENGTHS) + 1)]
    return Within(table, rows)


def all_sure(table: EventTable) -> "Within":
    """All rows that carry no doubt, where that was not kept."""
    names = [f"{longest}" for longest in LENGTHS] + ["longer"]

    def make() -> Arrays:
        return dict(zip(names, within(table, table.doubt == 0).rows, strict=True))

    def read(kept: Arrays) -> Within:
        return Within(table, [kept[name] for name in names])

    return table.shelf.kept("sure", "", make, read)


class Within:
    """Some rows of a table, ascending, by how long they last: a list for each kind."""

    def __init__(self, table: EventTable, rows: Sequence[Whole]) -> None:
        self._table, self.rows = table, rows
        self.total = sum(len(some) for some in rows)

    def among(self, chosen: Chosen) -> "Within":
        """Those of them that are chosen."""
        kind = self._kind[chosen.rows]
        return Within(self._table, [chosen.rows[kind == one] for one in range(len(self.rows))])

    @cached_property
    def _kind(self) -> NDArray[np.uint8]:
        """Of each row of the table which of the lists it is in; of others a number beyond."""
        kind = np.full(len(self._table), len(self.rows), np.uint8)
        for one, rows in enumerate(self.rows):
            kind[rows] = one
        return kind

    def count(self, first: int, last: int) -> int:
        """How many of them lie within the days from `first` to `last`, both inclusive."""
        if first > last:
            return 0
        begin = rank_of(self._table.first, first)
        end = rank_of(self._table.first, last, "right")
        found = 0
        for rows, longest in zip(self.rows, (*LENGTHS, None), strict=True):
            low, high = rank_of(rows, begin), rank_of(rows, end)
            found += high - low
            if longest == 0 or low == high:
                continue
            edge = low
            if longest is not None:
                edge = max(low, rank_of(rows, rank_of(self._table.first, last - longest + 1)))
            found -= int(np.count_nonzero(self._table.last[rows[edge:high]] > last))
        return found
