"""The picture of days that are dragged: painted once with a margin on either side, and put
elsewhere for one frame after another."""

from collections.abc import Hashable, Sequence
from functools import partial
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from timeline_app.canvas.dragged_ruler import DraggedRuler
from timeline_app.canvas.frame_painter import foot_px, paint_around, paint_far, paint_tracks
from timeline_app.canvas.frames import Frame
from timeline_app.canvas.lane_painter import paint_grid, paint_lanes
from timeline_app.canvas.wide_picture import (
    Place,
    WidePicture,
    on_device,
    pixmap,
    region,
    whole_px,
)
from timeline_app.dataclass import dataclass
from timeline_app.look import fonts
from timeline_app.look.putting import put_part
from timeline_app.look.tokens import Tokens
from timeline_app.model.event_table import Mask
from timeline_app.scene.display_list import DisplayList
from timeline_app.scene.layers import Layers, Torn
from timeline_app.scene.steps import Steps, whole
from timeline_app.scene.time_scale import TimeScale

AHEAD_STEPS = 4
"""So many steps make a picture that is painted ahead: each is a turn, so the hand never waits."""


@dataclass(eq=False, slots=True)
class _Painted:
    """What was painted of one glide, and what that followed from: the days, `bare` of what an edge
    may cut and with it, but for what they lack; and all around them."""

    far: DisplayList
    key: Hashable
    bare: WidePicture
    days: WidePicture
    lacks: Mask | None
    around: tuple[QPixmap, QPixmap]
    ruler: DraggedRuler


class GlidePicture:
    """Paints frames of two layers on one widget, its origin at theirs."""

    def __init__(self) -> None:
        self._painted: _Painted | None = None
        self._ahead: _Painted | None = None
        self._spare: _Painted | None = None

    def forget(self) -> None:
        """Nothing is dragged any more."""
        self._painted = self._spare = None

    def give_up(self) -> None:
        """What was painted ahead is not wanted."""
        self._ahead = None

    def ahead(self, frame: Frame, layers: Layers, tokens: Tokens, ratio: float) -> Steps[None]:
        """Paints, step by step, what will be put once the days of this frame have been dragged into
        other layers."""
        key, spare = _key(frame, tokens, ratio), self._spare
        self._spare = None
        painting = _painting(frame, layers, key, tokens, ratio, spare, AHEAD_STEPS)
        self._ahead = yield from painting

    def _of(self, frame: Frame, layers: Layers, tokens: Tokens, ratio: float) -> _Painted:
        """What was painted of this glide, or is now."""
        key, painted, ahead = _key(frame, tokens, ratio), self._painted, self._ahead
        if painted is not None and painted.far is layers.far and painted.key == key:
            return painted
        self._ahead = None
        if ahead is not None and ahead.far is layers.far and ahead.key == key:
            self._spare, self._painted = painted, ahead
            return ahead
        made = whole(_painting(frame, layers, key, tokens, ratio, painted, 1))
        self._painted = made
        return made

    def paint(self, painter: QPainter, frame: Frame, layers: Layers, tokens: Tokens) -> bool:
        """Paints the frame; says whether it could. What a picture follows from besides what goes
        along with the days is in the key."""
        ratio = painter.device().devicePixelRatioF()
        if not on_device(layers.by_px, ratio):
            return False
        painted = self._of(frame, layers, tokens, ratio)
        ruler = painted.ruler
        parts = ruler.parts(frame)
        beside = ruler.lines(frame, parts, layers.by_px)
        if beside is None:
            return False
        _mend(painted, frame, layers, tokens)
        _put(painter, painted, frame, layers.by_px, ratio)
        holes = _holes(layers.torn, frame, frame.scale)
        painted.bare.put_parts(painter, holes, layers.by_px)
        _paint_near(painter, frame, layers, holes, tokens)
        if beside:
            _paint_beside(painter, frame, tokens)
        ruler.paint(painter, frame, parts, tokens)
        return True


def _key(frame: Frame, tokens: Tokens, ratio: float) -> Hashable:
    """What pictures of a glide follow from, besides its days."""
    bands = tuple((track.kind.id, track.band) for track in frame.tracks)
    size = frame.width, frame.height, frame.ruler_px
    return ratio, tokens, fonts.percent(), frame.snapshot.filter.span, size, bands


def _painting(
    frame: Frame,
    layers: Layers,
    key: Hashable,
    tokens: Tokens,
    ratio: float,
    before: _Painted | None,
    steps: int,
) -> Steps[_Painted]:
    """Paints all of a glide of which this is a frame, in so many steps each picture."""
    far, upon = layers.far, layers.upon
    ruler = DraggedRuler(frame, far, ratio)

    def paint(into: QPainter) -> None:
        into.translate(QPointF(0, frame.ruler_px))
        paint_far(into, frame, far, tokens)
        into.translate(QPointF(0, -frame.ruler_px))
        ruler.paint_far(into, frame, tokens)

    def paint_upon(into: QPainter) -> None:
        bare.copy_to(into)
        _paint_upon(into, frame, upon.drawn if upon else far, tokens)

    size = far.scale, frame.height, ratio
    bare = days = WidePicture(*size, before.bare if before else None)
    yield from bare.painting(paint, steps)
    if upon is not None:
        days = WidePicture(
            *size, before.days if before and before.days is not before.bare else None
        )
        yield from days.painting(paint_upon, steps)
    left, right = (_around(frame, begin, end, ratio, tokens) for begin, end in _sides(frame))
    return _Painted(far, key, bare, days, upon.lacks if upon else None, (left, right), ruler)


def _paint_upon(painter: QPainter, frame: Frame, upon: DisplayList, tokens: Tokens) -> None:
    """Paints what lies upon the far layer where that was painted."""
    painter.translate(QPointF(0, frame.ruler_px))
    lanes = QRectF(upon.scale.left_px, 0, upon.scale.width_px, frame.lanes_px)
    painter.setClipRect(lanes, Qt.ClipOperation.IntersectClip)
    paint_lanes(painter, upon, tokens)


def _mend(painted: _Painted, frame: Frame, layers: Layers, tokens: Tokens) -> None:
    """Brings the days to lack what an edge cuts now, and no more of what is in sight."""
    if painted.lacks is None:
        return
    mending = layers.mended(painted.lacks)
    painted.lacks, torn = mending.lacks, mending.torn
    if torn is not None:
        holes = _holes(torn, frame, layers.far.scale)
        upon = partial(_paint_upon, frame=frame, upon=torn.drawn, tokens=tokens)
        painted.days.mend(holes, painted.bare, upon)


def _sides(frame: Frame) -> tuple[tuple[float, float], tuple[float, float]]:
    """From where to where canvas lies left and right of the days."""
    return (0.0, frame.scale.left_px), (frame.scale.right_px, float(frame.width))


def _around(frame: Frame, begin: float, end: float, ratio: float, tokens: Tokens) -> QPixmap:
    made = pixmap(ceil(end - begin), frame.height, ratio)
    painter = QPainter(made)
    painter.translate(QPointF(-begin, 0))
    paint_around(painter, frame, tokens)
    painter.end()
    return made


def _put(painter: QPainter, painted: _Painted, frame: Frame, by_px: int, ratio: float) -> None:
    """Puts the days where they belong, and what stays around them."""
    for (begin, end), around in zip(_sides(frame), painted.around, strict=True):
        part = QRectF(0, 0, (end - begin) * ratio, frame.height * ratio)
        put_part(painter, QPointF(begin, 0), around, part)
    scale, top = frame.scale, 0 if painted.ruler.goes_along else frame.ruler_px
    days = QRectF(scale.left_px, top, scale.width_px, frame.height - top)
    painted.days.put(painter, days, by_px)


def _holes(torn: Torn | None, frame: Frame, scale: TimeScale) -> list[Place]:
    """What of the days of a scale is another, in whole pixels of any device."""
    if torn is None:
        return []
    down, places = frame.ruler_px, []
    for left, top, right, bottom in torn.holes.tolist():  # a few: arrays would cost more
        x, y = max(whole_px(left), scale.left_px), max(whole_px(top + down), down)
        far = min(-whole_px(-right), scale.right_px)
        foot = min(-whole_px(-bottom - down), down + frame.lanes_px)
        if far > x and foot > y:
            places.append((int(x), int(y), int(far - x), int(foot - y)))
    return places


def _paint_near(
    painter: QPainter, frame: Frame, layers: Layers, holes: Sequence[Place], tokens: Tokens
) -> None:
    """Paints what is of this frame alone."""
    painter.save()
    painter.translate(QPointF(0, frame.ruler_px))
    under = QRectF(0, 0, frame.width, frame.height - frame.ruler_px)
    painter.setClipRect(under, Qt.ClipOperation.IntersectClip)
    paint_tracks(painter, frame, tokens)
    painter.setClipRect(QRectF(0, 0, frame.width, frame.lanes_px), Qt.ClipOperation.IntersectClip)
    if len(layers.through.blocks):
        paint_lanes(painter, layers.through, tokens)
    if layers.torn is not None:
        under_ruler = region(holes).translated(0, -frame.ruler_px)
        painter.setClipRegion(under_ruler, Qt.ClipOperation.IntersectClip)
        paint_lanes(painter, layers.torn.drawn, tokens)
    painter.restore()


def _paint_beside(painter: QPainter, frame: Frame, tokens: Tokens) -> None:
    """Paints the line of the axis that is rounded to the pixel after the last."""
    painter.save()
    painter.translate(QPointF(0, frame.ruler_px))
    beside = QRectF(frame.scale.right_px, 0, frame.width, frame.height - frame.ruler_px)
    painter.setClipRect(beside, Qt.ClipOperation.IntersectClip)
    paint_grid(painter, frame.drawn, foot_px(frame), tokens)
    painter.restore()
