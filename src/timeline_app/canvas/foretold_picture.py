"""What may be the next frame, painted before it is asked for."""

from collections.abc import Hashable
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap

from timeline_app.canvas.frame_painter import paint_frame
from timeline_app.canvas.frames import Frame
from timeline_app.canvas.wide_picture import WHOLE_PX, pixmap, times, whole_px
from timeline_app.look.putting import put_part
from timeline_app.look.tokens import Tokens
from timeline_app.scene.steps import Steps


class ForetoldPicture:
    """A picture of a frame but for its tracks, on a screen of so many pixels to one of Qt's:
    painted from the top down, on `again` if that is as large. The `key` holds all else that it
    follows from."""

    def __init__(
        self,
        frame: Frame,
        key: Hashable,
        tokens: Tokens,
        ratio: float,
        again: QPixmap | None = None,
    ) -> None:
        self._frame, self._key, self._tokens = frame, key, tokens
        self.picture = pixmap(frame.width, frame.height, ratio, again)
        self._ratio, self._down = ratio, 0

    def tells(self, frame: Frame, key: Hashable) -> bool:
        """Whether that is what it shows, but for the tracks."""
        told = self._frame
        behind = told.grounds == frame.grounds and told.ground_names == frame.ground_names
        same = told.drawn is frame.drawn and told.content is frame.content
        return same and behind and self._key == key and told.nothing == frame.nothing

    def steps(self) -> Steps[None]:
        """Paints it: on a screen of smaller pixels in more steps, since each of them is a turn."""
        frame = self._frame
        deep = whole_px(frame.height / ceil(self._ratio)) + WHOLE_PX
        while self._down < frame.height:
            yield
            painter = QPainter(self.picture)
            painter.setClipRect(QRect(0, self._down, frame.width, deep))
            paint_frame(painter, frame, self._tokens, tracks=False)
            painter.end()
            self._down += deep

    def put(self, painter: QPainter) -> float:
        """Puts what was painted of ruler and lanes; returns how far down that is."""
        frame = self._frame
        most = whole_px(frame.ruler_px + frame.lanes_px) if frame.tracks else frame.height
        down = float(min(self._down, most))
        if down:
            part = QRectF(0, 0, frame.width, down)
            put_part(painter, QPointF(0, 0), self.picture, times(part, self._ratio))
        return down
