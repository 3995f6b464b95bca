"""The whole archive in columns of equal stretches of the calendar, and what of it passes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.event_table import Days, Mask
from timeline_app.model.overview_counts import (
    LEAST_COLUMN_PX,
    OverviewCounts,
    edges_of,
    kept_step,
    step_of,
    stretch_of,
)
from timeline_app.model.view import View
from timeline_app.scene.time_scale import TimeScale


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
    edges = edges_of(home, step_of(LEAST_COLUMN_PX / scale.px_per_day))
    return bin_by(anchor, np.array(edges, np.int64))


def counts_of(anchor: Days, home: View) -> OverviewCounts:
    """What is kept of an archive for the first frame of the next sitting."""
    months = kept_step(home)
    edges = np.array(edges_of(home, months), np.int64)
    counts = bin_by(anchor, edges).counts()
    return OverviewCounts(home, months, stretch_of(int(edges[0]), months), tuple(counts.tolist()))


def bin_by(anchor: Days, edges: Days) -> Columns:
    """Columns with these edges."""
    column = np.searchsorted(edges, anchor, side="right") - 1
    outside = (column < 0) | (column >= len(edges) - 1)
    return Columns(edges, np.where(outside, len(edges) - 1, column))
