"""One worker thread for what may take long; answers come back on the GUI thread, in order."""

import socket
import sys
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QSocketNotifier

T = TypeVar("T")


class Worker(QObject):
    """Runs jobs one after the other, as the session asks for (see `session.running`).

    What a job raises is raised again on the GUI thread, where the one hook for unforeseen errors
    hears of it. After `finish` nothing more is run: who asks for more as the last answers are
    delivered, as what is worked out ever surer does, is not answered.

    The thread never calls into Qt: it leaves its answer and a byte on a line that the event loop
    watches. The binding guards its types only by Python's lock, which Qt does not hold while it
    looks them up, so that a signal from a thread could bring the process down.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, "worker")
        self._answers: deque[tuple[Future[Any], Callable[[Any], None]]] = deque()
        self._over = False
        self._here, self._there = socket.socketpair()
        for end in (self._here, self._there):
            end.setblocking(False)
        self._watch = QSocketNotifier(self._here.fileno(), QSocketNotifier.Type.Read, self)
        self._watch.activated.connect(self._deliver)

    def __call__(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        if not self._over:
            self._pool.submit(job).add_done_callback(lambda answer: self._answered(answer, done))

    def finish(self) -> None:
        """Waits for all that was asked, and delivers it."""
        self._over = True
        self._pool.shutdown(wait=True)
        self._watch.setEnabled(False)
        while self._answers:
            try:
                self._deliver_one()
            except Exception:  # noqa: BLE001 - as from the event loop: one hook hears of it
                sys.excepthook(*sys.exc_info())
        for end in (self._here, self._there):
            end.close()

    def _answered(self, answer: Future[Any], done: Callable[[Any], None]) -> None:
        """On the thread."""
        self._answers.append((answer, done))
        self._call()

    def _deliver(self) -> None:
        """One answer a turn; where more wait, the line is left with something to read."""
        with suppress(BlockingIOError):
            self._here.recv(1 << 16)
        try:
            if self._answers:
                self._deliver_one()
        finally:
            if self._answers:
                self._call()

    def _call(self) -> None:
        with suppress(BlockingIOError):  # then so many bytes wait that the loop will come anyway
            self._there.send(b".")

    def _deliver_one(self) -> None:
        answer, done = self._answers.popleft()
        done(answer.result())
