"""What is made ready a step at a time, whenever the event loop has nothing else to do."""

from PySide6.QtCore import QObject, QTimer

from timeline_app.scene.steps import Steps


class InTurns(QObject):
    """One piece of work after another: whoever begins the next gives up the one before."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Steps[None] | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.turn)

    @property
    def is_ready(self) -> bool:
        """Whether nothing is left to do."""
        return self._steps is None

    def begin(self, steps: Steps[None]) -> None:
        """From now on these steps are taken, one a turn."""
        self._steps = steps
        self._timer.start()

    def turn(self) -> None:
        """One step."""
        try:
            if self._steps is not None:
                next(self._steps)
                self._timer.start()  # anew: else it stays before all that has come due meanwhile
        except StopIteration:
            self.stop()

    def hurry(self) -> None:
        """What is being made ready is seen now: the rest at once, which is less than all anew."""
        while not self.is_ready:
            self.turn()

    def stop(self) -> None:
        """Nothing of it is wanted any more."""
        self._steps = None
        self._timer.stop()
