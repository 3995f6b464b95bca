"""All that the lanes have to show, made ready once for every change of filter, lanes or notes."""

from collections.abc import Set
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from timeline_app.crossfilter.passing import Passing
from timeline_app.lanes.lane import Lane, Lanes
from timeline_app.model.event_table import Days, Mask
from timeline_app.scene.buckets import Stacks, stacked
from timeline_app.scene.shapes import Shapes

Rows = NDArray[np.int64]


@dataclass(frozen=True, eq=False, slots=True)
class LaneRows:
    """The rows of a lane that are drawn, by first day; `reach` is the last day touched so far.

    `passing` counts those that pass.
    """

    lane: Lane
    rows: Rows
    first: Days
    reach: Days
    last: Days
    passing: int

    def touching(self, first: float, end: float) -> Rows:
        """The rows whose outer span touches the days between, in order."""
        low = int(np.searchsorted(self.reach, int(np.floor(first))))
        high = int(np.searchsorted(self.first, int(np.ceil(end))))
        inside = self.last[low:high] >= int(np.floor(first))
        return self.rows[low:high][inside]


@dataclass(frozen=True, eq=False, slots=True)
class Content:
    """`passing` marks the rows that pass; ghosts are drawn but do not. `home[row]` is the lane that
    carries the row's label (its first); `noted` marks the rows with a note; `rank` orders a stack
    from the foot up; `found` says that what passes was searched for. Stacks are made on first use
    and kept."""

    shapes: Shapes
    lanes: tuple[LaneRows, ...]
    passing: Mask
    home: NDArray[np.int64]
    noted: Mask
    rank: Rows
    found: bool = False
    _stacks: dict[tuple[int, int], Stacks] = field(default_factory=dict)

    def stacks(self, lane: int, power: int) -> Stacks:
        """The stacks of one lane in buckets of 2^power days."""
        key = (lane, power)
        if key not in self._stacks:
            rows = self.lanes[lane].rows
            made = stacked(rows, power, self.shapes.anchor, self.rank, self.passing)
            self._stacks[key] = made
        return self._stacks[key]

    def ink(self, lane: int, rows: Rows) -> NDArray[np.int16]:
        """The vector whose colour each row wears in this lane; 9 for none."""
        vector = self.lanes[lane].lane.vector
        if vector >= 0:
            return np.full(len(rows), vector, np.int16)
        own = self.shapes.vector[rows].astype(np.int16)
        return np.where(own < 0, np.int16(9), own)


def content_of(
    shapes: Shapes, lanes: Lanes, passing: Passing, noted: Set[int], found: bool = False
) -> Content:
    """What these lanes show under this filter; `noted` are occurrence numbers, `found` says that
    the filter holds a search."""
    table = shapes.table
    mask = passing.mask
    shown = mask | passing.outside_span
    grade = np.where(mask, 0, 4) + np.where(shapes.machine, 2, 0) + np.where(shapes.unsure, 1, 0)
    rank = (grade.astype(np.int64) << 33) - table.importance
    home = np.full(len(table), -1, np.int64)
    for i, lane in reversed(list(enumerate(lanes.lanes))):
        home[lane.rows] = i
    noted_rows = np.isin(table.occurrence, np.array(sorted(noted), np.int64))
    made = tuple(_lane_rows(lane, shapes, shown, mask) for lane in lanes.lanes)
    return Content(shapes, made, mask, home, noted_rows, rank, found)


def _lane_rows(lane: Lane, shapes: Shapes, shown: Mask, mask: Mask) -> LaneRows:
    rows = lane.rows[shown[lane.rows]]
    last = shapes.table.last[rows]
    return LaneRows(
        lane=lane,
        rows=rows,
        first=shapes.table.first[rows],
        reach=np.maximum.accumulate(last) if len(last) else last,
        last=last,
        passing=int(np.count_nonzero(mask[lane.rows])),
    )
