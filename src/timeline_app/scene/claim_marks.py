"""The speech marks of claims in rows, with the number of those that share one, and their names."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from timeline_app.dataclass import dataclass
from timeline_app.model.event_table import Mask
from timeline_app.scene.arrow_places import HeldArrows
from timeline_app.scene.buckets import bucket_power
from timeline_app.scene.claim_content import CLAIMS, ClaimContent
from timeline_app.scene.claim_drawing import Pile
from timeline_app.scene.claim_piles import Piles, piled
from timeline_app.scene.claim_stacks import KeptStacks
from timeline_app.scene.content import Rows
from timeline_app.scene.display_list import Ink, Label, Shade, Strokes
from timeline_app.scene.held_lane import LabelledLane
from timeline_app.scene.label_places import HeldLabels
from timeline_app.scene.labels import Words
from timeline_app.scene.lane_layout import MARK_ROW_PX, LaneBox
from timeline_app.scene.mark_strokes import draw_marks
from timeline_app.scene.marks import FEATHERS_PX, GLYPH, Extents, Mark, depth_of, extents
from timeline_app.scene.time_scale import TimeScale

PILE = 11.5
_PILE_PX, _BESIDE_PILE = 13.0, 3.0
_TEXT_HEAD_PX, _LEAST_HEAD_PX = 6.0, 3.0
_TEXT_PX, _UNDER_TEXT_PX = 15.0, 2.0
_LONG_PX = 60.0
_STRIP_PX, _END_PX = 3.0, 1.5


@dataclass(slots=True)
class Crowd:
    """How close things lie: in buckets of 2^`power` days where single days have no room, and with
    extents longer than `strip_px` along the foot where rows have none for them (None: in rows); in
    `cells` where marks have no room at all, be they shared or not."""

    power: int = 0
    strip_px: float | None = None
    cells: bool = False


@dataclass(frozen=True, eq=False, slots=True)
class Places:
    """Where things stood in the last frame, and the words they say."""

    words: Words
    arrows: HeldArrows
    labels: HeldLabels
    crowd: Crowd
    stacks: KeptStacks


@dataclass(frozen=True, eq=False, slots=True)
class SpeechMarks:
    """Draws the marks of some `rows` of the table of claims."""

    content: ClaimContent
    rows: Rows
    places: Places
    scale: TimeScale
    strokes: Strokes

    def fit(self, box: LaneBox) -> bool:
        """Whether they have room in a box, and numbers beside those that are shared; looks anew
        at how close they lie."""
        crowd, room = self.places.crowd, self._slots(box)
        closest = bucket_power(self.scale.px_per_day, _PILE_PX)
        for strip_px, power in (
            (None, 0),
            (_LONG_PX, 0),
            (0.0, 0),
            (0.0, closest),
            (0.0, closest + 1),
        ):
            crowd.power, crowd.strip_px = power, strip_px
            piles, spread, _ = self._parted()
            if spread.depth() > room:  # even without their numbers
                continue
            wide = self._numbered(piles, spread.marks())
            left = np.array([mark.left for mark in wide], np.float64)
            if depth_of(left, np.array([mark.right for mark in wide], np.float64)) <= room:
                return True
        return False

    def draw(
        self, named: Rows, box: LaneBox, resting: bool
    ) -> tuple[list[Label], tuple[Pile, ...]]:
        """Draws them into a box, as close as they were found to fit; `named` may say their name."""
        said, pitch = self.content.said, self._pitch(box)
        piles, spread, strips = self._parted()
        self._strip(strips, box)
        marks = spread.marks()
        wide = self._numbered(piles, marks)
        named = piles.heads[np.isin(piles.heads, named)]
        if pitch < _TEXT_PX * self.places.words.grown() + _UNDER_TEXT_PX:
            named = named[:0]
        lane = LabelledLane(CLAIMS, 0, box, self._edges(marks, piles), named, said, resting)
        head = max(_LEAST_HEAD_PX, (box.height - self._slots(box) * pitch) // 2)
        heights, labels = self.places.labels.on_marks(lane, wide, pitch, head)
        return labels, self._draw(marks, wide, piles, heights)

    def _pitch(self, box: LaneBox) -> float:
        """How far apart rows stand: as the letters want it, but no row is cut by the box."""
        row = float(int(MARK_ROW_PX * self.places.words.grown()))
        return max(MARK_ROW_PX, min(row, box.height - _TEXT_HEAD_PX))

    def _slots(self, box: LaneBox) -> int:
        return max(1, int((box.height - _TEXT_HEAD_PX) // self._pitch(box)))

    def _parted(self) -> tuple[Piles, Extents, Piles]:
        """What shares a mark, and where each is; and what is too long for rows."""
        crowd, shapes = self.places.crowd, self.content.said.shapes
        piles = piled(self.content, self.rows, crowd.power)
        spread, strips = extents(shapes, piles.heads, self.scale), Piles(self.rows[:0], ())
        if crowd.strip_px is not None:
            long = self._long(spread, crowd.strip_px)
            piles, strips, spread = piles.where(~long), piles.where(long), spread.where(~long)
        return piles, spread, strips

    def _numbered(self, piles: Piles, marks: Sequence[Mark]) -> list[Mark]:
        """The marks with the room of their numbers."""
        every = zip(marks, piles.rows, strict=True)
        return [self._wide(mark, len(pile)) for mark, pile in every]

    def _edges(self, marks: Sequence[Mark], piles: Piles) -> tuple[float, float]:
        """Where texts may stand: clear of the numbers upon bars that go on beyond the window."""
        over = [
            self._room(len(rows))
            for mark, rows in zip(marks, piles.rows, strict=True)
            if len(rows) > 1 and self._upon(mark, len(rows))
        ]
        return self.scale.left_px, self.scale.right_px - max(over, default=0.0)

    def _width(self, count: int) -> float:
        return self.places.words.measure(str(count), PILE, True)

    def _room(self, count: int) -> float:
        return self._width(count) + 2 * _BESIDE_PILE

    def _upon(self, mark: Mark, count: int) -> bool:
        """Its number stands upon it at the edge of the window: there is no beside, but room."""
        clear = max(mark.left, self.scale.left_px, mark.x + GLYPH)
        room = self.scale.right_px - self._room(count)
        return mark.bar and mark.right > self.scale.right_px and clear < room

    def _before(self, mark: Mark, count: int) -> bool:
        """Its number stands left of it, since the window ends on its right."""
        return mark.right + self._room(count) > self.scale.right_px

    def _wide(self, mark: Mark, count: int) -> Mark:
        """The mark with the room of its number."""
        if mark.bar and mark.feathers:
            mark = replace(mark, left=mark.left - FEATHERS_PX, right=mark.right + FEATHERS_PX)
        if count == 1 or self._upon(mark, count):
            return mark
        if self._before(mark, count):
            return replace(mark, left=mark.left - self._room(count))
        return replace(mark, right=mark.right + self._room(count))

    def _number_left(self, mark: Mark, wide: Mark, count: int) -> float:
        if self._upon(mark, count):
            return self.scale.right_px - self._width(count) - _BESIDE_PILE
        before = self._before(mark, count)
        return (wide.left if before else wide.right - self._room(count)) + _BESIDE_PILE

    def _draw(
        self,
        marks: Sequence[Mark],
        wide: Sequence[Mark],
        piles: Piles,
        heights: dict[int, float],
    ) -> tuple[Pile, ...]:
        half = MARK_ROW_PX / 2
        made: list[Pile] = []
        edges = self.scale.left_px, self.scale.right_px
        ys = [heights[mark.row] for mark in marks]
        draw_marks(self.strokes, self.content.said, 0, marks, ys, self.scale)
        for mark, room, rows in zip(marks, wide, piles.rows, strict=True):
            y = heights[mark.row]
            bounds = (room.left, y - half, room.right, y + half)
            self.strokes.pile(bounds, mark.x, mark.bar, 0, rows)
            if len(rows) > 1:
                x = self._number_left(mark, room, len(rows))
                if edges[0] <= x and x + self._width(len(rows)) <= edges[1]:
                    made.append(Pile(x, y, len(rows)))
        return tuple(made)

    def _strip(self, piles: Piles, box: LaneBox) -> None:
        """Long extents that have no row of their own, along the foot; those that meet are one."""
        spread = extents(self.content.said.shapes, piles.heads, self.scale)
        top, passing = box.bottom - _STRIP_PX - 1, self.content.said.passing
        order = np.argsort(spread.left, kind="stable")
        reach = np.maximum.accumulate(spread.right[order])
        begins = np.flatnonzero(spread.left[order][1:] >= reach[:-1]) + 1
        for group in np.split(order, begins) if len(order) else []:
            left, right = float(spread.left[group].min()), float(spread.right[group].max())
            rows = np.concatenate([piles.rows[i] for i in group.tolist()])
            ink = Ink.INK2 if passing[rows].any() else Ink.HAIR
            self.strokes.rect(left, top, right - left, _STRIP_PX, ink, Shade.PALE)
            for x in (left, right - _END_PX):
                self.strokes.rect(x, top, _END_PX, _STRIP_PX, ink, Shade.FULL)
            bounds = (left, top, right, top + _STRIP_PX)
            self.strokes.pile(bounds, float(spread.x[group[0]]), True, 0, rows)

    def _long(self, spread: Extents, most_px: float) -> Mask:
        """Bars longer than that, however much of them is in sight."""
        said = self.content.said.shapes.table
        days = said.last[spread.rows] - said.first[spread.rows] + 1
        long: Mask = spread.bar & (days * self.scale.px_per_day > most_px)
        return long
