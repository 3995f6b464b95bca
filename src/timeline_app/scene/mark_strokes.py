"""One mark as rectangles, a glyph, arrow heads: edge, fill and extent say how sure its days are."""

import numpy as np

from timeline_app.scene.content import Content
from timeline_app.scene.display_list import Form, Ink, Shade, Strokes
from timeline_app.scene.marks import (
    BAR_PX,
    FEATHERS_PX,
    GHOST_GLYPH,
    GLYPH,
    HOLLOW_GLYPH,
    SMALL_GLYPH,
    Mark,
)
from timeline_app.scene.shapes import Shape
from timeline_app.scene.time_scale import TimeScale

_END_PX = 1.5
_KNOCKED_OUT_FROM_PX = 18.0
_FOUND_WIDE_PX = 12.0
_TICK_PX = 4.0

FOUND_PX, FOUND_DROP_PX = 2.5, 8.0
"""The line under what was found: how thick, and how far below the middle of the mark."""


def draw_mark(
    strokes: Strokes, content: Content, lane: int, mark: Mark, y: float, scale: TimeScale
) -> None:
    """Draws the mark with its middle at height `y`."""
    ink = int(content.ink(lane, np.array([mark.row]))[0])
    if not content.passing[mark.row]:
        _ghost(strokes, ink, mark, y)
    elif mark.bar:
        _bar(strokes, content, ink, mark, y, scale)
    else:
        _glyph(strokes, content, ink, mark, y)
    if content.shapes.disputed[mark.row] and content.passing[mark.row]:
        _tick(strokes, content, mark, y)
    if content.noted[mark.row] and content.passing[mark.row]:
        strokes.corner(mark.x, y)
    if content.found and content.passing[mark.row]:
        left = mark.x - _FOUND_WIDE_PX / 2
        strokes.rect(left, y + FOUND_DROP_PX, _FOUND_WIDE_PX, FOUND_PX, Ink.INK, Shade.FULL)


def _tick(strokes: Strokes, content: Content, mark: Mark, y: float) -> None:
    """Sources disagree: a hair's width under the glyph."""
    hollow = content.shapes.hollow[mark.row] and not mark.bar
    under = (HOLLOW_GLYPH if hollow else GLYPH) / 2 + 1
    strokes.rect(float(int(mark.x)), y + under, 1, _TICK_PX, Ink.INK, Shade.FULL)


def _ghost(strokes: Strokes, ink: int, mark: Mark, y: float) -> None:
    if not mark.bar:
        strokes.glyph(mark.x, y, GHOST_GLYPH, ink, Ink.STRONG, Form.HOLLOW)
        return
    bounds = np.array([(mark.left, y - 3.5, mark.right - mark.left, 7)], np.float32)
    strokes.outlines(bounds, np.array([Ink.STRONG], np.int16))


def _glyph(strokes: Strokes, content: Content, ink: int, mark: Mark, y: float) -> None:
    shapes = content.shapes
    if shapes.hollow[mark.row]:
        strokes.glyph(mark.x, y, HOLLOW_GLYPH, ink, ink, Form.BROKEN)
    elif shapes.machine[mark.row]:
        strokes.glyph(mark.x, y, GLYPH, ink, ink, Form.HOLLOW)
    else:
        strokes.glyph(mark.x, y, GLYPH, ink, ink)
    if mark.feathers:
        _feather(strokes, mark.right - FEATHERS_PX + 1, y, 1, ink)
        _feather(strokes, mark.left + FEATHERS_PX - 1, y, -1, ink)


def _bar(
    strokes: Strokes, content: Content, ink: int, mark: Mark, y: float, scale: TimeScale
) -> None:
    shapes, table, row = content.shapes, content.shapes.table, mark.row
    top, width = y - BAR_PX / 2, mark.right - mark.left
    starts, ends = not shapes.open_start[row], not shapes.open_end[row]
    left = mark.left if starts else scale.left_px + BAR_PX
    right = mark.right if ends else scale.right_px - BAR_PX
    inner_left = max(left, scale.x(float(table.inner_first[row])))
    inner_right = min(right, scale.x(float(table.inner_last[row] + 1)))
    solid = shapes.shape[row] == Shape.SPAN and inner_right > inner_left
    whole = solid and inner_left <= left + 0.5 and inner_right >= right - 0.5
    hollow = shapes.hollow[row]
    if not whole:
        strokes.rect(left, top, right - left, BAR_PX, ink, Shade.PALE)
    if solid and not hollow:
        strokes.rect(inner_left, top, inner_right - inner_left, BAR_PX, ink, Shade.FULL)
    if hollow:
        bounds = np.array([(left, top, right - left, BAR_PX)], np.float32)
        strokes.outlines(bounds, np.array([ink], np.int16), broken=True)
    elif shapes.shape[row] != Shape.ABOUT and not whole:
        if starts:
            strokes.rect(left, top, _END_PX, BAR_PX, ink, Shade.FULL)
        if ends:
            strokes.rect(right - _END_PX, top, _END_PX, BAR_PX, ink, Shade.FULL)
    if not starts:
        strokes.arrow(scale.left_px, y, -1, BAR_PX, ink)
    if not ends:
        strokes.arrow(scale.right_px, y, 1, BAR_PX, ink)
    if mark.feathers and shapes.shape[row] != Shape.ABOUT:
        _feather(strokes, right + 1, y, 1, ink)
        _feather(strokes, left - 1, y, -1, ink)
    _glyph_on_bar(strokes, content, ink, mark, y, whole and width >= _KNOCKED_OUT_FROM_PX)


def _glyph_on_bar(
    strokes: Strokes, content: Content, ink: int, mark: Mark, y: float, knocked_out: bool
) -> None:
    shapes, row = content.shapes, mark.row
    if shapes.shape[row] == Shape.ABOUT:
        _glyph(strokes, content, ink, mark_centred(mark), y)
    elif shapes.hollow[row]:
        strokes.glyph(mark.x, y, GLYPH, ink, ink, Form.BROKEN)
    elif knocked_out:
        strokes.glyph(mark.x, y, SMALL_GLYPH, ink, Ink.CANVAS)
    elif shapes.shape[row] == Shape.WITHIN:
        strokes.glyph(mark.x, y, SMALL_GLYPH, ink, ink)


def mark_centred(mark: Mark) -> Mark:
    """The glyph of a day that is nearly known, in the middle of its margin."""
    half = GLYPH / 2 + FEATHERS_PX
    return Mark(mark.row, mark.x - half, mark.x + half, mark.x, False, mark.feathers)


def _feather(strokes: Strokes, x: float, y: float, direction: int, ink: int) -> None:
    """Three strokes that fade away from the mark."""
    for i, shade in enumerate((Shade.NEAR, Shade.MIDDLE, Shade.FAR)):
        left = x + i * 3 if direction > 0 else x - i * 3 - 2
        strokes.rect(left, y - 4 + i, 2, 8 - 2 * i, ink, shade)
