"""What works unseen: the session and its workers, there before the window that will show it."""

from pathlib import Path

from timeline_app.session.session import Session
from timeline_app.window.worker import Worker


class Backstage:
    """Four workers, so that a note, a filter and a key never wait for what takes long.

    The archive that will be opened is read while the window is made.
    """

    def __init__(self, archive: Path) -> None:
        self._workers = Worker(), Worker(), Worker(), Worker()
        self.session = Session(*self._workers)
        self.session.read_ahead(archive)

    def finish(self) -> None:
        """Ends what is under way; what was written is on the disk then."""
        self.session.close()
        for worker in self._workers:
            worker.finish()
