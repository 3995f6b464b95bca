"""The vector balance of a period: shares with intervals, how many stand behind them, the balance.

Shares of the seven partners sum to 1. Multilateral and Regional stand beside them, as parts of all
occurrences that count.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from timeline_app.analysis.engagement import Engagement
from timeline_app.analysis.months import BAND_MONTHS as BAND_MONTHS
from timeline_app.analysis.months import Period, blocks_of
from timeline_app.analysis.resampling import DRAWS, SEED, Intervals
from timeline_app.analysis.share_intervals import balance_interval, share_intervals
from timeline_app.analysis.shares import LEAST_FOR_BALANCE
from timeline_app.dataclass import dataclass
from timeline_app.dates import civil


@dataclass(frozen=True, eq=False, slots=True)
class Balance:
    """What a period shows.

    `shares` are the seven with their intervals; `touching` (9) how many occurrences touch each
    vector; `n` how many have a partner, `every` how many count at all; `filled` months hold one
    with a partner. `balance` is one figure with its interval, NaN where `n` is too few for it.
    """

    period: Period
    shares: Intervals
    touching: NDArray[np.int64]
    n: int
    every: int
    filled: int
    balance: Intervals


def balance_over(
    events: Engagement, period: Period, seed: int = SEED, draws: int = DRAWS
) -> Balance:
    """The balance of what may lie within the period. The same seed gives the same intervals."""
    blocks = blocks_of(events, period)
    n = int(blocks.n.sum())
    if n < LEAST_FOR_BALANCE:
        nothing = np.full(1, np.nan)
        of_balance = Intervals(nothing, nothing, nothing)
    else:
        of_balance = balance_interval(blocks, seed, draws)
    return Balance(
        period=period,
        shares=share_intervals(blocks, seed, draws),
        touching=blocks.touching.sum(axis=0).astype(np.int64),
        n=n,
        every=int(blocks.every.sum()),
        filled=blocks.filled,
        balance=of_balance,
    )


def windows(period: Period, months: int = BAND_MONTHS) -> Iterator[Period]:
    """All stretches of so many months within the period, one a month, each from a month's first
    day."""
    year, month, day = civil.date_of(period.first)
    start = period.first if day == 1 else civil.months_later(civil.day_of(year, month, 1), 1)
    while (end := civil.months_later(start, months) - 1) <= period.last:
        yield Period(start, end)
        start = civil.months_later(start, 1)


def years_of(period: Period) -> Iterator[Period]:
    """The calendar years of a period; the first and the last as far as it goes."""
    for year in range(civil.date_of(period.first)[0], civil.date_of(period.last)[0] + 1):
        first, last = civil.day_of(year, 1, 1), civil.day_of(year, 12, 31)
        yield Period(max(first, period.first), min(last, period.last))
