"""How many of the rows in a mask lie wholly within a period.

That depends on both ends of a row at once. Rows of one length or less that begin in the period
leave it only if they begin within that length of its end; so the rows are kept apart by how long
they last, and of each kind only those near the end are looked at.
"""

import numpy as np

from timeline_app.model.bisect import rank_of
from timeline_app.model.codes import Mask
from timeline_app.model.event_table import EventTable

LENGTHS = (0, 31, 366, 3660)
"""Days after the first that the rows of one kind last at most; those of the last kind longer."""


class Within:
    """The marked rows of a table, by how long they last."""

    def __init__(self, table: EventTable, mask: Mask) -> None:
        self._table = table
        lasting = table.last - table.first
        kind = np.searchsorted(LENGTHS, lasting).astype(np.uint8)
        kind[~mask] = len(LENGTHS) + 1
        self._rows = [
            np.flatnonzero(kind == one).astype(np.int32) for one in range(len(LENGTHS) + 1)
        ]
        self.total = sum(len(rows) for rows in self._rows)

    def count(self, first: int, last: int) -> int:
        """How many of them lie within the days from `first` to `last`, both inclusive."""
        if first > last:
            return 0
        begin = rank_of(self._table.first, first)
        end = rank_of(self._table.first, last, "right")
        found = 0
        for rows, longest in zip(self._rows, (*LENGTHS, None), strict=True):
            low, high = rank_of(rows, begin), rank_of(rows, end)
            found += high - low
            if longest == 0 or low == high:
                continue
            edge = low
            if longest is not None:
                edge = max(low, rank_of(rows, rank_of(self._table.first, last - longest + 1)))
            found -= int(np.count_nonzero(self._table.last[rows[edge:high]] > last))
        return found
