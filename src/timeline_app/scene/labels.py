"""Texts for events, and the rows they stand in: the most telling first, never over one another.

A placement names a row, a slot, a side and a text, all relative to the event's own day; so it holds
while one pans, and only its pixels move. Placements of before come first wherever they still fit.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import field
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.scene.per_row import PerRow
from timeline_app.scene.text_measure import Measure, shortened

MARK_LABEL, STACK_LABEL = 13.0, 12.5
LENGTHS_PX = (230.0, 150.0)
MOST_CANDIDATES = 2000
MOST_KEPT = 8192
_GAP = 8.0

Titles = Callable[[Sequence[int]], Sequence[str]]
"""Event rows -> the short label of each, or its title."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an event stands and what it says: `side` 1 right, -1 left, 0 upon its bar."""

    slot: int
    side: int = 1
    text: str = ""
    width: float = 0.0


def _usual() -> float:
    return 1.0


@dataclass(frozen=True, slots=True)
class Words:
    """Reads and measures the texts of labels; `text` says how large the reader wants them, 1.0
    being usual."""

    titles: Titles
    measure: Measure
    text: Callable[[], float] = _usual
    _short: dict[tuple[str, float, float, float], tuple[str, float]] = field(default_factory=dict)
    """What was shortened last: the same labels are tried at every frame of a gesture."""
    _tried: dict[tuple[str, float, float], tuple[tuple[str, float], ...]] = field(
        default_factory=dict
    )

    def grown(self) -> float:
        """How much higher than usual rows of text must be; those of marks never shrink."""
        return max(1.0, self.text())

    def read(self, rows: Sequence[int]) -> dict[int, str]:
        """The texts of these rows; rows without one are left out."""
        return {row: t for row, t in zip(rows, self.titles(rows), strict=True) if t}

    def within(self, title: str, most: float, size: float) -> tuple[str, float]:
        """The text as far as it fits into `most` pixels, and its width."""
        key = (title, most, size, self.text())
        if key not in self._short:
            if len(self._short) >= MOST_KEPT:
                self._short.clear()
            text = shortened(title, most, size, self.measure)
            self._short[key] = text, self.measure(text, size, False)
        return self._short[key]

    def tries(self, title: str, size: float, room: float = float("inf")) -> list[tuple[str, float]]:
        """The text whole if it is short enough, and two shorter tries, with their widths; those
        wider than `room` are left out."""
        found: list[tuple[str, float]] = []
        for most in LENGTHS_PX:
            if most > room and self.measure(title, size, False) > room:
                continue
            text, width = self.within(title, most, size)
            if width <= room and (not found or text != found[-1][0]):
                found.append((text, width))
        return found

    def lengths(self, title: str, size: float) -> tuple[tuple[str, float], ...]:
        """The same with all the room there is."""
        key = (title, size, self.text())
        if key not in self._tried:
            if len(self._tried) >= MOST_KEPT:
                self._tried.clear()
            self._tried[key] = tuple(self.tries(title, size))
        return self._tried[key]


def telling(
    rows: NDArray[np.int64], importance: NDArray[np.int32] | PerRow[NDArray[np.int32]], most: int
) -> list[int]:
    """The `most` most important of `rows`, most important first, then by day."""
    weight = importance[rows]
    if len(rows) > most:
        keep = np.argpartition(-weight, most - 1)[:most]
        rows = np.sort(rows[keep])
        weight = importance[rows]
    return [int(row) for row in rows[np.argsort(-weight, kind="stable")]]


class Rank:
    """One row of texts or marks: the stretches taken so far, none over another but where it must
    be. `_reach` is how far right any goes of those up to each: with it a row in which marks lie
    over one another is looked through as quickly as any."""

    def __init__(self) -> None:
        self._starts: list[float] = []
        self._reach: list[float] = []
        self._taken: list[tuple[float, float, int]] = []

    def free(self, left: float, right: float) -> bool:
        """Whether nothing stands between these pixels."""
        at = bisect_left(self._starts, right)
        return at == 0 or self._reach[at - 1] <= left

    def take(self, left: float, right: float, row: int) -> None:
        """Takes a stretch, even if it is not free."""
        at = bisect_left(self._starts, left)
        self._starts.insert(at, left)
        self._taken.insert(at, (left, right, row))
        reach = self._reach
        reach.insert(at, max(right, reach[at - 1]) if at else right)
        for after in range(at + 1, len(reach)):
            if reach[after] >= right:
                break
            reach[after] = right

    def took(self, left: float, right: float, row: int) -> bool:
        """Takes a stretch where it is free, and says whether it was."""
        if not self.free(left, right):
            return False
        self.take(left, right, row)
        return True

    def give_back(self, row: int) -> None:
        """Frees every stretch of this event."""
        self._taken = [taken for taken in self._taken if taken[2] != row]
        self._starts = [left for left, _, _ in self._taken]
        self._reach = [*accumulate((right for _, right, _ in self._taken), max)]

    def between(self, left: float, right: float) -> list[int]:
        """The events that take some of these pixels, from the left."""
        first = at = bisect_left(self._starts, right)
        while first and self._reach[first - 1] > left:
            first -= 1
        return [row for _, end, row in self._taken[first:at] if end > left]

    def stretches(self) -> list[tuple[float, float, int]]:
        """All that is taken, from the left."""
        return self._taken
