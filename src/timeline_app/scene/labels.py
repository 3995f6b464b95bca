"""Which event says its name, and where: the most telling first, never over one another.

A placement names a row, a slot, a side and a text, all relative to the event's own day; so it holds
while one pans, and only its pixels move. Placements of before come first wherever they still fit.
"""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline_app.scene.text_measure import Measure, shortened

MARK_LABEL, STACK_LABEL = 13.0, 12.5
LENGTHS_PX = (230.0, 150.0)
MOST_CANDIDATES = 2000
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


@dataclass(frozen=True, slots=True)
class Words:
    """Reads and measures the texts of labels; texts are asked for once a row."""

    titles: Titles
    measure: Measure

    def lengths(self, rows: Sequence[int], size: float) -> dict[int, tuple[tuple[str, float], ...]]:
        """For each row its text, whole if it is short enough, and two shorter tries."""
        return {
            row: self._tries(title, size)
            for row, title in zip(rows, self.titles(rows), strict=True)
            if title
        }

    def _tries(self, title: str, size: float) -> tuple[tuple[str, float], ...]:
        tries: list[tuple[str, float]] = []
        for most in LENGTHS_PX:
            text = shortened(title, most, size, self.measure)
            if not tries or text != tries[-1][0]:
                tries.append((text, self.measure(text, size, False)))
        return tuple(tries)


def telling(rows: NDArray[np.int64], importance: NDArray[np.int32], most: int) -> list[int]:
    """The `most` most important of `rows`, most important first, then by day."""
    if len(rows) > most:
        keep = np.argpartition(-importance[rows], most - 1)[:most]
        rows = np.sort(rows[keep])
    order = np.argsort(-importance[rows], kind="stable")
    return [int(row) for row in rows[order]]


class Rank:
    """One row of texts or marks: the stretches taken so far, none over another."""

    def __init__(self) -> None:
        self._starts: list[float] = []
        self._taken: list[tuple[float, float, int]] = []

    def free(self, left: float, right: float) -> bool:
        """Whether nothing stands between these pixels."""
        at = bisect_left(self._starts, right)
        return at == 0 or self._taken[at - 1][1] <= left

    def take(self, left: float, right: float, row: int) -> None:
        """Takes a free stretch."""
        at = bisect_left(self._starts, left)
        self._starts.insert(at, left)
        self._taken.insert(at, (left, right, row))

    def give_back(self, row: int) -> None:
        """Frees every stretch of this event."""
        self._taken = [taken for taken in self._taken if taken[2] != row]
        self._starts = [taken[0] for taken in self._taken]

    def between(self, left: float, right: float) -> list[int]:
        """The events that take some of these pixels."""
        return [row for a, b, row in self._taken if a < right and b > left]

    def stretches(self) -> list[tuple[float, float, int]]:
        """All that is taken, from the left."""
        return self._taken


@dataclass(frozen=True, eq=False, slots=True)
class Skyline:
    """The tops of the stacks of a lane, from the left; y grows downwards."""

    left: list[float]
    right: list[float]
    top: list[float]

    def clear(self, left: float, right: float, bottom: float, but: int) -> bool:
        """Whether no stack but `but` rises above `bottom` between these pixels."""
        low = bisect_left(self.right, left)
        high = bisect_left(self.left, right)
        return all(self.top[i] >= bottom for i in range(low, high) if i != but)


@dataclass(frozen=True, eq=False, slots=True)
class StackLabels:
    """The free sky over the stacks of one lane, in which labels are hung; heights from its top.

    `edges` are the pixels no label may cross; `rows` is how many rows of text there may be.
    """

    skyline: Skyline
    edges: tuple[float, float]
    rows: int
    first_baseline: float
    row_px: float

    def place(
        self,
        stack_of: Mapping[int, int],
        texts: Mapping[int, tuple[tuple[str, float], ...]],
        order: Sequence[int],
        pinned: Mapping[int, Placement],
    ) -> dict[int, Placement]:
        """Places the labels of the rows in `order`; `stack_of` says over which stack each hangs."""
        hung: list[_Hung] = []
        placed: dict[int, Placement] = {}
        for row in sorted(order, key=lambda r: r not in pinned):
            stack = stack_of[row]
            for try_ in self._tries(pinned.get(row), texts.get(row, ())):
                if self._fits(stack, try_, hung):
                    placed[row] = try_
                    hung.append(self._hung(stack, try_))
                    break
        return placed

    def text_left(self, stack: int, placement: Placement) -> float:
        """Where the text begins."""
        x = self.skyline.left[stack]
        return x + 5 if placement.side > 0 else x - 3 - placement.width

    def baseline(self, slot: int) -> float:
        """Where the text stands."""
        return self.first_baseline + slot * self.row_px

    def _tries(
        self, before: Placement | None, texts: tuple[tuple[str, float], ...]
    ) -> list[Placement]:
        anew = [
            Placement(slot, side, text, width)
            for text, width in texts
            for slot in range(self.rows)
            for side in (1, -1)
        ]
        return anew if before is None else [before, *anew]

    def _hung(self, stack: int, placement: Placement) -> "_Hung":
        left = self.text_left(stack, placement)
        x = self.skyline.left[stack]
        return _Hung(placement.slot, left, left + placement.width, x)

    def _fits(self, stack: int, placement: Placement, hung: list["_Hung"]) -> bool:
        this = self._hung(stack, placement)
        if placement.slot >= self.rows or this.left < self.edges[0] + 4:
            return False
        if this.right > self.edges[1] - 4:
            return False
        baseline = self.baseline(placement.slot)
        if self.skyline.top[stack] < baseline + 2:
            return False
        if any(this.meets(other) for other in hung):
            return False
        return self.skyline.clear(this.left - 2, this.right + 2, baseline + 5, stack)


@dataclass(frozen=True, slots=True)
class _Hung:
    """A label that hangs: its row, its pixels, and the pixel of its leader."""

    slot: int
    left: float
    right: float
    x: float

    def meets(self, other: "_Hung") -> bool:
        """Whether texts touch, or the leader of the upper one cuts the lower one."""
        if self.slot == other.slot:
            return self.left < other.right + _GAP and self.right + _GAP > other.left
        upper, lower = (self, other) if self.slot < other.slot else (other, self)
        return lower.left - 3 < upper.x < lower.right + 3
