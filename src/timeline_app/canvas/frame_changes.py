"""Which parts of a kept picture of a frame are out of date, and how they are painted anew."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from PySide6.QtGui import QPainter, QRegion

from timeline_app.canvas.frame_painter import paint_frame
from timeline_app.canvas.frames import Frame
from timeline_app.canvas.lettering import measure
from timeline_app.canvas.ruler_painter import BOUND_PX, brush_px, letter_px
from timeline_app.dataclass import dataclass
from timeline_app.look.tokens import Tokens
from timeline_app.scene.changes import (
    AIR_PX,
    Changes,
    Columns,
    Trace,
    changes_between,
    marked,
    stretches,
    within,
)
from timeline_app.scene.ticks import Tick

MOST_PLACES = 240
"""In more places a frame is painted whole: that is no slower then."""


@dataclass(frozen=True, eq=False, slots=True)
class FrameChanges:
    """Cells of the lanes, and pixel columns of ruler, lanes and tracks, that show something else,
    and whether a head does; top and bottom of the bands of tracks, in pixels of the canvas."""

    lanes: Changes
    columns: Columns
    heads: bool
    bands: tuple[tuple[int, int], ...]

    @property
    def many(self) -> bool:
        """Whether it is no less work to paint all."""
        covered = float(self.lanes.and_columns(self.columns).cells.mean())
        return covered > 0.5 or len(self.lanes.places) > MOST_PLACES


def comparable(before: Frame, after: Frame) -> bool:
    """Whether two frames differ in no more than what stands in their lanes and tracks."""
    return _framework(before) == _framework(after)


def frame_changes(before: Frame, after: Frame, then: Trace, now: Trace) -> FrameChanges:
    """What differs between two comparable frames of these traces."""
    heads, bands = _counts(before) != _counts(after), tuple(_bands(after))
    height = after.height - after.ruler_px
    found = changes_between(then, now, after.scale, height)
    return FrameChanges(found, _brush_columns(before, after), heads, bands)


def paint_changes(
    painter: QPainter, frame: Frame, trace: Trace, changes: FrameChanges, tokens: Tokens
) -> None:
    """Paints these parts of the frame on the picture of the one before it."""
    region, every = QRegion(), changes.lanes.and_columns(changes.columns)
    head_px = int(frame.scale.left_px)
    for left, top, right, bottom in changes.lanes.places:
        region |= QRegion(left, top + frame.ruler_px, right - left, bottom - top)
    for begin, end in stretches(changes.columns):
        region |= QRegion(begin, 0, end - begin, frame.height)
    if changes.heads:
        region |= QRegion(0, 0, head_px, frame.height)
    for top, bottom in changes.bands:
        region |= QRegion(head_px, top, frame.width - head_px, bottom - top)
        region |= QRegion(0, top + 1, head_px, bottom - top - 1)  # over it a head of a lane may end
        every = every.and_rows(top - frame.ruler_px, bottom - frame.ruler_px)
    drawn = within(frame.drawn, trace, every)
    if frame.grounds:  # their edges shun labels, also those of which no letter is touched
        drawn = replace(drawn, labels=frame.drawn.labels)
    if not changes.bands:
        drawn = replace(drawn, ticks=tuple(_ticks_touching(frame, every.columns)))
    painter.save()
    painter.setClipRegion(region)
    paint_frame(painter, replace(frame, drawn=drawn), tokens, heads=changes.heads)
    painter.restore()


def _framework(frame: Frame) -> tuple[object, ...]:
    """All that a picture follows from but for what stands in its lanes and tracks."""
    drawn = frame.drawn
    beyond = _beyond(frame) and frame.snapshot.filter.span
    # what lies behind the lanes shuns their labels, so it is compared where there is any at all
    behind = (frame.grounds, frame.ground_names, drawn.labels) if frame.grounds else ()
    tracks = tuple((track.kind.id, track.band) for track in frame.tracks)
    lanes = tuple(lane.lane for lane in frame.content.lanes)
    where = (drawn.boxes, frame.ruler_px, frame.width, frame.height, tracks)
    snapshot = frame.snapshot
    brushed = snapshot.filter.span is None, snapshot.second
    said = snapshot.grouping, *brushed, frame.nothing, lanes
    return (drawn.scale, drawn.ticks, beyond, *behind, *where, *said)


def _beyond(frame: Frame) -> bool:
    """An edge of the brush is out of sight: the ruler names its day at its own end."""
    span, scale = frame.snapshot.filter.span, frame.scale
    if span is None:
        return False
    left, right = brush_px(scale, span)
    return left < scale.left_px or right > scale.right_px


def _brush_columns(before: Frame, after: Frame) -> Columns:
    """Where the brush ends or ended, and what came under it or no longer lies there."""
    frames = before, after
    spans = [frame.snapshot.filter.span for frame in frames]
    edges = [brush_px(after.scale, span) for span in spans if span is not None]
    if len(edges) < 2 or edges[0] == edges[1]:
        return np.zeros_like(marked(np.zeros((0, 2)), after.scale))
    sides = [(x - AIR_PX, x + AIR_PX) for pair in edges for x in pair]
    if after.snapshot.second is not None:
        sides += map(_letter_sides, frames)
    sides += [(min(pair), max(pair)) for pair in zip(*edges, strict=True)]
    return marked(np.array(sides, np.float64), after.scale)


def _letter_sides(frame: Frame) -> tuple[float, float]:
    """Where the letter of the brush stands, if it has one."""
    span = frame.snapshot.filter.span
    if span is None:
        return 0.0, 0.0
    middle, half = letter_px(frame.scale, span), measure("A", BOUND_PX, True)
    return middle - half, middle + half


def _counts(frame: Frame) -> tuple[tuple[int, int | None], ...]:
    return tuple((lane.passing, lane.second) for lane in frame.content.lanes)


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
