"""Counts of many columns side by side for the days that a brush is expected on.

A move of the brush is then one row of numbers less another, whatever the table's size and however
many columns follow it: the "data tiles" of Falcon (Moritz, Howe and Heer, CHI 2019), all in one.
"""

from collections.abc import Mapping
from typing import Generic, TypeVar

import numpy as np

from timeline_app.crossfilter.counted_up import Counted, add_up
from timeline_app.crossfilter.tally import OneSided, Tally, most_places
from timeline_app.model.codes import Ints
from timeline_app.model.distinct import distinct

Of = TypeVar("Of")

FEW_ROWS = 2**24
"""The counts of so many rows are kept in short numbers: none holds more than a hundred terms."""


class Cube(Generic[Of]):
    """The counts of these tallies for `days` (ascending) of which so many rows have `begun` by the
    end of each, and so many `ended` before it, of `n` rows.

    `columns` says which stretch of a row belongs to which tally. One of so many terms that it
    cannot be kept for all days is in none.
    """

    def __init__(
        self, tallies: Mapping[Of, Tally], days: Ints, begun: Ints, ended: Ints, n: int
    ) -> None:
        self.days, self.of = days, frozenset(tallies)
        self.columns: dict[Of, slice] = {}
        begins, ends = (distinct(np.concatenate(([0], rows, [n]))) for rows in (begun, ended))
        wide = 0
        for of, tally in tallies.items():
            if max(len(begins), len(ends)) <= most_places(tally.wide):
                self.columns[of] = slice(wide, wide + tally.wide)
                wide += tally.wide
        self._begun = self._kept({of: tally.begun for of, tally in tallies.items()}, begins)
        self._ended = self._kept({of: tally.ended for of, tally in tallies.items()}, ends)
        self._begun_at, self._ended_at = (
            dict(zip(days.tolist(), places.searchsorted(rows).tolist(), strict=True))
            for places, rows in ((begins, begun), (ends, ended))
        )

    def touching(self, first: int, last: int) -> Ints | None:
        """How many entries of each code touch the days from `first` to `last`, of all `columns` in
        one row; None where the cube was not made for these days."""
        begun, ended = self._begun_at.get(last), self._ended_at.get(first)
        if begun is None or ended is None:
            return None
        counts: Ints = self._begun[begun] - self._ended[ended]
        return counts

    def _kept(self, sides: Mapping[Of, OneSided], places: Ints) -> Counted:
        """The counts before these places, which each side keeps its own of."""
        wide = sum(here.stop - here.start for here in self.columns.values())
        kind = np.int32 if places[-1] < FEW_ROWS else np.int64
        counts = np.zeros((len(places), wide), kind)
        for of, side in sides.items():
            if of in self.columns:
                side.bring(places, counts, self.columns[of].start)
            else:
                side.expect(places)
        add_up(counts)
        for of, here in self.columns.items():
            sides[of].keep(places, counts[:, here])
        return counts
