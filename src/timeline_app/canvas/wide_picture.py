"""A picture of days and of a margin on either side, painted once and put elsewhere while the days
are dragged."""

from collections.abc import Callable, Hashable, Sequence
from math import ceil, floor

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap, QRegion

from timeline_app.look.putting import as_qt_puts, on_screen, put_part, put_whole
from timeline_app.scene.steps import Steps, whole
from timeline_app.scene.time_scale import MARGIN_PX, TimeScale

WHOLE_PX = 4
"""Origins of pictures are multiples of so many pixels: whole ones of the device at any ratio."""
_STEPS = 2, 4, 8, 16
_SHARP = 1e-3
"""Of a pixel: nobody sees whether a thing was drawn so far from where it should be."""


def sharp_step(ratio: float) -> int:
    """By multiples of how many pixels a picture can be moved and stay sharp, where a pixel is so
    many of the device: halves of a pixel are rounded to even ones, so it moves by even numbers
    there. 0 where that is not soon."""
    if ratio.is_integer():
        return 1
    return next((step for step in _STEPS if (step * ratio / 2).is_integer()), 0)


def on_device(by_px: float, ratio: float) -> bool:
    """Whether a picture can be moved so far and stay sharp."""
    whole_by, step = round(by_px), sharp_step(ratio)
    return abs(by_px - whole_by) < _SHARP and step > 0 and whole_by % step == 0


Place = tuple[int, int, int, int]
"""Left, top, width and height."""


def whole_px(x: float) -> int:
    """The last place of whole pixels up to there."""
    return floor(x / WHOLE_PX) * WHOLE_PX


class WidePicture:
    """The days of `wide`, as high as the canvas. It takes the place of one `before`."""

    def __init__(
        self, wide: TimeScale, height: int, ratio: float, before: "WidePicture | None" = None
    ) -> None:
        self._left, self._ratio = whole_px(wide.left_px), ratio
        self._wide, self._high = ceil(wide.right_px) - self._left, height
        again = None if before is None else before._picture
        self._picture: QPixmap = pixmap(self._wide, height, ratio, again)

    def painting(self, paint: Callable[[QPainter], None], steps: int = 1) -> Steps[None]:
        """Paints it from the top down, in so many steps. `paint` covers all of it that will be put,
        where it stands on the canvas: what is rounded falls alike then."""
        deep = whole_px(self._high / steps) + WHOLE_PX
        for top in range(0, self._high, deep):
            painter = QPainter(self._picture)
            painter.translate(QPointF(-self._left, 0))
            painter.setClipRect(QRectF(self._left, top, self._wide, deep))
            paint(painter)
            painter.end()
            yield

    def put(self, painter: QPainter, to: QRectF, by_px: int) -> None:
        """Puts what is to be seen in a part of the canvas, after its days were dragged so far to
        the right."""
        part = times(to.translated(-by_px - self._left, 0), self._ratio)
        put_part(painter, to.topLeft(), self._picture, part)

    def put_parts(self, painter: QPainter, parts: Sequence[Place], by_px: int) -> None:
        """The same of many parts, which begin and end on whole pixels of the device."""
        ratio, picture, right = self._ratio, self._picture, by_px + self._left
        if as_qt_puts(ratio):
            for x, y, wide, high in parts:
                source = (round(of * ratio) for of in (x - right, y, wide, high))
                painter.drawPixmap(x, y, picture, *source)
            return
        with on_screen(painter, ratio):
            for x, y, wide, high in parts:
                left, top, w, h = (round(of * ratio) for of in (x, y, wide, high))
                own = round((x - right) * ratio)
                painter.drawPixmap(left, top, w, h, picture, own, top, w, h)

    def mend(
        self, parts: Sequence[Place], ground: "WidePicture", paint: Callable[[QPainter], None]
    ) -> None:
        """Paints these parts anew, upon a ground as wide."""
        painter = QPainter(self._picture)
        painter.translate(QPointF(-self._left, 0))
        ground.put_parts(painter, parts, 0)
        painter.setClipRegion(region(parts))
        paint(painter)
        painter.end()

    def copy_to(self, painter: QPainter) -> None:
        """Puts all of it where it was painted."""
        put_whole(painter, self._picture, self._left)


class Carried:
    """A wide picture for one widget, made when its days begin to be dragged."""

    def __init__(self) -> None:
        self._last: tuple[Hashable, TimeScale] | None = None
        self._picture: WidePicture | None = None
        self._home: TimeScale | None = None
        self._by_px = 0

    def follows(self, scale: TimeScale, key: Hashable, ratio: float) -> bool:
        """Whether nothing but days was dragged since this was asked last: then they are there to
        be `put`. The key holds all else that the picture follows from."""
        before, self._last = self._last, (key, scale)
        if before is None or before[0] != key or before[1].dragged_px(scale) is None:
            self._picture = self._home = None
            return False
        if self._home is None and before[1] == scale:
            return False
        by_px = self._home.dragged_px(scale) if self._home else None
        if by_px is None or abs(by_px) > MARGIN_PX:
            self._picture, self._home, by_px = None, scale, 0.0
        self._by_px = round(by_px)
        return on_device(by_px, ratio)

    def put(
        self,
        painter: QPainter,
        scale: TimeScale,
        top: float,
        height: int,
        paint: Callable[[QPainter, TimeScale], None],
    ) -> None:
        """Puts the days there, from `top` down on a canvas so high, on which `paint` paints."""
        if self._picture is None:
            wide, ratio = scale.widened(MARGIN_PX), painter.device().devicePixelRatioF()
            self._picture = WidePicture(wide, height, ratio)
            whole(self._picture.painting(lambda into: paint(into, wide)))
        days = QRectF(scale.left_px, top, scale.width_px, height - top)
        self._picture.put(painter, days, self._by_px)


def pixmap(width: int, height: int, ratio: float, again: QPixmap | None = None) -> QPixmap:
    """A bare one, of so many logical pixels: `again` if that is as large, since memory that was
    painted on is there already, and new memory costs as much as painting on it."""
    size = QSize(round(width * ratio), round(height * ratio))
    if again is not None and again.size() == size and again.devicePixelRatioF() == ratio:
        return again
    made = QPixmap(size)
    made.setDevicePixelRatio(ratio)
    return made


def put_around(painter: QPainter, picture: QPixmap, days: QRectF) -> None:
    """Puts a picture of the whole canvas above the days and on both sides of them."""
    ratio = picture.devicePixelRatioF()
    wide, high = picture.width() / ratio, picture.height() / ratio
    above = QRectF(0, 0, wide, days.top())
    left = QRectF(0, days.top(), days.left(), high - days.top())
    right = QRectF(days.right(), days.top(), wide - days.right(), high - days.top())
    for part in (above, left, right):
        put_part(painter, part.topLeft(), picture, times(part, ratio))


def region(parts: Sequence[Place]) -> QRegion:
    """All of these parts."""
    joined = QRegion()
    for part in parts:
        joined |= QRect(*part)
    return joined


def times(rect: QRectF, ratio: float) -> QRectF:
    """A rectangle in pixels of a device that has so many to a logical one."""
    return QRectF(rect.topLeft() * ratio, rect.size() * ratio)
