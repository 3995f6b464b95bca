"""The composing of one frame of the track of claims."""

from dataclasses import replace

import numpy as np

from timeline_app.dataclass import dataclass
from timeline_app.model.claim_table import SPEAKER
from timeline_app.model.distinct import most_often
from timeline_app.scene.arrow_places import LABEL, PlacedArrow
from timeline_app.scene.claim_arrows import arrows_of
from timeline_app.scene.claim_content import CLAIMS, ClaimContent
from timeline_app.scene.claim_drawing import ClaimDrawing, Pile, Seen
from timeline_app.scene.claim_marks import Places, SpeechMarks
from timeline_app.scene.claim_stacks import draw_cut_cells, stack_form, without
from timeline_app.scene.content import Rows
from timeline_app.scene.display_list import Ink, Label, Shade, Strokes
from timeline_app.scene.held_lane import LabelledLane
from timeline_app.scene.lane_index import Reaching
from timeline_app.scene.lane_layout import TEXT_ROW_PX, LaneBox, Level
from timeline_app.scene.mark_strokes import FOUND_DROP_PX, FOUND_PX, underline
from timeline_app.scene.stack_frames import StackFrame
from timeline_app.scene.stack_strokes import draw_columns, draw_passing_through
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.track import Band

MOST_ARROWS = 120
"""So many predictions, the most telling first, look for a row."""
HEAD_PX = 4.0
_MIDDLE, _TEXT_HEAD_PX, _HALF_ARROW = 4.5, 6.0, 8.0
_FOUND_WIDE_PX = 12.0
_FEW = 3


@dataclass(frozen=True, slots=True)
class Form:
    """What a band shows while the scale stays: the level; at marks how many rows of arrows stand
    over the speech marks and how far apart; at cells how high one is."""

    level: Level
    slots: int = 0
    pitch: float = 0.0
    unit: int = 0


@dataclass(frozen=True, slots=True)
class Gesture:
    """Whether the view rests; and whether places are looked for anew, since it rests or since the
    scale is another one."""

    resting: bool
    fresh: bool


class ClaimFrame:
    """One frame: `selected` is the row that gets a place before all."""

    def __init__(
        self,
        content: ClaimContent,
        places: Places,
        scale: TimeScale,
        band: Band,
        form: Form,
        gesture: Gesture,
        selected: int | None,
    ) -> None:
        self._content, self._places, self._scale = content, places, scale
        self._band, self._form = band, form
        self._resting, self._fresh = gesture.resting, gesture.fresh
        self._selected = selected
        self._strokes = Strokes()
        self._piles: tuple[Pile, ...] = ()

    def drawing(self) -> ClaimDrawing:
        """Everything in sight, drawn once."""
        scale, band = self._scale, self._band
        placed: list[PlacedArrow] = []
        heights: list[float] = []
        if self._form.level is Level.MARKS:
            placed = self._arrows()
            heights = [self._arrow_y(one.slot) for one in placed]
            shown = np.array([one.arrow.row for one in placed], np.int64)
            rows = self._content.in_sight(scale.first, scale.end)
            labels = self._speech_marks(rows[~np.isin(rows, shown)], shown)
            labels += [self._label(one, y) for one, y in zip(placed, heights, strict=True)]
        else:
            box = LaneBox((0,), band.top, band.height, self._form.level, band.folded)
            beyond = self._content.said.reaching(scale.first, scale.end)
            labels = self._stacks(self._stack_frame(), beyond, box, self._form.unit)
        labels = [label for label in labels if label.text]
        if self._content.said.found:
            underline(self._strokes, labels)
        box = LaneBox((0,), band.top, band.height, self._form.level, band.folded)
        return ClaimDrawing(
            band=band,
            content=self._content,
            drawn=self._strokes.frozen(scale, (box,), labels, ()),
            arrows=tuple((one.arrow, y) for one, y in zip(placed, heights, strict=True)),
            piles=self._piles,
            level=self._form.level,
            seen=self._seen(len(placed)),
        )

    # -- arrows

    def _arrows(self) -> list[PlacedArrow]:
        scale, form, held = self._scale, self._form, self._places.arrows
        held.begin(scale.px_per_day, (scale.left_px, scale.right_px), form.slots)
        if not form.slots:
            return []
        rows = self._content.arrows_in_sight(scale.first, scale.end)[:MOST_ARROWS].tolist()
        if not self._fresh:
            rows = [row for row in rows if row not in held.refused]
        measure = self._places.words.measure
        made = arrows_of(self._content, rows, scale, measure, panning=not self._fresh)
        placed = held.place(made, self._selected, self._fresh)
        shown = {one.arrow.row for one in placed}
        held.refuse((row for row in rows if row not in shown), self._fresh)
        for one in placed:
            self._spot(one)
        return placed

    def _arrow_y(self, slot: int) -> float:
        return float(int(self._band.top + HEAD_PX + (slot + 0.5) * self._form.pitch))

    def _spot(self, one: PlacedArrow) -> None:
        arrow, y = one.arrow, self._arrow_y(one.slot)
        bounds = (arrow.left, y - _HALF_ARROW, arrow.right, y + _HALF_ARROW)
        x = arrow.dot if arrow.dot is not None else arrow.start
        self._strokes.spot(bounds, x, True, 0, arrow.row)
        if self._content.said.found and arrow.dot is not None:
            left = arrow.dot - _FOUND_WIDE_PX / 2
            top = y + FOUND_DROP_PX
            self._strokes.rect(left, top, _FOUND_WIDE_PX, FOUND_PX, Ink.INK, Shade.FULL)

    def _label(self, one: PlacedArrow, y: float) -> Label:
        return Label(
            row=one.arrow.row,
            lane=0,
            text=one.text,
            x=one.text_left,
            y=y + _MIDDLE * self._places.words.grown(),
            width=one.width,
            size=LABEL,
            to_right=one.text_left > one.arrow.left,
            slot=one.slot,
        )

    # -- speech marks

    def _speech_marks(self, rows: Rows, arrows: Rows) -> list[Label]:
        """The marks of what was said, in the rows under the arrows; stacks where there is no room
        for marks."""
        form, band = self._form, self._band
        above = HEAD_PX + form.slots * form.pitch if form.slots else 0.0
        box = LaneBox((0,), band.top + above, band.height - above, Level.MARKS)
        marks = SpeechMarks(self._content, rows, self._places, self._scale, self._strokes)
        crowd = self._places.crowd
        if self._fresh:
            crowd.cells = not marks.fit(box)
        if crowd.cells:
            return self._foot_stacks(rows, box, arrows)
        self._places.labels.begin(self._scale.px_per_day, (self._scale.width_px, band.height))
        labels, self._piles = marks.draw(self._named(rows), box, self._resting)
        return labels

    # -- cells and columns

    def _named(self, rows: Rows) -> Rows:
        """Those of them that may say their name: what passes, but while one pans nothing that was
        an arrow just now, for it would say its name in another place."""
        named = rows[self._content.said.passing[rows]]
        if self._fresh:
            return named
        return named[~np.isin(named, list(self._places.arrows.known))]

    def _foot_stacks(self, rows: Rows, box: LaneBox, arrows: Rows) -> list[Label]:
        """Stacks in the room under the arrows."""
        frame = without(self._stack_frame(), arrows, self._content.said.passing)
        text_px = TEXT_ROW_PX * self._places.words.grown()
        form = stack_form(frame, box.height - 1, text_px)
        beyond = Reaching(rows, np.zeros_like(rows), self._content.said.shapes.anchor[rows])
        box = replace(box, level=form.level)
        return self._stacks(frame, beyond, box, form.unit, self._named(rows))

    def _stack_frame(self) -> StackFrame:
        return self._places.stacks.frame(self._content.said, self._scale)

    def _stacks(
        self,
        frame: StackFrame,
        beyond: Reaching,
        box: LaneBox,
        unit: int,
        named: Rows | None = None,
    ) -> list[Label]:
        """Cells or columns, and what reaches into sight from `beyond`; `named` alone may say their
        names, or all that pass."""
        scale, said, words = self._scale, self._content.said, self._places.words
        foot = box.bottom - 1
        if box.level is Level.CELLS:
            place = (box.top, foot)
            sky, self._piles = draw_cut_cells(
                self._strokes, said, frame, unit, place, scale.right_px, words
            )
        else:
            (sky,) = draw_columns(self._strokes, said, [(frame, foot, box.height - 1)])
        draw_passing_through(self._strokes, said, [(frame, beyond, foot)], scale)
        self._places.labels.begin(scale.px_per_day, (scale.width_px, self._band.height))
        edges = scale.left_px, scale.right_px
        lane = LabelledLane(CLAIMS, 0, box, edges, named, said, self._resting)
        grown = words.grown()
        room = 0 if box.folded else int((box.height - _TEXT_HEAD_PX) // (TEXT_ROW_PX * grown))
        return self._places.labels.over_stacks(lane, frame, sky, max(0, min(2, room)))

    # -- the head's figures

    def _seen(self, arrows: int) -> Seen:
        said = self._content.said
        rows = said.seen(0, self._scale.first, self._scale.end)
        rows = rows[said.passing[rows]]
        table = said.shapes.table
        speaker = table.terms.get(SPEAKER)
        speakers = 0
        if speaker is not None and len(rows):
            inside = np.zeros(len(table), np.bool_)
            inside[rows] = True
            speakers = int(np.count_nonzero(speaker.counts(inside)))
        first = table.first.take(rows)
        busiest = most_often(first[first == table.last.take(rows)])
        return Seen(
            claims=len(rows),
            speakers=speakers,
            predictions=self._content.count_arrows(self._scale.first, self._scale.end),
            arrows=arrows,
            busiest=busiest if busiest and busiest[1] >= _FEW else None,
        )
