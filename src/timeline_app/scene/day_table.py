"""How many rows each lane has up to a day: looked up, never counted, whatever their number."""

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.model.event_table import Days, Mask

MOST_BUCKETS = 32_768
INKS = 10
"""The nine vectors, and none."""
_NAMELESS = np.iinfo(np.int64).min

Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False, slots=True)
class DayTable:
    """Buckets of 2^`power` days, the first with number `origin`; one for each lane in each.

    `upto[lane, i]` is the place, among the rows of all lanes, at which the rows of a lane in bucket
    `origin + i` begin; the last column is where they end. `inked[lane][i, ink]` counts, for lanes
    without a colour of their own, the rows of each ink before bucket i. `best[lane, i]` is the
    most important row of a bucket, or -1.
    """

    power: int
    origin: int
    upto: NDArray[np.int32]
    inked: dict[int, NDArray[np.int32]]
    best: NDArray[np.int32]

    @property
    def end(self) -> int:
        """The number of the bucket after the last."""
        return self.origin + int(self.upto.shape[1]) - 1

    def covers(self, first: int, end: int) -> bool:
        """Whether the days from `first` up to `end` lie within."""
        return self.origin <= first >> self.power and end - 1 >> self.power < self.end

    def column(self, days: Days) -> Ints:
        """The bucket in which each day lies; days outside at the ends."""
        column: Ints = np.clip((days >> self.power) - self.origin, 0, self.upto.shape[1] - 1)
        return column


def power_for(first: int, last: int) -> int:
    """The smallest power with which MOST_BUCKETS buckets hold all these days."""
    power = 0
    while (last >> power) - (first >> power) >= MOST_BUCKETS:
        power += 1
    return power


def places_in(sorted_days: Days, origin: int, buckets: int, power: int) -> NDArray[np.intp]:
    """Where each bucket begins among days in order; one more place than buckets."""
    edges = (origin + np.arange(buckets + 1, dtype=np.int64)) << power
    return np.searchsorted(sorted_days, edges)


def best_in(
    rows: NDArray[np.int32],
    importance: NDArray[np.int32],
    places: NDArray[np.intp],
    named: Mask,
) -> NDArray[np.int32]:
    """Of the `named` rows between each two places the most important one, the earliest of equals;
    -1 for none."""
    best = np.full(len(places) - 1, -1, np.int32)
    filled = np.flatnonzero(places[1:] > places[:-1])
    if len(filled):
        weight = (importance.astype(np.int64) << 32) - rows
        weight[~named] = _NAMELESS
        starts = places[filled]
        most = np.maximum.reduceat(weight[: places[-1]], starts)
        best[filled] = np.where(most == _NAMELESS, -1, -most & 0xFFFFFFFF)
    return best
