"""Days that are about to be dragged into sight: made ready in turns, a step each, while the hand
moves over those that are ready."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from timeline_app.canvas.frames import Frame
from timeline_app.scene.display_list import DisplayList
from timeline_app.scene.steps import Steps
from timeline_app.scene.time_scale import MARGIN_PX

SOON_PX = MARGIN_PX // 2
"""So far days are dragged before those that follow are made ready,"""
COMING_PX = MARGIN_PX * 3 // 4
"""from this far on; even, as pictures are moved on a screen of half pixels."""

Make = Callable[[Frame, int], Steps[None]]


class ComingDays(QObject):
    """Has `make` prepare what is seen after the days of a frame were dragged so far."""

    def __init__(self, make: Make, parent: QObject) -> None:
        super().__init__(parent)
        self._make = make
        self._steps: Steps[None] | None = None
        self._of: tuple[DisplayList, bool] | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.turn)

    def expect(self, frame: Frame) -> None:
        """The days of this frame may be dragged now."""
        if frame.drawn.layers is None:
            self._begin(frame, 0)

    def follow(self, frame: Frame) -> None:
        """This frame is shown now: begins, goes on or gives up."""
        layers = frame.drawn.layers
        if layers is None:
            return
        if self._of is None or self._of[0] is not layers.far:
            self._of = None
            self._stop()
        of = layers.far, layers.by_px > 0
        if abs(layers.by_px) >= SOON_PX and self._of != of:
            self._of = of
            self._begin(frame, COMING_PX if of[1] else -COMING_PX)

    def give_up(self) -> None:
        """Nothing is dragged any more."""
        self._of = None
        self._stop()

    def _begin(self, frame: Frame, by_px: int) -> None:
        self._steps = self._make(frame, by_px)
        self._timer.start()

    def turn(self) -> None:
        """One step."""
        try:
            if self._steps is not None:
                next(self._steps)
        except StopIteration:
            self._stop()

    def hurry(self) -> None:
        """What is being made ready is seen now: the rest at once, which is less than all anew."""
        while not self.is_ready:
            self.turn()

    @property
    def is_ready(self) -> bool:
        """Whether nothing is left to do."""
        return self._steps is None

    def _stop(self) -> None:
        self._steps = None
        self._timer.stop()
