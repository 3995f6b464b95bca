"""Frames painted: all of one, and the parts that stay or go along while days are dragged."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from timeline_app.canvas.frames import Frame
from timeline_app.canvas.head_painter import paint_head_lines, paint_heads
from timeline_app.canvas.lane_painter import paint_grid, paint_lanes
from timeline_app.canvas.lettering import write
from timeline_app.canvas.membership_ground_painter import (
    paint_ground_edges,
    paint_ground_names,
    paint_grounds,
)
from timeline_app.canvas.period_painter import cover, paint_second, paint_veil
from timeline_app.canvas.ruler_painter import paint_ruler, paint_ruler_head
from timeline_app.canvas.track_frames import paint_track, paint_under_track
from timeline_app.lanes.catalogue import GROUPINGS
from timeline_app.look import fonts
from timeline_app.look.tokens import Tokens
from timeline_app.scene.display_list import DisplayList
from timeline_app.words.tr import tr


def paint_frame(painter: QPainter, frame: Frame, tokens: Tokens, tracks: bool = True) -> None:
    """Paints ruler, heads and lanes on `canvas`, as far as the painter's clip reaches; not the
    `tracks` where they are painted after it."""
    scale, snapshot = frame.scale, frame.snapshot
    ground = QRectF(0, 0, frame.width, frame.height)
    painter.fillRect(ground, QColor(tokens.canvas))
    painter.save()
    painter.translate(QPointF(0, frame.ruler_px))
    whole = QRectF(0, 0, frame.width, frame.height - frame.ruler_px)
    painter.save()
    painter.setClipRect(whole, Qt.ClipOperation.IntersectClip)
    _veil(painter, frame, tokens)
    behind = _behind(frame)
    paint_grounds(painter, frame.grounds, behind, tokens)
    paint_grid(painter, frame.drawn, foot_px(frame), tokens)
    paint_ground_edges(painter, frame.grounds, behind, frame.drawn.labels, tokens)
    if tracks:
        paint_tracks(painter, frame, tokens)
    painter.restore()
    painter.setClipRect(QRectF(0, 0, frame.width, frame.lanes_px), Qt.ClipOperation.IntersectClip)
    paint_ground_names(painter, frame.ground_names, tokens)
    lowest, *upper = frame.layers
    paint_lanes(painter, lowest, tokens)
    boxes = frame.drawn.boxes
    paint_heads(painter, boxes, frame.content, scale.left_px, tokens)
    paint_head_lines(painter, boxes, float(frame.width), tokens)
    for drawn in upper:
        paint_lanes(painter, drawn, tokens)
    middle = (boxes[0].top + boxes[0].bottom) / 2 + 5 if boxes else 28
    write(painter, frame.nothing, scale.left_px + 8, middle, tokens.ink3, fonts.BODY)
    painter.restore()
    span = snapshot.filter.span
    ticks = frame.drawn.ticks
    paint_ruler(painter, scale, ticks, frame.ruler_px, span, tokens, snapshot.second)
    _paint_ruler_head(painter, frame, tokens)


def paint_tracks(painter: QPainter, frame: Frame, tokens: Tokens) -> None:
    """Paints the tracks at the foot, with their heads, under the ruler."""
    edges = frame.scale.left_px, frame.scale.right_px
    for track in frame.tracks:
        paint_track(painter, track, frame.snapshot, edges, float(frame.width), tokens)


def paint_far(painter: QPainter, frame: Frame, far: DisplayList, tokens: Tokens) -> None:
    """Paints what goes along with the days: ground, grid and lanes of a frame for all the days of
    `far`, under the ruler."""
    wide = replace(frame, drawn=far)
    foot = QRectF(far.scale.left_px, 0, far.scale.width_px, frame.height - frame.ruler_px)
    painter.fillRect(foot, QColor(tokens.canvas))
    _veil(painter, wide, tokens)
    paint_grid(painter, far, foot_px(wide), tokens)
    painter.save()
    lanes = QRectF(foot.left(), 0, foot.width(), frame.lanes_px)
    painter.setClipRect(lanes, Qt.ClipOperation.IntersectClip)
    paint_lanes(painter, far, tokens)
    painter.translate(QPointF(far.scale.left_px, 0))
    paint_head_lines(painter, far.boxes, far.scale.width_px, tokens)
    painter.restore()


def paint_around(painter: QPainter, frame: Frame, tokens: Tokens) -> None:
    """Paints what stays where it is while days are dragged: heads, and the ground of the ruler."""
    boxes, scale = frame.drawn.boxes, frame.scale
    painter.fillRect(QRectF(0, 0, frame.width, frame.height), QColor(tokens.canvas))
    painter.save()
    painter.translate(QPointF(0, frame.ruler_px))
    painter.setClipRect(QRectF(0, 0, frame.width, frame.lanes_px))
    paint_heads(painter, boxes, frame.content, scale.left_px, tokens)
    paint_head_lines(painter, boxes, float(frame.width), tokens)
    painter.restore()
    paint_ruler(painter, scale, (), frame.ruler_px, None, tokens)
    _paint_ruler_head(painter, frame, tokens)


def _paint_ruler_head(painter: QPainter, frame: Frame, tokens: Tokens) -> None:
    now = frame.snapshot
    label = next((tr(g.label) for g in GROUPINGS if g.id == now.grouping), "")
    counted = tr("events in A") if now.filter.span else tr("events")
    paint_ruler_head(painter, frame.scale.left_px, frame.ruler_px, label, counted, tokens)


def paint_margins(painter: QPainter, frame: Frame, tokens: Tokens) -> None:
    """Left and right of the days once more, with the heads: for what is painted on may know no
    clipping, and shows there what lies before or after the days in sight."""
    scale, foot = frame.scale, frame.height - frame.ruler_px
    painter.save()
    painter.translate(QPointF(0, frame.ruler_px))
    cover(painter, scale, 0.0, foot, frame.width, tokens)
    boxes = frame.drawn.boxes
    shown = tuple(box for box in boxes if box.top < frame.lanes_px and box.bottom > 0)
    paint_heads(painter, shown, frame.content, scale.left_px, tokens)
    paint_head_lines(painter, shown, float(frame.width), tokens)
    for track in frame.tracks:
        head = track.kind.head(frame.snapshot, track.drawn)
        paint_under_track(painter, track.band, head, scale.left_px, float(frame.width), tokens)
    painter.restore()


def _veil(painter: QPainter, frame: Frame, tokens: Tokens) -> None:
    """What lies outside the brushed periods; within the second one the ground is hatched."""
    now, scale, height = frame.snapshot, frame.scale, foot_px(frame)
    paint_veil(painter, scale, (now.filter.span, now.second), 0, height, tokens, whole=True)
    paint_second(painter, scale, now.second, 0, height, tokens)


def _behind(frame: Frame) -> QRectF:
    """Where memberships lie behind the lanes: as far down as there are lanes."""
    scale, boxes = frame.scale, frame.drawn.boxes
    height = min(frame.lanes_px, boxes[-1].bottom) if boxes else 0.0
    return QRectF(scale.left_px, 0, scale.width_px, height)


def foot_px(frame: Frame) -> float:
    """How far down under the ruler something stands: the last track, or the last lane."""
    if frame.tracks:
        return frame.tracks[-1].band.bottom
    return float(max((box.bottom for box in frame.drawn.boxes), default=0.0))
