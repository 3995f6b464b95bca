"""What is in sight a notch of the wheel further: made ready in turns, since a wheel that turns goes
on turning."""

from collections.abc import Callable
from math import isclose

from PySide6.QtCore import QObject

from timeline_app.canvas.frames import Frame
from timeline_app.canvas.gestures import Zoom
from timeline_app.canvas.in_turns import InTurns
from timeline_app.model.view import View
from timeline_app.scene.steps import Steps
from timeline_app.session.viewing import within_reach

Make = Callable[[Frame, View], Steps[None]]


class ComingZoom(InTurns):
    """Has `make` prepare what is seen when these days take the place of those of a frame."""

    def __init__(self, make: Make, parent: QObject) -> None:
        super().__init__(parent)
        self._make = make
        self._zoom: Zoom | None = None
        self._last: Zoom | None = None

    def expect(self, zoom: Zoom) -> None:
        """The wheel was turned so, and may be again: by a notch, or as before. A touchpad turns it
        by ever other parts of a notch, and what is made ready in vain is in its way."""
        self._zoom = zoom if zoom.is_notched or zoom == self._last else None
        self._last = zoom
        if self._zoom is None:
            self.stop()

    def follow(self, frame: Frame) -> None:
        """This frame is shown now, after the last turn: what follows the next is begun."""
        zoom, self._zoom = self._zoom, None
        if zoom is None:
            return
        view = within_reach(zoom.of(frame.scale), frame.snapshot.home)
        if not isclose(view.days, frame.scale.days):  # else one can come no closer
            self.begin(self._make(frame, view))

    def give_up(self) -> None:
        """The wheel stands still."""
        self._zoom = None
        self.stop()
