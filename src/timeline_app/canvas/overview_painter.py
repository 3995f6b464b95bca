"""Paints the overview: columns, years, the brush, the frame of what is in view, the funnel."""

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from timeline_app.canvas.brush import NARROW_PX
from timeline_app.canvas.lettering import grown, measure, write
from timeline_app.canvas.measures import overview_px, years_px
from timeline_app.canvas.ruler_painter import brush_px
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
_APART_PX, _FAR_APART_PX = 60.0, 300.0


@dataclass(frozen=True, eq=False, slots=True)
class OverviewFrame:
    """The overview `top` to `top + height`, with the funnel from there to `bottom`.

    `edges` are days; `every` and `passing` count the events of each column. At the end of the day
    `known` the archive is shown as it could be known.
    """

    scale: TimeScale
    top: float
    height: float
    bottom: float
    edges: list[int]
    every: list[int]
    passing: list[int]
    span: "SpanClause | None"
    view: View
    known: int | None = None


def paint_overview(painter: QPainter, frame: OverviewFrame, tokens: Tokens) -> None:
    """Paints everything right of the heads."""
    painter.save()
    clip = QRectF(frame.scale.left_px - 3, 0, frame.scale.width_px + 16, frame.bottom)
    painter.setClipRect(clip)
    if frame.span is not None:
        _wash(painter, frame, frame.span, tokens)
    _columns(painter, frame, tokens)
    _years(painter, frame, tokens)
    if frame.span is not None:
        _edges(painter, frame, frame.span, tokens)
    _view(painter, frame, tokens)
    if frame.known is not None:
        _known(painter, frame, frame.known, tokens)
    painter.restore()


def paint_overview_head(painter: QPainter, under: str, tokens: Tokens) -> None:
    """What the strip is, and in small letters what one can do there."""
    middle = TOP_PX + overview_px() / 2
    two = fonts.scaled(fonts.LABEL + fonts.CAPTION) <= 42  # larger letters leave room for one line
    first = middle - 3 if two else middle + fonts.scaled(4.5)
    write(painter, tr("Whole archive"), 12, first, tokens.ink, fonts.LABEL, True)
    if two:
        write(painter, under, 12, middle + fonts.scaled(13), tokens.ink3, fonts.CAPTION)


def _columns(painter: QPainter, frame: OverviewFrame, tokens: Tokens) -> None:
    scale, foot = frame.scale, frame.top + frame.height - _foot_px()
    most = max(1, max(frame.every, default=1))
    room = frame.height - _foot_px() - 2
    low, high = int(scale.left_px), int(scale.right_px)
    edges = [min(max(round(scale.x(day)), low), high) for day in frame.edges]
    painter.setPen(Qt.PenStyle.NoPen)
    for counts, colour in ((frame.every, tokens.hair), (frame.passing, tokens.ink3)):
        bars = []
        for (x, after), count in zip(pairwise(edges), counts, strict=True):
            if count:
                height = max(1, round(count / most * room))
                bars.append(QRectF(x, foot - height, max(1, after - x - 1), height))
        painter.setBrush(QColor(colour))
        painter.drawRects(bars)


def _years(painter: QPainter, frame: OverviewFrame, tokens: Tokens) -> None:
    scale, foot = frame.scale, frame.top + frame.height - _foot_px()
    lines = [QLineF(scale.left_px, foot + 0.5, scale.right_px, foot + 0.5)]
    five = 5 * DAYS_A_YEAR * scale.px_per_day * 0.999
    apart = min(five, _FAR_APART_PX) if five >= _APART_PX else _APART_PX
    for tick in year_ticks(scale, measure, apart):
        x = round(tick.x) + 0.5
        lines.append(QLineF(x, foot, x, foot + (3 if tick.text else 2)))
        if tick.text:
            begin = tick.x - measure(tick.text, _TICK_SIZE) / 2
            write(painter, tick.text, begin, foot + 3 + 9 * grown(), tokens.ink3, _TICK_SIZE)
    painter.setPen(QPen(QColor(tokens.strong), 1))
    painter.drawLines(lines)


def _foot_px() -> float:
    """The height of the row of years."""
    return _FOOT_PX + years_px()


def _wash(painter: QPainter, frame: OverviewFrame, span: "SpanClause", tokens: Tokens) -> None:
    left, right = brush_px(frame.scale, span)
    height = frame.height - _foot_px()
    painter.fillRect(QRectF(left, frame.top, right - left, height), QColor(tokens.wash))
    painter.fillRect(QRectF(left, frame.top + height - 3, right - left, 3), QColor(tokens.hl))


def _edges(painter: QPainter, frame: OverviewFrame, span: "SpanClause", tokens: Tokens) -> None:
    """Both edges; handles where there is room for them."""
    left, right = brush_px(frame.scale, span)
    top, height = frame.top, frame.height - _foot_px()
    for x in (left, right):
        painter.setPen(QPen(QColor(tokens.ink), 1.5))
        painter.drawLine(QLineF(x, top, x, top + height))
        if right - left >= NARROW_PX:
            middle = top + height / 2
            painter.fillRect(QRectF(x - 2.5, middle - 7, 5, 14), QColor(tokens.ink))
            painter.fillRect(QRectF(x - 0.5, middle - 4, 1, 8), QColor(tokens.canvas))


def _known(painter: QPainter, frame: OverviewFrame, day: int, tokens: Tokens) -> None:
    """A thin line down from the slider's handle."""
    x = frame.scale.x(float(day + 1))
    if frame.scale.left_px <= x <= frame.scale.right_px:
        painter.setPen(QPen(QColor(tokens.ink), 1))
        foot = frame.top + frame.height - _foot_px()
        painter.drawLine(QLineF(round(x) + 0.5, 0, round(x) + 0.5, foot))


def _view(painter: QPainter, frame: OverviewFrame, tokens: Tokens) -> None:
    """The frame of what is in view, and the funnel that joins it to the ruler."""
    scale = frame.scale
    left = max(scale.left_px, round(scale.x(frame.view.first)))
    right = min(scale.right_px, round(scale.x(frame.view.end)))
    if right - left < 3:
        middle = min(max((left + right) / 2, scale.left_px + 2), scale.right_px - 2)
        left, right = round(middle) - 2, round(middle) + 2
    top, foot = frame.top - 3, frame.top + frame.height
    if right - left < scale.width_px - 1:
        points = (
            QPointF(left, foot),
            QPointF(right, foot),
            QPointF(scale.right_px, frame.bottom),
            QPointF(scale.left_px, frame.bottom),
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.sunk))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPolygon(QPolygonF(points))
        painter.setPen(QPen(QColor(tokens.strong), 1))
        painter.drawLine(QLineF(points[0], points[3]))
        painter.drawLine(QLineF(points[1], points[2]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(QColor(tokens.ink), 1.5, j=Qt.PenJoinStyle.MiterJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(left + 0.75, top + 0.75, right - left - 1.5, foot - top - 1.5))
