"""How far a long reading has come, and how it is ended from another thread."""

import sqlite3
from collections.abc import Callable
from contextlib import suppress


class StoppedError(Exception):
    """The reading was ended because somebody asked for it."""


class Progress:
    """Told by the thread that works, read by the one that shows: two plain numbers and a word.

    `total` and `done` count rows, `total` as far as is known; `phase` says in a word of the program
    (marked for translation) what is being done.
    """

    def __init__(self) -> None:
        self.phase = ""
        self.done = 0
        self.total = 0
        self.stopped = False
        self._interrupt: Callable[[], None] | None = None

    def stop(self) -> None:
        """The work ends soon; what it has made so far is of no use."""
        self.stopped = True
        interrupt = self._interrupt
        if interrupt is not None:
            with suppress(sqlite3.ProgrammingError):  # it has just been closed
                interrupt()

    def interrupted_by(self, interrupt: Callable[[], None]) -> None:
        """What ends a long statement of the database at once."""
        self._interrupt = interrupt
        self.look()

    def released(self) -> None:
        """The database is let go of, and cannot be interrupted any more."""
        self._interrupt = None

    def enter(self, phase: str) -> None:
        """Another kind of work begins. Raises `StoppedError`."""
        self.phase = phase
        self.look()

    def advance(self, rows: int) -> None:
        """So many rows more are done. Raises `StoppedError`."""
        self.done += rows
        self.look()

    def look(self) -> None:
        """Raises `StoppedError` where the work is to end."""
        if self.stopped:
            raise StoppedError
