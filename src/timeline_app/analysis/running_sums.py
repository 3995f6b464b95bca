"""What occurrences give, added up once, so that any period after costs two look-ups.

What may lie within a period is what begins before its end, less what ends before its beginning:
two sums that were made ahead, by first day and by last. They are whole numbers, and so exact.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.analysis.engagement import PARTNERS, Engagement
from timeline_app.analysis.shares import Floats, shares_of
from timeline_app.dataclass import dataclass
from timeline_app.model.columns import VECTORS
from timeline_app.model.event_table import Days

_WHOLE = 420
"""An occurrence with k partners gives 1/k to each: 420/k is a whole number for every k up to 7."""

Counts = NDArray[np.int64]


@dataclass(frozen=True, eq=False, slots=True)
class Sums:
    """Of p periods: `weights` (p x 7) given to the partners, `touching` (p x 9) occurrences that
    touch each vector, `n` (p) those with a partner, `every` (p) all that count."""

    weights: Floats
    touching: Counts
    n: Counts
    every: Counts

    @property
    def shares(self) -> Floats:
        """Of the seven (p x 7); NaN where there is nothing."""
        return shares_of(self.weights)

    @property
    def beside(self) -> Floats:
        """What is regional or multilateral, as parts of all that count (p x 2)."""
        every = self.every[:, None]
        part = np.full((len(self.every), len(VECTORS) - len(PARTNERS)), np.nan)
        np.divide(self.touching[:, len(PARTNERS) :], every, out=part, where=every > 0)
        return part


class RunningSums:
    """The sums of m occurrences, by first and by last day."""

    def __init__(self, events: Engagement) -> None:
        whole = np.rint(events.weights * _WHOLE)
        ones = np.ones((len(events), 1), np.int32)
        columns = (whole, events.vectors, events.with_partner[:, None], ones)
        gives = np.concatenate([np.asarray(one, np.int32) for one in columns], axis=1)
        by_last = np.argsort(events.last, kind="stable")
        self._first, self._last = events.first, events.last[by_last]
        self._begun, self._ended = _added(gives), _added(gives[by_last])
        self._ends = events.last

    def over(self, first: Days, last: Days) -> Sums:
        """What may lie within each of the periods from `first` to `last` (p each)."""
        begun = np.searchsorted(self._first, last, side="right")
        ended = np.searchsorted(self._last, first, side="left")
        return _sums(self._begun[begun] - self._ended[ended])

    def over_two(self, a: tuple[int, int], b: tuple[int, int]) -> tuple[Sums, Sums]:
        """What may lie in one of two periods alone: what may lie in both is in neither."""
        begun = np.searchsorted(self._first, min(a[1], b[1]), side="right")
        rows = np.flatnonzero(self._ends[:begun] >= max(a[0], b[0]))
        both = (self._begun[rows + 1] - self._begun[rows]).sum(axis=0)[None]
        firsts, lasts = np.array([a, b], np.int64).T
        begun = np.searchsorted(self._first, lasts, side="right")
        ended = np.searchsorted(self._last, firsts, side="left")
        found = self._begun[begun] - self._ended[ended] - both
        return _sums(found[:1]), _sums(found[1:])


def _sums(found: NDArray[np.integer[Any]]) -> Sums:
    counts: Counts = found.astype(np.int64)
    k, v = len(PARTNERS), len(VECTORS)
    return Sums(counts[:, :k] / _WHOLE, counts[:, k : k + v], counts[:, -2], counts[:, -1])


def _added(gives: NDArray[np.int32]) -> NDArray[np.integer[Any]]:
    """Row i holds the sum of the first i rows, in half the room where that is enough for it."""
    enough = _WHOLE * len(gives) <= np.iinfo(np.int32).max
    upto = np.zeros((len(gives) + 1, gives.shape[1]), np.int32 if enough else np.int64)
    np.cumsum(gives, axis=0, out=upto[1:])
    return upto
