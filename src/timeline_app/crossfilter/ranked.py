"""Counting and finding the marked rows of a mask without walking over it."""

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.codes import Ints, Mask
from timeline_app.model.event_table import EventTable
from timeline_app.model.shelf import Arrays

BLOCK = 1024
"""Rows counted together: a rank costs one block, and the counts of blocks fit a cache."""
_LANES = 8
"""Rows counted by one addition of the processor, each in a byte of its own, which holds 255."""


class Ranked:
    """A mask of n rows: how many marked rows stand before a row, and which is the k-th of them.

    Rank and select over bits, with one level of counts, after G. Jacobson, "Space-efficient static
    trees and graphs" (1989).
    """

    def __init__(self, mask: Mask, before: Ints | None = None) -> None:
        self.mask, whole = mask, len(mask) // BLOCK * BLOCK
        self.before = _before(mask[:whole]) if before is None else before
        """How many marked rows stand before each block."""
        rest = int(np.count_nonzero(mask[whole:]))
        self.total = int(self.before[-1]) + rest

    def rank(self, row: int) -> int:
        """How many marked rows stand before `row`, which may be the number of rows."""
        block = row // BLOCK
        within = self.mask[block * BLOCK : row]
        return int(self.before[block]) + int(np.count_nonzero(within))

    def select(self, first: int, count: int) -> NDArray[np.int64]:
        """The marked rows from the `first`-th on (the first is 0), at most `count` of them."""
        first, last = max(0, first), min(first + count, self.total)
        if first >= last:
            return np.zeros(0, np.int64)
        block = int(np.searchsorted(self.before, first, side="right")) - 1
        found: list[NDArray[np.int64]] = []
        skip, wanted = first - int(self.before[block]), last - first
        while wanted > 0:
            low = block * BLOCK
            rows = np.flatnonzero(self.mask[low : low + BLOCK])[skip : skip + wanted] + low
            found.append(rows)
            skip, wanted, block = 0, wanted - len(rows), block + 1
        return np.concatenate(found)


def all_sure(table: EventTable) -> Ranked:
    """The rows of a table that carry no doubt, by first day, where that was not kept."""

    def make() -> Arrays:
        made = Ranked(table.doubt == 0)
        return {"mask": made.mask, "before": made.before}

    def read(kept: Arrays) -> Ranked:
        mask, before = kept["mask"], kept["before"]
        if len(mask) != len(table) or len(before) != len(mask) // BLOCK + 1:
            raise ValueError(len(mask))
        return Ranked(mask, before)

    return table.shelf.kept("sure", f"{BLOCK}", make, read)


def _before(mask: Mask) -> Ints:
    """How many marked rows stand before each whole block, and before what follows the last."""
    bytewise = mask.view(np.uint64).reshape(-1, BLOCK // _LANES).sum(axis=1)
    sums = bytewise.view(np.uint8).reshape(-1, _LANES).sum(axis=1, dtype=np.int64)
    before: Ints = np.concatenate(([0], np.cumsum(sums)))
    return before
