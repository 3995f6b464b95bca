"""A treaty's life as strokes: broken while announced, a line once signed, a bar in force.

Where nothing tells how it went on after the last step found, the line fades out in three strokes;
where it is in force it goes on to the edge with an arrow.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from timeline_app.dates.day import OPEN_FUTURE
from timeline_app.model.event_table import APPROXIMATE
from timeline_app.model.instrument import ANNOUNCED, IN_FORCE, SUSPENDED
from timeline_app.model.instrument_table import Stretch
from timeline_app.scene.display_list import Form, Ink, Shade, Strokes
from timeline_app.scene.shapes import NO_VECTOR
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.treaty_marks import BESIDE, Sign, StepMark

BAR, LINE, BROKEN_LINE = 9.0, 2.0, 1.5
SIGNED_GLYPH, GLYPH, BESIDE_GLYPH = 12.0, 10.0, 7.0
ABOVE_PX, LOW_ABOVE_PX = 10.0, 8.5
FADE_STEP, FADES = 8.0, (Shade.NEAR, Shade.MIDDLE, Shade.FAR)
FADE_PX = FADE_STEP * len(FADES)
EXTENT_FROM_PX = 8.0
_END_PX = 1.5
_UNDER_NAME_PX = 6.0
_DASH, _DASH_GAP = 4.0, 3.0
_NOTCH, _SLEEVE, _SLEEVE_HIGH = 2.0, 5.0, 13.0
_TICK_HIGH, _CAP, _CAP_HIGH = 13.0, 2.5, 15.0


class TreatyPen:
    """Draws one treaty with the middle of its line at height `y`."""

    def __init__(
        self, strokes: Strokes, scale: TimeScale, y: float, vector: int, low: bool = False
    ) -> None:
        self._strokes, self._scale, self._y = strokes, scale, y
        self._above = LOW_ABOVE_PX if low else ABOVE_PX
        self._vector = vector
        self._ink = int(vector if vector >= 0 else Ink.NO_VECTOR)

    @classmethod
    def measuring(cls, scale: TimeScale) -> "TreatyPen":
        """One that draws nothing but knows where things would stand."""
        return cls(Strokes(), scale, 0.0, NO_VECTOR)

    def draw(
        self,
        stretches: Sequence[Stretch],
        marks: Sequence[StepMark],
        cut: tuple[float, float] | None = None,
    ) -> None:
        """Draws its stretches, under the name between the pixels of `cut`, then its steps."""
        gaps = sorted([*self._gaps(marks), *([cut] if cut else [])])
        for stretch in stretches:
            self._stretch(stretch, gaps)
            if cut is not None:
                self._under_name(stretch, cut)
        if fades(stretches, marks):
            self._fade(max(self.right_of(mark) for mark in marks))
        for mark in marks:
            self._mark(mark)

    def x_of(self, mark: StepMark) -> float:
        """The middle of its sign: on its day, or at the start of the days it may lie on."""
        left, right = self._scale.x(mark.first), self._scale.x(mark.last + 1)
        return (left + right) / 2 if right - left < EXTENT_FROM_PX else left + 1

    def left_of(self, mark: StepMark) -> float:
        """Where the days begin that it may lie on, or its sign."""
        return min(self._scale.x(mark.first), self.x_of(mark) - half_of(mark))

    def right_of(self, mark: StepMark) -> float:
        """Where the days end that it may lie on, or its sign."""
        return max(self._scale.x(mark.last + 1), self.x_of(mark) + half_of(mark))

    def _stretch(self, stretch: Stretch, gaps: Sequence[tuple[float, float]]) -> None:
        scale, y = self._scale, self._y
        left = max(scale.x(stretch.first), scale.left_px - 20)
        right = scale.right_px + 20
        if stretch.last != OPEN_FUTURE:
            right = min(scale.x(stretch.last), right)
        goes_on = stretch.last == OPEN_FUTURE
        if goes_on:
            right = scale.right_px - BAR
        if right <= left:
            return
        for begin, end in _parted(left, right, gaps):
            wide = end - begin
            if stretch.standing == ANNOUNCED:
                self._broken(begin, end)
            elif stretch.standing == SUSPENDED:
                bounds = np.array([(begin, y - BAR / 2, wide, BAR)], np.float32)
                self._strokes.outlines(bounds, np.array([self._ink], np.int16))
            else:
                high = BAR if stretch.standing == IN_FORCE else LINE
                self._strokes.rect(begin, y - high / 2, wide, high, self._ink, Shade.FULL)
        if goes_on:
            self._strokes.arrow(scale.right_px, y, 1, BAR, self._ink)

    def _under_name(self, stretch: Stretch, cut: tuple[float, float]) -> None:
        """Under its name the line goes on, thin: a name is no break in a treaty's life."""
        left = max(self._scale.x(stretch.first), cut[0])
        right = cut[1]
        if stretch.last != OPEN_FUTURE:
            right = min(self._scale.x(stretch.last), right)
        if right > left and stretch.standing not in (ANNOUNCED, SUSPENDED):
            top, wide = self._y + _UNDER_NAME_PX, right - left
            self._strokes.rect(left, top, wide, BROKEN_LINE, self._ink, Shade.FULL)

    def _gaps(self, marks: Sequence[StepMark]) -> Iterable[tuple[float, float]]:
        """Where bar and line are cut: under a party that joins or leaves, and in a sleeve."""
        for mark in marks:
            wide = _NOTCH if mark.sign in BESIDE else _SLEEVE
            if mark.sign in BESIDE or mark.sign is Sign.AMENDMENT:
                x = self.x_of(mark)
                yield x - wide / 2, x + wide / 2

    def _broken(self, left: float, right: float) -> None:
        """Dashes that stay where they are on the days while the window moves."""
        step, scale = _DASH + _DASH_GAP, self._scale
        start = left - (left - scale.x(0)) % step
        for x in np.arange(start, right, step).tolist():
            begin, end = max(x, left), min(x + _DASH, right)
            if end > begin:
                top = self._y - BROKEN_LINE / 2
                self._strokes.rect(begin, top, end - begin, BROKEN_LINE, self._ink, Shade.FULL)

    def _fade(self, x: float) -> None:
        for n, shade in enumerate(FADES):
            left = x + n * FADE_STEP
            self._strokes.rect(left, self._y - 1, FADE_STEP - 2, LINE, self._ink, shade)

    def _mark(self, mark: StepMark) -> None:
        x, y, strokes = self.x_of(mark), self._y, self._strokes
        if self.right_of(mark) < self._scale.left_px or self.left_of(mark) > self._scale.right_px:
            return
        self._extent(mark)
        if mark.sign is Sign.PLAN:
            strokes.glyph(x, y, GLYPH, self._vector, self._ink, Form.HOLLOW)
        elif mark.sign is Sign.TALKS:
            strokes.glyph(x, y, BESIDE_GLYPH, self._vector, self._ink, Form.HOLLOW)
        elif mark.sign is Sign.SIGNATURE:
            strokes.glyph(x, y, SIGNED_GLYPH, self._vector, self._ink)
        elif mark.sign in (Sign.JOIN, Sign.SIGNED_LATER):
            strokes.glyph(x, y - self._above, BESIDE_GLYPH, self._vector, self._ink)
        elif mark.sign in (Sign.PAUSE, Sign.LEAVE):
            strokes.glyph(x, y - self._above, BESIDE_GLYPH, self._vector, self._ink, Form.HOLLOW)
        elif mark.sign is Sign.RATIFICATION:
            self._upright(x - 2, _TICK_HIGH, LINE)
            self._upright(x + 3, _TICK_HIGH, LINE)
        elif mark.sign is Sign.AMENDMENT:
            bounds = np.array([(x - _SLEEVE / 2, y - 6.5, _SLEEVE, _SLEEVE_HIGH)], np.float32)
            strokes.outlines(bounds, np.array([self._ink], np.int16))
        elif mark.sign is Sign.END:
            self._upright(x, _CAP_HIGH, _CAP)
        elif mark.sign is Sign.OTHER:
            self._upright(x, _TICK_HIGH, 1.0)

    def _upright(self, x: float, high: float, wide: float) -> None:
        self._strokes.rect(x - wide / 2, self._y - high / 2, wide, high, self._ink, Shade.FULL)

    def _extent(self, mark: StepMark) -> None:
        """The days a step may lie on, where they can be told apart, or the feathers of "about"."""
        left, right = self._scale.x(mark.first), self._scale.x(mark.last + 1)
        if mark.first == mark.last:
            return
        top, high = self._y - BAR / 2, BAR
        if mark.sign in BESIDE:
            top, high = self._y - self._above - 2, 4.0
        if right - left >= EXTENT_FROM_PX:
            self._strokes.rect(left, top, right - left, high, self._ink, Shade.PALE)
            for x in (left, right - _END_PX):
                self._strokes.rect(x, top, _END_PX, high, self._ink, Shade.FULL)
        elif mark.doubt & APPROXIMATE and mark.sign not in BESIDE:
            half = half_of(mark) + 1
            for n, shade in enumerate(FADES):
                for x in (self.x_of(mark) + half + 3 * n, self.x_of(mark) - half - 3 * n - 2):
                    self._strokes.rect(x, self._y - 4 + n, 2, 8 - 2 * n, self._ink, shade)


def fades(stretches: Sequence[Stretch], marks: Sequence[StepMark]) -> bool:
    """Whether nothing tells how it went on: it neither goes on nor has ended."""
    if not stretches or stretches[-1].last == OPEN_FUTURE:
        return False
    return not any(m.sign is Sign.END and m.first >= stretches[-1].first for m in marks)


def half_of(mark: StepMark) -> float:
    """Half of the width of its sign."""
    if mark.sign is Sign.SIGNATURE:
        return SIGNED_GLYPH / 2
    return GLYPH / 2 if mark.sign is Sign.PLAN else BESIDE_GLYPH / 2


def _parted(
    left: float, right: float, gaps: Iterable[tuple[float, float]]
) -> Iterable[tuple[float, float]]:
    """What is left of a stretch without these gaps."""
    at = left
    for begin, end in gaps:
        if begin >= right:
            break
        if begin > at:
            yield at, begin
        at = max(at, end)
    if at < right:
        yield at, right
