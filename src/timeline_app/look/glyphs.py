"""The outline that stands for each vector wherever its colour does, and the speech mark of a claim.

A glyph is a path centred on the origin; `size` is the width in pixels of the disc it fills.
"""

import math
from enum import Enum
from functools import lru_cache
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from timeline_app.look.putting import put_many

NO_VECTOR = -1
CLAIM = 9
STROKE = 1.5
_BROKEN = [2.0 / STROKE, 1.6 / STROKE]
_PHASES = 4
_PIXELS = QWidget, QPixmap, QImage


class Form(Enum):
    """Solid: surely so. Broken: the source itself doubts. Hollow: another's word, or a ghost."""

    SOLID = "solid"
    HOLLOW = "hollow"
    BROKEN = "broken"


@lru_cache(maxsize=256)
def glyph_path(vector: int, size: float) -> QPainterPath:
    """The outline for `VECTORS[vector]`, CLAIM or NO_VECTOR. Shared: do not change it."""
    return _OUTLINES.get(vector, _dash)(size / 2)


def draw_glyph(
    painter: QPainter,
    vector: int,
    x: float,
    y: float,
    size: float,
    colour: str,
    form: Form = Form.SOLID,
    ground: str = "",
) -> None:
    """Paints the glyph with its centre at (x, y); hollow forms are filled with `ground`, if any."""
    painter.save()
    painter.translate(x, y)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if form is Form.SOLID:
        painter.fillPath(glyph_path(vector, size), QColor(colour))
    else:
        pen = QPen(QColor(colour), STROKE)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if form is Form.BROKEN:
            pen.setDashPattern(_BROKEN)
        painter.setPen(pen)
        painter.setBrush(QBrush(QColor(ground)) if ground else Qt.BrushStyle.NoBrush)
        painter.drawPath(glyph_path(vector, size))
    painter.restore()


def put_glyph(
    painter: QPainter,
    vector: int,
    x: float,
    y: float,
    size: float,
    colour: str,
    form: Form = Form.SOLID,
    ground: str = "",
) -> None:
    """The same from a kept picture, for where there are many, to a quarter of a device's pixel; in
    a file, which is not made of pixels, it is drawn."""
    device = painter.device()
    if not isinstance(device, _PIXELS):
        draw_glyph(painter, vector, x, y, size, colour, form, ground)
        return
    ratio = device.devicePixelRatioF()
    left, top = floor(x * ratio), floor(y * ratio)
    within = round((x * ratio - left) * _PHASES), round((y * ratio - top) * _PHASES)
    stamp, half = _stamp(vector, size, colour, form, ground, ratio, *within)
    put_many(painter, ((left - half, top - half, stamp),), ratio)


@lru_cache(maxsize=1024)
def _stamp(
    vector: int,
    size: float,
    colour: str,
    form: Form,
    ground: str,
    ratio: float,
    across: int,
    down: int,
) -> tuple[QPixmap, int]:
    """The picture, and how many of the device's pixels its middle is from its edges."""
    half = ceil((0.7 * size + STROKE) * ratio) + 1
    picture = QPixmap(2 * half + 1, 2 * half + 1)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    x, y = (half + across / _PHASES) / ratio, (half + down / _PHASES) / ratio
    draw_glyph(painter, vector, x, y, size, colour, form, ground)
    painter.end()
    return picture, half


def _closed(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    return path


def _polygon(sides: int, radius: float) -> QPainterPath:
    """A regular polygon standing on its lower side (or corner), one corner up."""
    turn = 2 * math.pi / sides
    angles = [i * turn - math.pi / 2 for i in range(sides)]
    return _closed(*((math.cos(a) * radius, math.sin(a) * radius) for a in angles))


def _square(r: float) -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(-0.86 * r, -0.86 * r, 1.72 * r, 1.72 * r))
    return path


def _disc(r: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(0, 0), r, r)
    return path


def _triangle_up(r: float) -> QPainterPath:
    return _closed((0, -1.02 * r), (1.08 * r, 0.86 * r), (-1.08 * r, 0.86 * r))


def _triangle_down(r: float) -> QPainterPath:
    return _closed((0, 1.02 * r), (1.08 * r, -0.86 * r), (-1.08 * r, -0.86 * r))


def _crescent(r: float) -> QPainterPath:
    outer, inner = 1.02 * r, 0.70 * r
    path = QPainterPath()
    path.arcMoveTo(QRectF(-0.05 * r - outer, -outer, 2 * outer, 2 * outer), -35.5)
    path.arcTo(QRectF(-0.05 * r - outer, -outer, 2 * outer, 2 * outer), -35.5, -289)
    path.arcTo(QRectF(0.42 * r - inner, -inner, 2 * inner, 2 * inner), 54.4, 251.2)
    path.closeSubpath()
    return path


def _diamond(r: float) -> QPainterPath:
    return _polygon(4, 1.18 * r)


def _plus(r: float) -> QPainterPath:
    a = 0.36 * r
    upper = ((-a, -r), (a, -r), (a, -a), (r, -a), (r, a), (a, a))
    lower = ((a, r), (-a, r), (-a, a), (-r, a), (-r, -a), (-a, -a))
    return _closed(*upper, *lower)


def _pentagon(r: float) -> QPainterPath:
    return _polygon(5, 1.1 * r)


def _star(r: float) -> QPainterPath:
    """Three bars through the centre: six arms."""
    half, length = 0.27 * r, 1.1 * r
    path = QPainterPath()
    for i in range(3):
        angle = math.pi / 2 + i * math.pi / 3
        dx, dy = math.cos(angle) * length, math.sin(angle) * length
        nx, ny = -math.sin(angle) * half, math.cos(angle) * half
        corners = (
            (-dx + nx, -dy + ny),
            (dx + nx, dy + ny),
            (dx - nx, dy - ny),
            (-dx - nx, -dy - ny),
        )
        path = path.united(_closed(*corners))
    return path.simplified()


def _speech(r: float) -> QPainterPath:
    box = ((-r, -0.8 * r), (r, -0.8 * r), (r, 0.45 * r), (-0.1 * r, 0.45 * r))
    return _closed(*box, (-0.6 * r, r), (-0.6 * r, 0.45 * r), (-r, 0.45 * r))


def _dash(r: float) -> QPainterPath:
    """What has no vector: a short bar, like none of the nine."""
    path = QPainterPath()
    path.addRect(QRectF(-r, -0.36 * r, 2 * r, 0.72 * r))
    return path


_OUTLINES = {
    0: _square,
    1: _disc,
    2: _triangle_up,
    3: _crescent,
    4: _diamond,
    5: _triangle_down,
    6: _plus,
    7: _pentagon,
    8: _star,
    CLAIM: _speech,
}
