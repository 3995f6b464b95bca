"""Buckets of 2^n days counted from day 0, and the events stacked in them.

They are aligned to the calendar's day 0, not to the window, so nothing shimmers while one pans; one
step closer each bucket parts into its left and right half.
"""

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.model.event_table import Days

LEAST_PX = 4.0
RANK_BITS = 37
"""A rank, below or above zero, needs fewer bits than one less than these."""


def bucket_power(px_per_day: float, least_px: float = LEAST_PX) -> int:
    """The n of the smallest bucket of 2^n days that is `least_px` wide or wider."""
    return max(0, int(np.ceil(np.log2(least_px / px_per_day))))


@dataclass(frozen=True, eq=False, slots=True)
class Stacks:
    """The rows of one lane in buckets of 2^`power` days.

    `bucket` holds the k buckets that are not empty, ascending; bucket i holds
    `rows[start[i]:start[i + 1]]`, from the foot of the stack up: passing sure ones lowest, then
    passing unsure ones, then those coded by a program, then ghosts. `passing[i]` of them pass.
    """

    power: int
    bucket: NDArray[np.int64]
    start: NDArray[np.int64]
    rows: NDArray[np.int64]
    passing: NDArray[np.int64]

    @property
    def count(self) -> NDArray[np.int64]:
        """How many rows each bucket holds."""
        counts: NDArray[np.int64] = np.diff(self.start)
        return counts

    @property
    def first_day(self) -> Days:
        """The first day of each bucket."""
        return self.bucket << self.power

    def visible(self, first: float, end: float) -> slice:
        """The buckets that touch the days from `first` to `end`."""
        low = int(np.floor(first)) >> self.power
        high = (int(np.ceil(end)) - 1) >> self.power
        left, right = np.searchsorted(self.bucket, (low, high + 1))
        return slice(int(left), int(right))
