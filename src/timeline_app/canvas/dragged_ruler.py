"""The axis over days that are dragged: it goes along with them but near the edges, where no word
may be cut and the month or year in sight is named."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from timeline_app.canvas.frames import Frame
from timeline_app.canvas.lane_painter import tick_lines
from timeline_app.canvas.lettering import measure, wavers
from timeline_app.canvas.ruler_painter import paint_ruler
from timeline_app.dataclass import dataclass
from timeline_app.look.tokens import Tokens
from timeline_app.scene.display_list import DisplayList
from timeline_app.scene.ticks import Tick, Unit, Weight, ticks_of, unit_of
from timeline_app.scene.time_scale import TimeScale

_BESIDE_WORD_PX = 24.0
_LEAST_HALF = 1e-3

Lines = set[tuple[int, bool]]


@dataclass(frozen=True, eq=False, slots=True)
class Part:
    """What of the axis is drawn for its frame alone: `ticks`, seen between two pixels."""

    scale: TimeScale
    ticks: Sequence[Tick]
    low: float
    high: float


class DraggedRuler:
    """The axis of a frame that was composed for more days than are in sight, as `far`."""

    def __init__(self, frame: Frame, far: DisplayList, ratio: float) -> None:
        self.far, self._reach = far, _reach(frame, far, ratio)
        self._lines = frozenset(tick_lines(far.ticks, far.scale))

    @property
    def goes_along(self) -> bool:
        """Whether a picture of it can be dragged like the days."""
        return self._reach is not None

    def paint_far(self, painter: QPainter, frame: Frame, tokens: Tokens) -> None:
        """Paints it for all days, if it goes along with them."""
        if self.goes_along:
            scale, ticks = self.far.scale, self.far.ticks
            paint_ruler(painter, scale, ticks, frame.ruler_px, None, tokens)

    def parts(self, frame: Frame) -> list[Part]:
        """What of it is of this frame alone: its ends, or all of it."""
        scale, reach = frame.scale, self._reach
        if reach is None:
            return [Part(scale, frame.drawn.ticks, 0.0, frame.width)]
        first = scale.end - 2 * reach / scale.px_per_day
        left = replace(scale, width_px=2 * reach)
        right = replace(left, first=first, left_px=scale.right_px - 2 * reach)
        ends = (left, 0.0, left.left_px + reach), (right, right.left_px + reach, frame.width)
        return [Part(end, ticks_of(end, measure), low, high) for end, low, high in ends]

    def lines(self, frame: Frame, parts: Sequence[Part], by_px: int) -> Lines | None:
        """The lines of the axis that are rounded to the pixel after the last; None where lines in
        these parts are others than those that were painted, since one is so near to an edge that
        it is rounded into the window."""
        left, right = frame.scale.left_px, frame.scale.right_px
        beside: Lines = set()
        for part in parts:
            low, high = max(part.low, left), min(part.high, right)
            mine = set(tick_lines(part.ticks, part.scale))
            then = {(x + by_px, whole) for x, whole in self._lines if low <= x + by_px < high}
            if {line for line in mine if low <= line[0] < high} != then:
                return None
            beside |= {line for line in mine if line[0] >= right}
        return beside

    def paint(self, painter: QPainter, frame: Frame, parts: Sequence[Part], tokens: Tokens) -> None:
        """Paints these parts."""
        span = frame.snapshot.filter.span
        for part in parts:
            painter.save()
            if self.goes_along:
                painter.setClipRect(QRectF(part.low, 0, part.high - part.low, frame.ruler_px))
            paint_ruler(painter, part.scale, part.ticks, frame.ruler_px, span, tokens)
            painter.restore()


def _reach(frame: Frame, far: DisplayList, ratio: float) -> float | None:
    """How far from an edge another word or line may stand because of it; None where that may be
    anywhere."""
    span, unit = frame.snapshot.filter.span, unit_of(far.scale)
    # a quarter is named by how wide the years at both ends of the axis are
    if span is not None or unit is Unit.QUARTER or any(_wavers(t, ratio) for t in far.ticks):
        return None
    widest = max(_widths(far.ticks), default=0.0) + _BESIDE_WORD_PX
    if 4 * widest > frame.scale.width_px or _crowded(far, unit, widest):
        return None
    return widest


def _wavers(tick: Tick, ratio: float) -> bool:
    """Whether a line or word would be rounded to another pixel by the least difference."""
    return abs(tick.x % 1.0 - 0.5) < _LEAST_HALF or (bool(tick.text) and wavers(tick.text_x, ratio))


def _crowded(far: DisplayList, unit: Unit, reach: float) -> bool:
    """Whether a year has no room for its word: which of them do follows from where one begins."""
    low, high = far.scale.left_px + reach, far.scale.right_px - reach
    named = [t for t in far.ticks if t.weight > Weight.FINE and low < t.x < high]
    return unit is Unit.YEAR and not all(tick.text for tick in named)


def _widths(ticks: Sequence[Tick]) -> Iterator[float]:
    return (measure(tick.text, tick.size, tick.bold) for tick in ticks if tick.text)
