"""Lanes composed for more days than are in sight: while days are dragged, one frame after another
is cut out of what was composed once.

What follows from the edges of the window is drawn for each frame: a bar that reaches over one and
says its name where it begins to be seen, the lines of what stands on a day outside.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.model.event_table import Mask
from timeline_app.scene.content import Content
from timeline_app.scene.display_list import (
    DisplayList,
    Label,
    Layers,
    SpotKind,
    SpotPart,
    Strokes,
)
from timeline_app.scene.label_places import mark_label, middle_px
from timeline_app.scene.labels import Placement
from timeline_app.scene.laid import in_layers, moved_labels
from timeline_app.scene.mark_strokes import Look, draw_mark, underline
from timeline_app.scene.marks import Mark, MarkLane, extents
from timeline_app.scene.shapes import Shapes
from timeline_app.scene.stack_frames import StackFrame, stack_places
from timeline_app.scene.stack_labels import EDGE_PX
from timeline_app.scene.stack_strokes import draw_passing_through
from timeline_app.scene.ticks import Tick
from timeline_app.scene.time_scale import MARGIN_PX, TimeScale

_MARK_EDGE_PX = 2.0
_SHARP = 1e-3

Asked = tuple[float, float, float, frozenset[str]]
"""Height, how many times the lanes fill it, how far they are scrolled, the quiet ones that are
open."""


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


def at_edge(marks: Sequence[Mark], shapes: Shapes, window: TimeScale) -> frozenset[int]:
    """The rows of the bars whose picture follows from an edge, wherever the window is dragged to
    within the margin."""
    bars = [mark for mark in marks if mark.bar]
    rows = np.array([mark.row for mark in bars], np.int64)
    left = np.array([mark.left for mark in bars], np.float64)
    loose = left < window.left_px + MARGIN_PX + 1
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


class Glide:
    """The frames of days that are dragged, from a `home` on: `far` is composed of all that may come
    into sight, its ticks too, but for the marks at an `edge`; `standing` are its stacks, each with
    its foot."""

    def __init__(
        self,
        content: Content,
        home: TimeScale,
        asked: Asked,
        far: DisplayList,
        edge: Sequence[EdgeMark],
        standing: Sequence[tuple[StackFrame, float]],
        grown: float,
    ) -> None:
        self._content, self._home, self._asked = content, home, asked
        self._edge, self._standing = edge, standing
        self._rows = np.array([mark.row for mark in edge], np.int64)
        low, high = _seen_from(far.labels).T
        firm = (low >= home.left_px + MARGIN_PX) & (high <= home.right_px - MARGIN_PX)
        self._far = replace(far, labels=_chosen(far.labels, firm))
        self._loose = _chosen(far.labels, ~firm)
        self._sides = low[~firm], high[~firm]
        self._middle = middle_px(grown)

    def by_px(self, content: Content, scale: TimeScale, asked: Asked) -> int | None:
        """How far to the right the window's days were dragged from home; None where a frame of
        these cannot be cut out."""
        if content is not self._content or asked != self._asked:
            return None
        by = self._home.dragged_px(scale)
        if by is None or abs(by) > MARGIN_PX or abs(by - round(by)) > _SHARP:
            return None
        return round(by)

    def frame(self, scale: TimeScale, by_px: int, ticks: tuple[Tick, ...]) -> DisplayList:
        """The frame after the days were dragged so far."""
        strokes, content = Strokes(), self._content
        labels = self._labels(scale, by_px) + self._edge_marks(strokes, scale)
        self._passing_through(strokes, scale)
        if content.found:
            underline(strokes, [*labels, *moved_labels(self._far.labels, by_px)])
        power = self._standing[0][0].stacks.power if self._standing else None
        nowhere = self._far.stack_places
        places = nowhere if power is None else stack_places(content, power, scale)
        near = strokes.frozen(scale, self._far.boxes, labels, ticks, places)
        return in_layers(Layers(self._far, by_px, near))

    def _labels(self, scale: TimeScale, by_px: int) -> list[Label]:
        """Of those that an edge may cut, those of which none cuts anything."""
        low, high = (side + by_px for side in self._sides)
        seen = (low >= scale.left_px) & (high <= scale.right_px)
        return list(moved_labels(_chosen(self._loose, seen), by_px))

    def _edge_marks(self, strokes: Strokes, scale: TimeScale) -> list[Label]:
        if not self._edge:
            return []
        edges = (scale.left_px, scale.right_px)
        places, labels = MarkLane((), 1, edges), []
        marks = extents(self._content.shapes, self._rows, scale).marks()
        for of, mark in zip(self._edge, marks, strict=True):
            if mark.right <= edges[0] or mark.left >= edges[1]:
                continue
            draw_mark(strokes, of.look, mark, of.y, scale, self._content.found)
            bounds = mark.left, of.y - of.half, mark.right, of.y + of.half
            strokes.spot(bounds, mark.x, mark.bar, of.lane, of.row)
            if of.said is not None and places.shows(mark, of.said):
                y = of.y + self._middle
                labels.append(mark_label(places, of.lane, mark, of.said, y, of.ground))
        return labels

    def _passing_through(self, strokes: Strokes, scale: TimeScale) -> None:
        if not self._standing:
            return
        beyond = self._content.reaching(scale.first, scale.end)
        for frame, foot in self._standing:
            mine = beyond.within(frame.lane)
            draw_passing_through(strokes, self._content, frame, mine, foot, scale)


def _seen_from(labels: Sequence[Label]) -> NDArray[np.float64]:
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


def _chosen(labels: Sequence[Label], some: Mask) -> tuple[Label, ...]:
    return tuple(labels[at] for at in np.flatnonzero(some).tolist())
