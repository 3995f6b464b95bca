"""Every archive that is opened is looked through whole, beside the reader's work."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.window.worker import Worker

if TYPE_CHECKING:
    from timeline_app.session.looking import Looking

LATER_MS = 3_000
"""First the reader sees and touches what was opened."""


class DamageWatch(QObject):
    """Begins a look some time after each opening, on a thread of its own."""

    def __init__(self, session: Session, folder: Path, later_ms: int = LATER_MS) -> None:
        super().__init__()
        self._worker = Worker(self)
        self._session, self._memory = session, folder / "looked-through.json"
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(later_ms)
        self._timer.timeout.connect(lambda: self._looking.look())
        self._leave = session.listen(self._notice)
        self._timer.start()

    @cached_property
    def _looking(self) -> "Looking":
        # Read when it begins: no window waits for it.
        from timeline_app.session.looking import Looking  # noqa: PLC0415 - see above

        return Looking(self._session, self._worker, self._memory)

    def finish(self) -> None:
        """Ends the look that is under way; waits until it has."""
        self._leave()
        self._timer.stop()
        if "_looking" in vars(self):
            self._looking.stop()
        self._worker.finish()

    def _notice(self, before: Snapshot, after: Snapshot) -> None:
        if before.archive is not after.archive:
            self._timer.start()
