"""Counts of many columns side by side for the days that a brush is expected on.

A move of the brush is then one row of numbers less another, whatever the table's size and however
many columns follow it: the "data tiles" of Falcon (Moritz, Howe and Heer, CHI 2019), all in one.
"""

from collections.abc import Mapping
from typing import Generic, TypeVar

import numpy as np

from timeline_app.crossfilter.tally import Tally, most_places
from timeline_app.model.codes import Ints

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
        places = _places(begun, n), _places(ended, n)
        wide = 0
        for of, tally in tallies.items():
            if max(map(len, places)) <= most_places(tally.wide):
                self.columns[of] = slice(wide, wide + tally.wide)
                wide += tally.wide
        kind = np.int32 if n < FEW_ROWS else np.int64
        self._begun, self._ended = (np.empty((len(side), wide), kind) for side in places)
        for of, tally in tallies.items():
            here = self.columns.get(of)
            tally.expect(*places, here and (self._begun[:, here], self._ended[:, here]))
        self._begun_at, self._ended_at = (
            dict(zip(days.tolist(), side.searchsorted(at).tolist(), strict=True))
            for side, at in zip(places, (begun, ended), strict=True)
        )

    def touching(self, first: int, last: int) -> Ints | None:
        """How many entries of each code touch the days from `first` to `last`, of all `columns` in
        one row; None where the cube was not made for these days."""
        begun, ended = self._begun_at.get(last), self._ended_at.get(first)
        if begun is None or ended is None:
            return None
        counts: Ints = self._begun[begun] - self._ended[ended]
        return counts


def _places(rows: Ints, n: int) -> Ints:
    """These numbers of rows, each once, between 0 and all."""
    return np.unique(np.concatenate(([0], rows, [n])))
