"""Paints the overview: columns, years, the brush, the frame of what is in view, the funnel."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from timeline_app.canvas.brush import NARROW_PX
from timeline_app.canvas.hatching import hatch
from timeline_app.canvas.lettering import grown, measure, write
from timeline_app.canvas.measures import overview_px, years_px
from timeline_app.canvas.ruler_painter import brush_px
from timeline_app.dataclass import dataclass
from timeline_app.look import fonts
from timeline_app.look.tokens import Tokens
from timeline_app.model.view import View
from timeline_app.scene.ticks import DAYS_A_YEAR, year_ticks
from timeline_app.scene.time_scale import TimeScale
from timeline_app.words.tr import tr

if TYPE_CHECKING:  # the first frame is painted before NumPy is there
    from timeline_app.model.filter import SpanClause

TOP_PX = 6
_FOOT_PX = 14.0
_TICK_SIZE = 11.0
_HATCH_PX = 7.0
_APART_PX, _FAR_APART_PX = 60.0, 300.0


@dataclass(frozen=True, eq=False, slots=True)
class OverviewGround:
    """What of the overview stays while the hand moves over it: `top` to `top + height`.

    Column i begins at pixel `xs[i]` and holds `every[i]` events.
    """

    scale: TimeScale
    top: float
    height: float
    xs: list[int]
    every: list[int]

    @property
    def foot(self) -> float:
        """Where the columns stand, over the row of years."""
        return self.top + self.height - _foot_px()

    @property
    def room(self) -> QRectF:
        """What it may paint on: the stretch of the scale and a little beyond."""
        return QRectF(self.scale.left_px - 3, 0, self.scale.width_px + 16, self.top + self.height)


@dataclass(frozen=True, eq=False, slots=True)
class OverviewFrame:
    """What moves over it, with the funnel from there to `bottom`.

    `passing` counts the events of each column that pass, or lie in the `second` period. At the end
    of the day `known` the archive is shown as it could be known.
    """

    ground: OverviewGround
    bottom: float
    passing: list[int]
    span: "SpanClause | None"
    view: View
    known: int | None = None
    second: "SpanClause | None" = None


def column_xs(scale: TimeScale, days: Sequence[int]) -> list[int]:
    """The whole pixels at which columns begin, within the edges of the scale."""
    low, high = int(scale.left_px), int(scale.right_px)
    return [min(max(round(scale.x(day)), low), high) for day in days]


def paint_overview_ground(
    painter: QPainter, ground: OverviewGround, tokens: Tokens, washed: bool = False
) -> None:
    """Paints the columns of all events and the years, right of the heads; `washed` as under a
    brush from edge to edge."""
    room, foot = ground.room, ground.foot
    painter.save()
    painter.setClipRect(room)
    if washed:
        painter.fillRect(QRectF(room.left(), ground.top, room.width(), foot), QColor(tokens.wash))
        painter.fillRect(QRectF(room.left(), foot - 3, room.width(), 3), QColor(tokens.hl))
        years = QRectF(room.left(), foot, room.width(), ground.top + ground.height)
        painter.fillRect(years, QColor(tokens.canvas))
    _columns(painter, ground, ground.every, tokens.hair)
    _years(painter, ground, tokens)
    painter.restore()


def paint_overview(painter: QPainter, frame: OverviewFrame, tokens: Tokens) -> None:
    """Paints over the ground, right of the heads, all that moves."""
    paint_lit(painter, frame, tokens)
    paint_in_view(painter, frame, tokens)


def paint_lit(painter: QPainter, frame: OverviewFrame, tokens: Tokens) -> None:
    """What of it stays while days are dragged: what passes, and the periods."""
    painter.save()
    _clip(painter, frame)
    _columns(painter, frame.ground, frame.passing, tokens.ink3)
    if frame.second is not None:
        _second(painter, frame.ground, frame.second, tokens)
    if frame.span is not None:
        _edges(painter, frame.ground, frame.span, tokens)
    if frame.span is not None and frame.second is not None:
        _letter(painter, frame.ground, frame.span, "A", tokens)
        _letter(painter, frame.ground, frame.second, "B", tokens)
    painter.restore()


def paint_in_view(painter: QPainter, frame: OverviewFrame, tokens: Tokens) -> None:
    """And what lies over that: the days in view, and the day at which it was known."""
    painter.save()
    _clip(painter, frame)
    _view(painter, frame, tokens)
    if frame.known is not None:
        _known(painter, frame.ground, frame.known, tokens)
    painter.restore()


def _clip(painter: QPainter, frame: OverviewFrame) -> None:
    clip = frame.ground.room
    clip.setBottom(frame.bottom)
    painter.setClipRect(clip)


def paint_overview_head(painter: QPainter, under: str, tokens: Tokens) -> None:
    """What the strip is, and in small letters what one can do there."""
    middle = TOP_PX + overview_px() / 2
    two = fonts.scaled(fonts.LABEL + fonts.CAPTION) <= 42  # larger letters leave room for one line
    first = middle - 3 if two else middle + fonts.scaled(4.5)
    write(painter, tr("Whole archive"), 12, first, tokens.ink, fonts.LABEL, True)
    if two:
        write(painter, under, 12, middle + fonts.scaled(13), tokens.ink3, fonts.CAPTION)


def _columns(painter: QPainter, ground: OverviewGround, counts: list[int], colour: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRects(_bars(ground, tuple(counts)))


@lru_cache(maxsize=4)
def _bars(ground: OverviewGround, counts: tuple[int, ...]) -> list[QRectF]:
    """Kept: while days are dragged nothing passes that did not before."""
    most, foot = max(1, max(ground.every, default=1)), ground.foot
    room = foot - ground.top - 2
    bars = []
    for x, after, count in zip(ground.xs, ground.xs[1:], counts, strict=False):
        if count:
            height = max(1, round(count / most * room))
            bars.append(QRectF(x, foot - height, max(1, after - x - 1), height))
    return bars


def _years(painter: QPainter, ground: OverviewGround, tokens: Tokens) -> None:
    scale, foot = ground.scale, ground.foot
    lines = [QLineF(scale.left_px, foot + 0.5, scale.right_px, foot + 0.5)]
    five = 5 * DAYS_A_YEAR * scale.px_per_day * 0.999
    apart = min(five, _FAR_APART_PX) if five >= _APART_PX else _APART_PX
    for tick in year_ticks(scale, measure, apart):
        x = round(tick.x) + 0.5
        lines.append(QLineF(x, foot, x, foot + (3 if tick.text else 2)))
        if tick.text:
            wide = measure(tick.text, _TICK_SIZE)
            begin = min(tick.x - wide / 2, scale.right_px - wide - 3)
            write(painter, tick.text, begin, foot + 3 + 9 * grown(), tokens.ink3, _TICK_SIZE)
    painter.setPen(QPen(QColor(tokens.strong), 1))
    painter.drawLines(lines)


def _foot_px() -> float:
    """The height of the row of years."""
    return _FOOT_PX + years_px()


def _edges(painter: QPainter, ground: OverviewGround, span: "SpanClause", tokens: Tokens) -> None:
    """Both edges; handles where there is room for them."""
    left, right = brush_px(ground.scale, span)
    top, height = ground.top, ground.foot - ground.top
    for x in (left, right):
        painter.setPen(QPen(QColor(tokens.ink), 1.5))
        painter.drawLine(QLineF(x, top, x, top + height))
        if right - left >= NARROW_PX:
            middle = top + height / 2
            painter.fillRect(QRectF(x - 2.5, middle - 7, 5, 14), QColor(tokens.ink))
            painter.fillRect(QRectF(x - 0.5, middle - 4, 1, 8), QColor(tokens.canvas))


def _second(
    painter: QPainter, ground: OverviewGround, second: "SpanClause", tokens: Tokens
) -> None:
    """The period to compare with: hatched, between broken edges."""
    left, right = brush_px(ground.scale, second)
    top, height = ground.top, ground.foot - ground.top
    hatch(painter, QRectF(left, top, right - left, height), tokens.strong, _HATCH_PX)
    pen = QPen(QColor(tokens.ink), 1.5)
    pen.setDashPattern([3.0, 2.0])
    painter.setPen(pen)
    for x in (left, right):
        painter.drawLine(QLineF(x, top, x, top + height))


def _letter(
    painter: QPainter, ground: OverviewGround, span: "SpanClause", name: str, tokens: Tokens
) -> None:
    """Which of the two it is, in its upper corner, where it has room."""
    left, right = brush_px(ground.scale, span)
    wide = measure(name, _TICK_SIZE, True)
    if right - left < wide + 12:
        return
    plate = QRectF(left + 3, ground.top + 1, wide + 4, fonts.scaled(_TICK_SIZE) + 2)
    painter.fillRect(plate, QColor(tokens.canvas))
    y = plate.bottom() - fonts.scaled(_TICK_SIZE) * 0.2
    write(painter, name, plate.left() + 2, y, tokens.ink, _TICK_SIZE, True)


def _known(painter: QPainter, ground: OverviewGround, day: int, tokens: Tokens) -> None:
    """A thin line down from the slider's handle."""
    x = ground.scale.x(float(day + 1))
    if ground.scale.left_px <= x <= ground.scale.right_px:
        painter.setPen(QPen(QColor(tokens.ink), 1))
        painter.drawLine(QLineF(round(x) + 0.5, 0, round(x) + 0.5, ground.foot))


def _view(painter: QPainter, frame: OverviewFrame, tokens: Tokens) -> None:
    """The frame of what is in view, and the funnel that joins it to the ruler."""
    scale, ground = frame.ground.scale, frame.ground
    left = max(scale.left_px, round(scale.x(frame.view.first)))
    right = min(scale.right_px, round(scale.x(frame.view.end)))
    if right - left < 3:
        middle = min(max((left + right) / 2, scale.left_px + 2), scale.right_px - 2)
        left, right = round(middle) - 2, round(middle) + 2
    top, foot = ground.top - 3, ground.top + ground.height
    if right - left < scale.width_px - 1:
        points = (
            QPointF(left, foot),
            QPointF(right, foot),
            QPointF(scale.right_px, frame.bottom),
            QPointF(scale.left_px, frame.bottom),
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.sunk))
        painter.drawPolygon(QPolygonF(points))  # smooth it would cost more than all columns do
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)  # its edges lie under these lines
        painter.setPen(QPen(QColor(tokens.strong), 1))
        painter.drawLine(QLineF(points[0], points[3]))
        painter.drawLine(QLineF(points[1], points[2]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(QColor(tokens.ink), 1.5, j=Qt.PenJoinStyle.MiterJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(left + 0.75, top + 0.75, right - left - 1.5, foot - top - 1.5))
