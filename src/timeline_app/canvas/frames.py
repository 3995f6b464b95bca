"""From snapshots to frames of ruler and lanes; the window and a printed picture share this."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace

import numpy as np

from timeline_app.canvas.content_making import ContentMaking
from timeline_app.canvas.lettering import measure, text_size
from timeline_app.canvas.measures import Measures, ruler_px
from timeline_app.canvas.nothing_seen import nothing_words
from timeline_app.canvas.track_frames import TrackFrames
from timeline_app.canvas.track_kind import ShownTrack, Tracks
from timeline_app.dataclass import dataclass
from timeline_app.model.view import View
from timeline_app.scene.composer import Composer
from timeline_app.scene.content import Content
from timeline_app.scene.display_list import DisplayList
from timeline_app.scene.foretold import Foretold
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
        self._foretold: Foretold | None = None
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
        asked = content, scale, lanes_px, stretch, scroll_px
        key = (*asked, text_size(), self.composer.opened)
        told, self._foretold = self._foretold, None
        if resting and self._rested is not None and self._rested[0] == key:
            drawn = self._rested[1]  # only what lies around the lanes is another
        elif told is not None and not resting and told.asked == key:
            self._rested, self.composer, drawn = None, told.composer, told.whole()
        else:
            self._rested = None
            drawn = yield from self.composer.composing(*asked, resting, glides)
            self._rested = (key, drawn) if resting else None
        frame = self._around(drawn, snapshot, content, (top_px, *size), tracks, resting)
        if resting:
            self._names_at = {name.key: name.y for name in frame.ground_names}
        return frame

    def _around(
        self,
        drawn: DisplayList,
        snapshot: Snapshot,
        content: Content,
        size: tuple[int, int, int],
        tracks: tuple[ShownTrack, ...],
        resting: bool,
    ) -> Frame:
        """The frame of lanes that are drawn; `size` is the height of its ruler, its width and its
        height."""
        ruler, _, height = size
        lanes_px = tracks[0].band.top if tracks else float(height - ruler)
        grounds = grounds_of(snapshot.memberships, snapshot.membership_bands, drawn.scale)
        names = ground_names(grounds, drawn, lanes_px, measure, self._names_at, resting)
        nothing = nothing_words(snapshot)
        if grounds or nothing or snapshot.second:  # these do not go along with the days
            drawn = drawn if drawn.layers is None else laid(drawn.layers)
        return Frame(snapshot, content, drawn, *size, tracks, grounds, names, nothing)

    def foretold(
        self,
        of: Frame,
        view: View,
        measures: Measures,
        stretch: float = 1.0,
        scroll_px: float = 0.0,
    ) -> Steps[Frame | None]:
        """The frame that will follow where nothing but the view becomes another, step by step: if
        it does, what was composed of it is taken up, done or not. Its tracks are those of before.
        None where their place cannot be told, since the ruler becomes higher or lower."""
        scale, snapshot = measures.scale(view, of.width), replace(of.snapshot, view=view)
        size = ruler_height(scale, snapshot), of.width, of.height
        another = size[0] != of.ruler_px
        if (another and of.tracks) or of.content is not self._content:
            return None
        lanes_px = float(of.height - size[0]) if another else of.lanes_px
        asked = of.content, scale, lanes_px, stretch, scroll_px
        told = self._foretold = Foretold(self.composer, *asked, text_size())
        drawn = yield from told.steps()
        return self._around(drawn, snapshot, of.content, size, of.tracks, resting=False)

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
