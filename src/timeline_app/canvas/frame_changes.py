"""Which parts of a kept picture of a frame are out of date, and how they are painted anew."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtGui import QPainter, QRegion

from timeline_app.canvas.frames import Frame, paint_frame
from timeline_app.canvas.lettering import measure
from timeline_app.canvas.ruler_painter import brush_px
from timeline_app.look.tokens import Tokens
from timeline_app.scene.changes import (
    AIR_PX,
    Columns,
    Trace,
    changed_columns,
    marked,
    stretches,
    within,
)
from timeline_app.scene.ticks import Tick

MOST_STRETCHES = 120
"""In more places a frame is painted whole: that is no slower then."""


@dataclass(frozen=True, eq=False, slots=True)
class FrameChanges:
    """Pixel columns of ruler, lanes and tracks that show something else, and whether a head does;
    top and bottom of the bands of tracks, in pixels of the canvas."""

    columns: Columns
    heads: bool
    bands: tuple[tuple[int, int], ...]

    @property
    def many(self) -> bool:
        """Whether it is no less work to paint all."""
        return len(stretches(self.columns)) > MOST_STRETCHES or float(self.columns.mean()) > 0.5


def comparable(before: Frame, after: Frame) -> bool:
    """Whether two frames differ in no more than what stands in their lanes and tracks."""
    return _framework(before) == _framework(after)


def frame_changes(before: Frame, after: Frame, then: Trace, now: Trace) -> FrameChanges:
    """What differs between two comparable frames of these traces."""
    columns = changed_columns(then, now, after.scale) | _brush_columns(before, after)
    return FrameChanges(columns, _counts(before) != _counts(after), tuple(_bands(after)))


def paint_changes(
    painter: QPainter, frame: Frame, trace: Trace, changes: FrameChanges, tokens: Tokens
) -> None:
    """Paints these parts of the frame on the picture of the one before it."""
    columns = changes.columns
    region = QRegion()
    for begin, end in stretches(columns):
        region |= QRegion(begin, 0, end - begin, frame.height)
    if changes.heads:
        region |= QRegion(0, 0, int(frame.scale.left_px), frame.height)
    for top, bottom in changes.bands:
        region |= QRegion(0, top, frame.width, bottom - top)
    drawn = within(frame.drawn, trace, columns)
    if not changes.bands:
        drawn = replace(drawn, ticks=tuple(_ticks_touching(frame, columns)))
    painter.save()
    painter.setClipRegion(region)
    paint_frame(painter, replace(frame, drawn=drawn), tokens, heads=changes.heads)
    painter.restore()


def _framework(frame: Frame) -> tuple[object, ...]:
    """All that a picture follows from but for what stands in its lanes and tracks."""
    snapshot, drawn = frame.snapshot, frame.drawn
    span = snapshot.filter.span
    tracks = tuple((track.kind.id, track.band) for track in frame.tracks)
    lanes = tuple(lane.lane for lane in frame.content.lanes)
    where = (drawn.scale, drawn.boxes, frame.ruler_px, frame.width, frame.height, tracks)
    beyond = _beyond(frame) and span
    words = snapshot.grouping, span is None, snapshot.second, beyond, frame.nothing, drawn.ticks
    # what lies behind the lanes shuns their labels, so it is compared where there is any at all
    behind = (frame.grounds, frame.ground_names, drawn.labels) if frame.grounds else ()
    return (*where, *words, *behind, lanes)


def _beyond(frame: Frame) -> bool:
    """An edge of the brush is out of sight: the ruler names its day at its own end."""
    span, scale = frame.snapshot.filter.span, frame.scale
    if span is None:
        return False
    left, right = brush_px(scale, span)
    return left < scale.left_px or right > scale.right_px


def _brush_columns(before: Frame, after: Frame) -> Columns:
    """Where the brush ends or ended, and what came under it or no longer lies there."""
    spans = before.snapshot.filter.span, after.snapshot.filter.span
    edges = [brush_px(after.scale, span) for span in spans if span is not None]
    if len(edges) < 2 or edges[0] == edges[1]:
        return np.zeros_like(marked(np.zeros((0, 2)), after.scale))
    sides = [(x - AIR_PX, x + AIR_PX) for pair in edges for x in pair]
    sides += [(min(pair), max(pair)) for pair in zip(*edges, strict=True)]
    return marked(np.array(sides, np.float64), after.scale)


def _counts(frame: Frame) -> tuple[int, ...]:
    return tuple(lane.passing for lane in frame.content.lanes)


def _bands(frame: Frame) -> Iterator[tuple[int, int]]:
    """Top and bottom of each track: every frame composes them anew, and what they draw is not
    compared."""
    for track in frame.tracks:
        top = int(track.band.top) + frame.ruler_px - 1
        yield top, top + int(track.band.height) + 3


def _ticks_touching(frame: Frame, columns: Columns) -> Iterator[Tick]:
    upto = np.concatenate(([0], np.cumsum(columns)))
    for tick in frame.drawn.ticks:
        wide = measure(tick.text, tick.size, tick.bold) if tick.text else 0.0
        low, high = min(tick.x, tick.text_x if wide else tick.x), max(tick.x, tick.text_x + wide)
        begin = min(max(int(low) - AIR_PX, 0), len(columns))
        end = min(max(int(high) + AIR_PX + 1, 0), len(columns))
        if upto[end] > upto[begin]:
            yield tick
