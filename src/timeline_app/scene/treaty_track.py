"""The track of treaties: a line each, in as many rows as there is room for."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import field, replace
from itertools import islice

from timeline_app.dataclass import dataclass
from timeline_app.scene.display_list import DisplayList, Ink, Label, Strokes
from timeline_app.scene.labels import Rank
from timeline_app.scene.lane_layout import LaneBox, Level
from timeline_app.scene.text_measure import Measure
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.track import Band, TrackNeed, TrackPlace
from timeline_app.scene.treaties import Treaties
from timeline_app.scene.treaty_marks import Sign, StepMark
from timeline_app.scene.treaty_rows import (
    NAME_SIZE,
    Treaty,
    TreatyLine,
    chosen_rows,
    in_order_of_time,
    line_of,
)
from timeline_app.scene.treaty_strokes import TreatyPen

LOW_ROW_PX, ROW_PX, TOLD_ROW_PX = 19.0, 30.0, 46.0
"""The height of a row whose name stands beside its line, of one whose name stands above it, and of
one with the words of its steps under the line too."""

MARGIN_PX = 4.0
STEP_SIZE = 11.5
FOLDED_GLYPH = 8.0
MOST_IN_SIGHT = 600
_LEAST_ROWS = 4
_NAME_BASE_PX, _LINE_PX, _WORDS_BASE_PX = 11.0, 21.0, 40.0
_LOW_LINE_PX, _LOW_BASE_PX = 12.0, 15.5
_REACH_PX = 6.0
_BETWEEN_WORDS = 8.0


@dataclass(frozen=True, eq=False, slots=True)
class TreatyDrawing:
    """One frame of the track. `lines` are those in sight that found a row, `rows` the row of each
    by key; `in_sight` counts all of them, drawn or not. A line lies `line_px` below the top of
    its row."""

    band: Band
    strokes: DisplayList
    lines: tuple[TreatyLine, ...]
    rows: dict[int, int]
    in_sight: int
    row_px: float
    line_px: float
    low: bool
    """Whether names stand beside their lines."""

    def place_at(self, x: float, y: float) -> TrackPlace | None:
        """The treaty whose line or name lies at a pixel, or near it; in one line the nearest."""
        if y not in self.band:
            return None
        if self.band.folded:
            main = self._first_x
            near = [one for one in self.lines if abs(main(one) - x) <= _REACH_PX + 2]
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
        return self.band.top + MARGIN_PX + self.rows[key] * self.row_px + self.line_px

    def _first_x(self, line: TreatyLine) -> float:
        return _first_x(self.strokes.scale, line.treaty)

    def _place(self, line: TreatyLine) -> TrackPlace:
        y = self.middle(line.treaty.key)
        keys = (line.treaty.key,)
        return TrackPlace(keys, line.begin, y - 8, line.end, y + 8, line.begin, y)

    def _together(self, lines: Sequence[TreatyLine]) -> TrackPlace:
        xs = [self._first_x(line) for line in lines]
        y = self.band.top + self.band.height / 2
        keys = tuple(line.treaty.key for line in lines)
        return TrackPlace(keys, min(xs) - 5, y - 5, max(xs) + 5, y + 5, sum(xs) / len(xs), y)


@dataclass(slots=True)
class TreatyTrack:
    """What passes, ready to be drawn; it remembers the row of each while one pans. With larger
    letters rows are `grown` times as high."""

    treaties: Treaties
    measure: Measure
    selected: int | None = None
    grown: float = 1.0
    _held: dict[int, int] = field(default_factory=dict)
    _kind: float = ROW_PX
    """Which of the three heights the rows have, as they are before they grow."""
    _last: tuple[Treaties, TimeScale, bool, list[TreatyLine]] | None = None
    """The lines that were asked for last: room is asked for by those that are drawn then."""

    def showing(self, treaties: Treaties) -> "TreatyTrack":
        """The track of other treaties, in which those that stay keep their rows for now."""
        return replace(self, treaties=treaties)

    @property
    def row_px(self) -> float:
        """How high a row is."""
        return self._kind * self.grown

    @property
    def _low(self) -> bool:
        return self._kind == LOW_ROW_PX

    @property
    def _line_px(self) -> float:
        return (_LOW_LINE_PX if self._low else _LINE_PX) * self.grown

    def need(self, scale: TimeScale) -> TrackNeed:
        """Some low rows at least; at most a row for each that would lie over another."""
        rows = _rows_of(_packed(self._lines(scale, low=False)))
        least = min(_LEAST_ROWS, rows) * LOW_ROW_PX * self.grown
        most = rows * TOLD_ROW_PX * self.grown
        return TrackNeed(least + 2 * MARGIN_PX, most + 2 * MARGIN_PX)

    def compose(self, scale: TimeScale, band: Band, resting: bool) -> TreatyDrawing:
        """Its picture."""
        room = band.height - 2 * MARGIN_PX
        if resting or not self._held:
            wanted = _rows_of(_packed(self._lines(scale, low=False)))
            fitting = (px for px in (TOLD_ROW_PX, ROW_PX) if wanted * px * self.grown <= room)
            self._kind = next(fitting, LOW_ROW_PX)
        low, panning = self._low, bool(self._held) and not resting
        held = {*self._held} if panning and not band.folded else None
        if held is not None and self.selected is not None:
            held.add(self.selected)
        lines = self._lines(scale, low, held)
        in_sight = self.treaties.count_touching(scale)
        if band.folded:
            shown = [line for line in lines if scale.left_px <= _first_x(scale, line.treaty)]
            rows = dict.fromkeys((line.treaty.key for line in shown), 0)
        else:
            rows = self._rows(lines, room, resting)
            shown = [line for line in lines if line.treaty.key in rows]
        strokes = self._drawn(scale, band, shown, rows)
        heights = self.row_px, self._line_px, self._low
        return TreatyDrawing(band, strokes, tuple(shown), rows, in_sight, *heights)

    def _lines(self, scale: TimeScale, low: bool, keys: Set[int] | None = None) -> list[TreatyLine]:
        """All lines in sight, or those of these keys; new ones come in once the view rests."""
        last = self._last
        if keys is None and last is not None and last[:3] == (self.treaties, scale, low):
            return last[3]
        wanted = self.treaties.touching(scale) if keys is None else self.treaties.named(keys)
        made = (line_of(treaty, scale, self.measure, low) for treaty in wanted)
        lines = [*islice((line for line in made if line is not None), MOST_IN_SIGHT)]
        if keys is None:
            self._last = self.treaties, scale, low, lines
        return lines

    def _rows(self, lines: list[TreatyLine], room: float, resting: bool) -> dict[int, int]:
        wanted = () if self.selected is None else (self.selected,)
        rows = max(1, int(room // self.row_px))
        if not resting and self._held:
            return chosen_rows(lines, rows, self._held, wanted)
        found = chosen_rows(lines, rows, {}, wanted)
        self._held = found = in_order_of_time(lines, found)
        return found

    def _drawn(
        self, scale: TimeScale, band: Band, lines: Sequence[TreatyLine], rows: dict[int, int]
    ) -> DisplayList:
        strokes, labels = Strokes(), []
        middle = band.top + band.height / 2
        for line in lines:
            treaty = line.treaty
            if band.folded:
                x = _first_x(scale, treaty)
                ink = treaty.vector if treaty.vector >= 0 else int(Ink.NO_VECTOR)
                strokes.glyph(x, middle, FOLDED_GLYPH, treaty.vector, ink)
                continue
            top = band.top + MARGIN_PX + rows[treaty.key] * self.row_px
            pen = TreatyPen(strokes, scale, top + self._line_px, treaty.vector, self._low)
            pen.draw(treaty.stretches, treaty.marks, line.cut)
            if line.name:
                base = top + (_LOW_BASE_PX if self._low else _NAME_BASE_PX) * self.grown
                labels.append(_label(line, base))
            if self._kind == TOLD_ROW_PX:
                labels += self._told(scale, line, top)
        box = LaneBox((0,), band.top, band.height, Level.MARKS)
        return strokes.frozen(scale, (box,), labels, ())

    def _told(self, scale: TimeScale, line: TreatyLine, top: float) -> list[Label]:
        """The words of its steps that have room side by side under the line."""
        y = top + _WORDS_BASE_PX * self.grown
        return [
            Label(line.treaty.row, 0, word.text, word.x, y, word.width, STEP_SIZE, True, 0)
            for word in step_words(line.treaty.marks, scale, self.measure)
        ]


@dataclass(frozen=True, slots=True)
class StepWord:
    """What a step says: where it begins, and in which line under the treaty's own."""

    text: str
    x: float
    width: float
    line: int


def step_words(
    marks: Sequence[StepMark], scale: TimeScale, measure: Measure, lines: int = 1
) -> list[StepWord]:
    """The words of the steps, the weightiest first, none over another, each under its own sign."""
    pen = TreatyPen.measuring(scale)
    ranks = [Rank() for _ in range(lines)]
    placed: list[StepWord] = []
    for mark in sorted(marks, key=lambda one: _WEIGHT.get(one.sign, len(_WEIGHT))):
        middle = pen.x_of(mark)
        width = measure(mark.words, STEP_SIZE, False)
        if not scale.left_px <= middle <= scale.right_px or width > scale.width_px:
            continue
        x = min(max(middle - width / 2, scale.left_px), scale.right_px - width)
        left, right = x - _BETWEEN_WORDS / 2, x + width + _BETWEEN_WORDS / 2
        line = next((n for n, rank in enumerate(ranks) if rank.free(left, right)), None)
        if line is not None:
            ranks[line].take(left, right, len(placed))
            placed.append(StepWord(mark.words, x, width, line))
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
            Sign.SIGNED_LATER,
            Sign.LEAVE,
            Sign.PAUSE,
            Sign.RATIFICATION,
            Sign.PLAN,
        )
    )
}


def _packed(lines: Sequence[TreatyLine]) -> dict[int, int]:
    """All of them, in as few rows as they need."""
    return in_order_of_time(lines, [line.treaty.key for line in lines])


def _rows_of(rows: Mapping[int, int]) -> int:
    return max(rows.values(), default=0) + 1


def _label(line: TreatyLine, y: float) -> Label:
    row = line.treaty.row
    return Label(row, 0, line.name, line.name_x, y, line.name_px, NAME_SIZE, True, 0)


def _first_x(scale: TimeScale, treaty: Treaty) -> float:
    """The day of the signature, or of the first step found."""
    signed = (mark for mark in treaty.marks if mark.sign is Sign.SIGNATURE)
    return TreatyPen.measuring(scale).x_of(next(signed, treaty.marks[0]))
