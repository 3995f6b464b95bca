"""The signs of what came of a claim: check disc, cross square, half disc, struck ring, open ring.

The same wherever a claim is told of: on the timeline, in the list, in its details, in the legend. A
sign never stands alone: words stand beside it.
"""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from timeline_app.look.tokens import Tokens
from timeline_app.model.verdict import BORNE_OUT, NOT_BORNE_OUT, NOT_TESTABLE, PARTLY

SIGN = 11.0
"""The width in pixels at which a sign is drawn in lists and on the timeline."""

STROKE = 1.4


def sign_colour(verdict: int, tokens: Tokens) -> str:
    """The colour of a sign, and of the line that leads to it."""
    colours = {BORNE_OUT: tokens.yes, NOT_BORNE_OUT: tokens.no, PARTLY: tokens.warn}
    return colours.get(verdict, tokens.ink3)


@lru_cache(maxsize=64)
def sign_filled(verdict: int, size: float) -> QPainterPath:
    """What of a sign is filled, its centre at the origin; `size` in pixels. Do not change it."""
    r = size / 2
    path = QPainterPath()
    if verdict == BORNE_OUT:
        path.addEllipse(QPointF(0, 0), r, r)
    elif verdict == NOT_BORNE_OUT:
        path.addRect(QRectF(-0.92 * r, -0.92 * r, 1.84 * r, 1.84 * r))
    elif verdict == PARTLY:
        ring = r - STROKE / 2
        path.moveTo(0, -ring)
        path.arcTo(QRectF(-ring, -ring, 2 * ring, 2 * ring), 90, 180)
        path.closeSubpath()
    return path


@lru_cache(maxsize=64)
def sign_stroked(verdict: int, size: float) -> QPainterPath:
    """What of a sign is stroked in its own colour, STROKE wide. Do not change it."""
    r = size / 2 - STROKE / 2
    path = QPainterPath()
    if verdict not in (BORNE_OUT, NOT_BORNE_OUT):
        path.addEllipse(QPointF(0, 0), r, r)
    if verdict == NOT_TESTABLE:
        path.moveTo(-0.68 * r, 0.68 * r)
        path.lineTo(0.68 * r, -0.68 * r)
    return path


@lru_cache(maxsize=64)
def sign_cut(verdict: int, size: float) -> QPainterPath:
    """What of a sign is stroked in the colour of the ground: its check or its cross."""
    r = size / 2
    path = QPainterPath()
    if verdict == BORNE_OUT:
        path.moveTo(-0.48 * r, 0.04 * r)
        path.lineTo(-0.12 * r, 0.42 * r)
        path.lineTo(0.50 * r, -0.36 * r)
    elif verdict == NOT_BORNE_OUT:
        for end in (0.46 * r, -0.46 * r):
            path.moveTo(-0.46 * r, -end)
            path.lineTo(0.46 * r, end)
    return path


def draw_sign(
    painter: QPainter,
    verdict: int,
    x: float,
    y: float,
    colour: str,
    ground: str,
    size: float = SIGN,
) -> None:
    """Paints the sign with its centre at (x, y) on `ground`; colours are "#RRGGBB"."""
    painter.save()
    painter.translate(x, y)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(sign_filled(verdict, size), QColor(colour))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for path, ink in ((sign_stroked, colour), (sign_cut, ground)):
        pen = QPen(QColor(ink), STROKE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPath(path(verdict, size))
    painter.restore()
