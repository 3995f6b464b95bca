"""The two brushed periods over a part of the centre: what lies outside steps back, A has unbroken
edges, B is hatched and has broken ones, so that they are told apart without colour."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from timeline_app.canvas.hatching import hatch
from timeline_app.canvas.ruler_painter import brush_px
from timeline_app.look.tokens import Tokens
from timeline_app.model.filter import SpanClause
from timeline_app.scene.time_scale import TimeScale
from timeline_app.session.snapshot import Snapshot

_VEIL = 0.72
_APART_PX = 7.0

Spans = tuple[SpanClause | None, SpanClause | None]
"""A and B."""


def spans_of(now: Snapshot) -> Spans:
    """The periods that are marked."""
    return now.filter.span, now.second


def paint_periods(
    painter: QPainter, scale: TimeScale, spans: Spans, top: float, height: float, tokens: Tokens
) -> None:
    """Both over what is there already: the rest steps back."""
    paint_veil(painter, scale, spans, top, height, tokens)
    paint_edges(painter, scale, spans, top, height, tokens)


def paint_edges(
    painter: QPainter, scale: TimeScale, spans: Spans, top: float, height: float, tokens: Tokens
) -> None:
    """Both where all that is shown lies in them."""
    paint_second(painter, scale, spans[1], top, height, tokens)
    paint_first(painter, scale, spans[0], top, height, tokens)


def cover(
    painter: QPainter, scale: TimeScale, top: float, height: float, width: float, tokens: Tokens
) -> None:
    """The bare canvas left and right of the days, `width` pixels in all."""
    canvas, right = QColor(tokens.canvas), scale.right_px
    painter.fillRect(QRectF(0, top, scale.left_px, height), canvas)
    painter.fillRect(QRectF(right, top, max(0.0, width - right), height), canvas)


def paint_veil(
    painter: QPainter,
    scale: TimeScale,
    spans: Spans,
    top: float,
    height: float,
    tokens: Tokens,
    whole: bool = False,
) -> None:
    """What lies in neither steps back, or lies on another ground where that is painted `whole`
    beneath it; nothing does where nothing is brushed."""
    edges = lit_px(scale, spans)
    if not edges:
        return
    colour = _veil(tokens, 1.0 if whole else _VEIL)
    at = scale.left_px
    for left, right in (*edges, (scale.right_px, scale.right_px)):
        left = min(left, scale.right_px)
        if left > at:
            painter.fillRect(QRectF(at, top, left - at, height), colour)
        at = max(at, right)


def paint_whole_veil(
    painter: QPainter, scale: TimeScale, top: float, height: float, tokens: Tokens
) -> None:
    """As if no day lay in a period."""
    painter.fillRect(QRectF(scale.left_px, top, scale.width_px, height), _veil(tokens, _VEIL))


def lit_px(scale: TimeScale, spans: Spans) -> list[tuple[float, float]]:
    """Left and right of each period, as far as it is in sight, from the left."""
    return sorted(_edges(scale, span) for span in spans if span is not None)


def _veil(tokens: Tokens, opacity: float) -> QColor:
    colour = QColor(tokens.bg)
    colour.setAlphaF(opacity)
    return colour


def paint_second(
    painter: QPainter,
    scale: TimeScale,
    second: SpanClause | None,
    top: float,
    height: float,
    tokens: Tokens,
) -> None:
    """B: slanting lines far apart, and broken edges."""
    if second is None:
        return
    left, right = _edges(scale, second)
    if right > left:
        hatch(painter, QRectF(left, top, right - left, height), tokens.hair, _APART_PX)
    pen = QPen(QColor(tokens.ink), 1.5)
    pen.setDashPattern([3.0, 2.0])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    _paint_edges(painter, scale, second, top, height)


def paint_first(
    painter: QPainter,
    scale: TimeScale,
    first: SpanClause | None,
    top: float,
    height: float,
    tokens: Tokens,
) -> None:
    """A's edges."""
    if first is not None:
        painter.setPen(QPen(QColor(tokens.ink), 1.5))
        _paint_edges(painter, scale, first, top, height)


def _paint_edges(
    painter: QPainter, scale: TimeScale, span: SpanClause, top: float, height: float
) -> None:
    for x in brush_px(scale, span):
        if scale.left_px <= x <= scale.right_px:
            painter.drawLine(QLineF(x, top, x, top + height))


def _edges(scale: TimeScale, span: SpanClause) -> tuple[float, float]:
    left, right = brush_px(scale, span)
    return max(left, scale.left_px), min(right, scale.right_px)
