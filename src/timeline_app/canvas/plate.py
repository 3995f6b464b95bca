"""A plate of words upon a row of a strip."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from timeline_app.canvas.balance_rows import Row
from timeline_app.canvas.lettering import measure, write_passing
from timeline_app.look import fonts
from timeline_app.look.tokens import Tokens
from timeline_app.scene.time_scale import TimeScale


def paint_plate(
    painter: QPainter, scale: TimeScale, row: Row, words: str, at_left: bool, tokens: Tokens
) -> None:
    """What else is read off a row, upon the canvas, on the side where nobody looks."""
    wide, high = measure(words, fonts.TICK) + 8, fonts.scaled(fonts.TICK) + 3
    left = scale.left_px if at_left else scale.right_px - wide
    plate = QRectF(left, row.top + (row.height - high) / 2, wide, high)
    painter.fillRect(plate, QColor(tokens.canvas))
    y = plate.bottom() - fonts.scaled(fonts.TICK) * 0.28
    write_passing(painter, words, plate.right() - 4, y, tokens.ink2, fonts.TICK)
