"""The picture of the last frame, kept while the next ones differ from it in a few places.

While a brush moves, or something is noted or selected, most of a frame stays: what is another is
painted upon the kept picture. While days are dragged, the kept picture goes along. A frame at
another scale is painted where it is seen and not kept.
"""

from collections.abc import Hashable
from math import ceil, floor

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap

from timeline_app.canvas.frame_changes import (
    comparable,
    dragged_px,
    frame_changes,
    paint_changes,
)
from timeline_app.canvas.frames import Frame, paint_frame
from timeline_app.canvas.glide_picture import GlidePicture
from timeline_app.look import fonts
from timeline_app.look.tokens import Tokens
from timeline_app.scene.changes import Trace, trace_of


class FramePicture:
    """Paints frames on one widget, one after another, its origin at theirs."""

    def __init__(self) -> None:
        self._key: Hashable = None
        self._frame: Frame | None = None
        self._trace: Trace | None = None
        self._picture: QPixmap | None = None
        self._glide = GlidePicture()

    def paint(self, painter: QPainter, frame: Frame, tokens: Tokens) -> None:
        """Paints the frame. All that a picture follows from besides its frame is in the key."""
        ratio = painter.device().devicePixelRatioF()
        key = ratio, tokens, fonts.percent()
        before, self._frame = (self._frame if key == self._key else None), frame
        self._key = key
        layers = frame.drawn.layers
        if layers is not None and self._glide.paint(painter, frame, layers, tokens):
            self._picture = self._trace = None
            return
        if layers is None:
            self._glide.forget()
        same = before is not None and (before.drawn is frame.drawn or comparable(before, frame))
        by_px = None if same or before is None else dragged_px(before, frame, ratio)
        if before is None or layers is not None or (not same and by_px is None):
            self._picture = self._trace = None
            paint_frame(painter, frame, tokens)
            return
        if self._picture is None:
            self._keep(frame, tokens, ratio)
        elif before.drawn is not frame.drawn:
            self._change(self._picture, before, frame, tokens, by_px)
        if self._picture is not None:
            painter.drawPixmap(0, 0, self._picture)

    def _keep(self, frame: Frame, tokens: Tokens, ratio: float) -> None:
        """Paints all of a picture."""
        self._picture = QPixmap(round(frame.width * ratio), round(frame.height * ratio))
        self._picture.setDevicePixelRatio(ratio)
        into = QPainter(self._picture)
        paint_frame(into, frame, tokens)
        into.end()
        self._trace = None

    def _change(
        self, picture: QPixmap, before: Frame, frame: Frame, tokens: Tokens, by_px: int | None
    ) -> None:
        """Paints what is another than before, when that was dragged `by_px` to the right."""
        then = self._trace or trace_of(before.drawn)
        now = self._trace = trace_of(frame.drawn)
        changes = frame_changes(before, frame, then, now, by_px)
        if by_px and not changes.many:
            _drag(picture, frame, by_px)
        into = QPainter(picture)
        if changes.many:
            paint_frame(into, frame, tokens)
        else:
            paint_changes(into, frame, now, changes, tokens)
        into.end()


def _drag(picture: QPixmap, frame: Frame, by_px: int) -> None:
    """Moves the days of a picture; the heads stay."""
    ratio, scale = picture.devicePixelRatioF(), frame.scale
    left, right = ceil(scale.left_px * ratio), floor(scale.right_px * ratio)
    picture.scroll(round(by_px * ratio), 0, QRect(left, 0, right - left, picture.height()))
