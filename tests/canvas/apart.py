"""A worker whose answers come when a test wants them."""

from collections.abc import Callable
from typing import Any


class Apart:
    """Has worked at once; its answers wait until they are delivered."""

    def __init__(self) -> None:
        self.answers: list[Callable[[], None]] = []

    def __call__(self, job: Callable[[], Any], done: Callable[[Any], None]) -> None:
        made = job()
        self.answers.append(lambda: done(made))

    def deliver(self) -> None:
        """Tells what was worked out, and what was asked for meanwhile."""
        while self.answers:
            self.answers.pop(0)()
