"""The picture of days that are dragged: painted once with a margin on either side, and put
elsewhere for one frame after another."""

from collections.abc import Hashable
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from timeline_app.canvas.frames import Frame, foot_px, paint_around, paint_far
from timeline_app.canvas.lane_painter import paint_grid, paint_lanes, tick_lines
from timeline_app.canvas.ruler_painter import paint_ruler
from timeline_app.dataclass import dataclass
from timeline_app.look import fonts
from timeline_app.look.tokens import Tokens
from timeline_app.scene.display_list import DisplayList, Layers

_WHOLE = 4
"""Origins of pictures are multiples of so many pixels: whole ones of the device at any ratio."""


@dataclass(frozen=True, eq=False, slots=True)
class _Painted:
    """What was painted of one glide, and what that followed from: the days from pixel `left` on,
    and all around them."""

    far: DisplayList
    key: Hashable
    days: QPixmap
    left: int
    around: QPixmap
    lines: frozenset[tuple[int, bool]]


class GlidePicture:
    """Paints frames of two layers on one widget, its origin at theirs."""

    def __init__(self) -> None:
        self._painted: _Painted | None = None

    def forget(self) -> None:
        """Nothing is dragged any more."""
        self._painted = None

    def paint(self, painter: QPainter, frame: Frame, layers: Layers, tokens: Tokens) -> bool:
        """Paints the frame; says whether it could. What a picture follows from besides what goes
        along with the days is in the key."""
        ratio = painter.device().devicePixelRatioF()
        # halves of a pixel are rounded to even ones: parts of a pixel must be moved by even numbers
        if not (ratio.is_integer() or (layers.by_px * ratio / 2).is_integer()):
            return False
        key = ratio, tokens, fonts.percent(), frame.snapshot.filter.span, frame.width, frame.height
        painted = self._painted
        if painted is None or painted.far is not layers.far or painted.key != key:
            painted = self._painted = _painted(frame, layers.far, key, tokens, ratio)
        if not _same_lines(painted, frame, layers.by_px):
            return False
        _put(painter, painted, frame, layers.by_px, ratio)
        _paint_near(painter, frame, layers.near, tokens)
        return True


def _painted(
    frame: Frame, far: DisplayList, key: Hashable, tokens: Tokens, ratio: float
) -> _Painted:
    left = floor(far.scale.left_px / _WHOLE) * _WHOLE
    days = _pixmap(ceil(far.scale.right_px) - left, frame.height - frame.ruler_px, ratio)
    painter = QPainter(days)
    painter.translate(QPointF(-left, 0))
    paint_far(painter, frame, far, tokens)
    painter.end()
    around = _pixmap(frame.width, frame.height, ratio)
    painter = QPainter(around)
    paint_around(painter, frame, tokens)
    painter.end()
    lines = frozenset(tick_lines(far.ticks, far.scale))
    return _Painted(far, key, days, left, around, lines)


def _pixmap(width: int, height: int, ratio: float) -> QPixmap:
    made = QPixmap(round(width * ratio), round(height * ratio))
    made.setDevicePixelRatio(ratio)
    return made


def _same_lines(painted: _Painted, frame: Frame, by_px: int) -> bool:
    """Whether the axis of the frame has the lines that were painted: not where one is so near to an
    edge that it is rounded into the window."""
    low, high = frame.scale.left_px, frame.scale.right_px
    then = {(x + by_px, whole) for x, whole in painted.lines if low <= x + by_px < high}
    return then == {line for line in tick_lines(frame.drawn.ticks, frame.scale) if line[0] < high}


def _put(painter: QPainter, painted: _Painted, frame: Frame, by_px: int, ratio: float) -> None:
    """Puts the days where they belong, and what stays around them."""
    scale, top, height = frame.scale, frame.ruler_px, frame.height
    left, right = scale.left_px, scale.right_px
    for begin, end in ((0.0, left), (right, float(frame.width))):
        around = QRectF(begin * ratio, 0, (end - begin) * ratio, height * ratio)
        painter.drawPixmap(QPointF(begin, 0), painted.around, around)
    begin = (left - by_px - painted.left) * ratio
    days = QRectF(begin, 0, (right - left) * ratio, (height - top) * ratio)
    painter.drawPixmap(QPointF(left, top), painted.days, days)


def _paint_near(painter: QPainter, frame: Frame, near: DisplayList, tokens: Tokens) -> None:
    """Paints what is of this frame alone."""
    painter.save()
    painter.translate(QPointF(0, frame.ruler_px))
    whole = QRectF(0, 0, frame.width, frame.lanes_px)
    painter.setClipRect(whole, Qt.ClipOperation.IntersectClip)
    paint_lanes(painter, near, tokens)
    beside = QRectF(frame.scale.right_px, 0, frame.width, frame.lanes_px)
    painter.setClipRect(beside, Qt.ClipOperation.IntersectClip)
    paint_grid(painter, near, foot_px(frame), tokens)  # a line may be rounded to that pixel
    painter.restore()
    span = frame.snapshot.filter.span
    paint_ruler(painter, frame.scale, near.ticks, frame.ruler_px, span, tokens)
