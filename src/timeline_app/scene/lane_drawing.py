"""The drawing of the lanes of one frame: marks or stacks in each box, and their labels."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

import numpy as np

from timeline_app.scene.content import Content, Rows
from timeline_app.scene.display_list import Label, Strokes
from timeline_app.scene.held_lane import HASTY_NAMES, LabelledLane
from timeline_app.scene.label_places import HeldLabels, grounds_of_labels
from timeline_app.scene.lane_layout import (
    MARK_ROW_PX,
    MOST_HELD_MARKS,
    TALL_MARK_ROW_PX,
    TEXT_ROW_PX,
    TIGHT_MARK_ROW_PX,
    LaneBox,
    Level,
)
from timeline_app.scene.loose import EdgeMark, at_edge, mark_spots
from timeline_app.scene.mark_strokes import draw_marks, looks_of
from timeline_app.scene.marks import Mark
from timeline_app.scene.sight import LaneSight
from timeline_app.scene.stack_frames import StackFrame
from timeline_app.scene.stack_labels import Skyline
from timeline_app.scene.stack_strokes import (
    Through,
    draw_cells,
    draw_columns,
    draw_passing_through,
)
from timeline_app.scene.time_scale import TimeScale

_TEXT_HEAD_PX = 6.0
_QUIET = "*quiet"
TALL_PX = 700.0
"""From this height on rows stand wider apart, and stacks have three rows of labels over them."""


class LaneDrawing:
    """The drawing of boxes, one after another, into the strokes of a frame.

    Where more is composed than a `window` shows, what follows from its edges is not drawn but told:
    the marks at an `edge`, and the stacks that are `standing`, with their foot."""

    def __init__(
        self,
        content: Content,
        scale: TimeScale,
        held: HeldLabels,
        height: float,
        resting: bool,
        window: TimeScale | None = None,
    ) -> None:
        self._content, self._scale, self._window = content, scale, window
        self._held, self._resting = held, resting
        self.strokes, self.height = Strokes(), height
        self.edge: list[EdgeMark] = []
        self.standing: list[tuple[StackFrame, float]] = []
        self._tall = height >= TALL_PX
        self._through: list[Through] = []
        self._skies: dict[int, Skyline] = {}
        self._unit = 0

    def draw_stacks(self, boxes: Sequence[tuple[LaneBox, LaneSight]], unit: int) -> None:
        """Draws the columns of all lanes that show columns, at once, and the cells of all that show
        cells; before anything else."""
        self._unit = unit
        of: dict[Level, list[tuple[LaneBox, StackFrame]]] = {Level.COLUMNS: [], Level.CELLS: []}
        for box, sight in boxes:
            if box.level is not Level.MARKS and not box.folded:
                of[box.level].append((box, sight.frame))
        columned = [(frame, box.bottom - 1, box.height - 1) for box, frame in of[Level.COLUMNS]]
        celled = [(frame, box.bottom - 1) for box, frame in of[Level.CELLS]]
        skies = draw_columns(self.strokes, self._content, columned)
        skies += draw_cells(self.strokes, self._content, celled, unit)
        frames = [frame for _, frame in (*of[Level.COLUMNS], *of[Level.CELLS])]
        self._skies = {frame.lane: sky for frame, sky in zip(frames, skies, strict=True)}

    def draw(self, box: LaneBox, seen: Sequence[LaneSight]) -> list[Label]:
        """Draws marks, or what belongs to the stacks that were drawn; returns the labels."""
        if box.folded:
            return self._fold(box, seen)
        if box.level is Level.MARKS:
            return self._marks(box, seen[0])
        return self._stacks(box, seen[0])

    def draw_through(self) -> None:
        """Draws what passes through stacks, of all lanes at once; after everything else."""
        draw_passing_through(self.strokes, self._content, self._through, self._scale)

    def _labelled(
        self,
        sight: LaneSight,
        box: LaneBox,
        named: Rows | None,
        loose: frozenset[int] = frozenset(),
    ) -> LabelledLane:
        content = self._content
        term = content.lanes[sight.lane].lane.term
        edges = (self._scale.left_px, self._scale.right_px)
        # what is composed for many frames says all; of one of them nobody reads so much
        most = HASTY_NAMES if self._window is None and not self._resting else None
        unit = self._unit if box.level is Level.CELLS else 0
        return LabelledLane(
            term, sight.lane, box, edges, named, content, self._resting, loose, unit, most
        )

    def _loose(self, marks: Sequence[Mark]) -> frozenset[int]:
        """The rows of marks that follow from the edges of the window."""
        if self._window is None or not marks:
            return frozenset()
        return at_edge(marks, self._content.shapes, self._window, self._scale)

    def _marks(self, box: LaneBox, sight: LaneSight) -> list[Label]:
        pitch, marks = self._pitch(box, sight.depth), sight.spread.marks()
        lane = self._labelled(sight, box, sight.named, self._loose(marks))
        placed, labels = self._held.on_marks(lane, marks, pitch)
        self._put(marks, [placed[mark.row] for mark in marks], sight.lane, pitch, lane.term)
        return labels

    def _put(
        self,
        marks: Sequence[Mark],
        heights: Sequence[float],
        lane: int,
        pitch: float,
        term: str | None,
    ) -> None:
        """Draws marks with their spots, or tells those at an edge; their labels are held under this
        term."""
        half, loose = min(pitch, MARK_ROW_PX * self._held.grown) / 2, self._loose(marks)
        both = list(zip(marks, heights, strict=True))
        firm = [(mark, y) for mark, y in both if mark.row not in loose]
        draw_marks(
            self.strokes,
            self._content,
            lane,
            [mark for mark, _ in firm],
            [y for _, y in firm],
            self._scale,
        )
        self.strokes.spots(partial(mark_spots, firm, half, lane))
        if not loose:
            return
        at = [(mark.row, y) for mark, y in both if mark.row in loose]
        rows = [row for row, _ in at]
        looks = looks_of(self._content, lane, np.array(rows, np.int64))
        grounds = grounds_of_labels(self._content, lane, rows)
        for (row, y), look, ground in zip(at, looks, grounds, strict=True):
            said = self._held.placement(term, row) if term is not None else None
            self.edge.append(EdgeMark(lane, row, y, half, look, said, ground))

    def _pitch(self, box: LaneBox, deep: int) -> float:
        """How far apart rows of marks stand: wide on tall screens, narrow where it is tight."""
        room, grown = box.height - 6, self._held.grown
        wide = (TALL_MARK_ROW_PX if self._tall else MARK_ROW_PX) * grown
        return max(TIGHT_MARK_ROW_PX * grown, min(wide, room // max(1, deep)))

    def _fold(self, box: LaneBox, seen: Sequence[LaneSight]) -> list[Label]:
        """Quiet lanes in one line of glyphs, each event once, in the colour of its first lane.
        Where none covers another they have labels too."""
        y = box.top + box.height / 2
        marks: dict[int, tuple[Mark, int]] = {}
        for sight in seen:
            if sight.need.events > MOST_HELD_MARKS:  # it unfolds when the view rests
                standing = sight.frame, box.bottom - 1, box.height
                draw_columns(self.strokes, self._content, [standing])
            for mark in sight.spread.marks():
                marks.setdefault(mark.row, (mark, sight.lane))
        labels, term = self._fold_labels(box, [mark for mark, _ in marks.values()])
        for bars in (True, False):
            for lane in box.lanes:
                mine = [m for m, own in marks.values() if own == lane and m.bar is bars]
                self._put(mine, [y] * len(mine), lane, box.height, term)
        return labels

    def _fold_labels(self, box: LaneBox, marks: Sequence[Mark]) -> tuple[list[Label], str | None]:
        """The labels of a line of glyphs, and under what name they are held; None where some of
        those in sight lie over one another."""
        window, content = self._window or self._scale, self._content
        edges = (self._scale.left_px, self._scale.right_px)
        ordered = sorted(marks, key=lambda mark: mark.left)
        seen = [m for m in ordered if m.right > window.left_px and m.left < window.right_px]
        if any(one.right >= other.left for one, other in pairwise(seen)):
            return [], None
        rows = np.array([mark.row for mark in marks], np.int64)
        rows = rows[np.isin(content.home[rows], box.lanes) & content.passing[rows]]
        loose = self._loose(marks)
        lane = LabelledLane(_QUIET, box.lanes[0], box, edges, rows, content, self._resting, loose)
        return self._held.on_marks(lane, ordered, box.height - 6)[1], _QUIET

    def _stacks(self, box: LaneBox, sight: LaneSight) -> list[Label]:
        foot, sky = box.bottom - 1, self._skies[sight.lane]
        if self._window is None:
            self._through.append((sight.frame, sight.beyond, foot))
        self.standing.append((sight.frame, foot))
        room = int((box.height - _TEXT_HEAD_PX) // (TEXT_ROW_PX * self._held.grown))
        rows = max(0, min(3 if self._tall else 2, room))
        labelled = self._labelled(sight, box, None)
        return self._held.over_stacks(labelled, sight.frame, sky, rows)
