"""From what there is to show to one frame: room for the lanes, marks or stacks in them, labels.

The composer remembers heights and label places between frames, so that nothing jumps while one
pans; a change of scale or size begins the labels anew.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import isclose

import numpy as np

from timeline_app.scene.content import Content, Rows
from timeline_app.scene.display_list import (
    DisplayList,
    Ink,
    Label,
    Shade,
    SpotKind,
    SpotPart,
    Strokes,
)
from timeline_app.scene.label_places import HeldLabels, LabelledLane
from timeline_app.scene.labels import Words
from timeline_app.scene.lane_layout import (
    MARK_ROW_PX,
    MOST_HELD_MARKS,
    TALL_MARK_ROW_PX,
    TEXT_ROW_PX,
    TIGHT_MARK_ROW_PX,
    LaneBox,
    Layout,
    Level,
    ample_px,
    fold_px,
    kept,
    lay_out,
    modest_px,
    scarce_px,
)
from timeline_app.scene.mark_strokes import FOUND_PX, draw_marks
from timeline_app.scene.marks import Extents, Mark, extents
from timeline_app.scene.sight import LaneSight, sights
from timeline_app.scene.stack_frames import Footing, footing, stack_places
from timeline_app.scene.stack_labels import Skyline
from timeline_app.scene.stack_strokes import draw_cells, draw_columns, draw_passing_through
from timeline_app.scene.ticks import Tick, ticks_of
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.track_layout import LanesWish

_TEXT_HEAD_PX = 6.0
_UNDER_BASELINE_PX = 3.0
_QUIET = "*quiet"
TALL_PX = 700.0
"""From this height on rows stand wider apart, and stacks have three rows of labels over them."""


class Composer:
    """Makes the frames of one view of lanes."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._layout: Layout | None = None
        self._held = HeldLabels(words)
        self._size: tuple[float, float] = (0, 0)
        self._px_per_day = 0.0
        self._lanes: tuple[str, ...] = ()
        self._ticks: tuple[TimeScale, tuple[Tick, ...]] | None = None
        self._footing: Footing | None = None
        self.opened: frozenset[str] = frozenset()
        """Terms of the quiet lanes the reader has opened."""

    @property
    def layout(self) -> Layout | None:
        """The boxes of the last frame, before scrolling."""
        return self._layout

    def forget(self) -> None:
        """Begin anew."""
        self._layout = self._ticks = self._footing = None
        self._held.forget()

    def wish(self, content: Content, scale: TimeScale) -> LanesWish:
        """The room these lanes want for the days in sight."""
        on = self._stood(content, scale)
        needs = [s.need for s in sights(content, on, self.opened, panning=False)]
        grown = self._words.grown()
        scarce, modest, ample = (px(needs, grown) for px in (scarce_px, modest_px, ample_px))
        return LanesWish(scarce, modest, ample, fold_px(grown))

    def _stood(self, content: Content, scale: TimeScale) -> Footing:
        """Kept while what is lit changes."""
        if self._footing is None or not self._footing.serves(content, scale):
            self._footing = footing(content, scale)
        return self._footing

    def compose(
        self,
        content: Content,
        scale: TimeScale,
        height: float,
        stretch: float = 1.0,
        scroll_px: float = 0.0,
        resting: bool = True,
    ) -> DisplayList:
        """One frame of `height` pixels, which the lanes fill `stretch` times, scrolled up by
        `scroll_px`. Heights of lanes change only while `resting`."""
        lanes = tuple(lane.lane.term for lane in content.lanes)
        if lanes != self._lanes:
            self.forget()
            self._lanes = lanes
        size = (scale.width_px, height * stretch)
        grown = self._words.grown()
        hold = not resting and self._layout is not None and size == self._size
        panning = hold and isclose(scale.px_per_day, self._px_per_day)
        on = self._stood(content, scale)
        seen = sights(content, on, self.opened, panning)
        needs = [sight.need for sight in seen]
        if hold and self._layout is not None:
            self._layout = kept(self._layout, needs, panning)
        else:
            self._layout = lay_out(needs, height * stretch, self._layout, grown)
        self._size, self._px_per_day = size, scale.px_per_day
        self._held.begin(scale.px_per_day, size)
        strokes = Strokes()
        boxes = list(self._layout.boxes)
        if scroll_px:
            boxes = [replace(box, top=box.top - scroll_px) for box in boxes]
        labels: list[Label] = []
        frame = _Frame(content, scale, strokes, self._held, height, resting)
        shown = [box for box in boxes if box.bottom > 0 and box.top < height]
        first = [(box, seen[box.lanes[0]]) for box in shown if box.lanes]
        frame.draw_columns(first)
        frame.spread_marks(first)
        for box in shown:
            labels.extend(frame.draw(box, [seen[i] for i in box.lanes], self._layout.unit))
        if content.found:
            underline(strokes, labels)
        if self._ticks is None or self._ticks[0] != scale:
            self._ticks = scale, ticks_of(scale, self._words.measure)
        places = stack_places(content, on.power, scale)
        return strokes.frozen(scale, boxes, labels, self._ticks[1], places)


def underline(strokes: Strokes, labels: Sequence[Label]) -> None:
    """The line of what was found, under its name too."""
    for label in labels:
        top = label.y + _UNDER_BASELINE_PX
        strokes.rect(label.x, top, label.width, FOUND_PX, Ink.INK, Shade.FULL)


class _Frame:
    """The drawing of boxes, one after another, into the strokes of a frame."""

    def __init__(
        self,
        content: Content,
        scale: TimeScale,
        strokes: Strokes,
        held: HeldLabels,
        height: float,
        resting: bool,
    ) -> None:
        self._content, self._scale, self._strokes = content, scale, strokes
        self._held, self._resting = held, resting
        self._tall = height >= TALL_PX
        self._skies: dict[int, Skyline] = {}
        self._spreads: dict[int, Extents] = {}

    def draw_columns(self, boxes: Sequence[tuple[LaneBox, LaneSight]]) -> None:
        """Draws the columns of all lanes that show columns, at once; before anything else."""
        columned = [
            (box, sight) for box, sight in boxes if box.level is Level.COLUMNS and not box.folded
        ]
        standing = [(sight.frame, box.bottom - 1, box.height - 1) for box, sight in columned]
        skies = draw_columns(self._strokes, self._content, standing)
        self._skies = {sight.lane: sky for (_, sight), sky in zip(columned, skies, strict=True)}

    def spread_marks(self, boxes: Sequence[tuple[LaneBox, LaneSight]]) -> None:
        """Finds where marks lie, of all lanes that show marks at once."""
        marked = [sight for box, sight in boxes if box.level is Level.MARKS and not box.folded]
        if marked:
            rows = np.concatenate([sight.rows for sight in marked])
            whole = extents(self._content.shapes, rows, self._scale)
            parts = whole.parted(np.cumsum([len(sight.rows) for sight in marked]).tolist())
            self._spreads = {s.lane: part for s, part in zip(marked, parts, strict=True)}

    def draw(self, box: LaneBox, seen: Sequence[LaneSight], unit: int) -> list[Label]:
        """Draws marks, cells or columns; returns the labels."""
        if box.folded:
            return self._fold(box, seen)
        if box.level is Level.MARKS:
            return self._marks(box, seen[0])
        return self._stacks(box, seen[0], unit)

    def _labelled(self, sight: LaneSight, box: LaneBox, named: Rows | None) -> LabelledLane:
        content = self._content
        term = content.lanes[sight.lane].lane.term
        edges = (self._scale.left_px, self._scale.right_px)
        return LabelledLane(term, sight.lane, box, edges, named, content, self._resting)

    def _marks(self, box: LaneBox, sight: LaneSight) -> list[Label]:
        spread = self._spreads[sight.lane]
        pitch = self._pitch(box, spread.depth())
        marks = spread.marks()
        placed, labels = self._held.on_marks(self._labelled(sight, box, sight.named), marks, pitch)
        heights = [placed[mark.row] for mark in marks]
        draw_marks(self._strokes, self._content, sight.lane, marks, heights, self._scale)
        self._spots(marks, heights, sight.lane, pitch)
        return labels

    def _pitch(self, box: LaneBox, deep: int) -> float:
        """How far apart rows of marks stand: wide on tall screens, narrow where it is tight."""
        room, grown = box.height - 6, self._held.grown
        wide = (TALL_MARK_ROW_PX if self._tall else MARK_ROW_PX) * grown
        return max(TIGHT_MARK_ROW_PX * grown, min(wide, room // max(1, deep)))

    def _fold(self, box: LaneBox, seen: Sequence[LaneSight]) -> list[Label]:
        """Quiet lanes in one line of glyphs, each event once, in the colour of its first lane.
        Where none covers another they have labels too."""
        y, home = box.top + box.height / 2, self._content.home
        marks: dict[int, tuple[Mark, int]] = {}
        for sight in seen:
            if sight.need.events > MOST_HELD_MARKS:  # it unfolds when the view rests
                standing = sight.frame, box.bottom - 1, box.height
                draw_columns(self._strokes, self._content, [standing])
            spread = extents(self._content.shapes, sight.rows, self._scale)
            for mark in spread.marks():
                marks.setdefault(mark.row, (mark, sight.lane))
        for bars in (True, False):
            for lane in box.lanes:
                mine = [m for m, own in marks.values() if own == lane and m.bar is bars]
                draw_marks(self._strokes, self._content, lane, mine, [y] * len(mine), self._scale)
                self._spots(mine, [y] * len(mine), lane, box.height)
        ordered = sorted((mark for mark, _ in marks.values()), key=lambda mark: mark.left)
        if any(one.right >= other.left for one, other in pairwise(ordered)):
            return []
        edges = (self._scale.left_px, self._scale.right_px)
        rows = np.array(list(marks), np.int64)
        rows = rows[np.isin(home[rows], box.lanes) & self._content.passing[rows]]
        lane = box.lanes[0]
        quiet = LabelledLane(_QUIET, lane, box, edges, rows, self._content, self._resting)
        return self._held.on_marks(quiet, ordered, box.height - 6)[1]

    def _spots(
        self, marks: Sequence[Mark], heights: Sequence[float], lane: int, pitch: float
    ) -> None:
        half = min(pitch, MARK_ROW_PX * self._held.grown) / 2

        def standing() -> Iterator[SpotPart]:
            bounds = [
                (m.left, y - half, m.right, y + half) for m, y in zip(marks, heights, strict=True)
            ]
            kinds = [SpotKind.BAR if mark.bar else SpotKind.GLYPH for mark in marks]
            yield SpotPart(
                np.array(bounds, np.float32).reshape(-1, 4),
                np.array(kinds, np.int16),
                lane,
                np.array([mark.row for mark in marks], np.int64),
                np.ones(len(marks), np.int64),
                np.array([mark.x for mark in marks], np.float32),
            )

        self._strokes.spots(standing)

    def _stacks(self, box: LaneBox, sight: LaneSight, unit: int) -> list[Label]:
        foot = box.bottom - 1
        if box.level is Level.CELLS:
            sky = draw_cells(self._strokes, self._content, sight.frame, foot, unit)
        else:
            sky = self._skies[sight.lane]
        draw_passing_through(
            self._strokes, self._content, sight.frame, sight.beyond, foot, self._scale
        )
        room = int((box.height - _TEXT_HEAD_PX) // (TEXT_ROW_PX * self._held.grown))
        rows = max(0, min(3 if self._tall else 2, room))
        labelled = self._labelled(sight, box, None)
        return self._held.over_stacks(labelled, sight.frame, sky, rows)
