"""How late a tick of a millisecond comes in the window: how long its longest turn was."""

import time

from PySide6.QtCore import Qt, QTimer


class Ticking:
    """Ticks between `begin` and `end`."""

    def __init__(self) -> None:
        self._last = self._late = 0.0
        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def begin(self) -> None:
        """From now on."""
        self._late, self._last = 0.0, time.perf_counter()
        self._timer.start()

    def end(self) -> float:
        """Until now: the longest that one came late, in seconds."""
        self._timer.stop()
        self._tick()  # the turn that has just ended counts too
        return self._late

    def _tick(self) -> None:
        now = time.perf_counter()
        self._late, self._last = max(self._late, now - self._last - 0.001), now
