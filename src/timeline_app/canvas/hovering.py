"""What lies under the pointer: its ring, its tip, the whole name of a lane's head."""

import numpy as np
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from timeline_app.canvas.event_words import event_words, several_words
from timeline_app.canvas.frames import Frame
from timeline_app.canvas.tip import Tip
from timeline_app.canvas.track_kind import ShownTrack
from timeline_app.dataclass import dataclass
from timeline_app.scene.hit_test import Place, place_at, places_of
from timeline_app.scene.track import TrackPlace
from timeline_app.session.session import Session
from timeline_app.words.tr import tr


@dataclass(frozen=True, slots=True)
class HoveredTrack:
    """What is under the pointer in the track with this id."""

    id: str
    place: TrackPlace


class Hovering:
    """The place under the pointer, if any, in the lanes or in a track, and the tip that says what
    it is."""

    def __init__(self, session: Session, over: QWidget) -> None:
        self._session, self._over = session, over
        self.place: Place | None = None
        self.track: HoveredTrack | None = None
        self.tip = Tip(over)

    @property
    def row(self) -> int | None:
        """The one event under the pointer; None over nothing and over several."""
        one = self.place is not None and self.place.count == 1
        return self.place.rows[0] if one and self.place is not None else None

    def over_lanes(self, frame: Frame, at: QPoint) -> None:
        """The pointer is among the lanes, above them in the ruler, or under them in a track."""
        y = at.y() - frame.ruler_px
        shown = frame.track_at(y)
        if shown is not None:
            self._over_track(shown, at, y)
            return
        place = place_at(frame.drawn, at.x(), y) if 0 <= y < frame.lanes_px else None
        if _same(place, self.place) and self.track is None:
            return
        self.place, self.track = place, None
        self._over.update()
        if place is None:
            self.tip.withdraw()
        else:
            self._announce(frame, place, at)

    def _over_track(self, shown: ShownTrack, at: QPoint, y: float) -> None:
        place = shown.drawn.place_at(at.x(), y)
        over = HoveredTrack(shown.kind.id, place) if place is not None else None
        if self.place is None and over == self.track:
            return
        self.place, self.track = None, over
        self._over.update()
        if place is None:
            self.tip.withdraw()
        else:
            self.tip.announce(*shown.kind.tip(place), at)

    def over_heads(self, frame: Frame, at: QPoint) -> None:
        """Says the whole names of the lanes, or of the track, whose head is under the pointer."""
        y = at.y() - frame.ruler_px
        box, track = frame.box_at(y), frame.track_at(y)
        if self.place is not None or self.track is not None:
            self.place = self.track = None
            self._over.update()
        if track is not None:
            head = track.kind.head(frame.snapshot, track.drawn)
            acts = tr("Click to open.") if track.band.folded else tr("Click to fold.")
            self.tip.announce(head.name, "\n".join((*head.captions, acts)), at)
            return
        if box is None:
            self.tip.withdraw()
            return
        lanes = [frame.content.lanes[lane] for lane in box.lanes]
        words = [several_words(lane.lane.label, lane.passing, lane.second) for lane in lanes]
        self.tip.announce(words[0], "\n".join(words[1:]), at)

    def let_go(self) -> None:
        """Nothing is under the pointer any more."""
        self.place = self.track = None
        self.tip.withdraw()

    def _announce(self, frame: Frame, place: Place, at: QPoint) -> None:
        if place.count == 1:
            lanes = len(places_of(frame.drawn, place.rows[0]))
            disputed = bool(frame.content.shapes.disputed[np.array(place.rows)][0])
            title, rest = event_words(self._session.rows(place.rows)[0], lanes, disputed)
        else:
            label = frame.content.lanes[place.lane].lane.label
            title, rest = several_words(label, place.count), tr("Click to come closer.")
        self.tip.announce(title, rest, at)


def _same(one: Place | None, other: Place | None) -> bool:
    return one is other or (
        one is not None and other is not None and (one.rows, one.lane) == (other.rows, other.lane)
    )
