"""Puts pictures where they belong, a pixel of theirs on a pixel of the screen."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from math import floor, inf

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

_BY_QT = (1.0, 2.0)
"""Where a pixel of Qt's is so many of the screen it sees by itself that nothing is stretched."""


@contextmanager
def on_screen(painter: QPainter, ratio: float) -> Iterator[None]:
    """Paints within in pixels of the screen, of which `ratio` are one of Qt's."""
    before = painter.worldTransform()
    painter.scale(1 / ratio, 1 / ratio)
    yield
    painter.setWorldTransform(before)


def as_qt_puts(ratio: float) -> bool:
    """Whether Qt puts a picture quickly there, though it is asked in its own pixels. Elsewhere it
    takes it for one that is to be stretched, and looks for each pixel of it: that takes three times
    as long."""
    return ratio in _BY_QT


def put_part(painter: QPainter, at: QPointF, picture: QPixmap, part: QRectF) -> None:
    """Puts a part of a picture, in pixels of the screen, at a place in Qt's."""
    ratio = picture.devicePixelRatioF()
    if as_qt_puts(ratio):
        painter.drawPixmap(at, picture, part)
        return
    with on_screen(painter, ratio):
        painter.drawPixmap(QRectF(at * ratio, part.size()), picture, part)


def put_many(painter: QPainter, pictures: Iterable[tuple[int, int, QPixmap]], ratio: float) -> None:
    """Puts small pictures whole, each at a place in pixels of the screen."""
    if ratio == 1.0:  # Qt takes two whole numbers more quickly than a point
        for left, top, picture in pictures:
            painter.drawPixmap(left, top, picture)
        return
    with on_screen(painter, ratio):
        for left, top, picture in pictures:
            wide, high = picture.width(), picture.height()
            painter.drawPixmap(left, top, wide, high, picture, 0, 0, wide, high)


def put_whole(painter: QPainter, picture: QPixmap, left: float = 0.0) -> None:
    """Puts all of a picture at the top."""
    put_part(painter, QPointF(left, 0), picture, QRectF(picture.rect()))


def painter_of(widget: QWidget) -> QPainter:
    """Paints on a widget, from the next whole pixel of the screen on. A widget may begin within
    one: what is painted there would be rounded otherwise than a picture of the same that is put
    there, and things would stir by a pixel as one takes the other's place."""
    painter = QPainter(widget)
    ratio, at = widget.devicePixelRatioF(), painter.deviceTransform()
    if not ratio.is_integer():
        x, y = at.dx(), at.dy()
        painter.translate((floor(x + 0.5) - x) / ratio, (floor(y + 0.5) - y) / ratio)
    return painter


def reach(painter: QPainter) -> tuple[float, float]:
    """From where down to where the painter's clip lets it paint."""
    if not painter.hasClipping():
        return -inf, inf
    within = painter.clipBoundingRect()
    return within.top(), within.bottom()
