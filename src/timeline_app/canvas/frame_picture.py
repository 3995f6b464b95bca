"""The picture of the last frame, kept while the next ones differ from it in a few places.

While a brush moves, or something is noted or selected, most of a frame stays: what is another is
painted upon the kept picture. Days that are dragged have a picture of their own. A frame at another
scale is painted where it is seen and not kept, or was painted before, when it was foretold.
"""

from collections.abc import Hashable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

from timeline_app.canvas.foretold_picture import ForetoldPicture
from timeline_app.canvas.frame_changes import comparable, frame_changes, paint_changes
from timeline_app.canvas.frame_painter import paint_frame
from timeline_app.canvas.frames import Frame
from timeline_app.canvas.glide_picture import GlidePicture
from timeline_app.canvas.wide_picture import pixmap
from timeline_app.look import fonts
from timeline_app.look.putting import put_whole
from timeline_app.look.tokens import Tokens
from timeline_app.scene.changes import Trace, trace_of
from timeline_app.scene.layers import Layers
from timeline_app.scene.steps import Steps


class FramePicture:
    """Paints frames on one widget, one after another, its origin at theirs."""

    def __init__(self) -> None:
        self._key: Hashable = None
        self._frame: Frame | None = None
        self._trace: Trace | None = None
        self._picture: QPixmap | None = None
        self._told: ForetoldPicture | None = None
        self._spare: QPixmap | None = None
        self._glide = GlidePicture()

    def paint(self, painter: QPainter, frame: Frame, tokens: Tokens) -> None:
        """Paints the frame."""
        ratio = painter.device().devicePixelRatioF()
        key = _key(tokens, ratio)
        before, self._frame = (self._frame if key == self._key else None), frame
        self._key = key
        told = self._told if self._told is not None and self._told.tells(frame, key) else None
        if told is not None:
            self._told = None
            before, self._spare = told.frame, self._picture
            self._picture, self._trace = told.picture, None
        layers = frame.drawn.layers
        if layers is not None and self._glide.paint(painter, frame, layers, tokens):
            self._picture = self._trace = None
            return
        if layers is None:
            self._glide.forget()
        if told is not None and not told.is_whole:
            self._go_on(painter, told, frame, tokens)
            return
        as_is = before is not None and _as_is(before, frame)
        same = before is not None and (as_is or comparable(before, frame))
        if before is None or layers is not None or not same:
            self._picture = self._trace = None
            paint_frame(painter, frame, tokens)
            return
        if self._picture is None:
            self._keep(frame, tokens, ratio)
        elif not as_is:
            self._change(self._picture, before, frame, tokens)
        if self._picture is not None:
            put_whole(painter, self._picture)

    def _go_on(
        self, painter: QPainter, told: ForetoldPicture, frame: Frame, tokens: Tokens
    ) -> None:
        """Puts what was painted of a frame, but for its tracks, and paints all else."""
        self._spare, self._picture = told.picture, None
        down = told.put(painter, frame.ruler_px + frame.lanes_px)
        painter.save()
        painter.setClipRect(QRectF(0, down, frame.width, frame.height - down))
        paint_frame(painter, frame, tokens)
        painter.restore()

    def ahead(self, frame: Frame, layers: Layers, tokens: Tokens, ratio: float) -> Steps[None]:
        """Paints, step by step, what will be put once the days of this frame have been dragged into
        these layers."""
        return self._glide.ahead(frame, layers, tokens, ratio)

    def foretell(self, frame: Frame, tokens: Tokens, ratio: float) -> Steps[None]:
        """Paints what may be the next frame, but for its tracks. If it is, what was painted of it
        by then is put."""

        def paint(painter: QPainter) -> None:
            paint_frame(painter, frame, tokens, tracks=False)

        again, self._spare = self._spare, None
        self._told = ForetoldPicture(frame, _key(tokens, ratio), ratio, paint, again)
        yield from self._told.steps()

    def give_up(self) -> None:
        """What was painted ahead is not wanted."""
        self._told = self._spare = None
        self._glide.give_up()

    def _keep(self, frame: Frame, tokens: Tokens, ratio: float) -> None:
        """Paints all of a picture."""
        self._picture = pixmap(frame.width, frame.height, ratio)
        into = QPainter(self._picture)
        paint_frame(into, frame, tokens)
        into.end()
        self._trace = None

    def _change(self, picture: QPixmap, before: Frame, frame: Frame, tokens: Tokens) -> None:
        """Paints what is another than before."""
        then = self._trace or trace_of(before.drawn)
        now = self._trace = then if frame.drawn is before.drawn else trace_of(frame.drawn)
        changes = frame_changes(before, frame, then, now)
        into = QPainter(picture)
        if changes.many:
            paint_frame(into, frame, tokens)
        else:
            paint_changes(into, frame, now, changes, tokens)
        into.end()


def _key(tokens: Tokens, ratio: float) -> Hashable:
    """What all pictures follow from besides their frame."""
    return ratio, tokens, fonts.percent()


def _as_is(before: Frame, frame: Frame) -> bool:
    """Whether nothing was composed between two frames."""
    parts = "drawn", "tracks", "grounds", "ground_names"
    return all(getattr(before, part) is getattr(frame, part) for part in parts)
