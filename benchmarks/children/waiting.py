"""Whether the program waits for anything: an archive is open, and no worker has work.

The look through the whole archive, which begins some seconds after and waits for nobody, is left
out: its worker belongs to a watch.
"""

from collections.abc import Callable
from typing import Any


class Waiting:
    """Counts what all workers of the window have been asked and have not answered."""

    def __init__(self) -> None:
        from timeline_app.window.worker import Worker

        self.jobs = 0
        asked = Worker.__call__

        def ask(worker: Any, job: Callable[[], Any], done: Callable[[Any], None]) -> None:
            if worker.parent() is not None:
                asked(worker, job, done)
                return
            self.jobs += 1
            asked(worker, job, answer(done))

        def answer(done: Callable[[Any], None]) -> Callable[[Any], None]:
            def answered(value: Any) -> None:
                self.jobs -= 1
                done(value)

            return answered

        setattr(Worker, asked.__name__, ask)

    def is_over(self, session: Any) -> bool:
        """Whether an archive is open and nothing is under way."""
        now = session.snapshot
        return now.archive is not None and not now.busy and self.jobs == 0
