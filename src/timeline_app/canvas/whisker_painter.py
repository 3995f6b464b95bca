"""Paints the whiskers of the one event that is selected, over everything but its name."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from timeline_app.canvas.lettering import write
from timeline_app.look import fonts
from timeline_app.look.glyphs import Form, draw_glyph
from timeline_app.look.tokens import Tokens
from timeline_app.scene.whiskers import END_PX, TEXT_PX, TICK_PX, Whisker

_LINE, _TICK, _RING_RADIUS, _BAR, _ANGLE = 1.5, 1.5, 9.5, 10.0, 4.0


def paint_whiskers(
    painter: QPainter, found: Sequence[Whisker], vector: int, colour: str, tokens: Tokens
) -> None:
    """Lines first, then the ends and their words on ground of their own."""
    for one in found:
        painter.setPen(QPen(QColor(tokens.ink), _LINE))
        x, y = one.root
        if y != one.y:
            painter.drawLine(QLineF(x, y, x, one.y))
        painter.drawLine(QLineF(x, one.y, one.x, one.y))
    for one in found:
        _words(painter, one, tokens)
        if one.beyond:
            _angle(painter, one, tokens)
        else:
            _end(painter, one, vector, colour, tokens)


def _words(painter: QPainter, one: Whisker, tokens: Tokens) -> None:
    tall = fonts.scaled(17)
    ground = QRectF(one.text_x - 2, one.y - tall / 2, one.text_width + 4, tall)
    painter.fillRect(ground, QColor(tokens.canvas))
    write(painter, one.text, one.text_x, one.y + fonts.scaled(4.5), tokens.ink2, TEXT_PX)


def _end(painter: QPainter, one: Whisker, vector: int, colour: str, tokens: Tokens) -> None:
    """A hollow glyph with an upright tick; upon a pale bar where it is more than a day."""
    if one.is_bar:
        bar = QRectF(one.left, one.y - _BAR / 2, one.right - one.left, _BAR)
        painter.fillRect(bar, QColor(tokens.canvas))
        pale = QColor(colour)
        pale.setAlphaF(tokens.pale)
        painter.fillRect(bar, pale)
        for x in (bar.left(), bar.right() - _TICK):
            painter.fillRect(QRectF(x, bar.top(), _TICK, _BAR), QColor(colour))
    painter.setPen(QPen(QColor(colour), _TICK))
    for way in (-1, 1):
        painter.drawLine(QLineF(one.x, one.y + way * END_PX / 2, one.x, one.y + way * TICK_PX))
    draw_glyph(painter, vector, one.x, one.y, END_PX, colour, Form.HOLLOW, tokens.canvas)
    if one.preferred:
        painter.setPen(QPen(QColor(tokens.ink), _LINE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(one.x, one.y), _RING_RADIUS, _RING_RADIUS)


def _angle(painter: QPainter, one: Whisker, tokens: Tokens) -> None:
    """The line goes on beyond the window."""
    painter.setPen(QPen(QColor(tokens.ink), _LINE))
    tip, back = one.x + one.beyond * _ANGLE, one.x - one.beyond
    for way in (-1, 1):
        painter.drawLine(QLineF(tip, one.y, back, one.y + way * _ANGLE))
