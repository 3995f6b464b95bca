"""What lies under the pointer: its ring, its tip, the whole name of a lane's head."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from timeline_app.canvas.event_words import event_words, several_words
from timeline_app.canvas.frames import Frame
from timeline_app.canvas.tip import Tip
from timeline_app.scene.hit_test import Place, place_at, places_of
from timeline_app.session.session import Session
from timeline_app.words.tr import tr


class Hovering:
    """The place under the pointer, if any, and the tip that says what it is."""

    def __init__(self, session: Session, over: QWidget) -> None:
        self._session, self._over = session, over
        self.place: Place | None = None
        self.tip = Tip(over)

    @property
    def row(self) -> int | None:
        """The one event under the pointer; None over nothing and over several."""
        one = self.place is not None and len(self.place.rows) == 1
        return self.place.rows[0] if one and self.place is not None else None

    def over_lanes(self, frame: Frame, at: QPoint) -> None:
        """The pointer is among the lanes, or above them in the ruler."""
        y = at.y() - frame.ruler_px
        place = place_at(frame.drawn, at.x(), y) if y >= 0 else None
        if _same(place, self.place):
            return
        self.place = place
        self._over.update()
        if place is None:
            self.tip.withdraw()
        else:
            self._announce(frame, place, at)

    def over_heads(self, frame: Frame, at: QPoint) -> None:
        """Says the whole names of the lanes whose head is under the pointer."""
        box = frame.box_at(at.y() - frame.ruler_px)
        if self.place is not None:
            self.place = None
            self._over.update()
        if box is None:
            self.tip.withdraw()
            return
        lanes = [frame.content.lanes[lane] for lane in box.lanes]
        words = [several_words(lane.lane.label, lane.passing) for lane in lanes]
        self.tip.announce(words[0], "\n".join(words[1:]), at)

    def let_go(self) -> None:
        """Nothing is under the pointer any more."""
        self.place = None
        self.tip.withdraw()

    def _announce(self, frame: Frame, place: Place, at: QPoint) -> None:
        if len(place.rows) == 1:
            lanes = len(places_of(frame.drawn, place.rows[0]))
            disputed = bool(frame.content.shapes.disputed[place.rows[0]])
            title, rest = event_words(self._session.rows(place.rows)[0], lanes, disputed)
        else:
            label = frame.content.lanes[place.lane].lane.label
            title, rest = several_words(label, len(place.rows)), tr("Click to come closer.")
        self.tip.announce(title, rest, at)


def _same(one: Place | None, other: Place | None) -> bool:
    return one is other or (
        one is not None and other is not None and (one.rows, one.lane) == (other.rows, other.lane)
    )
