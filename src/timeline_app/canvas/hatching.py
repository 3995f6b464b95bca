"""Slanting lines: too thin to say, or the second of two."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen


def hatch(painter: QPainter, room: QRectF, colour: str, step: float = 4.0) -> None:
    """Paints them within a rectangle, `step` pixels apart; they hang together across neighbours."""
    painter.save()
    painter.setClipRect(room, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(QColor(colour), 1))
    begin = room.left() - room.height()
    x = begin - begin % step
    lines = []
    while x < room.right():
        lines.append(QLineF(x, room.bottom(), x + room.height(), room.top()))
        x += step
    painter.drawLines(lines)
    painter.restore()
