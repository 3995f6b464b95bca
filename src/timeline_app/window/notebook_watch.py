"""Backups by themselves while the window is open, and an eye on what others write into the file."""

from PySide6.QtCore import QObject, QTimer

from timeline_app.session.keeping import keep_backup
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.store.backup import EVERY
from timeline_app.store.backup_names import OPENING, REGULAR

LOOK_MS = 3_000
AFTER_OPENING_MS = 5_000
"""First the reader sees and touches what was opened."""


class NotebookWatch(QObject):
    """A backup some time after each opening and every quarter of an hour; a look every few
    seconds."""

    def __init__(
        self,
        session: Session,
        parent: QObject | None = None,
        *,
        after_opening_ms: int = AFTER_OPENING_MS,
        look_ms: int = LOOK_MS,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._opened = QTimer(self)
        self._opened.setSingleShot(True)
        self._opened.setInterval(after_opening_ms)
        self._opened.timeout.connect(lambda: keep_backup(session, OPENING))
        self._regular = QTimer(self)
        self._regular.setInterval(int(EVERY.total_seconds() * 1000))
        self._regular.timeout.connect(lambda: keep_backup(session, REGULAR))
        self._look = QTimer(self)
        self._look.setInterval(look_ms)
        self._look.timeout.connect(session.look_again)
        self._leave = session.listen(self._notice)
        for timer in (self._opened, self._regular, self._look):
            timer.start()

    def finish(self) -> None:
        """Ends it."""
        self._leave()
        for timer in (self._opened, self._regular, self._look):
            timer.stop()

    def _notice(self, before: Snapshot, after: Snapshot) -> None:
        if after.notebook and (not before.notebook or before.notebook.path != after.notebook.path):
            self._opened.start()
