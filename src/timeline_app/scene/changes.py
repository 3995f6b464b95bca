"""What of a frame is another than in the frame before it, so that nothing else is painted again.

Two frames can be compared where they show the same days in the same boxes. What differs is told by
pixel columns: all that stands in one that is marked is painted anew, from the ground up.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray

from timeline_app.scene.display_list import DisplayList, Glyphs, Label, Rects
from timeline_app.scene.time_scale import TimeScale

Columns = NDArray[np.bool_]
"""Marks pixel columns, from the left edge of the canvas to a few beyond the scale."""
Sides = NDArray[np.float64]
"""(n, 2) of a left and a right edge in pixels."""
Numbers = NDArray[np.uint64]

AIR_PX = 2
"""So far beyond their edges things may leave a trace: a pen, a rounded pixel, a leaning letter."""
_CORNER_PX = 12.0
_KINDS = 7
_ODD = np.array([0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9], np.uint64)


@dataclass(frozen=True, eq=False, slots=True)
class Trace:
    """Where the things of a frame stand and what they are: to each its `sides`, and a number that
    follows from its kind, place and look. `ends` parts them by kind, in the order of `_parts`."""

    sides: Sides
    number: Numbers
    ends: tuple[int, ...]

    def begins(self, width: int) -> NDArray[np.int64]:
        """The column in which each begins, the first or last for what begins outside."""
        column: NDArray[np.int64] = np.clip(self.sides[:, 0], 0, width - 1).astype(np.int64)
        return column

    def touching(self, columns: Columns) -> list[Columns]:
        """Of each kind, what touches one of these columns."""
        upto = np.concatenate(([0], np.cumsum(columns)))
        begin = np.clip(self.sides[:, 0] - AIR_PX, 0, len(columns)).astype(np.int64)
        end = np.clip(np.ceil(self.sides[:, 1]) + AIR_PX, 0, len(columns)).astype(np.int64)
        return np.split(upto[end] > upto[begin], self.ends)


def trace_of(drawn: DisplayList) -> Trace:
    """The trace of a frame."""
    parts = list(_parts(drawn))
    sides = np.concatenate([sides for sides, _ in parts])
    kinds = [_mixed(number, kind) for kind, (_, number) in enumerate(parts)]
    ends = np.cumsum([len(number) for number in kinds])[:-1]
    return Trace(sides, np.concatenate(kinds), tuple(ends.tolist()))


def changed_columns(before: Trace, after: Trace, scale: TimeScale) -> Columns:
    """Where something is another, begun in a column whose things are no longer the same."""
    width = ceil(scale.right_px) + 1
    begins = before.begins(width), after.begins(width)
    other = np.zeros(width, np.bool_)
    for shift in (np.uint64(32), np.uint64(0)):  # halves: a sum of numbers so long is exact
        sums = [
            np.bincount(at, ((trace.number >> shift) & _HALF).astype(np.float64), width)
            for at, trace in zip(begins, (before, after), strict=True)
        ]
        other |= sums[0] != sums[1]
    pairs = zip(begins, (before, after), strict=True)
    return marked(np.concatenate([trace.sides[other[at]] for at, trace in pairs]), scale)


_HALF = np.uint64(0xFFFFFFFF)


def marked(sides: Sides, scale: TimeScale) -> Columns:
    """The columns that these edges enclose, with some air; none far beyond the edges of the scale,
    where only an edge of a brush that stands there leaves a trace."""
    low, high = max(0, floor(scale.left_px) - AIR_PX), ceil(scale.right_px) + AIR_PX
    begins = np.clip(np.floor(sides[:, 0]) - AIR_PX, low, high).astype(np.int64)
    ends = np.clip(np.ceil(sides[:, 1]) + AIR_PX, low, high).astype(np.int64)
    step = np.bincount(begins, minlength=high + 1) - np.bincount(ends, minlength=high + 1)
    columns: Columns = np.cumsum(step)[:-1] > 0
    return columns


def stretches(columns: Columns) -> list[tuple[int, int]]:
    """The marked columns as runs: the first of each, and the one after its last."""
    edges = np.flatnonzero(np.diff(columns, prepend=False, append=False))
    return list(zip(edges[0::2].tolist(), edges[1::2].tolist(), strict=True))


def within(drawn: DisplayList, trace: Trace, columns: Columns) -> DisplayList:
    """What of a frame, of which this is the trace, touches these columns; its ticks are all."""
    blocks, rects, outlines, glyphs, arrows, corners, labels = trace.touching(columns)
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


def _parts(drawn: DisplayList) -> Iterable[tuple[Sides, Numbers]]:
    for rects in (drawn.blocks, drawn.rects, drawn.outlines):
        left = rects.bounds[:, 0]
        sides = np.stack((left, left + rects.bounds[:, 2]), 1)
        yield sides, _number(rects.bounds, rects.ink, rects.shade)
    glyphs, arrows, corners = drawn.glyphs, drawn.arrows, drawn.corners
    looks = _number(glyphs.place, glyphs.vector, glyphs.ink, glyphs.form)
    yield _around(glyphs.place[:, 0], glyphs.place[:, 2]), looks
    yield _around(arrows[:, 0], arrows[:, 3]), _number(arrows, drawn.arrow_ink)
    yield _around(corners[:, 0], _CORNER_PX), _number(corners)
    yield _label_sides(drawn.labels), _label_numbers(drawn.labels)


def _around(x: NDArray[np.float32], reach: NDArray[np.float32] | float) -> Sides:
    return np.stack((x - reach, x + reach), 1).astype(np.float64)


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
    return np.array([hash(label) for label in labels], np.int64).view(np.uint64)


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
