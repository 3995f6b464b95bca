"""Rounds: everyone once, by turns, so that what else the machine does hits all alike."""

import gc
import time
from collections.abc import Callable, Mapping

from benchmarks.row import MissingError

Figures = Mapping[str, float]
"""What one turn of one contender measured, by name."""


class Rounds:
    """Figures of each contender, round by round; `why` for those that could not take part."""

    def __init__(self) -> None:
        self._figures: dict[tuple[str, str], list[float]] = {}
        self.why: dict[str, str] = {}

    def of(self, contender: str, figure: str = "s") -> list[float] | None:
        """One figure of a contender in every round; None where it did not run."""
        return self._figures.get((contender, figure))

    def note(self, contender: str, figures: Figures) -> None:
        """The figures of one more turn."""
        for name, value in figures.items():
            self._figures.setdefault((contender, name), []).append(value)

    def drop(self, contender: str, why: str) -> None:
        """It takes no further part, and what it measured does not count."""
        self.why[contender] = why
        for key in [key for key in self._figures if key[0] == contender]:
            del self._figures[key]


def interleaved(contenders: Mapping[str, Callable[[], Figures]], rounds: int) -> Rounds:
    """Every contender once a round; a first round warms up and is not counted."""
    result = Rounds()
    for turn in range(rounds + 1):
        for name, work in contenders.items():
            if name in result.why:
                continue
            try:
                figures = work()
            except MissingError as missing:
                result.drop(name, str(missing))
            else:
                if turn:
                    result.note(name, figures)
    return result


def timed(work: Callable[[], object]) -> Callable[[], Figures]:
    """A contender that lasts as long as the work does, in seconds by the clock."""

    def turn() -> Figures:
        gc.collect()
        began = time.perf_counter()
        work()
        return {"s": time.perf_counter() - began}

    return turn
