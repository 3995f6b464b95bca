"""From snapshots to frames of ruler and lanes; the window and a printed picture share this."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from timeline_app.canvas.content_making import ContentMaking
from timeline_app.canvas.head_painter import paint_head_lines, paint_heads
from timeline_app.canvas.lane_painter import paint_grid, paint_lanes
from timeline_app.canvas.lettering import measure, text_size, write
from timeline_app.canvas.measures import Measures, ruler_px
from timeline_app.canvas.membership_ground_painter import (
    paint_ground_edges,
    paint_ground_names,
    paint_grounds,
)
from timeline_app.canvas.nothing_seen import nothing_words
from timeline_app.canvas.period_painter import cover, paint_second, paint_veil
from timeline_app.canvas.ruler_painter import paint_ruler, paint_ruler_head
from timeline_app.canvas.track_frames import TrackFrames, paint_track, paint_under_track
from timeline_app.canvas.track_kind import ShownTrack, Tracks
from timeline_app.dataclass import dataclass
from timeline_app.lanes.catalogue import GROUPINGS
from timeline_app.look import fonts
from timeline_app.look.tokens import Tokens
from timeline_app.scene.composer import Composer
from timeline_app.scene.content import Content
from timeline_app.scene.display_list import DisplayList
from timeline_app.scene.labels import Words
from timeline_app.scene.laid import laid, moved
from timeline_app.scene.lane_layout import LaneBox
from timeline_app.scene.layers import Layers
from timeline_app.scene.membership_ground import Ground, GroundName, ground_names, grounds_of
from timeline_app.scene.shapes import Shapes, shapes_of
from timeline_app.scene.steps import Steps, whole
from timeline_app.scene.ticks import two_rows
from timeline_app.scene.time_scale import TimeScale
from timeline_app.session.running import Run, at_once
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import tr

Labels = Callable[[Iterable[int]], Sequence[str]]
"""Rows of the snapshot's table -> what each is called: its short label, or its title."""


@dataclass(frozen=True, eq=False, slots=True)
class Frame:
    """A picture of ruler, lanes and tracks ready to be painted: `drawn` and the tracks have their
    origin under the ruler; the tracks stand at the foot, memberships that were chosen behind the
    lanes."""

    snapshot: Snapshot
    content: Content
    drawn: DisplayList
    ruler_px: int
    width: int
    height: int
    tracks: tuple[ShownTrack, ...] = ()
    grounds: tuple[Ground, ...] = ()
    ground_names: tuple[GroundName, ...] = ()
    nothing: str = ""
    """What is said where nothing is in sight."""

    @property
    def lanes_px(self) -> float:
        """The height that the lanes have, from the ruler to the first track."""
        return self.tracks[0].band.top if self.tracks else float(self.height - self.ruler_px)

    @property
    def hidden_px(self) -> float:
        """How far the lanes can be scrolled."""
        boxes = self.drawn.boxes
        total = sum(box.height for box in boxes)
        return max(0.0, total - self.lanes_px) if boxes else 0.0

    def box_at(self, y: float) -> LaneBox | None:
        """The lane, or the folded lanes, at this height under the ruler."""
        if y >= self.lanes_px:
            return None
        return next((box for box in self.drawn.boxes if box.top <= y < box.bottom), None)

    def track_at(self, y: float) -> ShownTrack | None:
        """The track at this height under the ruler."""
        return next((track for track in self.tracks if y in track.band), None)

    @property
    def scale(self) -> TimeScale:
        """Its days and pixels."""
        return self.drawn.scale

    @property
    def layers(self) -> tuple[DisplayList, ...]:
        """What lies upon one another in the lanes, from below."""
        of = self.drawn.layers
        if of is None:
            return (self.drawn,)
        return replace(moved(of.far, of.by_px), scale=self.scale), of.near


class Frames:
    """Makes frames; keeps titles read so far and what follows from the last snapshot.

    What takes long for a large table is made by `run`; `ready` says that it is there, so that
    another frame follows.
    """

    def __init__(
        self,
        labels: Labels,
        tracks: Tracks = (),
        run: Run = at_once,
        ready: Callable[[], None] = lambda: None,
    ) -> None:
        self._labels = labels
        self._making, self._ready = ContentMaking(run, self._indexed), ready
        self.tracks = TrackFrames(tracks)
        self._titles: dict[int, str] = {}
        self._snapshot: Snapshot | None = None
        self._shapes: Shapes | None = None
        self._names_at: dict[int, float] = {}
        self._content: Content | None = None
        self._rested: tuple[Hashable, DisplayList] | None = None
        self.composer = Composer(Words(self.titles, measure, text_size))

    def show(self, snapshot: Snapshot) -> None:
        """From now on frames are of this snapshot; what did not change is kept."""
        before, self._snapshot = self._snapshot, snapshot
        if before is None or before.table is not snapshot.table or self._shapes is None:
            self._titles.clear()
            self._shapes = shapes_of(snapshot.table, _machine_layers(snapshot))
            self._content = None
            self.composer.forget()
        same = before is not None and (
            before.lanes is snapshot.lanes
            and before.passing is snapshot.passing
            and before.second == snapshot.second
            and before.noted == snapshot.noted
        )
        if not same or self._content is None:
            self._content = self._making.content(self._shapes, snapshot)

    @property
    def waits(self) -> bool:
        """Whether a frame of all that is shown will follow, since it is being indexed."""
        return self._making.waits

    def _indexed(self) -> None:
        """An index that took long has come."""
        if self._snapshot is not None and self._shapes is not None:
            self._content = self._making.content(self._shapes, self._snapshot)
            self._ready()

    def frame(
        self,
        measures: Measures,
        size: tuple[int, int],
        stretch: float = 1.0,
        scroll_px: float = 0.0,
        resting: bool = True,
    ) -> Frame:
        """The frame of the last snapshot for a widget of this size; `show` comes first.

        Lanes fill the height `stretch` times and are scrolled up by `scroll_px`."""
        return whole(self.framing(measures, size, stretch, scroll_px, resting))

    def framing(
        self,
        measures: Measures,
        size: tuple[int, int],
        stretch: float = 1.0,
        scroll_px: float = 0.0,
        resting: bool = True,
        glides: bool = True,
    ) -> Steps[Frame]:
        """The same step by step; see `Composer.composing`."""
        if self._snapshot is None or self._content is None:
            raise ValueError("nothing is shown yet")
        scale = measures.scale(self._snapshot.view, size[0])
        top_px = ruler_height(scale, self._snapshot)
        snapshot, content, height = self._snapshot, self._content, float(size[1] - top_px)
        tracks = self.tracks.frame(
            snapshot, scale, height, lambda: self.composer.wish(content, scale), resting
        )
        lanes_px = tracks[0].band.top if tracks else height
        at_rest = (content, scale, lanes_px, stretch, scroll_px, text_size(), self.composer.opened)
        if resting and self._rested is not None and self._rested[0] == at_rest:
            drawn = self._rested[1]  # only what lies around the lanes is another
        else:
            self._rested = None
            composing = self.composer.composing
            asked = content, scale, lanes_px, stretch, scroll_px, resting, glides
            drawn = yield from composing(*asked)
            self._rested = (at_rest, drawn) if resting else None
        grounds = grounds_of(snapshot.memberships, snapshot.membership_bands, scale)
        names = ground_names(grounds, drawn, lanes_px, measure, self._names_at, resting)
        if resting:
            self._names_at = {name.key: name.y for name in names}
        nothing = nothing_words(snapshot, content.index.order.crossing)
        if grounds or nothing or snapshot.second:  # these do not go along with the days
            drawn = drawn if drawn.layers is None else laid(drawn.layers)
        return Frame(snapshot, content, drawn, top_px, *size, tracks, grounds, names, nothing)

    def ahead(
        self, of: Frame, by_px: int, stretch: float = 1.0, scroll_px: float = 0.0
    ) -> Steps[Layers | None]:
        """What is seen after the days of a frame were dragged so far, step by step; see
        `Composer.ahead`."""
        scale = of.scale.dragged(by_px)
        composing = self.composer.ahead(of.content, scale, of.lanes_px, stretch, scroll_px)
        drawn = yield from composing
        return None if drawn is None else drawn.layers

    def titles(self, rows: Sequence[int]) -> list[str]:
        """The short label of each row, or its title."""
        missing = [row for row in rows if row not in self._titles]
        if missing:
            self._titles |= zip(missing, self._labels(missing), strict=True)
        return [self._titles[row] for row in rows]


def differs(before: Snapshot, after: Snapshot, frame: Frame | None = None) -> bool:
    """Whether another picture follows, where `frame` is what is shown; the selection lies over
    it."""
    return (
        before.table is not after.table
        or before.lanes is not after.lanes
        or not before.passing.same_rows(after.passing)
        or before.filter.span != after.filter.span
        or before.second != after.second
        or _another_is_noted(before, after, frame)
        or before.home != after.home
        or before.membership_bands != after.membership_bands
    )


def _another_is_noted(before: Snapshot, after: Snapshot, frame: Frame | None) -> bool:
    """Whether what tells of a note, which marks do and stacks do not, is drawn or was."""
    others = before.noted ^ after.noted
    if not others or frame is None:
        return bool(others)
    return bool(np.isin(after.table.rows_of(others), frame.drawn.marked()).any())


def ruler_height(scale: TimeScale, snapshot: Snapshot) -> int:
    """Higher where it has two rows of words."""
    brushed = snapshot.filter.span is not None or snapshot.second is not None
    return ruler_px(two_rows(scale) or brushed)


def _machine_layers(snapshot: Snapshot) -> frozenset[str]:
    layers = snapshot.archive.edition.layers if snapshot.archive else ()
    return frozenset(layer.id for layer in layers if layer.machine_coded)


def paint_frame(painter: QPainter, frame: Frame, tokens: Tokens, heads: bool = True) -> None:
    """Paints ruler, heads and lanes on `canvas`, as far as the painter's clip reaches; not the
    `heads` of lanes where it is known that it does not reach them."""
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
    paint_tracks(painter, frame, tokens)
    painter.restore()
    painter.setClipRect(QRectF(0, 0, frame.width, frame.lanes_px), Qt.ClipOperation.IntersectClip)
    paint_ground_names(painter, frame.ground_names, tokens)
    lowest, *upper = frame.layers
    paint_lanes(painter, lowest, tokens)
    boxes = frame.drawn.boxes
    if heads:
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
