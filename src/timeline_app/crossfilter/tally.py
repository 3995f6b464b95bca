"""How many entries of each code a period holds, without counting its rows again.

What touches a period is all, less what ends before it, less what begins after it: two one-sided
counts over orders that never change. Each side is kept at some places of its order (`expect` makes
them for the days of the pixels that a brush can be dragged to: the "data tiles" of Falcon, Moritz,
Howe and Heer, CHI 2019) and where it was last asked; between these the rows that lie between are
counted, so that an answer is exact for every day and a move costs what it crosses.
"""

from collections.abc import Callable

import numpy as np

from timeline_app.model.codes import Codes, Ints, Mask, Whole

AT_ONCE = 100_000
"""So many rows are counted in one call: longer ones would hold up the other threads."""
MOST_KEPT = 8_000_000
"""So many counts are kept for one side of a tally; columns of more terms have fewer places."""

Entries = Callable[[int, int], tuple[Whole, Whole]]
"""Places in an order, from and up to -> for each entry its place, and its code."""


class OneSided:
    """Counts of the entries that stand before a place in one order of the rows."""

    def __init__(self, entries: Entries, rows: int, total: Ints) -> None:
        self._entries = entries
        counts = np.stack((np.zeros_like(total), total))
        self._kept = np.array([0, rows], np.int64), counts
        self._last: tuple[int, Ints] = (0, counts[0])

    def before(self, place: int) -> Ints:
        """How many entries of each code stand before `place`; not to be written to."""
        places, kept = self._kept  # together: a worker may put others in their place
        at = int(np.searchsorted(places, place))
        if places[at] == place:
            known: Ints = kept[at]
            return known
        near = [(int(places[i]), kept[i]) for i in (at - 1, at)]
        start, counts = min((*near, self._last), key=lambda known: abs(known[0] - place))
        low, high = min(start, place), max(start, place)
        crossed = self._count(low, high)
        self._last = (place, counts + crossed if place > start else counts - crossed)
        return self._last[1]

    def _count(self, low: int, high: int) -> Ints:
        counts = np.zeros(len(self._last[1]), np.int64)
        for start in range(low, high, AT_ONCE):
            _, codes = self._entries(start, min(start + AT_ONCE, high))
            counts += np.bincount(codes, minlength=len(counts))
        return counts

    def expect(self, places: Whole) -> None:
        """Keep the counts at these places, so that they are looked up from now on."""
        end, wide = int(self._kept[0][-1]), len(self._last[1])
        most = max(2, MOST_KEPT // max(1, wide))
        inner = np.unique(places)
        inner = inner[(inner > 0) & (inner < end)]
        inner = inner[:: -(-len(inner) // most)] if len(inner) > most else inner
        kept = np.concatenate(([0], inner, [end])).astype(np.int64)
        between = np.zeros((len(kept), wide), np.int64)
        for start in range(0, end, AT_ONCE):
            place, codes = self._entries(start, min(start + AT_ONCE, end))
            if not len(place):
                continue
            gap = np.searchsorted(kept, place, side="right")
            low = int(gap[0])
            flat = np.bincount((gap - low) * wide + codes.astype(np.int64))
            rows = -(-len(flat) // wide)
            padded = np.pad(flat, (0, rows * wide - len(flat))).reshape(rows, wide)
            between[low : low + rows] += padded
        self._kept = kept, np.cumsum(between, axis=0)


class Tally:
    """Counts by code of a column, of the rows in a mask, for any period."""

    def __init__(self, codes: Codes, mask: Mask | None, by_last: Whole) -> None:
        self._codes, self._mask, self._by_last = codes, mask, by_last
        self.total = codes.counts(mask)
        self.ready_for: Ints | None = None
        """The days whose counts are kept, if any."""
        rows = len(codes)
        self._first = OneSided(self._by_first_day, rows, self.total)
        self._ended = OneSided(self._by_last_day, rows, self.total)

    def touching(self, begun: int, ended: int) -> Ints:
        """Of the first `begun` rows by first day, less the first `ended` by last day."""
        counts: Ints = self._first.before(begun) - self._ended.before(ended)
        return counts

    def expect(self, begun: Whole, ended: Whole) -> None:
        """Be ready for these numbers of rows."""
        self._first.expect(begun)
        self._ended.expect(ended)

    def _by_first_day(self, low: int, high: int) -> tuple[Whole, Whole]:
        rows, codes = self._codes.entries(low, high)
        if self._mask is None:
            return rows, codes
        kept = self._mask[rows]
        return rows[kept], codes[kept]

    def _by_last_day(self, low: int, high: int) -> tuple[Whole, Whole]:
        rows = self._by_last[low:high]
        place, codes = self._codes.entries_of(rows)
        if self._mask is not None:
            kept = self._mask[rows[place]]
            place, codes = place[kept], codes[kept]
        return place + low, codes
