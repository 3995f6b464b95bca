"""The track of treaties: a line each, in as many rows as there is room for."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from timeline_app.crossfilter.passing import Passing
from timeline_app.model.instrument_table import InstrumentTable, stretches
from timeline_app.scene.display_list import DisplayList, Label, Strokes
from timeline_app.scene.lane_layout import LaneBox, Level
from timeline_app.scene.shapes import shapes_of
from timeline_app.scene.text_measure import Measure
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.track import Band, TrackNeed, TrackPlace
from timeline_app.scene.treaty_marks import Sign, StepMark, marks_of
from timeline_app.scene.treaty_rows import (
    NAME_SIZE,
    Treaty,
    TreatyLine,
    chosen_rows,
    in_order_of_time,
    line_of,
)
from timeline_app.scene.treaty_strokes import TreatyPen

ROW_PX, TOLD_ROW_PX = 30.0, 46.0
"""The height of a row with a name, and of one with the words of its steps under the line."""

MARGIN_PX = 4.0
STEP_SIZE = 11.5
FOLDED_GLYPH = 8.0
MOST_IN_SIGHT = 600
_NAME_BASE_PX, _LINE_PX, _WORDS_BASE_PX = 11.0, 21.0, 40.0
_REACH_PX = 6.0
_BETWEEN_WORDS = 8.0


@dataclass(frozen=True, eq=False, slots=True)
class TreatyDrawing:
    """One frame of the track. `lines` are those in sight that found a row, `rows` the row of each
    by key; `in_sight` counts all of them, drawn or not."""

    band: Band
    strokes: DisplayList
    lines: tuple[TreatyLine, ...]
    rows: dict[int, int]
    in_sight: int
    row_px: float

    def place_at(self, x: float, y: float) -> TrackPlace | None:
        """The treaty whose line or name lies at a pixel, or near it; in one line the nearest."""
        if y not in self.band:
            return None
        if self.band.folded:
            near = [one for one in self.lines if abs(_main_x(self, one) - x) <= _REACH_PX + 2]
            return self._together(near) if near else None
        row = int((y - self.band.top - MARGIN_PX) // self.row_px)
        for line in self.lines:
            inside = line.left - _REACH_PX <= x <= line.right + _REACH_PX
            if inside and self.rows[line.treaty.key] == row:
                return self._place(line)
        return None

    def place_of(self, key: int) -> TrackPlace | None:
        """Where this treaty is drawn."""
        line = next((one for one in self.lines if one.treaty.key == key), None)
        if line is None:
            return None
        return self._together([line]) if self.band.folded else self._place(line)

    def middle(self, key: int) -> float:
        """The height of the line of this treaty."""
        if self.band.folded:
            return self.band.top + self.band.height / 2
        return self.band.top + MARGIN_PX + self.rows[key] * self.row_px + _LINE_PX

    def _place(self, line: TreatyLine) -> TrackPlace:
        y = self.middle(line.treaty.key)
        keys = (line.treaty.key,)
        return TrackPlace(keys, line.begin, y - 8, line.end, y + 8, line.begin, y)

    def _together(self, lines: Sequence[TreatyLine]) -> TrackPlace:
        xs = [_main_x(self, line) for line in lines]
        y = self.band.top + self.band.height / 2
        keys = tuple(line.treaty.key for line in lines)
        return TrackPlace(keys, min(xs) - 5, y - 5, max(xs) + 5, y + 5, sum(xs) / len(xs), y)


@dataclass(slots=True)
class TreatyTrack:
    """What passes, ready to be drawn; it remembers the row of each while one pans."""

    treaties: tuple[Treaty, ...]
    measure: Measure
    selected: int | None = None
    _held: dict[int, int] = field(default_factory=dict)
    _row_px: float = ROW_PX

    def need(self, scale: TimeScale) -> TrackNeed:
        """Two rows at least; at most a row for each that would lie over another."""
        lines = self._lines(scale)
        packed = in_order_of_time(lines, [line.treaty.key for line in lines])
        rows = max(packed.values(), default=0) + 1
        return TrackNeed(min(2, rows) * ROW_PX + 2 * MARGIN_PX, rows * TOLD_ROW_PX + 2 * MARGIN_PX)

    def compose(self, scale: TimeScale, band: Band, resting: bool) -> TreatyDrawing:
        """Its picture."""
        lines = self._lines(scale)
        room = band.height - 2 * MARGIN_PX
        if band.folded:
            shown, rows = lines, dict.fromkeys((line.treaty.key for line in lines), 0)
        else:
            rows = self._rows(lines, room, resting)
            shown = [line for line in lines if line.treaty.key in rows]
        strokes = self._drawn(scale, band, shown, rows)
        return TreatyDrawing(band, strokes, tuple(shown), rows, len(lines), self._row_px)

    def _lines(self, scale: TimeScale) -> list[TreatyLine]:
        made = (line_of(treaty, scale, self.measure) for treaty in self.treaties)
        return [line for line in made if line is not None][:MOST_IN_SIGHT]

    def _rows(self, lines: list[TreatyLine], room: float, resting: bool) -> dict[int, int]:
        wanted = () if self.selected is None else (self.selected,)
        if not resting and self._held:
            found = chosen_rows(lines, int(room // self._row_px), self._held, wanted)
            self._held = self._held | found
            return found
        found = chosen_rows(lines, max(1, int(room // ROW_PX)), {}, wanted)
        self._held = found = in_order_of_time(lines, found)
        rows = max(found.values(), default=0) + 1
        self._row_px = TOLD_ROW_PX if rows * TOLD_ROW_PX <= room else ROW_PX
        return found

    def _drawn(
        self, scale: TimeScale, band: Band, lines: Sequence[TreatyLine], rows: dict[int, int]
    ) -> DisplayList:
        strokes, labels = Strokes(), []
        middle = band.top + band.height / 2
        for line in lines:
            treaty = line.treaty
            if band.folded:
                x = max(_first_x(scale, treaty), scale.left_px + 5)
                ink = treaty.vector if treaty.vector >= 0 else 9
                strokes.glyph(x, middle, FOLDED_GLYPH, treaty.vector, ink)
                continue
            top = band.top + MARGIN_PX + rows[treaty.key] * self._row_px
            TreatyPen(strokes, scale, top + _LINE_PX, treaty.vector).draw(
                treaty.stretches, treaty.marks
            )
            if line.name:
                labels.append(_label(treaty, line.name, line.name_x, top, line.name_px))
            if self._row_px == TOLD_ROW_PX:
                labels += self._told(scale, line, top)
        box = LaneBox((0,), band.top, band.height, Level.MARKS)
        return strokes.frozen(scale, (box,), labels, ())

    def _told(self, scale: TimeScale, line: TreatyLine, top: float) -> list[Label]:
        """The words of its steps that have room side by side under the line."""
        words = step_words(line.treaty.marks, scale, self.measure)
        y = top + _WORDS_BASE_PX - NAME_SIZE
        return [
            Label(line.treaty.row, 0, text, x, y + NAME_SIZE, width, STEP_SIZE, True, 0)
            for text, x, width in words
        ]


def step_words(
    marks: Sequence[StepMark], scale: TimeScale, measure: Measure
) -> list[tuple[str, float, float]]:
    """What the steps say, where each begins and how wide it is: the weightiest first, none over
    another, each under its own sign."""
    pen = TreatyPen.measuring(scale)
    placed: list[tuple[str, float, float]] = []
    for mark in sorted(marks, key=lambda one: _WEIGHT.get(one.sign, len(_WEIGHT))):
        middle = pen.x_of(mark)
        if not scale.left_px <= middle <= scale.right_px:
            continue
        width = measure(mark.words, STEP_SIZE, False)
        x = min(max(middle - width / 2, scale.left_px), scale.right_px - width)
        ends = sorted([*placed, (mark.words, x, width)], key=lambda one: one[1])
        apart = all(a[1] + a[2] + _BETWEEN_WORDS <= b[1] for a, b in pairwise(ends))
        if apart and x >= scale.left_px:
            placed.append((mark.words, x, width))
    return placed


_WEIGHT = {
    sign: n
    for n, sign in enumerate(
        (
            Sign.SIGNATURE,
            Sign.START,
            Sign.END,
            Sign.SUSPENSION,
            Sign.JOIN,
            Sign.LEAVE,
            Sign.PAUSE,
            Sign.RATIFICATION,
            Sign.PLAN,
        )
    )
}


def treaties_of(table: InstrumentTable, passing: Passing) -> tuple[Treaty, ...]:
    """What passes, in the order of time."""
    vectors = shapes_of(table.life).vector
    made = []
    for row in np.flatnonzero(passing.mask).tolist():
        steps, parties = table.steps(row), int(table.parties[row])
        made.append(
            Treaty(
                row=row,
                key=int(table.key[row]),
                name=table.names[row],
                vector=int(vectors[row]),
                weight=(len(steps), parties),
                stretches=stretches(steps, parties),
                marks=marks_of(steps, parties),
            )
        )
    return tuple(made)


def _label(treaty: Treaty, text: str, x: float, top: float, width: float) -> Label:
    return Label(treaty.row, 0, text, x, top + _NAME_BASE_PX, width, NAME_SIZE, True, 0)


def _first_x(scale: TimeScale, treaty: Treaty) -> float:
    """The day of the signature, or of the first step found."""
    signed = (mark for mark in treaty.marks if mark.sign is Sign.SIGNATURE)
    return TreatyPen.measuring(scale).x_of(next(signed, treaty.marks[0]))


def _main_x(drawing: TreatyDrawing, line: TreatyLine) -> float:
    scale = drawing.strokes.scale
    return max(_first_x(scale, line.treaty), scale.left_px + 5)
