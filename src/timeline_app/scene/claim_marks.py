"""The speech marks of claims in rows, with the number of those that share one, and their names."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from timeline_app.model.event_table import Mask
from timeline_app.scene.arrow_places import HeldArrows
from timeline_app.scene.buckets import bucket_power
from timeline_app.scene.claim_content import CLAIMS, ClaimContent
from timeline_app.scene.claim_drawing import Pile
from timeline_app.scene.claim_piles import Piles, piled
from timeline_app.scene.content import Rows
from timeline_app.scene.display_list import Ink, Label, Shade, Strokes
from timeline_app.scene.label_places import HeldLabels, LabelledLane
from timeline_app.scene.labels import Words
from timeline_app.scene.lane_layout import MARK_ROW_PX, LaneBox
from timeline_app.scene.mark_strokes import draw_mark
from timeline_app.scene.marks import Extents, Mark, extents
from timeline_app.scene.time_scale import TimeScale

PILE = 11.5
_PILE_PX, _BESIDE_PILE, _AFTER_PILE = 13.0, 3.0, 2.0
_TEXT_HEAD_PX, _LEAST_HEAD_PX = 6.0, 3.0
_LONG_PX = 60.0
_STRIP_PX, _END_PX = 4.0, 1.5


@dataclass(slots=True)
class Crowd:
    """How close things lie: in buckets of 2^`power` days where single days have no room, and with
    extents longer than `strip_px` along the foot where rows have none for them (None: in rows)."""

    power: int = 0
    strip_px: float | None = None


@dataclass(frozen=True, eq=False, slots=True)
class Places:
    """Where things stood in the last frame, and the words they say."""

    words: Words
    arrows: HeldArrows
    labels: HeldLabels
    crowd: Crowd


@dataclass(frozen=True, eq=False, slots=True)
class SpeechMarks:
    """Draws the marks of some rows of the table of claims."""

    content: ClaimContent
    places: Places
    scale: TimeScale
    strokes: Strokes

    def draw(
        self, rows: Rows, box: LaneBox, resting: bool, fresh: bool
    ) -> tuple[list[Label], tuple[Pile, ...]]:
        """Draws them into a box; `fresh` looks anew at how close they lie."""
        room = max(1, int((box.height - _TEXT_HEAD_PX) // MARK_ROW_PX))
        if fresh:
            self._look(rows, room)
        crowd, said = self.places.crowd, self.content.said
        piles = piled(self.content, rows, crowd.power)
        spread = extents(said.shapes, piles.heads, self.scale)
        if crowd.strip_px is not None:
            long = self._long(spread, crowd.strip_px)
            self._strip(piles, spread, long, box)
            piles = piles.where(~long)
            spread = extents(said.shapes, piles.heads, self.scale)
        marks = spread.marks()
        numbers = [str(len(pile)) if len(pile) > 1 else "" for pile in piles.rows]
        wide = [self._numbered(mark, n) for mark, n in zip(marks, numbers, strict=True)]
        named = piles.heads[said.passing[piles.heads]]
        if not fresh:  # what was an arrow just now does not say its name in another place
            named = named[~np.isin(named, list(self.places.arrows.known))]
        edges = self._edges(marks, numbers)
        lane = LabelledLane(CLAIMS, 0, box, edges, named, said, resting)
        head = max(_LEAST_HEAD_PX, (box.height - room * MARK_ROW_PX) // 2)
        heights, labels = self.places.labels.on_marks(lane, wide, MARK_ROW_PX, head)
        return labels, self._draw(marks, numbers, piles, heights)

    def _look(self, rows: Rows, room: int) -> None:
        said, crowd = self.content.said, self.places.crowd
        crowd.power, crowd.strip_px = 0, None
        spread = extents(said.shapes, piled(self.content, rows).heads, self.scale)
        for strip_px in (_LONG_PX, 0.0):
            if spread.depth() <= room:
                return
            crowd.strip_px = strip_px
            spread = extents(said.shapes, spread.rows[~self._long(spread, strip_px)], self.scale)
        if spread.depth() > room:
            crowd.power = bucket_power(self.scale.px_per_day, _PILE_PX)

    def _edges(self, marks: Sequence[Mark], numbers: Sequence[str]) -> tuple[float, float]:
        """Where texts may stand: clear of the numbers of bars that go on beyond the window."""
        over = [
            self._width(number) + 2 * _BESIDE_PILE
            for mark, number in zip(marks, numbers, strict=True)
            if number and self._beyond(mark)
        ]
        return self.scale.left_px, self.scale.right_px - max(over, default=0.0)

    def _beyond(self, mark: Mark) -> bool:
        return mark.bar and mark.right > self.scale.right_px

    def _width(self, number: str) -> float:
        return self.places.words.measure(number, PILE, True)

    def _numbered(self, mark: Mark, number: str) -> Mark:
        """The mark with the room of its number."""
        if not number:
            return mark
        right = mark.right + _BESIDE_PILE + self._width(number) + _AFTER_PILE
        return replace(mark, right=right)

    def _draw(
        self,
        marks: Sequence[Mark],
        numbers: Sequence[str],
        piles: Piles,
        heights: dict[int, float],
    ) -> tuple[Pile, ...]:
        half = MARK_ROW_PX / 2
        made: list[Pile] = []
        taken = [(mark.left, mark.right, heights[mark.row]) for mark in marks]
        for mark, number, rows in zip(marks, numbers, piles.rows, strict=True):
            y = heights[mark.row]
            draw_mark(self.strokes, self.content.said, 0, mark, y, self.scale)
            right = mark.right
            if number:
                width = self._width(number)
                x = mark.right + _BESIDE_PILE
                if self._beyond(mark):
                    x = self.scale.right_px - width - _BESIDE_PILE
                if _clear(x, x + width, y, taken, mark):
                    made.append(Pile(x, y, len(rows)))
                    taken.append((x, x + width, y))
                    right = max(right, x + width)
            self.strokes.pile((mark.left, y - half, right, y + half), mark.x, mark.bar, 0, rows)
        return tuple(made)

    def _strip(self, piles: Piles, spread: Extents, long: Mask, box: LaneBox) -> None:
        """Long extents that have no row of their own, along the foot."""
        top = box.bottom - _STRIP_PX - 1
        said = self.content.said
        for i in np.flatnonzero(long).tolist():
            left, right = float(spread.left[i]), float(spread.right[i])
            ink = Ink.INK2 if said.passing[piles.heads[i]] else Ink.HAIR
            self.strokes.rect(left, top, right - left, _STRIP_PX, ink, Shade.PALE)
            for x in (left, right - _END_PX):
                self.strokes.rect(x, top, _END_PX, _STRIP_PX, ink, Shade.FULL)
            bounds = (left, top, right, top + _STRIP_PX)
            self.strokes.pile(bounds, float(spread.x[i]), True, 0, piles.rows[i])

    def _long(self, spread: Extents, most_px: float) -> Mask:
        """Bars longer than that, however much of them is in sight."""
        said = self.content.said.shapes.table
        days = said.last[spread.rows] - said.first[spread.rows] + 1
        long: Mask = spread.bar & (days * self.scale.px_per_day > most_px)
        return long


def _clear(
    left: float, right: float, y: float, taken: Sequence[tuple[float, float, float]], own: Mark
) -> bool:
    """Whether a number would stand on no other mark and no other number of its row."""
    return not any(
        begin < right and end > left and height == y
        for begin, end, height in taken
        if (begin, end) != (own.left, own.right)
    )
