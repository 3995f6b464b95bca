"""Marks as rectangles, a glyph, arrow heads: edge, fill and extent say how sure its days are."""

from collections.abc import Iterator, Sequence
from math import floor

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.scene.content import Content
from timeline_app.scene.display_list import Form, Ink, Label, Shade, Strokes
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
_TICK_PX, _UNDER_BASELINE_PX = 4.0, 3.0

FOUND_PX, FOUND_DROP_PX = 2.5, 8.0
"""The line under what was found: how thick, and how far below the middle of the mark."""


@dataclass(frozen=True, slots=True)
class Look:
    """What an event looks like in a lane; see `Shapes`. `inner` is its inner span in days."""

    ink: int
    passing: bool
    noted: bool
    disputed: bool
    hollow: bool
    machine: bool
    shape: int
    open_start: bool
    open_end: bool
    inner: tuple[float, float]


def looks_of(content: Content, lane: int, rows: NDArray[np.int64]) -> Iterator[Look]:
    """The look of each row, all asked for at once."""
    shapes, table = content.shapes, content.shapes.table
    inner = zip(
        table.inner_first[rows].tolist(), (table.inner_last[rows] + 1).tolist(), strict=True
    )
    columns = (
        content.ink(lane, rows),
        content.passing[rows],
        content.noted[rows],
        shapes.disputed[rows],
        shapes.hollow[rows],
        shapes.machine[rows],
        shapes.shape[rows],
        shapes.open_start[rows],
        shapes.open_end[rows],
    )
    return (Look(*of) for of in zip(*(c.tolist() for c in columns), inner, strict=True))


def draw_marks(
    strokes: Strokes,
    content: Content,
    lane: int,
    marks: Sequence[Mark],
    heights: Sequence[float],
    scale: TimeScale,
) -> None:
    """Draws each mark with its middle at its height."""
    looks = looks_of(content, lane, np.array([mark.row for mark in marks], np.int64))
    for mark, y, look in zip(marks, heights, looks, strict=True):
        draw_mark(strokes, look, mark, y, scale, content.found)


def draw_mark(
    strokes: Strokes, look: Look, mark: Mark, y: float, scale: TimeScale, found: bool
) -> None:
    """Draws one mark; where it was `found`, and passes, with a line under it."""
    _mark(strokes, look, mark, y, scale)
    if found and look.passing:
        left = mark.x - _FOUND_WIDE_PX / 2
        strokes.rect(left, y + FOUND_DROP_PX, _FOUND_WIDE_PX, FOUND_PX, Ink.INK, Shade.FULL)


def _mark(strokes: Strokes, look: Look, mark: Mark, y: float, scale: TimeScale) -> None:
    if not look.passing:
        _ghost(strokes, look.ink, mark, y)
        return
    if mark.bar:
        _bar(strokes, look, mark, y, scale)
    else:
        _glyph(strokes, look, mark, y)
    if look.disputed:
        _tick(strokes, look, mark, y)
    if look.noted:
        strokes.corner(mark.x, y)


def _tick(strokes: Strokes, look: Look, mark: Mark, y: float) -> None:
    """Sources disagree: a hair's width under the glyph."""
    under = (HOLLOW_GLYPH if look.hollow and not mark.bar else GLYPH) / 2 + 1
    strokes.rect(float(floor(mark.x)), y + under, 1, _TICK_PX, Ink.INK, Shade.FULL)


def _ghost(strokes: Strokes, ink: int, mark: Mark, y: float) -> None:
    if not mark.bar:
        strokes.glyph(mark.x, y, GHOST_GLYPH, ink, Ink.STRONG, Form.HOLLOW)
        return
    bounds = np.array([(mark.left, y - 3.5, mark.right - mark.left, 7)], np.float32)
    strokes.outlines(bounds, np.array([Ink.STRONG], np.int16))


def _glyph(strokes: Strokes, look: Look, mark: Mark, y: float) -> None:
    ink = look.ink
    if look.hollow:
        strokes.glyph(mark.x, y, HOLLOW_GLYPH, ink, ink, Form.BROKEN)
    elif look.machine:
        strokes.glyph(mark.x, y, GLYPH, ink, ink, Form.HOLLOW)
    else:
        strokes.glyph(mark.x, y, GLYPH, ink, ink)
    if mark.feathers:
        _feather(strokes, mark.right - FEATHERS_PX + 1, y, 1, ink)
        _feather(strokes, mark.left + FEATHERS_PX - 1, y, -1, ink)


def _bar(strokes: Strokes, look: Look, mark: Mark, y: float, scale: TimeScale) -> None:
    ink, top, width = look.ink, y - BAR_PX / 2, mark.right - mark.left
    starts, ends = not look.open_start, not look.open_end
    left = mark.left if starts else scale.left_px + BAR_PX
    right = mark.right if ends else scale.right_px - BAR_PX
    inner_left = max(left, scale.x(look.inner[0]))
    inner_right = min(right, scale.x(look.inner[1]))
    solid = look.shape == Shape.SPAN and inner_right > inner_left
    whole = solid and inner_left <= left + 0.5 and inner_right >= right - 0.5
    if not whole:
        strokes.rect(left, top, right - left, BAR_PX, ink, Shade.PALE)
    if solid and not look.hollow:
        strokes.rect(inner_left, top, inner_right - inner_left, BAR_PX, ink, Shade.FULL)
    if look.hollow:
        bounds = np.array([(left, top, right - left, BAR_PX)], np.float32)
        strokes.outlines(bounds, np.array([ink], np.int16), broken=True)
    elif look.shape != Shape.ABOUT and not whole:
        if starts:
            strokes.rect(left, top, _END_PX, BAR_PX, ink, Shade.FULL)
        if ends:
            strokes.rect(right - _END_PX, top, _END_PX, BAR_PX, ink, Shade.FULL)
    if not starts:
        strokes.arrow(scale.left_px, y, -1, BAR_PX, ink)
    if not ends:
        strokes.arrow(scale.right_px, y, 1, BAR_PX, ink)
    if mark.feathers and look.shape != Shape.ABOUT:
        _feather(strokes, right + 1, y, 1, ink)
        _feather(strokes, left - 1, y, -1, ink)
    _glyph_on_bar(strokes, look, mark, y, whole and width >= _KNOCKED_OUT_FROM_PX)


def _glyph_on_bar(strokes: Strokes, look: Look, mark: Mark, y: float, knocked_out: bool) -> None:
    ink = look.ink
    if look.shape == Shape.ABOUT:
        _glyph(strokes, look, mark_centred(mark), y)
    elif look.hollow:
        strokes.glyph(mark.x, y, GLYPH, ink, ink, Form.BROKEN)
    elif knocked_out:
        strokes.glyph(mark.x, y, SMALL_GLYPH, ink, Ink.CANVAS)
    elif look.shape == Shape.WITHIN:
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


def underline(strokes: Strokes, labels: Sequence[Label]) -> None:
    """The line of what was found, under its name too."""
    for label in labels:
        top = label.y + _UNDER_BASELINE_PX
        strokes.rect(label.x, top, label.width, FOUND_PX, Ink.INK, Shade.FULL)
