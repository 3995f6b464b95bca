"""The whole archive in columns of equal stretches of the calendar, and what of it passes."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline_app.dates.civil import date_of, day_of
from timeline_app.model.event_table import Days, Mask
from timeline_app.model.view import View
from timeline_app.scene.time_scale import TimeScale

LEAST_COLUMN_PX = 8.0
MONTH_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000, 60_000)
_DAYS_A_MONTH = 30.436875


@dataclass(frozen=True, eq=False, slots=True)
class Columns:
    """n columns; column i covers the days from `edges[i]` up to `edges[i + 1]`. `column[row]` is
    the column of each row, n for those outside."""

    edges: Days
    column: NDArray[np.int64]

    def counts(self, mask: Mask | None = None) -> NDArray[np.int64]:
        """How many rows (of those in `mask`) each column holds."""
        inside = self.column if mask is None else self.column[mask]
        return np.bincount(inside, minlength=len(self.edges))[: len(self.edges) - 1]


def columns_of(anchor: Days, home: View, scale: TimeScale) -> Columns:
    """Columns over `home`, each LEAST_COLUMN_PX wide or wider; `anchor` is each row's day."""
    least = LEAST_COLUMN_PX / scale.px_per_day / _DAYS_A_MONTH
    months = next((m for m in MONTH_STEPS if m >= least), MONTH_STEPS[-1])
    while months < least:  # ages: there are years with nine figures
        months *= 10
    edges = np.array(list(_edges(home, months)), np.int64)
    return bin_by(anchor, edges)


def bin_by(anchor: Days, edges: Days) -> Columns:
    """Columns with these edges."""
    column = np.searchsorted(edges, anchor, side="right") - 1
    outside = (column < 0) | (column >= len(edges) - 1)
    return Columns(edges, np.where(outside, len(edges) - 1, column))


def _edges(home: View, months: int) -> Iterator[int]:
    year, month, _ = date_of(int(np.floor(home.first)))
    count = (year * 12 + month - 1) // months * months
    while True:
        day = day_of(count // 12, count % 12 + 1, 1)
        yield day
        if day > home.end:
            return
        count += months
