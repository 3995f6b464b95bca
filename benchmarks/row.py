"""A row of the table of goals, what is measured for it, and what that comes to."""

import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.goal import Goal

Series = Sequence[float]
"""A figure of each round, in seconds or bytes."""


class MissingError(Exception):
    """A peer, or something that a measurement needs, is not on this machine; says why."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured: rounds that count, and archives of which sizes."""

    rounds: int
    sizes: tuple[int, ...]
    cache: Path

    def of(self, *sizes: int) -> tuple[int, ...]:
        """Those of these sizes that are measured."""
        return tuple(size for size in sizes if size in self.sizes)

    @property
    def largest(self) -> int:
        """The largest archive that is measured."""
        return max(self.sizes)

    @property
    def smallest(self) -> int:
        """The smallest."""
        return min(self.sizes)


@dataclass(frozen=True, slots=True)
class Line:
    """One comparison. `theirs` None: not run, and `why` says why. Both series by round."""

    what: str
    ours: Series | None
    goal: Goal
    beside: str = ""
    theirs: Series | None = None
    why: str = ""
    unit: str = "ms"

    @property
    def figure(self) -> float | None:
        """What is held against the goal: the median of the rounds' ratios, or of ours alone."""
        if self.ours is None:
            return None
        if not self.goal.is_ratio:
            return statistics.median(self.ours) * SCALE[self.goal.unit]
        if self.theirs is None:
            return None
        pairs = zip(self.ours, self.theirs, strict=True)
        return statistics.median(ours / theirs for ours, theirs in pairs)

    @property
    def held(self) -> bool:
        """Whether the goal is met; never where something was not run."""
        return self.figure is not None and self.figure <= self.goal.most

    @property
    def strain(self) -> float:
        """The figure over the goal: above one it is not met; without end where not run."""
        return float("inf") if self.figure is None else self.figure / self.goal.most


SCALE = {"ms": 1e3, "MB": 1e-6}
"""From seconds, from bytes."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table; `measure` gives its lines, of which each must be held."""

    number: int
    what: str
    measure: Callable[[Plan], Iterable[Line]]


@dataclass(frozen=True, slots=True)
class Measured:
    """A row with its lines; none where what it needs is not there, and `why` says so."""

    number: int
    what: str
    lines: tuple[Line, ...]
    why: str = ""

    @property
    def held(self) -> bool:
        """Whether every line is."""
        return bool(self.lines) and all(line.held for line in self.lines)

    @property
    def worst(self) -> Line | None:
        """The line that is farthest from its goal: what the row is judged by."""
        return max(self.lines, key=lambda line: line.strain, default=None)


def measured(row: Row, plan: Plan) -> Measured:
    """The row, measured; what is missing is told, never guessed."""
    try:
        return Measured(row.number, row.what, tuple(row.measure(plan)))
    except MissingError as missing:
        return Measured(row.number, row.what, (), str(missing))
