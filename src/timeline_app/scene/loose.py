"""What follows from the edges of the window, of lanes composed for more days than are in sight: a
bar that reaches over one and says its name where it begins to be seen, a name that one may cut.

As long as no edge cuts a thing it goes along with the days like all else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import inf

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.model.event_table import Mask
from timeline_app.scene.content import Content
from timeline_app.scene.display_list import Label, SpotKind, SpotPart, Strokes
from timeline_app.scene.label_places import mark_label, middle_px
from timeline_app.scene.labels import Placement
from timeline_app.scene.laid import moved_labels
from timeline_app.scene.mark_strokes import Look, draw_mark
from timeline_app.scene.marks import Mark, MarkLane, at_edges, extents
from timeline_app.scene.shapes import Shapes
from timeline_app.scene.stack_labels import EDGE_PX
from timeline_app.scene.time_scale import TimeScale

_MARK_EDGE_PX = 2.0
_BESIDE_PX, _ABOVE_PX = 14.0, 14.0
"""So far a mark may reach from its bar, and from its middle."""
_ASCENT_PX, _DESCENT_PX, _AIR_PX = 20.0, 9.0, 4.0

Reals = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False, slots=True)
class EdgeMark:
    """A mark that may reach over an edge of the window: its middle is at `y`, it answers `half` a
    row above and below; `said` is what it says where, on a bar of the ink `ground` (or -1)."""

    lane: int
    row: int
    y: float
    half: float
    look: Look
    said: Placement | None
    ground: int


def at_edge(
    marks: Sequence[Mark], shapes: Shapes, window: TimeScale, wide: TimeScale
) -> frozenset[int]:
    """The rows of the bars whose picture follows from an edge, wherever the window is dragged to
    within the wide days."""
    bars = [mark for mark in marks if mark.bar]
    rows = np.array([mark.row for mark in bars], np.int64)
    left = np.array([mark.left for mark in bars], np.float64)
    loose = left < 2 * window.left_px - wide.left_px + 1
    loose |= shapes.open_start[rows] | shapes.open_end[rows]
    return frozenset(rows[loose].tolist())


def mark_spots(marks: Sequence[tuple[Mark, float]], half: float, lane: int) -> Iterator[SpotPart]:
    """The spots of marks, each with its middle at a height."""
    bounds = [(m.left, y - half, m.right, y + half) for m, y in marks]
    kinds = [SpotKind.BAR if mark.bar else SpotKind.GLYPH for mark, _ in marks]
    yield SpotPart(
        np.array(bounds, np.float32).reshape(-1, 4),
        np.array(kinds, np.int16),
        lane,
        np.array([mark.row for mark, _ in marks], np.int64),
        np.ones(len(marks), np.int64),
        np.array([mark.x for mark, _ in marks], np.float32),
    )


def firm_and_loose(
    labels: Sequence[Label], window: TimeScale, wide: TimeScale
) -> tuple[list[Label], list[Label]]:
    """The labels that no edge can cut, wherever the window is dragged to within the wide days, and
    those that one may cut."""
    low, high = _must_be_seen(labels).T
    px = window.left_px - wide.left_px
    firm = (low >= window.left_px + px) & (high <= window.right_px - px)
    parts = ([labels[at] for at in np.flatnonzero(some).tolist()] for some in (firm, ~firm))
    return next(parts), next(parts)


@dataclass(frozen=True, eq=False, slots=True)
class Loosened:
    """Of the things of a `Loose` dragged so far: which are in sight (`seen`) and which of these an
    edge cuts; (n,) each."""

    by_px: int
    seen: Mask
    cut: Mask


class Loose:
    """Marks at an edge, then labels, where they are among the `wide` days."""

    def __init__(
        self,
        content: Content,
        wide: TimeScale,
        edge: Sequence[EdgeMark],
        labels: Sequence[Label],
        grown: float,
    ) -> None:
        self._content, self._wide, self._edge, self._labels = content, wide, edge, labels
        rows = np.array([of.row for of in edge], np.int64)
        self._middle = middle_px(grown)
        self._marks = extents(content.shapes, rows, wide).marks()
        self._names = names = self._named(edge, self._marks, wide)
        self._sides = np.concatenate(
            (_marks_must_be_seen(edge, self._marks, names), _must_be_seen(labels))
        )
        boxes = [_mark_box(*of, grown) for of in zip(edge, self._marks, names, strict=True)]
        boxes += [_label_box(label, grown) for label in labels]
        self._boxes = np.array(boxes, np.float64).reshape(-1, 4)
        self._is_mark = np.arange(len(boxes)) < len(edge)
        self._never = self._is_mark & (self._sides[:, 0] == -inf)

    def __len__(self) -> int:
        return len(self._boxes)

    def dragged(self, scale: TimeScale, by_px: int) -> Loosened:
        """What becomes of them where the window has been dragged to."""
        low, high = (self._sides + by_px).T
        left, right = self._boxes[:, 0] + by_px, self._boxes[:, 2] + by_px
        seen = (right > scale.left_px) & (left < scale.right_px)
        return Loosened(by_px, seen, seen & ((low < scale.left_px) | (high > scale.right_px)))

    def lacking(self, of: Loosened, before: Mask | None = None) -> Mask:
        """What a picture of the wide days must lack to be seen through the window: names that are
        cut, and of what is out of sight whatever it lacked `before` (all, at first). Marks are in
        it, unless an edge never leaves them alone."""
        lacks = ~self._is_mark if before is None else before
        now: Mask = np.where(of.seen & ~self._is_mark, of.cut, lacks) | self._never
        return now

    def without(self, lacks: Mask) -> Loosened:
        """All else, where it is among the wide days."""
        return Loosened(0, ~lacks, np.zeros(len(self), np.bool_))

    def mended(self, before: Mask, lacks: Mask) -> tuple[Reals, Loosened]:
        """The same as `torn` of a picture that lacks something else than before."""
        return self._around(self.without(lacks), before != lacks)

    def torn(self, of: Loosened) -> tuple[Reals, Loosened]:
        """(n, 4) of left, top, right, bottom: where the marks that are cut are or were; and all
        that touches that."""
        return self._around(of, of.cut & self._is_mark)

    def _around(self, of: Loosened, some: Mask) -> tuple[Reals, Loosened]:
        holes = self._boxes[some]
        if not len(holes):
            return holes, of
        left, top, right, bottom = (self._boxes[:, None, side] for side in range(4))
        beside = (left > holes[:, 2] + _AIR_PX) | (right < holes[:, 0] - _AIR_PX)
        beside |= (top > holes[:, 3] + _AIR_PX) | (bottom < holes[:, 1] - _AIR_PX)
        seen = of.seen & ~beside.all(axis=1)
        return holes + np.array([of.by_px, 0, of.by_px, 0]), replace(of, seen=seen)

    def draw(self, strokes: Strokes, scale: TimeScale, of: Loosened) -> list[Label]:
        """Draws what is in sight; returns the labels of which nothing is cut."""
        labels = self._draw_marks(strokes, scale, of)
        n = len(self._edge)
        whole = np.flatnonzero((of.seen & ~of.cut)[n:]).tolist()
        return [*labels, *moved_labels([self._labels[at] for at in whole], of.by_px)]

    def _draw_marks(self, strokes: Strokes, scale: TimeScale, of: Loosened) -> list[Label]:
        n, labels, found = len(self._edge), [], self._content.found
        for at, mark, name in self._marks_of(np.flatnonzero(of.seen[:n]), scale, of):
            edge = self._edge[at]
            draw_mark(strokes, edge.look, mark, edge.y, scale, found)
            bounds = mark.left, edge.y - edge.half, mark.right, edge.y + edge.half
            strokes.spot(bounds, mark.x, mark.bar, edge.lane, edge.row)
            labels += [] if name is None else [name]
        return labels

    def _marks_of(
        self, some: Ints, scale: TimeScale, of: Loosened
    ) -> Iterator[tuple[int, Mark, Label | None]]:
        """Those of these marks that are in sight, with their names; what an edge cuts is another
        mark than before."""
        cut = some[of.cut[some]]
        edge = [self._edge[at] for at in cut.tolist()]
        anew = [
            at_edges(_moved(self._marks[at], of.by_px), scale, one.look.open_start)
            for at, one in zip(cut.tolist(), edge, strict=True)
        ]
        names = self._named(edge, anew, scale)
        others = dict(zip(cut.tolist(), zip(anew, names, strict=True), strict=True))
        for at in some.tolist():
            if at not in others:
                name = self._names[at]
                moved = name if name is None else name._replace(x=name.x + of.by_px)
                yield at, _moved(self._marks[at], of.by_px), moved
            elif others[at][0].right > scale.left_px and others[at][0].left < scale.right_px:
                yield at, *others[at]

    def _named(
        self, edge: Sequence[EdgeMark], marks: Sequence[Mark], scale: TimeScale
    ) -> list[Label | None]:
        """What each of these marks says on this scale, if anything."""
        places = MarkLane((), 1, (scale.left_px, scale.right_px))
        return [
            mark_label(places, of.lane, mark, of.said, of.y + self._middle, of.ground)
            if of.said is not None and places.shows(mark, of.said)
            else None
            for of, mark in zip(edge, marks, strict=True)
        ]


def _moved(mark: Mark, by_px: float) -> Mark:
    return Mark(
        mark.row,
        mark.left + by_px,
        mark.right + by_px,
        mark.x + by_px,
        mark.bar,
        mark.feathers,
        mark.centred,
    )


def _must_be_seen(labels: Sequence[Label]) -> Reals:
    """(n, 2): the pixels that must be in sight where a label is."""
    sides = []
    for label in labels:
        low, high = label.x, label.x + label.width
        if label.leader is None:
            sides.append((low, high + _MARK_EDGE_PX))
        else:
            stack = label.leader.x - 1.5
            sides.append((min(low - EDGE_PX, stack), max(high + EDGE_PX, stack + 1)))
    return np.array(sides, np.float64).reshape(-1, 2)


def _marks_must_be_seen(
    edge: Sequence[EdgeMark], marks: Sequence[Mark], names: Sequence[Label | None]
) -> Reals:
    """The same of marks: where each begins, and all of its name. What has an open end stands at an
    edge always."""
    sides = []
    for of, mark, name in zip(edge, marks, names, strict=True):
        low, high = mark.left, -inf
        if name is not None:
            low, high = min(low, name.x), name.x + name.width + _MARK_EDGE_PX
        sides.append((-inf if of.look.open_start or of.look.open_end else low, high))
    return np.array(sides, np.float64).reshape(-1, 2)


Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def _mark_box(of: EdgeMark, mark: Mark, name: Label | None, grown: float) -> Box:
    """All that may be drawn of a mark, and its name."""
    high = max(of.half, _ABOVE_PX)
    box = mark.left - _BESIDE_PX, of.y - high, mark.right + _BESIDE_PX, of.y + high
    return box if name is None else _around(box, _label_box(name, grown))


def _label_box(label: Label, grown: float) -> Box:
    top, bottom = label.y - _ASCENT_PX * grown, label.y + _DESCENT_PX * grown
    box = label.x - _AIR_PX, top, label.x + label.width + 2 * _AIR_PX, bottom
    at = label.leader
    if at is None:
        return box
    low, high = min(at.x, at.arm) - _AIR_PX, max(at.x, at.arm) + _AIR_PX
    return _around(box, (low, at.top - _AIR_PX, high, at.foot + _AIR_PX))


def _around(one: Box, other: Box) -> Box:
    left, top, right, bottom = zip(one, other, strict=True)
    return min(left), min(top), max(right), max(bottom)
