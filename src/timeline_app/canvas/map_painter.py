"""Paints the map of places: land, borders, dots, names. The land is paper on a sunk sea; what is
not settled between states is a broken line; a dot is ink with a rim of paper, so that those that
cover each other are told apart."""

from collections.abc import Iterable
from functools import cache
from math import ceil

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF, QTransform

from timeline_app.dataclass import dataclass
from timeline_app.look import fonts
from timeline_app.look.putting import put_whole
from timeline_app.look.tokens import Tokens
from timeline_app.scene.map_dots import Dot, Name, leader
from timeline_app.scene.map_view import MapView
from timeline_app.scene.outlines import Line, shipped_outlines

_RING_PX, _FOCUS_PX = 4.0, 7.0


@dataclass(frozen=True, eq=False, slots=True)
class Drawn:
    """The outlines as paths, in degrees."""

    land: QPainterPath
    lakes: QPainterPath
    borders: QPainterPath
    unsettled: QPainterPath


@dataclass(frozen=True, eq=False, slots=True)
class MapScene:
    """The dots, the largest first, and of some the name and where it stands; then which dot is
    listed, which one the keyboard stands on, and which one is under the pointer."""

    view: MapView
    dots: tuple[Dot, ...]
    names: tuple[tuple[str, Name], ...]
    listed: int | None = None
    stood_on: int | None = None
    hovered: int | None = None


@cache
def drawn() -> Drawn:
    """The shipped outlines as paths, made once."""
    found = shipped_outlines()
    return Drawn(
        _rings(found.land), _rings(found.lakes), _lines(found.borders), _lines(found.unsettled)
    )


def _rings(lines: Iterable[Line]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for line in lines:
        path.addPolygon(_polygon(line))
        path.closeSubpath()
    return path


def _lines(lines: Iterable[Line]) -> QPainterPath:
    path = QPainterPath()
    for line in lines:
        path.addPolygon(_polygon(line))
    return path


def _polygon(line: Line) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in np.asarray(line).tolist()])


def ground(view: MapView, tokens: Tokens, ratio: float) -> QPixmap:
    """Sea, land and borders, at so many device pixels a pixel: what a brush leaves as it is."""
    made = QPixmap(max(1, ceil(view.width * ratio)), max(1, ceil(view.height * ratio)))
    made.setDevicePixelRatio(ratio)
    made.fill(QColor(tokens.sunk))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_land(painter, view, tokens)
    painter.end()
    return made


def paint_map(painter: QPainter, scene: MapScene, land: QPixmap, tokens: Tokens) -> None:
    """Everything, from the ground up."""
    put_whole(painter, land)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_dots(painter, scene, tokens)
    _paint_names(painter, scene, tokens)


def _paint_land(painter: QPainter, view: MapView, tokens: Tokens) -> None:
    across, down = view.px * view.narrower, -view.px
    place = QTransform(across, 0, 0, down, view.x(0), view.y(0))
    painter.save()
    painter.setTransform(place, True)
    paths = drawn()
    coast = _pen(tokens.ink3, 1.0)
    for path, ground in ((paths.land, tokens.canvas), (paths.lakes, tokens.sunk)):
        painter.setPen(coast)
        painter.setBrush(QColor(ground))
        painter.drawPath(path)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(tokens.strong, 1.0))
    painter.drawPath(paths.borders)
    broken = _pen(tokens.strong, 1.0)
    broken.setDashPattern([2, 3])
    painter.setPen(broken)
    painter.drawPath(paths.unsettled)
    painter.restore()


def _pen(colour: str, px: float) -> QPen:
    pen = QPen(QColor(colour), px)
    pen.setCosmetic(True)
    return pen


def _paint_dots(painter: QPainter, scene: MapScene, tokens: Tokens) -> None:
    painter.setPen(QPen(QColor(tokens.canvas), 1.5))
    painter.setBrush(QColor(tokens.ink2))
    for dot in scene.dots:
        painter.drawEllipse(QPointF(dot.x, dot.y), dot.r, dot.r)
    rings = (
        (scene.hovered, _RING_PX, QPen(QColor(tokens.ink), 1.25)),
        (scene.listed, _RING_PX, QPen(QColor(tokens.ink), 2)),
        (scene.stood_on, _FOCUS_PX, QPen(QColor(tokens.ink), 1.5, Qt.PenStyle.DashLine)),
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for n, away, pen in rings:
        if n is not None and n < len(scene.dots):
            dot = scene.dots[n]
            painter.setPen(pen)
            painter.drawEllipse(QPointF(dot.x, dot.y), dot.r + away, dot.r + away)


def _paint_names(painter: QPainter, scene: MapScene, tokens: Tokens) -> None:
    """On plates of half-seen paper, so that no border runs through a name."""
    font = fonts.font(fonts.CELL_LABEL)
    painter.setFont(font)
    ascent = painter.fontMetrics().ascent()
    plate = QColor(tokens.canvas)
    plate.setAlphaF(0.7)
    for text, at in scene.names:
        if at.far:
            painter.setPen(QPen(QColor(tokens.ink), 1))
            painter.drawLine(QLineF(*leader(scene.dots[at.n], at.box)))
        left, top, right, foot = at.box
        painter.fillRect(QRectF(left, top + 1, right - left, foot - top - 2), plate)
        painter.setPen(QColor(tokens.ink))
        painter.drawText(QPointF(left + 1, top + ascent), text)
