"""How work that may take long is run: at once here, on a worker thread in the window."""

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Run(Protocol):
    """Runs `job` and hands its value to `done` on the session's own thread.

    Jobs are run one after the other, in the order in which they were given. A job answers known
    faults as values; what it raises is a fault of ours and goes to whoever runs it.
    """

    def __call__(self, job: Callable[[], T], done: Callable[[T], None]) -> None: ...


def at_once(job: Callable[[], T], done: Callable[[T], None]) -> None:
    """Runs the job before returning: the shell and the tests wait."""
    done(job())
