"""How one frame after another comes upon a widget.

A frame that is another is painted there. One that is painted once more as it is, as while a pointer
moves over it, is kept as a picture. Days that are dragged have a picture of their own, and so has
what the next turn of the wheel may show.
"""

from collections.abc import Hashable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

from timeline_app.canvas.foretold_picture import ForetoldPicture
from timeline_app.canvas.frame_painter import paint_frame
from timeline_app.canvas.frames import Frame
from timeline_app.canvas.glide_picture import GlidePicture
from timeline_app.canvas.wide_picture import pixmap
from timeline_app.look import fonts
from timeline_app.look.putting import put_whole
from timeline_app.look.tokens import Tokens
from timeline_app.scene.layers import Layers
from timeline_app.scene.steps import Steps


class FramePicture:
    """Paints frames on one widget, one after another, its origin at theirs."""

    def __init__(self) -> None:
        self._key: Hashable = None
        self._frame: Frame | None = None
        self._picture: QPixmap | None = None
        self._shows = False
        self._told: ForetoldPicture | None = None
        self._spare: QPixmap | None = None
        self._glide = GlidePicture()

    def paint(self, painter: QPainter, frame: Frame, tokens: Tokens) -> None:
        """Paints the frame."""
        ratio, layers = painter.device().devicePixelRatioF(), frame.drawn.layers
        key = _key(tokens, ratio)
        before, self._frame = (self._frame if key == self._key else None), frame
        self._key = key
        if layers is not None and self._glide.paint(painter, frame, layers, tokens):
            self._shows = False
            return
        if layers is None:
            self._glide.forget()
            if before is not None and _as_is(before, frame):
                put_whole(painter, self._kept(frame, tokens, ratio))
                return
        self._shows = False
        down, told = 0.0, self._told
        if told is not None and told.tells(frame, key):
            down, self._spare, self._told = told.put(painter), told.picture, None
        if down < frame.height:
            painter.save()
            painter.setClipRect(QRectF(0, down, frame.width, frame.height - down))
            paint_frame(painter, frame, tokens)
            painter.restore()

    def _kept(self, frame: Frame, tokens: Tokens, ratio: float) -> QPixmap:
        """The picture of the frame, painted if there is none yet."""
        if self._picture is None or not self._shows:
            self._picture = pixmap(frame.width, frame.height, ratio, self._picture)
            into = QPainter(self._picture)
            paint_frame(into, frame, tokens)
            into.end()
            self._shows = True
        return self._picture

    def ahead(self, frame: Frame, layers: Layers, tokens: Tokens, ratio: float) -> Steps[None]:
        """Paints, step by step, what will be put once the days of this frame have been dragged into
        these layers."""
        return self._glide.ahead(frame, layers, tokens, ratio)

    def foretell(self, frame: Frame, tokens: Tokens, ratio: float) -> Steps[None]:
        """Paints what may be the next frame, but for its tracks. If it is, what was painted of it
        by then is put."""
        again, self._spare = self._spare, None
        self._told = ForetoldPicture(frame, _key(tokens, ratio), tokens, ratio, again)
        yield from self._told.steps()

    def give_up(self) -> None:
        """What was painted ahead is not wanted."""
        self._told = self._spare = None
        self._glide.give_up()


def _key(tokens: Tokens, ratio: float) -> Hashable:
    """What all pictures follow from besides their frame."""
    return ratio, tokens, fonts.percent()


def _as_is(before: Frame, frame: Frame) -> bool:
    """Whether nothing was composed between two frames."""
    parts = "drawn", "tracks", "grounds", "ground_names"
    return all(getattr(before, part) is getattr(frame, part) for part in parts)
