"""Strokes a display list: it knows colours and pixels, nothing of events."""

from collections.abc import Sequence
from typing import cast

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF
from shiboken6 import Shiboken

from timeline_app.canvas.lettering import text_size, write_all
from timeline_app.look.glyphs import NO_VECTOR, put_glyph
from timeline_app.look.glyphs import Form as GlyphForm
from timeline_app.look.putting import reach
from timeline_app.look.tokens import Tokens
from timeline_app.scene.display_list import (
    DisplayList,
    Form,
    Ink,
    Label,
    Reals,
    Rects,
    Shade,
    Shorts,
)
from timeline_app.scene.ticks import Tick, Weight, two_rows
from timeline_app.scene.time_scale import TimeScale

_FORMS = {
    int(Form.SOLID): GlyphForm.SOLID,
    int(Form.HOLLOW): GlyphForm.HOLLOW,
    int(Form.BROKEN): GlyphForm.BROKEN,
}
OPACITY = {Shade.FULL: 1.0, Shade.NEAR: 0.55, Shade.MIDDLE: 0.32, Shade.FAR: 0.15}
"""How much of a colour each shade has; an outer span has `Tokens.pale` of it."""
_NAMES = {
    Ink.NO_VECTOR: "ink2",
    Ink.CANVAS: "canvas",
    Ink.HAIR: "hair",
    Ink.STRONG: "strong",
    Ink.INK: "ink",
    Ink.INK2: "ink2",
    Ink.INK3: "ink3",
}
_CORNER_PX = 7.0
_LETTERS_REACH = 24.0
"""So far over or under its baseline no label has any ink, at the usual size of text."""


def colour_of(ink: int, tokens: Tokens) -> str:
    """The colour of an `Ink` in this theme."""
    if ink < len(tokens.vectors):
        return tokens.vectors[ink]
    named: str = getattr(tokens, _NAMES[Ink(ink)])
    return named


def paint_lanes(
    painter: QPainter, drawn: DisplayList, tokens: Tokens, bare: int = NO_VECTOR
) -> None:
    """Paints everything between the heads and the right edge; the ground is there already. What
    has no vector is drawn as the glyph `bare`."""
    scale = drawn.scale
    painter.save()
    height = max((box.bottom for box in drawn.boxes), default=0.0)
    inside = QRectF(scale.left_px, 0, scale.width_px, height)
    painter.setClipRect(inside, Qt.ClipOperation.IntersectClip)
    paint_blocks(painter, drawn.blocks, tokens)
    _rects(painter, drawn.rects, tokens)
    paint_outlines(painter, drawn.outlines, tokens)
    _glyphs(painter, drawn, tokens, bare)
    _arrows(painter, drawn, tokens)
    _corners(painter, drawn, tokens)
    _leaders(painter, drawn.labels, tokens)
    paint_labels(painter, drawn.labels, tokens)
    painter.restore()


def paint_grid(painter: QPainter, drawn: DisplayList, height: float, tokens: Tokens) -> None:
    """The lines of the axis behind lanes and tracks, so many pixels down: unbroken for what weighs
    most, else dotted."""
    paint_tick_lines(painter, drawn.ticks, drawn.scale, 0.0, height, tokens)


def paint_tick_lines(
    painter: QPainter,
    ticks: Sequence[Tick],
    scale: TimeScale,
    top: float,
    bottom: float,
    tokens: Tokens,
) -> None:
    """The lines of these ticks between two heights."""
    hair = QColor(tokens.hair)
    dotted = QPen(hair, 1)
    dotted.setDashPattern([1, 3])
    lines: dict[bool, list[QLineF]] = {True: [], False: []}
    for x, whole in tick_lines(ticks, scale):
        lines[whole].append(QLineF(x + 0.5, top, x + 0.5, bottom))
    for whole, pen in ((True, QPen(hair, 1)), (False, dotted)):
        if lines[whole]:
            painter.setPen(pen)
            painter.drawLines(lines[whole])


def tick_lines(ticks: Sequence[Tick], scale: TimeScale) -> list[tuple[int, bool]]:
    """The pixel of each line of the axis, and whether it is unbroken."""
    lines, two = [], two_rows(scale)
    for tick in ticks:
        if tick.bare or (tick.weight is Weight.FINE):
            continue
        whole = tick.weight is Weight.MAIN or two
        if whole or tick.lined:
            lines.append((round(tick.x), whole))
    return lines


def paint_blocks(painter: QPainter, blocks: Rects, tokens: Tokens) -> None:
    """Rectangles of whole pixels, those of a colour in one call. They are given to Qt in the
    pixels of the device: so their edges are sharp at any ratio, and Qt fills them at once."""
    if not len(blocks):
        return
    ratio, bounds, inks = painter.device().devicePixelRatioF(), blocks.bounds, blocks.ink
    over, under = reach(painter)
    seen = (bounds[:, 1] < under) & (bounds[:, 1] + bounds[:, 3] > over)
    if not seen.all():
        bounds, inks = bounds[seen], inks[seen]
    order = np.argsort(inks, kind="stable")
    left, top, wide, high = bounds[order].T * ratio
    edges = np.empty((len(bounds), 4), np.int32)
    for at, edge in enumerate((left, top, left + wide, top + high)):
        np.rint(edge, out=edges[:, at], casting="unsafe")
    edges[:, 2:] -= 1  # a QRect keeps its last pixels
    painter.save()
    painter.scale(1 / ratio, 1 / ratio)
    painter.setPen(Qt.PenStyle.NoPen)
    here = np.flatnonzero(np.bincount(inks)).tolist()
    for ink in sorted(here, key=lambda ink: (ink == Ink.CANVAS, ink)):
        begin, end = np.searchsorted(inks, (ink, ink + 1), sorter=order).tolist()
        painter.setBrush(QColor(colour_of(ink, tokens)))
        first = Shiboken.wrapInstance(edges[begin:].ctypes.data, QRect)
        painter.drawRects(cast(QRect, first), end - begin)
    painter.restore()


def _rects(painter: QPainter, rects: Rects, tokens: Tokens) -> None:
    if not len(rects):
        return
    kinds = rects.ink.astype(np.int32) * 8 + rects.shade
    painter.setPen(Qt.PenStyle.NoPen)
    # by ink too: where pale ones lie over one another, their order is seen
    for kind in sorted(set(kinds.tolist()), key=lambda k: (-(k % 8), k)):
        ink, shade = divmod(kind, 8)
        colour = QColor(colour_of(ink, tokens))
        colour.setAlphaF(tokens.pale if shade == Shade.PALE else OPACITY[Shade(shade)])
        painter.setBrush(colour)
        _fill(painter, rects.bounds[kinds == kind])


def _fill(painter: QPainter, bounds: Reals) -> None:
    """All rectangles in one call: four doubles each lie in memory as Qt's own do, so Qt reads the
    array itself (a list of QRectF costs four times as much)."""
    doubles = np.ascontiguousarray(bounds, np.float64)
    first = Shiboken.wrapInstance(doubles.ctypes.data, QRectF)
    painter.drawRects(cast(QRectF, first), len(doubles))


def paint_outlines(painter: QPainter, rects: Rects, tokens: Tokens) -> None:
    """The borders of rectangles, a pixel wide and within them; those of a shade are broken."""
    if not len(rects):
        return
    broken = rects.shade != 0
    # Qt would make a path of each where a pixel is not one of the device: many times as long
    paint_blocks(painter, _sides(rects.bounds[~broken], rects.ink[~broken]), tokens)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ink in sorted(set(rects.ink[broken].tolist())):
        pen = QPen(QColor(colour_of(ink, tokens)), 1)
        pen.setDashPattern([2, 1.6])
        painter.setPen(pen)
        mine = rects.bounds[broken & (rects.ink == ink)]
        _fill(painter, mine + np.array([0.5, 0.5, -1, -1], np.float32))


def _sides(bounds: Reals, inks: Shorts) -> Rects:
    """The four sides of these rectangles, each a pixel wide."""
    every = np.empty((4, len(bounds), 4), bounds.dtype)
    every[:] = bounds
    above, below, left, right = every
    below[:, 1] += below[:, 3] - 1
    right[:, 0] += right[:, 2] - 1
    above[:, 3] = below[:, 3] = 1
    left[:, 2] = right[:, 2] = 1
    return Rects(every.reshape(-1, 4), np.tile(inks, 4), np.zeros(4 * len(bounds), np.int16))


def _glyphs(painter: QPainter, drawn: DisplayList, tokens: Tokens, bare: int) -> None:
    glyphs = drawn.glyphs
    colours = {ink: colour_of(ink, tokens) for ink in set(glyphs.ink.tolist())}
    for (x, y, size), vector, ink, form in zip(
        glyphs.place.tolist(),
        glyphs.vector.tolist(),
        glyphs.ink.tolist(),
        glyphs.form.tolist(),
        strict=True,
    ):
        sign = bare if vector == Ink.NO_VECTOR else vector
        put_glyph(painter, sign, x, y, size, colours[ink], _FORMS[form], tokens.canvas)


def _arrows(painter: QPainter, drawn: DisplayList, tokens: Tokens) -> None:
    if not len(drawn.arrows):
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for (x, y, direction, height), ink in zip(
        drawn.arrows.tolist(), drawn.arrow_ink.tolist(), strict=True
    ):
        back, half = x - direction * height, height / 2
        painter.setBrush(QColor(colour_of(ink, tokens)))
        points = (QPointF(x, y), QPointF(back, y - half), QPointF(back, y + half))
        painter.drawPolygon(QPolygonF(points))
    painter.restore()


def _corners(painter: QPainter, drawn: DisplayList, tokens: Tokens) -> None:
    if not len(drawn.corners):
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.ink), 1))
    painter.setBrush(QBrush(QColor(tokens.hl)))
    for x, y in drawn.corners.tolist():
        left, top = x + 2, y - 9
        right, bottom = left + _CORNER_PX, top + _CORNER_PX
        points = (QPointF(left, top), QPointF(right, top), QPointF(right, bottom))
        painter.drawPolygon(QPolygonF(points))
    painter.restore()


def paint_labels(painter: QPainter, labels: Sequence[Label], tokens: Tokens) -> None:
    """Labels; see `_leaders` for the hair that leads from each to its stack."""
    ink, on_vector = tokens.ink, tokens.on_vector
    top, bottom = reach(painter)
    air = _LETTERS_REACH * text_size()
    texts = (
        (
            label.text,
            label.x,
            label.y,
            ink if label.on_vector < 0 else on_vector(label.on_vector),
            label.size,
        )
        for label in labels
        if label.text and top - air < label.y < bottom + air
    )
    write_all(painter, texts)


def _leaders(painter: QPainter, labels: Sequence[Label], tokens: Tokens) -> None:
    leaders = np.array([label.leader for label in labels if label.leader is not None], np.float64)
    if not len(leaders):
        return
    (x, top, foot, arm), lines = leaders.T, np.empty((len(leaders), 2, 4))
    x, arm_y = np.floor(x) + 0.5, np.rint(top + 3.5) + 0.5
    lines[:, 0], lines[:, 1] = np.stack((x, top, x, foot), 1), np.stack((x, arm_y, arm, arm_y), 1)
    painter.setPen(QPen(QColor(tokens.strong), 1))
    first = Shiboken.wrapInstance(lines.ctypes.data, QLineF)
    painter.drawLines(cast(QLineF, first), 2 * len(leaders))
