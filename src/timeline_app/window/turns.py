"""The next turn of the event loop, and its rest."""

from PySide6.QtCore import QObject, QTimer

from timeline_app.session.pace import Act

REST_MS = 120
"""A hand that has stood so long is at rest."""
_LATER_MS = 1
"""Not nothing: while a hand moves, a timer of nothing would wait until it rests."""


class Turns(QObject):
    """Does acts in the next turn, when what was asked for before them is painted; or at rest."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._acts: list[Act] = []
        self._resting: Act | None = None
        self._timer, self._rest = QTimer(self), QTimer(self)
        for timer, wait, act in (
            (self._timer, _LATER_MS, self._act),
            (self._rest, REST_MS, self._rested),
        ):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(act)

    def next(self, act: Act) -> None:
        """Does it in the next turn, after those that were given before it."""
        self._acts.append(act)
        if not self._timer.isActive():
            self._timer.start()

    def at_rest(self, act: Act) -> None:
        """Does it, and only the newest, when nothing was given for REST_MS."""
        self._resting = act
        self._rest.start()

    def _rested(self) -> None:
        if self._resting is not None:
            self._resting()

    def _act(self) -> None:
        acts, self._acts = self._acts, []
        for act in acts:
            act()
