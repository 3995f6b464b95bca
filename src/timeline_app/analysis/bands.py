"""The balance as it slides over the years: a window at every month, and years that share no day.

The intervals of the windows are pointwise: each covers its own share, not the whole line at once,
and neighbours share most of their events. The years beside them share none and have no interval.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from timeline_app.analysis.balance import balance_over, windows, years_of
from timeline_app.analysis.engagement import PARTNERS, Engagement
from timeline_app.analysis.months import Period
from timeline_app.analysis.resampling import DRAWS, SEED
from timeline_app.analysis.running_sums import RunningSums, Sums
from timeline_app.analysis.shares import LEAST_FOR_BALANCE, Floats, balance_of
from timeline_app.dataclass import dataclass
from timeline_app.model.event_table import Days


@dataclass(frozen=True, eq=False, slots=True)
class Slid:
    """p stretches from `first` to `last` (p days each), by time, and what lies in each."""

    first: Days
    last: Days
    sums: Sums

    def __len__(self) -> int:
        return len(self.first)

    @property
    def middle(self) -> Floats:
        """Where each stands on the axis: the middle of its days."""
        return np.asarray((self.first + self.last + 1) / 2, np.float64)


@dataclass(frozen=True, eq=False, slots=True)
class Bands:
    """The seven shares and the balance as they slide within `period`.

    `low`, `high` (w x 7) bound the shares of the windows, `balance_low`, `balance_high` (w) their
    balances; NaN where there is no interval, or not yet: those of the first `known` windows are
    there. `balance` (w) is NaN where the occurrences are too few.
    """

    period: Period
    months: int
    windows: Slid
    years: Slid
    balance: Floats
    low: Floats
    high: Floats
    balance_low: Floats
    balance_high: Floats
    known: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether every interval is there."""
        return self.known >= len(self.windows)


MOST_WINDOWS = 1_000
"""Where centuries are covered windows stand further apart than a month; so many are drawn."""


def bands_of(sums: RunningSums, period: Period, months: int) -> Bands:
    """Every window of so many months, and every year, without intervals yet."""
    every = list(windows(period, months))
    step = max(1, -(-len(every) // MOST_WINDOWS))
    slid = slid_over(sums, every[::step])
    nothing = np.full((len(slid), len(PARTNERS)), np.nan)
    none = np.full(len(slid), np.nan)
    found = slid.sums
    balance = np.where(
        found.n >= LEAST_FOR_BALANCE, balance_of(found.weights, np.maximum(found.n, 1)), np.nan
    )
    years = slid_over(sums, list(years_of(period)))
    return Bands(period, months, slid, years, balance, nothing, nothing, none, none)


def slid_over(sums: RunningSums, periods: Sequence[Period]) -> Slid:
    """What lies in each of these."""
    first = np.array([one.first for one in periods], np.int64)
    last = np.array([one.last for one in periods], np.int64)
    return Slid(first, last, sums.over(first, last))


def with_intervals(
    bands: Bands, events: Engagement, count: int, seed: int = SEED, draws: int = DRAWS
) -> Bands:
    """The same with the intervals of the next `count` windows; those of a window are the ones of
    `balance_over`."""
    end = min(bands.known + count, len(bands.windows))
    low, high = bands.low.copy(), bands.high.copy()
    balance_low, balance_high = bands.balance_low.copy(), bands.balance_high.copy()
    for n in range(bands.known, end):
        window = Period(int(bands.windows.first[n]), int(bands.windows.last[n]))
        found = balance_over(events, window, seed, draws)
        low[n], high[n] = found.shares.low, found.shares.high
        balance_low[n], balance_high[n] = found.balance.low[0], found.balance.high[0]
    return replace(
        bands,
        low=low,
        high=high,
        balance_low=balance_low,
        balance_high=balance_high,
        known=end,
    )
