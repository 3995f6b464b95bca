"""Strokes the track of claims: speech marks, arrows of predictions with their end signs."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from timeline_app.canvas.lane_painter import paint_lanes
from timeline_app.canvas.lettering import text_size, write
from timeline_app.look.glyphs import CLAIM
from timeline_app.look.outcome_signs import draw_sign, sign_colour
from timeline_app.look.tokens import Tokens
from timeline_app.model.verdict import OPEN
from timeline_app.scene.claim_arrows import CAPTION, DOT_RADIUS, HEAD_HIGH, HEAD_LONG, Arrow, End
from timeline_app.scene.claim_drawing import ClaimDrawing
from timeline_app.scene.claim_marks import PILE

LINE = 1.6
_DASHES = [5 / LINE, 3 / LINE]
_TAIL_DASHES = [3 / LINE, 3 / LINE]
_EXTENT_PX, _END_PX = 8.0, 1.5
_STEM_REACH = 30.0
_FEATHERS = (0.55, 0.32, 0.15)
_UNDER_MIDDLE = 4.0


def paint_claims(painter: QPainter, drawn: ClaimDrawing, tokens: Tokens) -> None:
    """Paints a frame of the track; the band is clipped and its ground is there."""
    _stems(painter, drawn.arrows, tokens)
    paint_lanes(painter, drawn.drawn, tokens, bare=CLAIM)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for arrow, y in drawn.arrows:
        paint_arrow(painter, arrow, y, tokens)
    for pile in drawn.piles:
        y = pile.y + _UNDER_MIDDLE * text_size()
        write(painter, str(pile.count), pile.x, y, tokens.ink2, PILE, True)
    painter.restore()


def paint_arrow(painter: QPainter, arrow: Arrow, y: float, tokens: Tokens) -> None:
    """One prediction with its line at height y."""
    colour = QColor(sign_colour(arrow.verdict, tokens))
    y += 0.5
    for left, right in (arrow.said, arrow.meant):
        if right > left:
            _extent(painter, left, right, y, colour, tokens)
    way = 1 if arrow.rightwards else -1
    solid = arrow.end is End.HEAD and arrow.verdict != OPEN
    pen = QPen(colour, LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if arrow.broken:
        pen.setDashPattern(_TAIL_DASHES if arrow.end is End.TAIL else _DASHES)
    painter.setPen(pen)
    stop = arrow.stop - way * (HEAD_LONG - 1 if solid else 0)
    painter.drawLine(QLineF(arrow.start, y, stop, y))
    if arrow.end is End.HEAD:
        _head(painter, arrow.stop, y, way, solid, colour)
    if arrow.dot is not None:
        _dot(painter, arrow, arrow.dot, y, colour, tokens)
    draw_sign(painter, arrow.verdict, arrow.sign, y, colour.name(), tokens.canvas)
    if arrow.caption:
        write(
            painter,
            arrow.caption,
            arrow.caption_x,
            y + _UNDER_MIDDLE * text_size(),
            tokens.ink2,
            CAPTION,
        )


def _extent(
    painter: QPainter, left: float, right: float, y: float, colour: QColor, tokens: Tokens
) -> None:
    """Days that are known no closer: pale, with ends in full colour."""
    pale = QColor(colour)
    pale.setAlphaF(tokens.pale)
    top = y - _EXTENT_PX / 2
    painter.fillRect(QRectF(left, top, right - left, _EXTENT_PX), pale)
    for x in (left, right - _END_PX):
        painter.fillRect(QRectF(x, top, _END_PX, _EXTENT_PX), colour)


def _head(painter: QPainter, x: float, y: float, way: int, solid: bool, colour: QColor) -> None:
    half = HEAD_HIGH / 2
    points = [QPointF(x - way * HEAD_LONG, y - half), QPointF(x, y)]
    points.append(QPointF(x - way * HEAD_LONG, y + half))
    if solid:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF(points))
    else:
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))


def _dot(
    painter: QPainter, arrow: Arrow, x: float, y: float, colour: QColor, tokens: Tokens
) -> None:
    """Where it was said; hollow where the source doubts the day, feathered where it is about."""
    if arrow.feathers:
        _feathers(painter, min(x - 4, arrow.said[0]), y, -1, colour)
        _feathers(painter, max(x + 4, arrow.said[1]), y, 1, colour)
    painter.setPen(QPen(colour, 1.25) if arrow.hollow else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.canvas) if arrow.hollow else colour)
    painter.drawEllipse(QPointF(x, y), DOT_RADIUS, DOT_RADIUS)


def _feathers(painter: QPainter, x: float, y: float, way: int, colour: QColor) -> None:
    for i, opacity in enumerate(_FEATHERS):
        shade = QColor(colour)
        shade.setAlphaF(opacity)
        left = x + way * (1 + 3 * i) - (2 if way < 0 else 0)
        painter.fillRect(QRectF(left, y - 4 + i, 2, 8 - 2 * i), shade)


def _stems(painter: QPainter, arrows: Sequence[tuple[Arrow, float]], tokens: Tokens) -> None:
    """A line joins what was said on one day in rows that follow each other."""
    by_height = sorted(arrows, key=lambda both: both[1])
    painter.setPen(QPen(QColor(tokens.strong), 1))
    for (one, above), (other, below) in pairwise(by_height):
        same = one.dot is not None and one.dot == other.dot and one.said[0] == one.said[1]
        if same and one.dot is not None and below - above < _STEM_REACH:
            x = int(one.dot) + 0.5
            painter.drawLine(QLineF(x, above, x, below))
