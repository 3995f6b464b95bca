"""What lies over a frame: selection, hover, the pointer's line, the brush's edges while dragged."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from timeline_app.canvas.frames import Frame
from timeline_app.canvas.hovering import HoveredTrack
from timeline_app.canvas.lane_painter import colour_of
from timeline_app.canvas.lettering import measure, write, write_passing
from timeline_app.canvas.rings import (
    FOCUS_RADIUS,
    HOVER_RADIUS,
    PLATE_HEIGHT,
    PLATE_SIZE,
    SELECTED_RADIUS,
    paint_ring,
)
from timeline_app.canvas.track_kind import ShownTrack, TrackOverlay
from timeline_app.canvas.whisker_painter import paint_whiskers
from timeline_app.dataclass import dataclass
from timeline_app.look import fonts
from timeline_app.look.glyphs import NO_VECTOR, draw_glyph
from timeline_app.look.tokens import Tokens
from timeline_app.scene.asserted_dates import AssertedDate
from timeline_app.scene.display_list import Ink, SpotKind
from timeline_app.scene.hit_test import Place, places_of
from timeline_app.scene.lane_drawing import TALL_PX
from timeline_app.scene.lane_layout import MARK_ROW_PX, TALL_MARK_ROW_PX, TIGHT_MARK_ROW_PX
from timeline_app.scene.text_measure import shortened
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.whiskers import Room, whiskers

_PLATE_PX, _LEAST_PLATE_PX = 320.0, 150.0
_PLATE_PAD = 7.0
_WHISKER_REACH = 160.0


@dataclass(frozen=True, slots=True)
class Overlay:
    """Rows of the table that are hovered and selected (the last in focus; `title` is its name);
    `focus_ring` says that keys act here. `dates` are what else is asserted of the one selected;
    `track` is what is hovered in a track."""

    hovered: int | None
    selected: Sequence[int]
    title: str
    focus_ring: bool
    dates: tuple[AssertedDate, ...] = ()
    track: HoveredTrack | None = None


def paint_overlay(painter: QPainter, frame: Frame, overlay: Overlay, tokens: Tokens) -> None:
    """Paints over the lanes; the origin is the frame's."""
    scale = frame.scale
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(QPointF(0, frame.ruler_px))
    painter.setClipRect(QRectF(scale.left_px - 14, 0, scale.width_px + 28, frame.lanes_px))
    focus = overlay.selected[-1] if overlay.selected else None
    places: list[Place] = []
    for row in overlay.selected:
        places = _in_sight(frame, row)
        _joined(painter, places, tokens)
        for place in places:
            _selected(painter, frame, place, tokens)
            if overlay.focus_ring and row == focus:
                paint_ring(painter, place, FOCUS_RADIUS, tokens, 1.5, broken=True)
    if overlay.hovered is not None and overlay.hovered not in overlay.selected:
        hovered = _in_sight(frame, overlay.hovered)
        _joined(painter, hovered, tokens)
        for place in hovered:
            paint_ring(painter, place, HOVER_RADIUS, tokens, 1.25)
    if len(overlay.selected) == 1 and places:
        plate = _plate_of(frame, overlay, places[0])
        _whiskers(painter, frame, places[0], overlay, plate, tokens)
        if plate is not None:
            _plate(painter, plate, tokens)
    for track in frame.tracks:
        _over_track(painter, frame, track, overlay, tokens)
    painter.restore()


def _over_track(
    painter: QPainter, frame: Frame, track: ShownTrack, overlay: Overlay, tokens: Tokens
) -> None:
    band, scale = track.band, frame.scale
    painter.setClipRect(QRectF(scale.left_px - 14, band.top, scale.width_px + 28, band.height))
    hovered = (
        overlay.track.place.keys if overlay.track and overlay.track.id == track.kind.id else ()
    )
    chosen = track.kind.selected(frame.snapshot)
    over = TrackOverlay(hovered, chosen, overlay.focus_ring, scale.left_px, scale.right_px)
    track.kind.paint_over(painter, track.drawn, over, tokens)


def paint_pointer(
    painter: QPainter, x: float, left: float, right: float, height: float, tokens: Tokens
) -> None:
    """The line at the pointer's day, through every part."""
    if left <= x <= right:
        painter.setPen(QPen(QColor(tokens.strong), 1))
        painter.drawLine(QLineF(round(x) + 0.5, 0, round(x) + 0.5, height))


def paint_tag(
    painter: QPainter, text: str, x: float, y: float, left: float, right: float, tokens: Tokens
) -> None:
    """A word at the pointer, on ink, kept between two edges; y is its top."""
    width = measure(text, 12.5, False) + 14
    begin = min(max(x - width / 2, left), right - width)
    painter.fillRect(QRectF(begin, y, width, fonts.scaled(20)), QColor(tokens.ink))
    write_passing(painter, text, begin + width - 7, y + fonts.scaled(14.5), tokens.onink, 12.5)


def _in_sight(frame: Frame, row: int) -> list[Place]:
    scale = frame.scale
    return [
        place
        for place in places_of(frame.drawn, row)
        if place.right >= scale.left_px and place.left <= scale.right_px
    ]


def _joined(painter: QPainter, places: Sequence[Place], tokens: Tokens) -> None:
    """The copies of one event in its lanes."""
    pen = QPen(QColor(tokens.ink), 1)
    pen.setDashPattern([2, 2])
    painter.setPen(pen)
    for one, other in pairwise(places):
        x = round(one.x) + 0.5
        painter.drawLine(QLineF(x, one.y, round(other.x) + 0.5, other.y))


def _selected(painter: QPainter, frame: Frame, place: Place, tokens: Tokens) -> None:
    if place.kind is SpotKind.GLYPH:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.canvas))
        painter.drawEllipse(QPointF(place.x, place.y), SELECTED_RADIUS, SELECTED_RADIUS)
    paint_ring(painter, place, SELECTED_RADIUS, tokens, 2.0)
    if place.kind is SpotKind.GLYPH:
        ink = int(frame.content.ink(place.lane, np.array(place.rows))[0])
        sign = NO_VECTOR if ink == Ink.NO_VECTOR else ink
        draw_glyph(painter, sign, place.x, place.y, 10, colour_of(ink, tokens))


def _free_beside(frame: Frame, place: Place) -> tuple[float, float]:
    """How far to the left and right no other mark stands at the height of this one."""
    bounds, scale = frame.drawn.spots.bounds, frame.scale
    level = (bounds[:, 1] < place.y + 8) & (bounds[:, 3] > place.y - 8)
    lefts, rights = bounds[level, 0], bounds[level, 2]
    after, before = lefts[lefts > place.right], rights[rights < place.left]
    high = float(after.min()) - 4 if len(after) else scale.right_px
    low = float(before.max()) + 4 if len(before) else scale.left_px
    return max(low, scale.left_px), min(high, scale.right_px)


@dataclass(frozen=True, slots=True)
class _Plate:
    """The name of the event in focus, reversed, and where it stands."""

    x: float
    y: float
    width: float
    height: float
    text: str


def _plate_of(frame: Frame, overlay: Overlay, place: Place) -> _Plate | None:
    """In the place of the event's label, or beside its first place on the side that has room; None
    where it has no name."""
    if not overlay.title:
        return None
    scale = frame.scale
    labels = (at for at in frame.drawn.labels if at.row in place.rows and at.lane == place.lane)
    label = next((at for at in labels if at.leader is None), None)
    after, before = _beside(place, scale)
    if label is not None and label.x < place.right and label.to_right:
        after = label.x - _PLATE_PAD / 2  # upon its bar
    elif label is not None:
        after = max(after, label.x - _PLATE_PAD)
        before = min(before, label.x + label.width + _PLATE_PAD)
    low, high = _free_beside(frame, place)
    full = measure(overlay.title, PLATE_SIZE, True) + 2 * _PLATE_PAD
    rightwards = high - after >= min(full, max(_PLATE_PX, before - low))
    if label is not None:
        rightwards = label.to_right
    elif min(full, _LEAST_PLATE_PX) > (
        scale.right_px - after if rightwards else before - scale.left_px
    ):
        rightwards = not rightwards  # at the window's edge it would lie on its own mark
    free = high - after if rightwards else before - low
    most = max(_LEAST_PLATE_PX, min(_PLATE_PX, free), label.width if label else 0.0)
    text = shortened(overlay.title, most - 2 * _PLATE_PAD, PLATE_SIZE, measure, True)
    width = measure(text, PLATE_SIZE, True) + 2 * _PLATE_PAD
    if label is not None:
        width = max(width, label.width + 2 * _PLATE_PAD)
    x = after if rightwards else before - width
    x = min(max(x, scale.left_px), scale.right_px - width)
    tall = fonts.scaled(PLATE_HEIGHT)
    return _Plate(x, _plate_top(frame, place, tall), width, tall, text)


def _plate_top(frame: Frame, place: Place, tall: float) -> float:
    """Beside the mark; within its lane where that is as high, for the next one has labels too."""
    top, box = place.y - tall / 2, frame.box_at(place.y)
    if box is not None and box.height >= tall:
        top = min(max(top, box.top), box.bottom - tall)
    return max(0.0, top)


def _beside(place: Place, scale: TimeScale) -> tuple[float, float]:
    """Where a plate begins that stands after the mark, and where one ends that stands before."""
    if place.kind is SpotKind.GLYPH:
        return place.x + 14, place.x - 14
    return min(place.right, scale.right_px) + 8, max(place.left, scale.left_px) - 8


def _plate(painter: QPainter, plate: _Plate, tokens: Tokens) -> None:
    ground = QRectF(plate.x, plate.y, plate.width, plate.height)
    painter.fillRect(ground, QColor(tokens.ink))
    baseline = plate.y + fonts.scaled(13.5)
    write(painter, plate.text, plate.x + _PLATE_PAD, baseline, tokens.onink, PLATE_SIZE, True)


def _whiskers(
    painter: QPainter,
    frame: Frame,
    place: Place,
    overlay: Overlay,
    plate: _Plate | None,
    tokens: Tokens,
) -> None:
    """From the first place of the event in focus to what else is asserted of its days."""
    dates, row, drawn = overlay.dates, overlay.selected[-1], frame.drawn
    if not dates:
        return
    taken = []
    if plate is not None:
        taken = [(plate.x, plate.y, plate.x + plate.width, plate.y + plate.height)]
    spots = [box for box in drawn.spots.bounds.tolist() if box != [*_bounds(place)]]
    labels = [(at.x, at.y - 11, at.x + at.width, at.y + 3) for at in drawn.labels if at.row != row]
    near = [tuple(box) for box in (*spots, *labels) if abs(box[1] - place.y) < _WHISKER_REACH]
    box = frame.box_at(place.y)
    height = float(frame.height - frame.ruler_px)
    lane = (box.top, box.bottom) if box else (0.0, height)
    row_px = TALL_MARK_ROW_PX if height >= TALL_PX else max(TIGHT_MARK_ROW_PX, _height(place))
    room = Room(height, lane, row_px, taken, near)
    found = whiskers(dates, place, frame.scale, room, measure)
    ink = int(frame.content.ink(place.lane, np.array(place.rows))[0])
    paint_whiskers(painter, found, ink, colour_of(ink, tokens), tokens)


def _height(place: Place) -> float:
    """How high its row is; a cell stands in none."""
    marked = place.kind in (SpotKind.GLYPH, SpotKind.BAR)
    return place.bottom - place.top if marked else MARK_ROW_PX


def _bounds(place: Place) -> tuple[float, float, float, float]:
    return place.left, place.top, place.right, place.bottom
