"""What works unseen: the session and its workers, there before the window that will show it."""

from pathlib import Path

from timeline_app.session.session import Session
from timeline_app.window.worker import Worker

WORKERS = 6


class Backstage:
    """Six workers, so that a note, a filter and a key never wait for what takes long, nor a
    picture for what takes seconds or goes to another file.

    The archive that will be opened is read while the window is made.
    """

    def __init__(self, archive: Path) -> None:
        self._workers = tuple(Worker() for _ in range(WORKERS))
        self.session = Session(*self._workers)
        self.session.read_ahead(archive)

    def finish(self) -> None:
        """Ends what is under way; what was written is on the disk then."""
        self.session.close()
        for worker in self._workers:
            worker.finish()
