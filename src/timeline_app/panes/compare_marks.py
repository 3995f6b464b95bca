"""A row of the comparison as a picture: A is a ring upon an unbroken line, B a dot upon a broken
one, so that they are told apart without colour."""

import math

from PySide6.QtCore import QLineF, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from timeline_app.dataclass import dataclass
from timeline_app.look.tokens import Tokens

NONE = (math.nan, math.nan)
_STEP = 0.25
_RADIUS = 4.0


@dataclass(frozen=True, slots=True)
class Marks:
    """Two shares (0 to 1, NaN for none) and the ends of their intervals."""

    a: float
    b: float
    of_a: tuple[float, float] = NONE
    of_b: tuple[float, float] = NONE


def paint_marks(
    painter: QPainter, room: QRect, marks: Marks, selected: bool, tokens: Tokens
) -> None:
    """The scale runs from 0 at the left edge to 1 at the right, with a line at each quarter."""
    ink = QColor(tokens.onink if selected else tokens.ink)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.strong if selected else tokens.hair), 1))
    for n in range(round(1 / _STEP) + 1):
        x = round(_x(room, n * _STEP)) + 0.5
        painter.drawLine(QLineF(x, room.top(), x, room.bottom() + 1))
    upper, lower = room.top() + room.height() * 0.32, room.top() + room.height() * 0.72
    _line(painter, room, marks.of_a, upper, ink, broken=False)
    _line(painter, room, marks.of_b, lower, ink, broken=True)
    if math.isfinite(marks.a):
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(QColor(tokens.ink if selected else tokens.hl))
        painter.drawEllipse(QPointF(_x(room, marks.a), upper), _RADIUS, _RADIUS)
    if math.isfinite(marks.b):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(QPointF(_x(room, marks.b), lower), _RADIUS, _RADIUS)
    painter.restore()


def _x(room: QRect, share: float) -> float:
    return room.left() + _RADIUS + share * (room.width() - 2 * _RADIUS)


def _line(
    painter: QPainter,
    room: QRect,
    ends: tuple[float, float],
    y: float,
    ink: QColor,
    broken: bool,
) -> None:
    if not math.isfinite(ends[0]):
        return
    pen = QPen(ink, 2)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if broken:
        pen.setDashPattern([1.5, 1.0])
    painter.setPen(pen)
    painter.drawLine(QLineF(_x(room, ends[0]), y, _x(room, ends[1]), y))
