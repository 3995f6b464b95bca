"""Days that are about to be dragged into sight: made ready in turns, a step each, while the hand
moves over those that are ready."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from timeline_app.canvas.frames import Frame
from timeline_app.canvas.in_turns import InTurns
from timeline_app.scene.display_list import DisplayList
from timeline_app.scene.steps import Steps
from timeline_app.scene.time_scale import MARGIN_PX

SOON_PX = MARGIN_PX // 2
"""So far days are dragged before those that follow are made ready,"""
COMING_PX = MARGIN_PX * 3 // 4
"""from this far on; even, as pictures are moved on a screen of half pixels."""

Make = Callable[[Frame, int], Steps[None]]


class ComingDays(InTurns):
    """Has `make` prepare what is seen after the days of a frame were dragged so far."""

    def __init__(self, make: Make, parent: QObject) -> None:
        super().__init__(parent)
        self._make = make
        self._of: tuple[DisplayList, bool] | None = None

    def expect(self, frame: Frame) -> None:
        """The days of this frame may be dragged now."""
        if frame.drawn.layers is None:
            self.begin(self._make(frame, 0))

    def follow(self, frame: Frame) -> None:
        """This frame is shown now: begins, goes on or gives up."""
        layers = frame.drawn.layers
        if layers is None:
            return
        if self._of is None or self._of[0] is not layers.far:
            self.give_up()
        of = layers.far, layers.by_px > 0
        if abs(layers.by_px) >= SOON_PX and self._of != of:
            self._of = of
            self.begin(self._make(frame, COMING_PX if of[1] else -COMING_PX))

    def give_up(self) -> None:
        """Nothing is dragged any more."""
        self._of = None
        self.stop()
