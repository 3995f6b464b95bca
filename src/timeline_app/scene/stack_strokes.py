"""Cells and columns of one lane as rectangles: one cell an event, or a column whose height is the
root of their number."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline_app.scene.buckets import Stacks
from timeline_app.scene.content import Content
from timeline_app.scene.display_list import Ink, SpotKind, Strokes
from timeline_app.scene.stack_labels import Skyline
from timeline_app.scene.time_scale import TimeScale

CELL_GAP = 1
FOOT_PX = 3
_THROUGH_PX = 2
_HEAD_PX = 2
_LEAST_MEASURE = 4
"""Where a lane holds next to nothing, one event is no full column yet."""

Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False, slots=True)
class StackFrame:
    """The stacks of a lane that are in sight: `x` and `width` of each, in whole pixels; `cut` are
    those that the left edge cuts."""

    lane: int
    stacks: Stacks
    seen: slice
    x: Ints
    width: Ints
    cut: NDArray[np.bool_]

    @property
    def count(self) -> Ints:
        """How many events each holds."""
        return self.stacks.count[self.seen]

    @property
    def rows(self) -> Ints:
        """The events of all of them, stack by stack, from the foot up."""
        start = self.stacks.start
        return self.stacks.rows[int(start[self.seen.start]) : int(start[self.seen.stop])]

    @property
    def stack_of(self) -> Ints:
        """For each of `rows`, which stack of this frame it stands in."""
        return np.repeat(np.arange(len(self.x)), self.count)


def stack_frame(content: Content, lane: int, power: int, scale: TimeScale) -> StackFrame:
    """What stands between the scale's edges; a bucket cut by an edge is left out of neither side,
    its pixels are clipped."""
    stacks = content.stacks(lane, power)
    seen = stacks.visible(scale.first, scale.end)
    day = stacks.first_day[seen]
    left = np.rint(scale.xs(day)).astype(np.int64)
    right = np.rint(scale.xs(day + (1 << power))).astype(np.int64)
    gap = np.where(right - left > 3, 1, 0)
    low, high = int(scale.left_px), int(scale.right_px)
    begin = np.clip(left, low, high)
    width = np.clip(np.maximum(right - gap, left + 2), low, high) - begin
    return StackFrame(lane, stacks, seen, begin, width, left < low)


def draw_cells(
    strokes: Strokes, content: Content, frame: StackFrame, foot: float, unit: int
) -> Skyline:
    """One cell an event, stacked from `foot` up; says what sky is left."""
    rows, counts, of_stack = frame.rows, frame.count, frame.stack_of
    step = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
    x, width = frame.x[of_stack], frame.width[of_stack]
    y = foot - FOOT_PX - (step + 1) * (unit + CELL_GAP)
    _cells(strokes, content, frame.lane, rows, np.stack((x, y, width), 1), unit)
    bounds = np.stack((x, y, x + width, y + unit + CELL_GAP), 1).astype(np.float32)
    strokes.spots(bounds, SpotKind.CELL, frame.lane, rows, np.ones(len(rows), np.int64))
    tops = foot - FOOT_PX - counts * (unit + CELL_GAP)
    return _skyline(frame, tops)


def _cells(
    strokes: Strokes, content: Content, lane: int, rows: Ints, place: Ints, unit: int
) -> None:
    """Ghosts in hair, sure ones whole, unsure ones parted in their middle, coded ones hollow."""
    passing, machine = content.passing[rows], content.shapes.machine[rows]
    ink = np.where(passing, content.ink(lane, rows), np.int16(Ink.HAIR))
    x, y, width = place.T
    height = np.full(len(rows), unit)
    solid = ~(machine & passing & (unit >= 3))
    parted = content.shapes.unsure[rows] & passing & (width >= 3) & solid
    half = np.where(width >= 5, (width - 1) // 2, 1)
    whole = np.where(parted, half, width)
    bounds = np.stack((x, y, whole, height), 1).astype(np.float32)
    strokes.rects(bounds[solid], ink[solid])
    rest = np.stack((x + width - half, y, half, height), 1).astype(np.float32)
    strokes.rects(rest[parted], ink[parted])
    strokes.outlines(bounds[~solid], ink[~solid])


def draw_passing_through(
    strokes: Strokes,
    content: Content,
    frame: StackFrame,
    touching: Ints,
    foot: float,
    scale: TimeScale,
) -> None:
    """Events that touch the days in sight but stand on a day outside: a line along the foot of the
    lane, as long as they last."""
    bucket = content.shapes.anchor[touching] >> frame.stacks.power
    seen = frame.stacks.bucket[frame.seen]
    low, high = (seen[0], seen[-1]) if len(seen) else (1, 0)
    rows = touching[(bucket < low) | (bucket > high)]
    if not len(rows):
        return
    table = content.shapes.table
    left = np.clip(scale.xs(table.first[rows]), scale.left_px, scale.right_px)
    right = np.clip(scale.xs(table.last[rows] + 1), scale.left_px, scale.right_px)
    width = np.maximum(right - left, 2)
    top = np.full(len(rows), foot - _THROUGH_PX)
    ink = np.where(content.passing[rows], content.ink(frame.lane, rows), np.int16(Ink.HAIR))
    bars = np.stack((left, top, width, np.full(len(rows), _THROUGH_PX)), 1)
    strokes.rects(bars.astype(np.float32), ink)
    whole = (left.min(), foot - FOOT_PX, (left + width).max(), foot + 1)
    spot = np.array([whole], np.float32)
    strokes.spots(spot, SpotKind.COLUMN, frame.lane, rows, np.array([len(rows)]))


def draw_columns(
    strokes: Strokes, content: Content, frame: StackFrame, foot: float, room: float
) -> Skyline:
    """Solid columns, their height by the square root of the number over the lane's third largest;
    what does not pass stands as `hair` on top. A column too high for its lane is notched."""
    counts = frame.count
    every = frame.stacks.count
    third = max(_LEAST_MEASURE, np.sort(every)[-min(3, len(every))] if len(every) else 0)
    most = max(1.0, room - FOOT_PX - _HEAD_PX)
    wanted = np.rint(np.sqrt(counts / third) * most)
    height = np.clip(wanted, 1, most).astype(np.int64)
    passing = frame.stacks.passing[frame.seen]
    lit = np.rint(height * passing / np.maximum(counts, 1)).astype(np.int64)
    lit = np.where(passing > 0, np.maximum(lit, 1), 0)
    base = np.full(len(counts), int(foot) - FOOT_PX)
    ghost = height - lit
    hair = np.full(len(counts), Ink.HAIR, np.int16)
    strokes.rects(_bars(frame, base - height, ghost), hair)
    _lit(strokes, content, frame, base, lit)
    over = wanted > most
    notch = _bars(frame, base - height + 2, np.ones(len(counts), np.int64))
    strokes.rects(notch[over], np.full(int(over.sum()), Ink.CANVAS, np.int16))
    spots = np.stack((frame.x, base - height, frame.x + frame.width, base), 1)
    strokes.spots(spots.astype(np.float32), SpotKind.COLUMN, frame.lane, frame.rows, counts)
    return _skyline(frame, base - height)


def _lit(strokes: Strokes, content: Content, frame: StackFrame, base: Ints, height: Ints) -> None:
    """The passing part: in the lane's colour, or parted among the vectors of its events."""
    lane, n = content.lanes[frame.lane].lane, len(height)
    if lane.vector >= 0:
        strokes.rects(_bars(frame, base - height, height), np.full(n, lane.vector, np.int16))
        return
    rows, of_stack = frame.rows, frame.stack_of
    passing = content.passing[rows]
    code = of_stack[passing] * 10 + content.ink(frame.lane, rows[passing])
    shares = np.bincount(code, minlength=n * 10).reshape(n, 10)
    total = np.maximum(shares.sum(1), 1)
    upto = np.rint(np.cumsum(shares, 1) / total[:, None] * height[:, None]).astype(np.int64)
    part = np.diff(upto, axis=1, prepend=0)
    stack, ink = np.nonzero(part)
    top = base[stack] - upto[stack, ink]
    bars = (frame.x[stack], top, frame.width[stack], part[stack, ink])
    strokes.rects(np.stack(bars, 1).astype(np.float32), ink.astype(np.int16))


def _bars(frame: StackFrame, top: Ints, height: Ints) -> NDArray[np.float32]:
    return np.stack((frame.x, top, frame.width, height), 1).astype(np.float32)


def _skyline(frame: StackFrame, tops: Ints | NDArray[np.floating]) -> Skyline:
    left = frame.x.astype(np.float64)
    return Skyline(left, left + frame.width, np.asarray(tops, np.float64))
