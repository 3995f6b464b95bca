"""The ruler over the lanes: ticks and words of the axis, and the foot of the brushed period."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from timeline_app.canvas.hatching import hatch
from timeline_app.canvas.lettering import Text, grown, measure, write, write_all, write_to
from timeline_app.dates.spoken_days import day_words
from timeline_app.look.tokens import Tokens
from timeline_app.scene.ticks import Tick, Weight
from timeline_app.scene.time_scale import TimeScale, nearest_px
from timeline_app.words.tr import tr

if TYPE_CHECKING:  # the first frame is painted before NumPy is there
    from timeline_app.model.filter import SpanClause

_TICK_PX = {Weight.FINE: 4, Weight.PLAIN: 6, Weight.MAIN: 9}
_FOOT_PX = 3
_BOUND_PX = 12.0
_HATCH_PX, _LEAST_LETTERED_PX = 7.0, 24.0
_HEAD_SIZE = 12.5
_WORD_PX, _BELOW_PX = 12.0, 4.0
"""How far a word reaches over its baseline and below it."""


def paint_ruler(
    painter: QPainter,
    scale: TimeScale,
    ticks: Sequence[Tick],
    height: float,
    span: "SpanClause | None",
    tokens: Tokens,
    second: "SpanClause | None" = None,
) -> None:
    """Paints the ruler from y = 0 to `height`, with the period `span` and a `second` one."""
    painter.fillRect(QRectF(scale.left_px, 0, scale.width_px, height), QColor(tokens.bg))
    if second is not None:
        _second(painter, scale, ticks, height, second, tokens)
    if span is not None:
        _brush(painter, scale, ticks, height, span, tokens)
    xs = [(round(tick.x) + 0.5, _TICK_PX[tick.weight]) for tick in ticks if not tick.bare]
    painter.setPen(QPen(QColor(tokens.strong), 1))
    painter.drawLines([QLineF(x, height - long, x, height - 1) for x, long in xs])
    for bold in (False, True):
        write_all(painter, _words(ticks, height, bold, tokens), bold)
    if span is not None:
        _bounds(painter, scale, ticks, height, span, tokens)
    if span is not None and second is not None:
        for name, one in (("A", span), ("B", second)):
            _lettered(painter, scale, ticks, height, name, one, tokens)
    painter.setPen(QPen(QColor(tokens.strong), 1))
    begin = min(0.0, scale.left_px)  # under the heads too
    painter.drawLine(QLineF(begin, height - 0.5, scale.right_px, height - 0.5))


def _words(ticks: Sequence[Tick], height: float, bold: bool, tokens: Tokens) -> Iterator[Text]:
    for tick in ticks:
        if tick.text and tick.bold is bold:
            colour = tokens.ink if tick.size > 12 or bold else tokens.ink3
            yield tick.text, tick.text_x, _baseline(tick, height), colour, tick.size


def brush_px(scale: TimeScale, span: "SpanClause") -> tuple[float, float]:
    """The brushed period's edges in whole pixels, held within the scale and a little beyond."""
    low, high = scale.left_px - 50, scale.right_px + 50
    left = min(max(scale.x(float(span.first)), low), high)
    right = min(max(scale.x(float(span.last + 1)), low), high)
    return nearest_px(left), nearest_px(right)


def _brush(
    painter: QPainter,
    scale: TimeScale,
    ticks: Sequence[Tick],
    height: float,
    span: "SpanClause",
    tokens: Tokens,
) -> None:
    left, right = brush_px(scale, span)
    low, high = max(left, scale.left_px), min(right, scale.right_px)
    if high > low:
        painter.fillRect(QRectF(low, 0, high - low, height), QColor(tokens.wash))
        painter.fillRect(QRectF(low, height - _FOOT_PX, high - low, _FOOT_PX), QColor(tokens.hl))
    painter.setPen(QPen(QColor(tokens.ink), 1.5))
    for x in (left, right):
        if scale.left_px <= x <= scale.right_px:
            for top, foot in _beside_words(x, ticks, height):
                painter.drawLine(QLineF(x, top, x, foot))


def _second(
    painter: QPainter,
    scale: TimeScale,
    ticks: Sequence[Tick],
    height: float,
    second: "SpanClause",
    tokens: Tokens,
) -> None:
    """B: hatched, with a broken foot and broken edges."""
    left, right = brush_px(scale, second)
    low, high = max(left, scale.left_px), min(right, scale.right_px)
    if high > low:
        painter.fillRect(QRectF(low, 0, high - low, height), QColor(tokens.canvas))
        hatch(painter, QRectF(low, 0, high - low, height), tokens.hair, _HATCH_PX)
        painter.setPen(_broken(tokens, _FOOT_PX))
        painter.drawLine(QLineF(low, height - _FOOT_PX / 2, high, height - _FOOT_PX / 2))
    painter.setPen(_broken(tokens, 1.5))
    for x in (left, right):
        if scale.left_px <= x <= scale.right_px:
            for top, foot in _beside_words(x, ticks, height):
                painter.drawLine(QLineF(x, top, x, foot))


def _broken(tokens: Tokens, wide: float) -> QPen:
    pen = QPen(QColor(tokens.ink), wide)
    pen.setDashPattern([3.0, 2.0])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _lettered(
    painter: QPainter,
    scale: TimeScale,
    ticks: Sequence[Tick],
    height: float,
    name: str,
    span: "SpanClause",
    tokens: Tokens,
) -> None:
    """The letter of a period in its middle, where no word of the ruler stands."""
    left, right = brush_px(scale, span)
    middle = _letter_px(scale, span)
    upper = [tick for tick in ticks if tick.upper]
    taken = [(t.text_x, t.text_x + measure(t.text, t.size, t.bold)) for t in upper]
    x = middle - measure(name, _BOUND_PX, True) / 2
    if right - left > _LEAST_LETTERED_PX and scale.left_px < middle < scale.right_px:
        _named(painter, name, x, _upper_baseline(), scale, taken, False, tokens)


def _letter_px(scale: TimeScale, span: "SpanClause") -> float:
    """The middle of what is seen of a period, where its letter stands."""
    left, right = brush_px(scale, span)
    return (max(left, scale.left_px) + min(right, scale.right_px)) / 2


def _beside_words(x: float, ticks: Sequence[Tick], height: float) -> list[tuple[float, float]]:
    """The parts of an edge at `x` that cross no word of the ruler, from the top down."""
    crossed = [
        _baseline(tick, height)
        for tick in ticks
        if tick.text
        and tick.text_x - 1 < x < tick.text_x + measure(tick.text, tick.size, tick.bold) + 1
    ]
    parts, top = [], 0.0
    for baseline in sorted(crossed):
        parts.append((top, baseline - _WORD_PX * grown()))
        top = baseline + _BELOW_PX * grown()
    return [(a, b) for a, b in (*parts, (top, height)) if b > a]


def _baseline(tick: Tick, height: float) -> float:
    return _upper_baseline() if tick.upper else height - 11


def _upper_baseline() -> float:
    """Where the words of the upper row stand."""
    return 15.0 * grown()


def _bounds(
    painter: QPainter,
    scale: TimeScale,
    ticks: Sequence[Tick],
    height: float,
    span: "SpanClause",
    tokens: Tokens,
) -> None:
    """The edges that lie beyond the window are named at the ruler's ends."""
    left, right = brush_px(scale, span)
    upper = [tick for tick in ticks if tick.upper]
    taken = [(t.text_x, t.text_x + measure(t.text, t.size, t.bold)) for t in upper]
    two = bool(upper)
    y = _upper_baseline() if two else height - 11
    if left < scale.left_px:
        text = tr("‹ from {day}", day=day_words(span.first, short=True))
        x = max((end for begin, end in taken if begin < scale.left_px + 60), default=0) + 10
        _named(painter, text, max(x, scale.left_px + 6), y, scale, taken, not two, tokens)
    if right > scale.right_px:
        text = tr("to {day} ›", day=day_words(span.last, short=True))
        x = scale.right_px - 6 - measure(text, _BOUND_PX, True)
        _named(painter, text, x, y, scale, taken, not two, tokens)


def _named(
    painter: QPainter,
    text: str,
    x: float,
    y: float,
    scale: TimeScale,
    taken: list[tuple[float, float]],
    plate: bool,
    tokens: Tokens,
) -> None:
    end = x + measure(text, _BOUND_PX, True)
    if end > scale.right_px or any(a < end + 6 and b > x - 6 for a, b in taken):
        return
    if plate:
        painter.fillRect(
            QRectF(x - 4, y - 13 * grown(), end - x + 8, 17 * grown()), QColor(tokens.wash)
        )
    write(painter, text, x, y, tokens.ink, _BOUND_PX, True)


def paint_ruler_head(
    painter: QPainter, head_px: float, height: float, label: str, counted: str, tokens: Tokens
) -> None:
    """What the lanes are and what their numbers count."""
    y = height - 11
    room = head_px - 22 - measure(label, _HEAD_SIZE)
    write(painter, label, 12, y, tokens.ink3, _HEAD_SIZE)
    if measure(counted, _HEAD_SIZE) + 8 <= room:
        write_to(painter, counted, head_px - 10, y, tokens.ink3, _HEAD_SIZE)
