"""The track of claims: speech marks at the days things were said, predictions as arrows over them,
and cells or columns where there is no room for either."""

from math import ceil, isclose

from timeline_app.model.distinct import count_pairs
from timeline_app.scene.arrow_places import HeldArrows
from timeline_app.scene.claim_content import ClaimContent
from timeline_app.scene.claim_drawing import ClaimDrawing
from timeline_app.scene.claim_frame import HEAD_PX, ClaimFrame, Form, Gesture
from timeline_app.scene.claim_marks import Crowd, Places
from timeline_app.scene.claim_piles import piled
from timeline_app.scene.claim_stacks import KeptStacks, stack_form, usual_height
from timeline_app.scene.label_places import HeldLabels
from timeline_app.scene.labels import Words
from timeline_app.scene.lane_layout import (
    LEAST_LANE_PX,
    LEAST_UNIT,
    MARK_MARGIN_PX,
    MARK_ROW_PX,
    TEXT_ROW_PX,
    Level,
    label_rows,
    stack_px,
)
from timeline_app.scene.marks import extents
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.track import Band, TrackNeed

ARROW_ROW_PX, TALL_ARROW_ROW_PX = 20.0, 26.0
_MOST_WISHED_ARROWS, _MOST_WISHED_ROWS = 12, 5
_ROOM_A_DAY, _ROOM_LEAVING = 14.0, 12.0
_TYPICAL_LABEL_PX = 190.0
_VAGUE_PX = 120.0
_MANY = 2000
"""So many claims are enough to tell that there are more days than marks have room for."""


class ClaimTrack:
    """One content after another; remembers rows and sides while the scale stays."""

    def __init__(self, words: Words) -> None:
        self._places = Places(words, HeldArrows(words), HeldLabels(words), Crowd(), KeptStacks())
        self._content: ClaimContent | None = None
        self._selected: int | None = None
        self._form = Form(Level.MARKS)
        self._at: tuple[float, float, float, bool, float] = (0.0, 0.0, 0.0, False, 1.0)
        self._crowded: tuple[tuple[object, ...], bool] | None = None

    def show(self, content: ClaimContent, selected: int | None) -> None:
        """From now on this is shown; `selected` is the row that gets its place first."""
        if self._content is None or self._content.claims is not content.claims:
            self._places.arrows.forget()
            self._places.labels.forget()
        self._content, self._selected = content, selected

    def need(self, scale: TimeScale) -> TrackNeed:
        """Room for predictions in rows over the marks of what was said; or for stacks."""
        content = self._shown()
        if self._dense(content, scale):
            frame = self._places.stacks.frame(content.said, scale)
            wish = stack_px(usual_height(frame), LEAST_UNIT)
            wish += TEXT_ROW_PX * self._grown
            least = LEAST_LANE_PX * self._grown
            return TrackNeed(least, max(least, wish))
        arrows, rows = _worth_rows(content, scale), content.in_sight(scale.first, scale.end)
        heads = piled(content, rows[~content.arrows[rows]]).heads
        depth = extents(content.said.shapes, heads, scale).depth()
        foot = max(1, depth, label_rows(len(heads) * _TYPICAL_LABEL_PX, scale.width_px))
        foot_px = min(_MOST_WISHED_ROWS, foot) * MARK_ROW_PX * self._grown + MARK_MARGIN_PX
        row_px = ARROW_ROW_PX * self._grown
        above = min(_MOST_WISHED_ARROWS, arrows) * row_px + (HEAD_PX if arrows else 0)
        least = max(
            LEAST_LANE_PX * self._grown, self._least_foot + (row_px + HEAD_PX if arrows else 0)
        )
        return TrackNeed(least, max(least, foot_px + above))

    def compose(self, scale: TimeScale, band: Band, resting: bool) -> ClaimDrawing:
        """The frame for these days in this band."""
        content = self._shown()
        at = (scale.px_per_day, scale.width_px, band.height, band.folded, self._grown)
        same = at[1:] == self._at[1:] and isclose(at[0], self._at[0])
        gesture = Gesture(resting, resting or not same or self._bursts(content, scale))
        if gesture.fresh:
            self._form, self._at = self._formed(content, scale, band), at
        return ClaimFrame(
            content, self._places, scale, band, self._form, gesture, self._selected
        ).drawing()

    def _bursts(self, content: ClaimContent, scale: TimeScale) -> bool:
        """Whether far more has come into sight, as one pans, than there is room for as marks."""
        if self._form.level is not Level.MARKS:
            return False
        many = int(content.said.count_touching(scale.first, scale.end)[0])
        return many * _ROOM_LEAVING > 2 * scale.width_px and self._dense(content, scale)

    def _formed(self, content: ClaimContent, scale: TimeScale, band: Band) -> Form:
        if self._dense(content, scale):
            text_px = TEXT_ROW_PX * self._grown
            frame = self._places.stacks.frame(content.said, scale)
            dense = stack_form(frame, band.height, text_px)
            return Form(dense.level, unit=dense.unit)
        wanted = _worth_rows(content, scale)
        room = band.height - self._least_foot - HEAD_PX
        slots = 0 if band.folded else max(0, min(wanted, int(room // (ARROW_ROW_PX * self._grown))))
        pitch = min(TALL_ARROW_ROW_PX * self._grown, room // slots) if slots else 0.0
        return Form(Level.MARKS, slots, pitch)

    @property
    def _grown(self) -> float:
        return self._places.words.grown()

    @property
    def _least_foot(self) -> float:
        """The least room under the arrows: one row."""
        return float(ceil(MARK_ROW_PX * self._grown + MARK_MARGIN_PX))

    def _shown(self) -> ClaimContent:
        if self._content is None:
            raise ValueError("nothing is shown yet")
        return self._content

    def _dense(self, content: ClaimContent, scale: TimeScale) -> bool:
        """Whether there are more days of saying in sight than marks have room for. What was shown
        before has some patience. Kept while the same days are in sight, whatever is brushed."""
        room = _ROOM_LEAVING if self._form.level is Level.MARKS else _ROOM_A_DAY
        most = scale.width_px / room
        asked = content.said.index, scale.first, scale.end, most
        if self._crowded is None or self._crowded[0] != asked:
            said, rows = content.said.shapes.table, content.said.seen(0, scale.first, scale.end)
            # where there are many, some of them often tell that it is more
            parts = (rows[:: len(rows) // _MANY + 1], rows) if len(rows) > most else ()
            pairs = (count_pairs(said.first[part], said.last[part]) for part in parts)
            self._crowded = asked, any(many > most for many in pairs)
        return self._crowded[1]


def _worth_rows(content: ClaimContent, scale: TimeScale) -> int:
    rows = content.arrows_in_sight(scale.first, scale.end)
    return content.plain_arrows(rows, _VAGUE_PX / scale.px_per_day)
