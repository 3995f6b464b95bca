"""The bars of the chart under the lanes: years, and decades, centuries and longer where a year
would be too thin to be seen. Never less than a year: what is dated to one has no month."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from timeline_app.dates.civil import date_of, day_of
from timeline_app.model.event_table import Days
from timeline_app.model.view import View
from timeline_app.scene.ticks import DAYS_A_YEAR

LEAST_BAR_PX = 4.0
MOST_BARS = 3000
_BLOCK = 1000


def bar_years(px_per_day: float) -> int:
    """How many years one bar counts: 1, 10, 100 and so on, so that it is LEAST_BAR_PX wide."""
    years = 1
    while years * DAYS_A_YEAR * px_per_day < LEAST_BAR_PX:
        years *= 10
    return years


def bar_edges(home: View, view: View, years: int) -> Days:
    """The first days of all bars of so many calendar years that touch `home`, and of the one after.

    Of more than MOST_BARS only those in and about `view`, by the thousand: so they stay the same
    over many a pan.
    """
    low, high = _whole(_years(home.first, home.end), years)
    if (high - low) // years > MOST_BARS:
        first, last = _years(max(home.first, view.first), min(home.end, view.end))
        seen = _whole((min(first, last), max(first, last)), years * _BLOCK)
        low, high = max(low, seen[0]), min(high, seen[1])
    return _edges(low, high, years)


@lru_cache(maxsize=4)
def _edges(low: int, high: int, years: int) -> Days:
    """Kept, since every frame of a pan asks for the same."""
    edges = np.array([day_of(year, 1, 1) for year in range(low, high + 1, years)], np.int64)
    edges.flags.writeable = False
    return edges


def _years(first: float, end: float) -> tuple[int, int]:
    return date_of(int(np.floor(first)))[0], date_of(int(np.floor(end)))[0]


def _whole(years: Sequence[int], step: int) -> tuple[int, int]:
    """The stretch of whole steps that holds these years; it ends where the next would begin."""
    return years[0] // step * step, (years[1] // step + 1) * step
