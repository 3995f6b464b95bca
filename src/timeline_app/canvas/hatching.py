"""Slanting lines: too thin to say, or the second of two."""

from functools import lru_cache

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen


def hatch(painter: QPainter, room: QRectF, colour: str, step: float = 4.0) -> None:
    """Paints them within a rectangle, `step` pixels apart; they hang together across neighbours.
    Each line ends at the edge, for what is painted on may know no clipping."""
    painter.setPen(QPen(QColor(colour), 1))
    painter.drawLines(_lines(room.left(), room.top(), room.right(), room.bottom(), step))


@lru_cache(maxsize=32)
def _lines(left: float, top: float, right: float, bottom: float, step: float) -> list[QLineF]:
    """Kept: the second of two stays while the first moves."""
    begin = left - (bottom - top)
    x = begin - begin % step
    lines = []
    while x < right:
        low, high = max(left - x, 0.0), min(right - x, bottom - top)
        if high > low:
            lines.append(QLineF(x + low, bottom - low, x + high, bottom - high))
        x += step
    return lines
