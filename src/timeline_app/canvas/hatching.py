"""Slanting lines: too thin to say, or the second of two."""

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen


def hatch(painter: QPainter, room: QRectF, colour: str, step: float = 4.0) -> None:
    """Paints them within a rectangle, `step` pixels apart; they hang together across neighbours.
    Each line ends at the edge, for what is painted on may know no clipping."""
    painter.setPen(QPen(QColor(colour), 1))
    begin = room.left() - room.height()
    x = begin - begin % step
    lines = []
    while x < room.right():
        low, high = max(room.left() - x, 0.0), min(room.right() - x, room.height())
        if high > low:
            lines.append(QLineF(x + low, room.bottom() - low, x + high, room.bottom() - high))
        x += step
    painter.drawLines(lines)
