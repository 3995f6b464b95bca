"""A worker that works when the test says so."""

from collections.abc import Callable
from typing import Any

Job = tuple[Callable[[], Any], Callable[[Any], None]]


class Later:
    """Keeps what a session asks for (see `session.running`) until it is told to work."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []

    def __call__(self, job: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self.jobs.append((job, done))

    def work_once(self) -> None:
        """What was asked first."""
        job, done = self.jobs.pop(0)
        done(job())

    def work(self) -> None:
        """All that was asked, in order; what the answers ask for too."""
        while self.jobs:
            self.work_once()
