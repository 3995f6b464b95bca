"""Stacked columns of events a year or longer, each vector in its colour."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from timeline_app.canvas.lane_painter import paint_blocks
from timeline_app.look.tokens import Tokens
from timeline_app.scene.display_list import Rects
from timeline_app.scene.time_scale import TimeScale

ORDER = np.array((0, 8, 7, 4, 5, 6, 3, 1, 2))
"""From below, by index in VECTORS: the most compared rest on an edge or on each other."""
_GAP_PX = 1


def paint_year_bars(
    painter: QPainter,
    room: QRectF,
    scale: TimeScale,
    edges: NDArray[np.int64],
    counts: NDArray[np.int64],
    tokens: Tokens,
) -> None:
    """Paints `counts` of (bars, vectors) in the height of `room`; bar i covers the days from
    `edges[i]` on. The ground is there already."""
    painter.save()
    painter.setClipRect(room)
    paint_blocks(painter, year_blocks(room, scale, edges, counts), tokens)
    painter.restore()


def year_blocks(
    room: QRectF, scale: TimeScale, edges: NDArray[np.int64], counts: NDArray[np.int64]
) -> Rects:
    """A rectangle for each number but nought, a gap apart from what stands beside and upon it."""
    upto = np.cumsum(counts[:, ORDER], axis=1)
    most = max(1, int(upto.max(initial=1)))
    ends = np.rint(room.bottom() - upto / most * room.height())
    begins = np.concatenate((np.full((len(ends), 1), np.rint(room.bottom())), ends[:, :-1]), axis=1)
    xs = np.rint(np.clip(scale.xs(edges), room.left() - 2, room.right() + 2))
    seen = (begins > ends) & (np.diff(xs) > 0)[:, None]
    bar, place = np.nonzero(seen)
    width = np.maximum(np.diff(xs) - _GAP_PX, 1)[bar]
    top = ends[bar, place]
    height = begins[bar, place] - top
    height = np.where(
        (height > _GAP_PX) & (begins[bar, place] < room.bottom()), height - _GAP_PX, height
    )
    bounds = np.stack((xs[:-1][bar], top, width, height), axis=1).astype(np.float32)
    ink = ORDER[place].astype(np.int16)
    return Rects(bounds, ink, np.zeros(len(ink), np.int16))
