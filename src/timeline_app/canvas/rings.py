"""The lines around what is hovered, selected and in focus; how large the name beside it is."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from timeline_app.look.tokens import Tokens
from timeline_app.scene.display_list import SpotKind
from timeline_app.scene.hit_test import Place

HOVER_RADIUS, SELECTED_RADIUS, FOCUS_RADIUS = 8.5, 9.5, 12.0
PLATE_SIZE, PLATE_HEIGHT = 13.0, 19.0


def paint_ring(
    painter: QPainter,
    place: Place,
    radius: float,
    tokens: Tokens,
    width: float,
    broken: bool = False,
) -> None:
    """A line around a mark: a circle around a glyph, a frame around a bar, a cell or a column."""
    pen = QPen(QColor(tokens.ink), width)
    if broken:
        pen.setDashPattern([2, 1.6])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if place.kind is SpotKind.GLYPH:
        painter.drawEllipse(QPointF(place.x, place.y), radius, radius)
        return
    grow = radius - 7.0 if place.kind is SpotKind.BAR else radius - 7.5
    top, height = place.top, place.bottom - place.top
    if place.kind is SpotKind.BAR:
        top, height = place.y - 5, 10
    bounds = QRectF(place.left, top, place.right - place.left, height)
    painter.drawRect(bounds.adjusted(-grow, -grow, grow, grow - 1))
