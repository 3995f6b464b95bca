"""How many rows each lane has up to a day: looked up, never counted, whatever their number."""

from dataclasses import field

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

    `_most[lane, power]` keeps how these rows weigh in buckets of 2^power days of this table or
    wider ones, and the number of the first: a lane is looked through once for all frames.
    """

    power: int
    origin: int
    upto: NDArray[np.int32]
    inked: dict[int, NDArray[np.int32]]
    best: NDArray[np.int32]
    _most: dict[tuple[int, int], tuple[Ints, int]] = field(default_factory=dict)

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

    def best_of(self, lane: int, buckets: Ints, power: int, importance: NDArray[np.int32]) -> Ints:
        """The most important row of each of these buckets of 2^power days, which are no narrower
        than the table's, the earliest of equals; -1 for none."""
        most, origin = self._weights(lane, power, importance)
        at = buckets - origin
        inside = (at >= 0) & (at < len(most))
        weight = np.where(inside, most[np.where(inside, at, 0)], _NAMELESS)
        return _rows_of(weight)

    def _weights(self, lane: int, power: int, importance: NDArray[np.int32]) -> tuple[Ints, int]:
        key = lane, power
        if key not in self._most:
            if power == self.power:
                rows = self.best[lane]
                some = np.flatnonzero(rows >= 0)
                weight = np.full(len(rows), _NAMELESS, np.int64)
                weight[some] = _weigh(rows[some], importance[rows[some]])
                self._most[key] = weight, self.origin
            else:
                self._most[key] = _paired(*self._weights(lane, power - 1, importance))
        return self._most[key]


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
        weight = _weigh(rows, importance)
        weight[~named] = _NAMELESS
        starts = places[filled]
        most = np.maximum.reduceat(weight[: places[-1]], starts)
        best[filled] = _rows_of(most)
    return best


def _weigh(rows: NDArray[np.int32], importance: NDArray[np.int32]) -> Ints:
    """A number for each row, the larger the more important it is, or the earlier of equals."""
    weight: Ints = (importance.astype(np.int64) << 32) - rows
    return weight


def _rows_of(weight: Ints) -> Ints:
    """The rows that weigh so much."""
    rows: Ints = np.where(weight == _NAMELESS, -1, -weight & 0xFFFFFFFF)
    return rows


def _paired(weight: Ints, origin: int) -> tuple[Ints, int]:
    """What weighs most in buckets twice as wide, and the number of the first."""
    before = origin & 1
    pairs = np.full((before + len(weight) + 1) // 2 * 2, _NAMELESS, np.int64)
    pairs[before : before + len(weight)] = weight
    return pairs.reshape(-1, 2).max(axis=1), origin >> 1
