"""Texts on the canvas: measured and painted in the program's fonts, always as plain text."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import ceil, floor

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from timeline_app.look import fonts
from timeline_app.look.putting import put_many

MOST_STAMPS = 2048
_AIR_PX = 2
"""Some letters reach over the width that their font tells."""
_LEAST_PX = 1e-3
_PIXELS = QWidget, QPixmap, QImage
"""What is made of pixels."""

Text = tuple[str, float, float, str, float]
"""A text, where it begins, its baseline, its colour and its size."""


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


def grown() -> float:
    """How much higher than usual what holds letters must be; it never shrinks."""
    return max(1.0, text_size())


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
    if text:
        write_all(painter, ((text, x, y, colour, size),), bold)


def write_all(painter: QPainter, texts: Iterable[Text], bold: bool = False) -> None:
    """Paints many texts, as `write` does one."""
    device, percent = painter.device(), fonts.percent()
    if not isinstance(device, _PIXELS):  # in a file a text is a text
        for text, x, y, colour, size in texts:
            _letter(painter, text, x, y, colour, fonts.font(size, bold))
        return
    ratio = device.devicePixelRatioF()
    put_many(painter, _stamps(texts, bold, ratio, percent), ratio)


def _stamps(
    texts: Iterable[Text], bold: bool, ratio: float, percent: int
) -> Iterator[tuple[int, int, QPixmap]]:
    """The picture of each text, and where it is put in pixels of the device."""
    for text, x, y, colour, size in texts:
        stamp, rise = _stamp(text, size, bold, colour, ratio, percent)
        yield floor((x - _AIR_PX) * ratio + 0.5), floor((y - rise) * ratio + 0.5), stamp


def wavers(x: float, ratio: float) -> bool:
    """Whether the least difference decides on which pixel a text that begins there stands."""
    past = ((x - _AIR_PX) * ratio + 0.5) % 1.0
    return min(past, 1.0 - past) < _LEAST_PX


def write_passing(
    painter: QPainter, text: str, right: float, y: float, colour: str, size: float
) -> None:
    """Paints a text that ends at `right`, as `write_to` does, but keeps nothing of it: for what is
    another in the next frame."""
    device, x = painter.device(), right - measure(text, size)
    if not isinstance(device, _PIXELS):
        write(painter, text, x, y, colour, size)
        return
    ratio, rise = device.devicePixelRatioF(), ceil(_metrics(size, False, fonts.percent()).ascent())
    left, top = (floor(at * ratio + 0.5) / ratio for at in (x - _AIR_PX, y - rise - _AIR_PX))
    _letter(
        painter, text, left + _AIR_PX, top + rise + _AIR_PX, colour, _grey(size, fonts.percent())
    )


@lru_cache(maxsize=32)
def _grey(size: float, percent: int) -> QFont:
    """The font with edges in greys, as they are in a kept picture."""
    font = QFont(fonts.font(size))
    font.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
    return font


@lru_cache(maxsize=MOST_STAMPS)
def _stamp(
    text: str, size: float, bold: bool, colour: str, ratio: float, percent: int
) -> tuple[QPixmap, float]:
    """The text as a picture, several times quicker to paint than letters; and how far its baseline
    is from the top."""
    metrics = _metrics(size, bold, percent)
    rise = ceil(metrics.ascent()) + _AIR_PX
    wide = ceil(metrics.horizontalAdvance(text)) + 2 * _AIR_PX
    high = rise + ceil(metrics.descent()) + _AIR_PX
    picture = QPixmap(ceil(wide * ratio), ceil(high * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _letter(painter, text, _AIR_PX, rise, colour, fonts.font(size, bold))
    painter.end()
    return picture, rise


def _letter(painter: QPainter, text: str, x: float, y: float, colour: str, font: QFont) -> None:
    painter.setFont(font)
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
