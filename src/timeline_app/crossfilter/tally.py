"""How many entries of each code a period holds, without counting its rows again.

What touches a period is all, less what ends before it, less what begins after it: two one-sided
counts over orders that never change. Each side is kept at some places of its order (`expect` makes
them for the days of the pixels that a brush can be dragged to) and where it was last asked; between
these the rows that lie between are counted, so that an answer is exact for every day and a move
costs what it crosses.
"""

import numpy as np

from timeline_app.crossfilter.counted_up import Counted, count_up
from timeline_app.model.codes import AT_ONCE, Codes, Ints, Mask
from timeline_app.model.event_table import EventTable

MOST_KEPT = 8_000_000
"""So many counts are kept for one side of a tally; columns of more terms have fewer places."""


class Sides:
    """Columns in both orders of a table's rows: by first day and by last day.

    They belong to the table, and serve whatever is asked of it.
    """

    def __init__(self, table: EventTable) -> None:
        orders = table.orders
        self.by_last = orders.by_last
        self._of = {table.terms[column]: codes for column, codes in orders.terms_by_last.items()}
        self._totals = {table.terms[column]: total for column, total in orders.totals.items()}

    def of(self, codes: Codes) -> tuple[Codes, Codes]:
        """A column by first day, and by last day."""
        if codes not in self._of:
            self._of[codes] = codes.take(self.by_last)
        return codes, self._of[codes]

    def totals(self, codes: Codes, mask: Mask | None) -> Ints:
        """How many rows hold each code, of those in `mask` or of all; not to be written to."""
        known = self._totals.get(codes) if mask is None else None
        return codes.counts(mask) if known is None else known


class OneSided:
    """Counts of the entries that stand before a place in one order of the rows; `codes` and `mask`
    are in that order."""

    def __init__(self, codes: Codes, mask: Mask | None, total: Ints) -> None:
        self._codes, self._mask = codes, mask
        counts = np.stack((np.zeros_like(total), total))
        self._kept: tuple[Ints, Counted] = np.array([0, len(codes)], np.int64), counts
        self._last: tuple[int, Ints] = (0, counts[0])

    def before(self, place: int) -> Ints:
        """How many entries of each code stand before `place`; not to be written to."""
        places, kept = self._kept  # together: a worker may put others in their place
        at = int(places.searchsorted(place))
        if places[at] == place:
            known: Ints = kept[at]
            return known
        near = [(int(places[i]), kept[i]) for i in (at - 1, at)]
        start, counts = min((*near, self._last), key=lambda known: abs(known[0] - place))
        crossed = self._count(min(start, place), max(start, place))
        self._last = (place, counts + crossed if place > start else counts - crossed)
        return self._last[1]

    def _count(self, low: int, high: int) -> Ints:
        counts = np.zeros(len(self._last[1]), np.int64)
        for start in range(low, high, AT_ONCE):
            held = self._codes.codes_in(start, min(start + AT_ONCE, high), self._mask)
            counts += np.bincount(held, minlength=len(counts))
        return counts

    def expect(self, places: Ints, counts: Counted | None = None) -> None:
        """Keep the counts at these places (ascending, each once, the first 0 and the last the
        end), so that they are looked up from now on; of a column of many terms at fewer places.

        They are written into `counts` where that is given.
        """
        if counts is None:
            wide = len(self._last[1])
            step = -(-len(places) // most_places(wide))
            places = np.append(places[:-1:step], places[-1])
            counts = np.empty((len(places), wide), np.int64)
        count_up(self._codes, self._mask, places, counts)
        self._kept = places, counts


def most_places(wide: int) -> int:
    """At how many places the counts of so many codes are kept."""
    return max(2, MOST_KEPT // max(1, wide))


class Tally:
    """Counts by code of a column, of the rows in a mask, for any period; None for all rows.

    `by_last` is the mask in the order of last days.
    """

    def __init__(self, codes: Codes, mask: Mask | None, by_last: Mask | None, sides: Sides) -> None:
        self.total = sides.totals(codes, mask)
        self.wide = len(codes.terms)
        """How many codes there are."""
        first, last = sides.of(codes)
        self._begun = OneSided(first, mask, self.total)
        self._ended = OneSided(last, by_last, self.total)

    def touching(self, begun: int, ended: int) -> Ints:
        """Of the first `begun` rows by first day, less the first `ended` by last day."""
        counts: Ints = self._begun.before(begun) - self._ended.before(ended)
        return counts

    def expect(self, begun: Ints, ended: Ints, kept: tuple[Counted, Counted] | None = None) -> None:
        """Be ready for these numbers of rows that have begun or ended; see `OneSided.expect`."""
        self._begun.expect(begun, None if kept is None else kept[0])
        self._ended.expect(ended, None if kept is None else kept[1])
