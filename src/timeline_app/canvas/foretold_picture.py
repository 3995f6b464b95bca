"""What may be the next frame, painted before it is asked for."""

from collections.abc import Callable, Hashable
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from timeline_app.canvas.frame_changes import comparable
from timeline_app.canvas.frames import Frame
from timeline_app.canvas.wide_picture import WHOLE_PX, pixmap, times, whole_px
from timeline_app.look.putting import put_part
from timeline_app.scene.steps import Steps


class ForetoldPicture:
    """A picture of a frame on a screen of so many pixels to one of Qt's: painted from the top down
    by `paint`, on `again` if that is as large. The `key` holds all else that it follows from."""

    def __init__(
        self,
        frame: Frame,
        key: Hashable,
        ratio: float,
        paint: Callable[[QPainter], None],
        again: QPixmap | None = None,
    ) -> None:
        self.frame, self._key, self._paint = frame, key, paint
        size = QSize(round(frame.width * ratio), round(frame.height * ratio))
        if again is None or again.size() != size or again.devicePixelRatioF() != ratio:
            again = pixmap(frame.width, frame.height, ratio)
        self.picture = again
        self._ratio, self._down = ratio, 0

    def tells(self, frame: Frame, key: Hashable) -> bool:
        """Whether that is what it shows, but for what tells tracks and, where all was painted, what
        lies behind the lanes; and whether any of it was painted."""
        told = self.frame
        if self._down == 0 or self._key != key or told.drawn is not frame.drawn:
            return False
        return self.is_whole or comparable(told, frame)

    @property
    def is_whole(self) -> bool:
        """Whether all of it was painted."""
        return self._down >= self.frame.height

    def steps(self) -> Steps[None]:
        """Paints it: on a screen of smaller pixels in more steps, since each of them is a turn."""
        deep = whole_px(self.frame.height / ceil(self._ratio)) + WHOLE_PX
        while not self.is_whole:
            yield
            painter = QPainter(self.picture)
            painter.setClipRect(QRect(0, self._down, self.frame.width, deep))
            self._paint(painter)
            painter.end()
            self._down += deep

    def put(self, painter: QPainter, most: float) -> float:
        """Puts what was painted, but no more than so many pixels; returns how far down it went."""
        down = min(float(self._down), whole_px(most))
        part = QRectF(0, 0, self.frame.width, down)
        put_part(painter, QPointF(0, 0), self.picture, times(part, self._ratio))
        return down
