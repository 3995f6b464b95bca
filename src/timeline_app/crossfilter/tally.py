"""How many entries of each code a period holds, without counting its rows again.

What touches a period is all, less what ends before it, less what begins after it: two one-sided
counts over orders that never change. Each side is kept at some places of its order (`expect` makes
them for the days of the pixels that a brush can be dragged to) and where it was last asked; between
these the rows that lie between are counted, so that an answer is exact for every day and a move
costs what it crosses.
"""

from functools import cached_property

import numpy as np

from timeline_app.crossfilter.chosen import Brush, Chosen
from timeline_app.crossfilter.counted_up import Counted, add_up, count_at, count_between, no_counts
from timeline_app.crossfilter.places import Places
from timeline_app.crossfilter.ranked import Ranked, all_sure
from timeline_app.model.bisect import places_by, sought_in
from timeline_app.model.codes import Codes, Few, Ints, Whole
from timeline_app.model.event_table import EventTable
from timeline_app.model.shelf import Arrays, Shelf, key_of

MOST_KEPT = 8_000_000
"""So many counts are kept for one side of a tally; columns of more terms have fewer places."""

Kept = tuple[Ints, Counted]
"""Some places of an order of the rows, and how many rows hold each code before each of them."""


class Sides:
    """Columns in both orders of a table's rows: by first day and by last day; and its sure rows.

    They belong to the table, and serve whatever is asked of it.
    """

    def __init__(self, table: EventTable) -> None:
        orders = table.orders
        self._table = table
        self.shelf = table.shelf
        self.by_last = orders.by_last
        self._of = {table.terms[column]: codes for column, codes in orders.terms_by_last.items()}
        self._totals = {table.terms[column]: total for column, total in orders.totals.items()}
        self._places: Places | None = None
        self._placed: tuple[Whole, Ints] = np.zeros(0, np.int64), np.zeros(0, np.int64)
        """Some rows, ascending, and where they stand by last day."""

    @cached_property
    def sure(self) -> Ranked:
        """All rows that carry no doubt, by first day."""
        return all_sure(self._table)

    def places(self, days: Ints) -> Places:
        """Where these days stand; known of those asked for last, whatever is asked beside."""
        known = self._places
        if known is None or known.days is not days:
            self._places = known = Places(self._table, days)
        return known

    def of(self, codes: Codes) -> tuple[Codes, Codes]:
        """A column by first day, and by last day."""
        if codes in self._of:
            return codes, self._of[codes]
        if isinstance(codes, Few):
            return codes, self._few_by_last(codes)
        self._of[codes] = codes.take(self.by_last)
        return codes, self._of[codes]

    def _few_by_last(self, codes: Few) -> Few:
        """By last day; costs nothing by the row, since every note makes a column of its own, and
        is not kept. Where the rows stand that held something before is known."""
        rows, known = self._placed
        at, there = sought_in(rows, codes.held)
        places = np.zeros(len(codes.held), np.int64)
        places[there] = known[at[there]]
        places[~there] = places_by(self.by_last, self._table.last, codes.held[~there])
        self._placed = codes.held, places
        order = np.argsort(places, kind="stable")
        held = places[order].astype(codes.held.dtype)
        return Few(codes.codes[order], codes.terms, held, codes.n)

    def know(self, codes: Codes, by_last: Codes, total: Ints) -> None:
        """Of a column that is not the table's: how it stands by last day, and its counts."""
        self._of[codes], self._totals[codes] = by_last, total

    def counted(
        self, codes: Codes, chosen: Chosen | None, brush: Brush | None
    ) -> tuple[Kept, Kept]:
        """The counts before the first row and before them all, of those chosen or of all; and
        where rows have to be gone through, at the brush, which will be asked for. By first day and
        by last day; not to be written to."""
        if chosen is None:
            known = self._totals.get(codes)
            ends = _ends(len(codes), _total(codes) if known is None else known)
            return ends, ends
        counts = np.zeros((4, len(codes.terms)), np.int64)
        count_at([(codes, 0)], chosen, [(chosen.apart(self._table.last, brush), counts)])
        ends = _ends(len(codes), counts.sum(axis=0))
        if brush is None:
            return ends, ends
        begun, ended = counts[0] + counts[1], counts[1] + counts[3]
        return _with(ends, brush.begun, begun), _with(ends, brush.ended, ended)


class OneSided:
    """Counts of the entries that stand before a place in one order of the rows; `codes` and
    `chosen` are in that order. What has a `name` is kept on the shelf; it is empty for the rest."""

    def __init__(
        self,
        codes: Codes,
        chosen: Chosen | None,
        kept: Kept,
        shelf: Shelf,
        name: str,
    ) -> None:
        self._codes, self._chosen = codes, chosen
        self._shelf, self.name = shelf, name
        self._kept = kept
        self._last: tuple[int, Ints] = (0, np.zeros_like(kept[1][0], np.int64))

    @property
    def wide(self) -> int:
        """How many codes there are."""
        return len(self._last[1])

    def before(self, place: int) -> Ints:
        """How many entries of each code stand before `place`; not to be written to."""
        places, kept = self._kept  # together: a worker may put others in their place
        at = int(places.searchsorted(place))
        if places[at] == place:
            known: Ints = kept[at].astype(np.int64, copy=False)
            return known
        near = [(int(places[i]), kept[i]) for i in (at - 1, at)]
        start, counts = min((*near, self._last), key=lambda known: abs(known[0] - place))
        crossed = self._count(min(start, place), max(start, place))
        self._last = (place, counts + crossed if place > start else counts - crossed)
        return self._last[1]

    def _count(self, low: int, high: int) -> Ints:
        counts = np.zeros((2, self.wide), np.int64)
        self.count(np.array([low, high], np.int64), counts)
        crossed: Ints = counts[1]
        return crossed

    def count(self, places: Ints, counts: Counted, column: int = 0) -> None:
        """Add to `counts` what stands between each two of these places: see `count_between`."""
        count_between(self._codes, self._chosen, places, counts, column)

    def bring(self, places: Ints, counts: Counted, column: int = 0) -> None:
        """The same, of what is kept on the shelf where it is what follows from the table."""
        if not self.name:
            self.count(places, counts, column)
            return
        shape = len(places), self.wide

        def make() -> Arrays:
            between = no_counts(shape, counts.dtype)
            self.count(places, between)
            return {"between": between.ravel()}

        def read(kept: Arrays) -> Counted:
            return kept["between"].reshape(shape)

        key = f"{key_of(places)} {shape[1]}"
        counts[:, column : column + shape[1]] += self._shelf.kept(self.name, key, make, read)

    def keep(self, places: Ints, counts: Counted) -> None:
        """Keep the counts before these places (ascending, each once, from 0 to all), so that they
        are looked up from now on."""
        if self._chosen is not None:
            self._chosen.find()  # what is counted between these places waits for no look at all
        self._kept = places, counts

    def expect(self, places: Ints) -> None:
        """Count and keep them at as many of these places as may be kept."""
        step = -(-len(places) // most_places(self.wide))
        places = np.append(places[:-1:step], places[-1])
        counts = no_counts((len(places), self.wide), np.int64)
        self.bring(places, counts)
        add_up(counts)
        self.keep(places, counts)


def most_places(wide: int) -> int:
    """At how many places the counts of so many codes are kept."""
    return max(2, MOST_KEPT // max(1, wide))


def _ends(n: int, total: Ints) -> Kept:
    """What is known of every column of `n` rows: the counts before the first and before all."""
    return np.array([0, n], np.int64), np.stack((np.zeros_like(total), total))


def _with(ends: Kept, place: int, counts: Ints) -> Kept:
    """The counts at one more place."""
    (none, n), (nothing, total) = ends[0].tolist(), ends[1]
    return np.array([none, place, n], np.int64), np.stack((nothing, counts, total))


def _total(codes: Codes) -> Ints:
    """How many rows hold each code."""
    counts = np.zeros((2, len(codes.terms)), np.int64)
    count_between(codes, None, np.array([0, len(codes)], np.int64), counts)
    total: Ints = counts[1]
    return total


class Tally:
    """Counts by code of a column, of the rows that are chosen, for any period; None for all rows.

    `by_last` are those rows in the order of last days. `name` is that of a column of which the
    counts of all rows follow from the table alone; otherwise it is empty. Where rows are gone
    through, those at the brush, which will be asked for, are counted with them.
    """

    def __init__(
        self,
        codes: Codes,
        chosen: Chosen | None,
        by_last: Chosen | None,
        sides: Sides,
        name: str = "",
        brush: Brush | None = None,
    ) -> None:
        self.codes, self.chosen, self.name = codes, chosen, name
        begun, ended = sides.counted(codes, chosen, brush)
        self.total: Ints = begun[1][-1].astype(np.int64, copy=False)
        self.wide = len(codes.terms)
        """How many codes there are."""
        self.bare = not len(codes.codes)
        """Whether there is nothing to be counted."""
        first, last = sides.of(codes)
        names = [name and f"{side} {name}" for side in ("begun", "ended")]
        self.begun = OneSided(first, chosen, begun, sides.shelf, names[0])
        self.ended = OneSided(last, by_last, ended, sides.shelf, names[1])

    def touching(self, begun: int, ended: int) -> Ints:
        """Of the first `begun` rows by first day, less the first `ended` by last day."""
        if self.bare:
            return self.total
        counts: Ints = self.begun.before(begun) - self.ended.before(ended)
        return counts
