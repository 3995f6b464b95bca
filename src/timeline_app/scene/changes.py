"""What of a frame is another than in the frame before it, so that nothing else is painted again.

Two frames can be compared where they show the same days in the same boxes, or days that were
dragged. What differs is told by pixel columns and rows: all that stands in one that is marked is
painted anew, from the ground up.
"""

from collections.abc import Iterable
from dataclasses import replace
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.scene.display_list import DisplayList, Glyphs, Label, Reals, Rects
from timeline_app.scene.time_scale import TimeScale

Columns = NDArray[np.bool_]
"""Marks pixel columns, from the left edge of the canvas to a few beyond the scale."""
Sides = NDArray[np.float64]
"""(n, 2) of a left and a right edge in pixels."""
Numbers = NDArray[np.uint64]

AIR_PX = 2
"""So far beyond their edges things may leave a trace: a pen, a rounded pixel, a leaning letter."""
_CORNER_PX = 12.0
_OUT_PX = AIR_PX + 1.0
_PARTS_A_PX = 48
"""Where painting rounds, at a quarter of a pixel of a device (of 1, 1.5 or 2), one of these parts
ends: two places in one part are painted alike."""
_AT_EDGE, _BEYOND = 2**60, 2**61
_ODD = np.array([0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9], np.uint64)


@dataclass(frozen=True, eq=False, slots=True)
class Trace:
    """Where the things of a frame stand and what they are: to each its `sides`, its `levels` (top
    and bottom), and a number that follows from its kind, its look, its height and the days it
    stands on: those that reach over the `edges` of the frame have one number however far they
    reach. `ends` parts them by kind, in the order of `_parts`."""

    sides: Sides
    levels: Sides
    number: Numbers
    ends: tuple[int, ...]
    edges: tuple[float, float]

    def moved(self, by_px: int) -> "Trace":
        """The trace of the same frame after its days were dragged so far to the right. Its numbers
        follow from days, and stay."""
        low, high = self.edges
        at = np.array([by_px, by_px], np.float64)
        held = np.stack((self.sides[:, 0] <= low, self.sides[:, 1] >= high), 1)
        return replace(self, sides=self.sides + np.where(held, 0.0, at))

    def begins(self, width: int) -> NDArray[np.int64]:
        """The column in which each begins, the first or last for what begins outside."""
        column: NDArray[np.int64] = np.clip(self.sides[:, 0], 0, width - 1).astype(np.int64)
        return column

    def touching(self, at: "Changes") -> list[Columns]:
        """Of each kind, what touches one of these columns or rows."""
        touched = _touch(self.sides, at.columns) | _touch(self.levels, at.rows)
        return np.split(touched, self.ends)


@dataclass(frozen=True, eq=False, slots=True)
class Changes:
    """Pixel columns and rows, from the upper left corner of the lanes, in which something is
    another."""

    columns: Columns
    rows: Columns


def _touch(ends: Sides, marks: Columns) -> Columns:
    upto = np.concatenate(([0], np.cumsum(marks)))
    begin = np.clip(ends[:, 0] - AIR_PX, 0, len(marks)).astype(np.int64)
    end = np.clip(np.ceil(ends[:, 1]) + AIR_PX, 0, len(marks)).astype(np.int64)
    touched: Columns = upto[end] > upto[begin]
    return touched


def trace_of(drawn: DisplayList) -> Trace:
    """The trace of a frame."""
    parts = list(_parts(drawn))
    sides, levels = (np.concatenate([part[at] for part in parts]) for at in (0, 1))
    kinds = [_mixed(number, kind) for kind, (_, _, number) in enumerate(parts)]
    ends = np.cumsum([len(number) for number in kinds])[:-1]
    edges = drawn.scale.left_px, drawn.scale.right_px
    number = _placed(np.concatenate(kinds), sides, drawn.scale)
    return Trace(sides, levels, number, tuple(ends.tolist()), edges)


def changes_between(before: Trace, after: Trace, scale: TimeScale, height: int) -> Changes:
    """Where something is another, begun in a column whose things are no longer the same. What lies
    more than it stands is told by its rows: a line along a lane leaves most of its columns be."""
    width = ceil(scale.right_px) + 1
    begins = before.begins(width), after.begins(width)
    other = np.zeros(width, np.bool_)
    for shift in (np.uint64(32), np.uint64(0)):  # halves: a sum of numbers so long is exact
        sums = [
            np.bincount(at, ((trace.number >> shift) & _HALF).astype(np.float64), width)
            for at, trace in zip(begins, (before, after), strict=True)
        ]
        other |= sums[0] != sums[1]
    pairs = list(zip(begins, (before, after), strict=True))
    sides = np.concatenate([trace.sides[other[at]] for at, trace in pairs])
    levels = np.concatenate([trace.levels[other[at]] for at, trace in pairs])
    wide = (sides[:, 1] - sides[:, 0]) * height > (levels[:, 1] - levels[:, 0]) * scale.width_px
    return Changes(marked(sides[~wide], scale), _spread(levels[wide], 0, height))


_HALF = np.uint64(0xFFFFFFFF)


def marked(sides: Sides, scale: TimeScale) -> Columns:
    """The columns that these edges enclose, with some air; none far beyond the edges of the scale,
    where only an edge of a brush that stands there leaves a trace."""
    low, high = max(0, floor(scale.left_px) - AIR_PX), ceil(scale.right_px) + AIR_PX
    return _spread(sides, low, high)


def _spread(ends: Sides, low: int, high: int) -> Columns:
    """Marks each pixel from 0 to `high` that these enclose, with some air; none before `low`."""
    begins = np.clip(np.floor(ends[:, 0]) - AIR_PX, low, high).astype(np.int64)
    after = np.clip(np.ceil(ends[:, 1]) + AIR_PX, low, high).astype(np.int64)
    step = np.bincount(begins, minlength=high + 1) - np.bincount(after, minlength=high + 1)
    marks: Columns = np.cumsum(step)[:-1] > 0
    return marks


def stretches(columns: Columns) -> list[tuple[int, int]]:
    """The marked columns as runs: the first of each, and the one after its last."""
    edges = np.flatnonzero(np.diff(columns, prepend=False, append=False))
    return list(zip(edges[0::2].tolist(), edges[1::2].tolist(), strict=True))


def within(drawn: DisplayList, trace: Trace, at: Changes) -> DisplayList:
    """What of a frame, of which this is the trace, touches these places; its ticks are all."""
    blocks, rects, outlines, glyphs, arrows, corners, labels = trace.touching(at)
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
    for column in at.view(np.uint64).T:
        number = _mixed(number, column)
    return number


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
    """A number for each row: two rows that differ anywhere have two, as good as surely."""
    number = np.zeros(len(places), np.uint64)
    bits = np.ascontiguousarray(places, np.float32).view(np.uint32)
    for column in (*bits.T, *(look.view(np.uint16) for look in looks)):
        number = _mixed(number, column)
    return number


def _mixed(number: Numbers, value: NDArray[np.unsignedinteger] | int) -> Numbers:
    number = (number ^ np.asarray(value, np.uint64)) * _ODD[0]
    number = (number ^ (number >> np.uint64(29))) * _ODD[1]
    return number ^ (number >> np.uint64(32))


def _chosen(rects: Rects, chosen: Columns) -> Rects:
    return Rects(rects.bounds[chosen], rects.ink[chosen], rects.shade[chosen])
