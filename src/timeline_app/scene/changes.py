"""What of a frame is another than in the frame before it, so that nothing else is painted again.

Two frames can be compared where they show the same days in the same boxes. What differs is told by
the cells of a grid: all that stands in one that is marked is painted anew, from the ground up.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.scene.display_list import DisplayList, Glyphs, Label, Reals, Rects
from timeline_app.scene.time_scale import TimeScale

Columns = NDArray[np.bool_]
"""Marks pixel columns, from the left edge of the canvas to a few beyond the scale."""
Cells = NDArray[np.bool_]
"""Marks cells of a grid, (down, across)."""
Sides = NDArray[np.float64]
"""(n, 2) of a left and a right edge in pixels."""
Numbers = NDArray[np.uint64]

AIR_PX = 2
"""So far beyond their edges things may leave a trace: a pen, a rounded pixel, a leaning letter."""
CELL_PX, CELL_HIGH_PX = 8, 32
_CORNER_PX = 12.0
_OUT_PX = AIR_PX + 1.0
_PARTS_A_PX = 48
"""Where painting rounds, at a quarter of a pixel of a device (of 1, 1.5 or 2), one of these parts
ends: two places in one part are painted alike."""
_AT_EDGE, _BEYOND = 2**60, 2**61
_ODD = np.array([pow(0x9E3779B97F4A7C15, n, 2**64) for n in range(1, 25)], np.uint64)
_MIXING, _OF_SIDES, _OF_COLUMNS, _OF_KIND = _ODD[:2], _ODD[2:4], _ODD[4:12], _ODD[12:]
"""Odd numbers of no pattern: those that mix, and those that tell edges, columns and kinds apart."""


@dataclass(frozen=True, eq=False, slots=True)
class Trace:
    """Where the things of a frame stand and what they are: to each its `sides`, its `levels` (top
    and bottom), and a number that follows from its kind, its look, its height and the days it
    stands on: those that reach over an edge of the frame have one number however far they
    reach. `ends` parts them by kind, in the order of `_parts`."""

    sides: Sides
    levels: Sides
    number: Numbers
    ends: tuple[int, ...]

    def touching(self, changes: "Changes") -> list[Columns]:
        """Of each kind, what touches a cell that is marked."""
        touched = changes.touch(changes.grid.around(self.sides, self.levels))
        return np.split(touched, self.ends)


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells over the days of a canvas, from its top: `across` of them from pixel `left` on, the
    last up to pixel `right`, and `down` of them."""

    left: int
    right: int
    across: int
    down: int

    @classmethod
    def over(cls, scale: TimeScale, height: float) -> "Grid":
        """The cells of the days in sight, with some air beside them: there only an edge of a brush
        that stands there leaves a trace."""
        left, right = max(0, floor(scale.left_px) - AIR_PX), ceil(scale.right_px) + AIR_PX
        return cls(left, right, -((left - right) // CELL_PX), max(1, ceil(height / CELL_HIGH_PX)))

    def around(self, sides: Sides, levels: Sides) -> "CellSpans":
        """The cells around each of these, with some air."""
        x, y = (sides - self.left) / CELL_PX, levels / CELL_HIGH_PX
        air, rise = AIR_PX / CELL_PX, AIR_PX / CELL_HIGH_PX
        return CellSpans(
            _whole(np.floor(x[:, 0] - air), self.across),
            _whole(np.ceil(x[:, 1] + air), self.across),
            _whole(np.floor(y[:, 0] - rise), self.down),
            _whole(np.ceil(y[:, 1] + rise), self.down),
        )

    def begun(self, trace: Trace) -> NDArray[np.int64]:
        """The number of the cell in which each thing begins, the nearest for what does so
        outside."""
        x = _whole(np.floor((trace.sides[:, 0] - self.left) / CELL_PX), self.across - 1)
        y = _whole(np.floor(trace.levels[:, 0] / CELL_HIGH_PX), self.down - 1)
        return y * self.across + x

    def columns(self, columns: Columns) -> Columns:
        """The cells across that hold one of these pixel columns."""
        held = columns[self.left : self.right]
        return np.add.reduceat(held, np.arange(0, len(held), CELL_PX)) > 0

    def filled(self, spans: "CellSpans") -> Cells:
        """The cells that these cover."""
        wide = self.across + 1
        left, right, top, bottom = spans.left, spans.right, spans.top * wide, spans.bottom * wide
        begin = np.concatenate((top + left, bottom + right))
        end = np.concatenate((top + right, bottom + left))
        size = (self.down + 1) * wide
        step = np.bincount(begin, minlength=size) - np.bincount(end, minlength=size)
        over = step.reshape(-1, wide).cumsum(0).cumsum(1)
        cells: Cells = over[:-1, :-1] > 0
        return cells


@dataclass(frozen=True, eq=False, slots=True)
class CellSpans:
    """For each of some things the first cell across and down, and the one after the last."""

    left: NDArray[np.int64]
    right: NDArray[np.int64]
    top: NDArray[np.int64]
    bottom: NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Changes:
    """The cells of a grid over the lanes in which something is another."""

    grid: Grid
    cells: Cells

    def and_columns(self, columns: Columns) -> "Changes":
        """The same, and all that stands in these pixel columns."""
        return replace(self, cells=self.cells | self.grid.columns(columns))

    def and_rows(self, top: float, bottom: float) -> "Changes":
        """The same, and all that stands between these heights."""
        cells = self.cells.copy()
        cells[max(0, floor(top / CELL_HIGH_PX)) : max(0, ceil(bottom / CELL_HIGH_PX))] = True
        return replace(self, cells=cells)

    def touch(self, spans: CellSpans) -> Columns:
        """Which of these hold a cell that is marked."""
        upto = self._upto
        inside = upto[spans.bottom, spans.right] - upto[spans.top, spans.right]
        inside += upto[spans.top, spans.left] - upto[spans.bottom, spans.left]
        touched: Columns = inside > 0
        return touched

    @property
    def columns(self) -> Columns:
        """The pixel columns in which a cell is marked."""
        grid = self.grid
        held = np.repeat(self.cells.any(axis=0), CELL_PX)[: grid.right - grid.left]
        return np.concatenate((np.zeros(grid.left, np.bool_), held))

    @cached_property
    def _upto(self) -> NDArray[np.int64]:
        """How many cells are marked above and left of each corner of the grid."""
        upto = np.zeros((self.grid.down + 1, self.grid.across + 1), np.int64)
        upto[1:, 1:] = self.cells.cumsum(0).cumsum(1)
        return upto

    @cached_property
    def places(self) -> list[tuple[int, int, int, int]]:
        """The marked cells as rectangles, left, top, right and bottom in pixels, from the top and
        then from the left: neighbours that lie alike are one."""
        grid, found = self.grid, []
        news = np.flatnonzero((self.cells[1:] != self.cells[:-1]).any(axis=1)) + 1
        ends = [0, *news.tolist(), grid.down]
        for top, bottom in pairwise(ends):
            for left, right in stretches(self.cells[top]):
                sides = grid.left + left * CELL_PX, min(grid.left + right * CELL_PX, grid.right)
                found.append((sides[0], top * CELL_HIGH_PX, sides[1], bottom * CELL_HIGH_PX))
        return found


def _whole(at: NDArray[np.float64], most: int) -> NDArray[np.int64]:
    whole: NDArray[np.int64] = np.clip(at, 0, most).astype(np.int64)
    return whole


def trace_of(drawn: DisplayList) -> Trace:
    """The trace of a frame."""
    parts = list(_parts(drawn))
    sides, levels = (np.concatenate([part[at] for part in parts]) for at in (0, 1))
    kinds = [number + odd for odd, (_, _, number) in zip(_OF_KIND, parts, strict=False)]
    ends = np.cumsum([len(number) for number in kinds])[:-1]
    number = _placed(np.concatenate(kinds), sides, drawn.scale)
    return Trace(sides, levels, number, tuple(ends.tolist()))


def changes_between(before: Trace, after: Trace, scale: TimeScale, height: float) -> Changes:
    """Where something is another, begun in a cell whose things are no longer the same."""
    grid = Grid.over(scale, height)
    size = grid.across * grid.down
    pairs = [(grid.begun(trace), trace) for trace in (before, after)]
    other = np.zeros(size, np.bool_)
    for shift in (np.uint64(32), np.uint64(0)):  # halves: a sum of numbers so long is exact
        sums = [
            np.bincount(at, ((trace.number >> shift) & _HALF).astype(np.float64), size)
            for at, trace in pairs
        ]
        other |= sums[0] != sums[1]
    sides = np.concatenate([trace.sides[other[at]] for at, trace in pairs])
    levels = np.concatenate([trace.levels[other[at]] for at, trace in pairs])
    return Changes(grid, grid.filled(grid.around(sides, levels)))


_HALF = np.uint64(0xFFFFFFFF)


def marked(sides: Sides, scale: TimeScale) -> Columns:
    """The pixel columns that these edges enclose, with some air; none far beyond the edges of the
    scale, where only an edge of a brush that stands there leaves a trace."""
    low, high = max(0, floor(scale.left_px) - AIR_PX), ceil(scale.right_px) + AIR_PX
    begins = np.clip(np.floor(sides[:, 0]) - AIR_PX, low, high).astype(np.int64)
    after = np.clip(np.ceil(sides[:, 1]) + AIR_PX, low, high).astype(np.int64)
    step = np.bincount(begins, minlength=high + 1) - np.bincount(after, minlength=high + 1)
    marks: Columns = np.cumsum(step)[:-1] > 0
    return marks


def stretches(columns: Columns) -> list[tuple[int, int]]:
    """The marked columns as runs: the first of each, and the one after its last."""
    edges = np.flatnonzero(np.diff(columns, prepend=False, append=False))
    return list(zip(edges[0::2].tolist(), edges[1::2].tolist(), strict=True))


def within(drawn: DisplayList, trace: Trace, changes: Changes) -> DisplayList:
    """What of a frame, of which this is the trace, touches these cells; its ticks are all."""
    blocks, rects, outlines, glyphs, arrows, corners, labels = trace.touching(changes)
    of = drawn.glyphs
    return replace(
        drawn,
        blocks=_chosen(drawn.blocks, blocks),
        rects=_chosen(drawn.rects, rects),
        outlines=_chosen(drawn.outlines, outlines),
        glyphs=Glyphs(of.place[glyphs], of.vector[glyphs], of.ink[glyphs], of.form[glyphs]),
        arrows=drawn.arrows[arrows],
        arrow_ink=drawn.arrow_ink[arrows],
        corners=drawn.corners[corners],
        labels=tuple(drawn.labels[at] for at in np.flatnonzero(labels).tolist()),
    )


# -- the parts of a trace


def _placed(number: Numbers, sides: Sides, scale: TimeScale) -> Numbers:
    """Numbers that differ by where things stand, too: counted from day 0, so that they stay while
    days move over the window."""
    left, right = sides.T
    at = np.floor(sides * _PARTS_A_PX).astype(np.int64) - round(scale.x(0.0)) * _PARTS_A_PX
    low, high = scale.left_px, scale.right_px
    at[left == low, 0], at[right == high, 1] = _AT_EDGE, _AT_EDGE
    at[left <= low - _OUT_PX, 0], at[right >= high + _OUT_PX, 1] = _BEYOND, _BEYOND
    for column, odd in zip(at.view(np.uint64).T, _OF_SIDES, strict=True):
        number = number + column * odd
    return _mixed(number)


def _parts(drawn: DisplayList) -> Iterable[tuple[Sides, Sides, Numbers]]:
    for rects in (drawn.blocks, drawn.rects, drawn.outlines):
        begin = rects.bounds[:, :2].astype(np.float64)
        end = begin + rects.bounds[:, 2:]
        sides, levels = (np.stack((begin[:, at], end[:, at]), 1) for at in (0, 1))
        yield sides, levels, _number(rects.bounds[:, 1::2], rects.ink, rects.shade)
    glyphs, arrows, corners = drawn.glyphs, drawn.arrows, drawn.corners
    looks = _number(glyphs.place[:, 1:], glyphs.vector, glyphs.ink, glyphs.form)
    yield *_around(glyphs.place, glyphs.place[:, 2]), looks
    yield *_around(arrows, arrows[:, 3]), _number(arrows[:, 1:], drawn.arrow_ink)
    yield *_around(corners, _CORNER_PX), _number(corners[:, 1:])
    yield _label_sides(drawn.labels), _label_levels(drawn.labels), _label_numbers(drawn.labels)


def _around(place: Reals, reach: Reals | float) -> tuple[Sides, Sides]:
    x, y = place[:, 0], place[:, 1]
    sides, levels = (np.stack((at - reach, at + reach), 1) for at in (x, y))
    return sides.astype(np.float64), levels.astype(np.float64)


def _label_levels(labels: Iterable[Label]) -> Sides:
    """From over the letters, or the leader, to under them."""
    ends = [
        (label.y - 2 * label.size, max(label.y + label.size, label.leader.foot))
        if label.leader is not None
        else (label.y - 2 * label.size, label.y + label.size)
        for label in labels
    ]
    return np.array(ends, np.float64).reshape(-1, 2)


def _label_sides(labels: Iterable[Label]) -> Sides:
    """From the first letter to the last, and to the leader."""
    ends = [
        (label.x, label.x + label.width)
        if label.leader is None
        else (
            min(label.x, label.leader.x, label.leader.arm),
            max(label.x + label.width, label.leader.x, label.leader.arm),
        )
        for label in labels
    ]
    return np.array(ends, np.float64).reshape(-1, 2)


def _label_numbers(labels: Iterable[Label]) -> Numbers:
    """Of all but where they stand; of a leader, how far it is from its text."""
    looks = [
        (label.text, label.y, label.size, label.on_vector, label.to_right, _led(label))
        for label in labels
    ]
    return np.array([hash(look) for look in looks], np.int64).view(np.uint64)


def _led(label: Label) -> tuple[float, ...]:
    leader = label.leader
    if leader is None:
        return ()
    return leader.top, leader.foot, round(leader.x - label.x, 2), round(leader.arm - label.x, 2)


def _number(places: NDArray[np.float32], *looks: NDArray[np.int16]) -> Numbers:
    """A number for each row, still to be mixed: two rows that differ anywhere have two, as good as
    surely, since each column is taken another odd number of times."""
    number = np.zeros(len(places), np.uint64)
    bits = np.ascontiguousarray(places, np.float32).view(np.uint32)
    columns = (*bits.T, *(look.view(np.uint16) for look in looks))
    for column, odd in zip(columns, _OF_COLUMNS, strict=False):
        number += column * odd
    return number


def _mixed(number: Numbers) -> Numbers:
    """Every bit follows from all of them, so that sums of such numbers are apart too."""
    for odd in _MIXING:
        number = (number ^ (number >> np.uint64(29))) * odd
    return number ^ (number >> np.uint64(32))


def _chosen(rects: Rects, chosen: Columns) -> Rects:
    return Rects(rects.bounds[chosen], rects.ink[chosen], rects.shade[chosen])
