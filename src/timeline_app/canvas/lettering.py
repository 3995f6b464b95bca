"""Texts on the canvas: measured and painted in the program's fonts, always as plain text."""

from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from timeline_app.look import fonts


@lru_cache(maxsize=32)
def _metrics(size: float, bold: bool, percent: int) -> QFontMetricsF:
    return QFontMetricsF(fonts.font(size, bold))


@lru_cache(maxsize=65536)
def _width(text: str, size: float, bold: bool, percent: int) -> float:
    return _metrics(size, bold, percent).horizontalAdvance(text)


def measure(text: str, size: float, bold: bool = False) -> float:
    """The width of a text in pixels, at the reader's text size."""
    return _width(text, size, bold, fonts.percent())


def text_size() -> float:
    """How large the reader wants texts, 1.0 being usual."""
    return fonts.percent() / 100


def write(
    painter: QPainter,
    text: str,
    x: float,
    y: float,
    colour: str,
    size: float,
    bold: bool = False,
) -> None:
    """Paints a text that begins at x with its baseline at y."""
    painter.setFont(fonts.font(size, bold))
    painter.setPen(QColor(colour))
    painter.drawText(QPointF(x, y), text)


def write_to(
    painter: QPainter,
    text: str,
    right: float,
    y: float,
    colour: str,
    size: float,
    bold: bool = False,
) -> None:
    """Paints a text that ends at `right`."""
    write(painter, text, right - measure(text, size, bold), y, colour, size, bold)
