"""Calendar months as blocks: what happens in one month hangs together more than what does not."""

import numpy as np
from numpy.typing import NDArray

from timeline_app.analysis.engagement import Engagement
from timeline_app.dataclass import dataclass
from timeline_app.dates import civil

BAND_MONTHS = 36
"""So long is a window that slides over the years."""

DRAWS = 2000
"""So often months are drawn or dealt out anew."""

MOST_MONTHS = 36_000
"""A period of more months (three thousand years) is not weighed month by month."""

LEAST_FILLED = 20
"""Under so many months with something in them no interval is given."""

Sums = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both within."""

    first: int
    last: int

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"a period that ends ({self.last}) before it begins ({self.first})")

    @property
    def days(self) -> int:
        """How many days it has."""
        return self.last - self.first + 1


@dataclass(frozen=True, eq=False, slots=True)
class Blocks:
    """The calendar months of a period, empty ones too, and what lies in each.

    `weights` (M x 7) is what the months give to the partners, `touching` (M x 9) how many
    occurrences touch each vector, `n` (M) how many occurrences have a partner, `every` (M) how many
    there are at all.
    """

    weights: Sums
    touching: Sums
    n: Sums
    every: Sums

    def __len__(self) -> int:
        return len(self.n)

    @property
    def filled(self) -> int:
        """Months that hold an occurrence with a partner."""
        return int((self.n > 0).sum())

    @property
    def enough(self) -> bool:
        """Whether an interval can be given."""
        return self.filled >= LEAST_FILLED


def months_in(*periods: Period) -> int:
    """How many calendar months these periods touch, each by itself, however long they are."""
    ends = [(civil.date_of(one.first), civil.date_of(one.last)) for one in periods]
    return sum(12 * (b[0] - a[0]) + b[1] - a[1] + 1 for a, b in ends)


def month_starts(period: Period) -> NDArray[np.int64]:
    """The first day of each month of the period; of the first one the period's own."""
    year, month, _ = civil.date_of(period.first)
    starts = [period.first]
    while True:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        start = civil.day_of(year, month, 1)
        if start > period.last:
            return np.array(starts, np.int64)
        starts.append(start)


def blocks_of(events: Engagement, period: Period) -> Blocks:
    """What may lie within the period, by the month in which the middle of its days there falls."""
    inside = events.among(events.touching(period.first, period.last))
    starts = month_starts(period)
    first = np.maximum(inside.first, period.first)
    last = np.minimum(inside.last, period.last)
    month = np.searchsorted(starts, (first + last) // 2, side="right") - 1
    partnered = inside.with_partner.astype(np.float64)
    return Blocks(
        weights=_summed(inside.weights, month, len(starts)),
        touching=_summed(inside.vectors.astype(np.float64), month, len(starts)),
        n=_summed(partnered[:, None], month, len(starts))[:, 0],
        every=_summed(np.ones((len(month), 1)), month, len(starts))[:, 0],
    )


def _summed(values: Sums, month: NDArray[np.int64], months: int) -> Sums:
    """Columns of `values` added up by month."""
    return np.column_stack(
        [np.bincount(month, column, months) for column in np.ascontiguousarray(values.T)]
    )
