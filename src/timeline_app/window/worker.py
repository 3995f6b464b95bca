"""One worker thread for what may take long; answers come back on the GUI thread, in order."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal

T = TypeVar("T")


class Worker(QObject):
    """Runs jobs one after the other, as the session asks for (see `session.running`).

    What a job raises is raised again on the GUI thread, where the one hook for unforeseen errors
    hears of it. After `finish` nothing more is run.
    """

    _answered = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, "worker")
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def __call__(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        self._pool.submit(job).add_done_callback(lambda f: self._answered.emit(f, done))

    def finish(self) -> None:
        """Waits for all that was asked, and delivers it."""
        self._pool.shutdown(wait=True)
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)

    def _deliver(self, answer: Future[Any], done: Callable[[Any], None]) -> None:
        done(answer.result())
