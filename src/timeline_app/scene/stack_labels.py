"""Labels that hang in the sky over stacks, each with a leader down to its own."""

from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence, Set
from itertools import islice
from math import inf

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.scene.labels import STACK_LABEL, Placement, Words

TEXT_RIGHT, TEXT_LEFT = 5.0, 3.0
_GAP, EDGE_PX, _BESIDE_LEADER, _BESIDE_STACK = 8.0, 4.0, 3.0, 2.0
_UNDER_TEXT, _OWN_STACK = 5.0, 3.0
_LEAST_PX = 40.0
_AT_ONCE = 32
"""So many titles are read in one go."""

_Room = tuple[float, int, int]
"""How wide a text may be, in which row, on which side."""


@dataclass(frozen=True, eq=False, slots=True)
class Skyline:
    """The stacks of a lane from the left: their edges and tops; y grows downwards."""

    left: NDArray[np.float64]
    right: NDArray[np.float64]
    top: NDArray[np.float64]


class _Row:
    """One row of texts: how far a text may reach from a stack, until a text, a leader that passes,
    a higher stack or the window's edge is in its way."""

    def __init__(
        self, x: list[float], own: list[bool], most: list[float], least: list[float]
    ) -> None:
        self._x, self._own, self._most, self._least = x, own, most, least
        self._texts: list[tuple[float, float]] = []
        self._leaders: list[float] = []

    def sides(self, stack: int) -> tuple[float, float, bool]:
        """How wide a text may be to the left and to the right of the stack, and whether a leader
        from there up would cut a text of this row."""
        x, texts = self._x[stack], self._texts
        at, n = bisect_left(texts, (x, x)), len(texts)
        if at and texts[at - 1][1] + _BESIDE_LEADER > x:
            return 0.0, 0.0, True
        cut = at < n and texts[at][0] < x + _BESIDE_LEADER
        if not self._own[stack]:
            return 0.0, 0.0, cut
        before = texts[at - 1][1] + _GAP if at else -inf
        after = texts[at][0] - _GAP if at < n else inf
        least, most = max(self._least[stack], before), min(self._most[stack], after)
        leaders = self._leaders
        if leaders:
            last, following = bisect_left(leaders, x - 0.5), bisect_left(leaders, x + 0.5)
            if last:
                least = max(least, leaders[last - 1] + _BESIDE_LEADER)
            if following < len(leaders):
                most = min(most, leaders[following] - _BESIDE_LEADER)
        begin, end = x + TEXT_RIGHT, x - TEXT_LEFT
        left = 0.0 if after < end else end - least
        right = 0.0 if before > begin else most - begin
        return left, right, cut

    def take(self, left: float, right: float) -> None:
        """A text stands here."""
        insort(self._texts, (left, right))

    def pass_through(self, x: float) -> None:
        """The leader of a text in a higher row passes here."""
        insort(self._leaders, x)


def _bare_rows(
    sky: Skyline, baselines: Sequence[float], edges: tuple[float, float], grown: float
) -> tuple[list[_Row], NDArray[np.float64]]:
    """Rows of texts with no text in them, and how wide one may be at most over each stack."""
    lines = np.array(baselines)[:, None]
    high, own = sky.top < lines + _UNDER_TEXT * grown, sky.top >= lines + _OWN_STACK * grown
    after = np.where(high, sky.left - _BESIDE_STACK, edges[1] - EDGE_PX)
    before = np.where(high, sky.right + _BESIDE_STACK, edges[0] + EDGE_PX)
    most, least = np.full_like(after, edges[1] - EDGE_PX), np.full_like(before, edges[0] + EDGE_PX)
    most[:, :-1] = np.minimum.accumulate(after[:, :0:-1], axis=1)[:, ::-1]
    least[:, 1:] = np.maximum.accumulate(before[:, :-1], axis=1)
    sides = np.maximum(most - sky.left - TEXT_RIGHT, sky.left - TEXT_LEFT - least)
    x, each = sky.left.tolist(), (own.tolist(), most.tolist(), least.tolist())
    rows = [_Row(x, *of) for of in zip(*each, strict=True)]
    return rows, np.where(own, sides, 0.0).max(axis=0)


@dataclass(frozen=True, eq=False, slots=True)
class StackLabels:
    """The sky over the stacks of one lane; heights from its top.

    `edges` are the pixels no label may cross; there may be `rows` rows of text, the first with its
    baseline at `first_baseline`, the others `row_px` below each other; `grown` is how much larger
    than usual the letters are.
    """

    skyline: Skyline
    edges: tuple[float, float]
    rows: int
    first_baseline: float
    row_px: float
    grown: float = 1.0

    def place(
        self,
        words: Words,
        stack_of: Mapping[int, int],
        fresh: Set[int],
        order: Sequence[int],
        pinned: Mapping[int, Placement],
    ) -> dict[int, Placement]:
        """Places the labels of the rows in `order`; `stack_of` says over which stack each hangs.
        Only those of `fresh` are placed anew, and only their titles are read."""
        if not order:
            return {}
        baselines = [self.baseline(row) for row in range(self.rows)]
        rows, bare = _bare_rows(self.skyline, baselines, self.edges, self.grown)
        placed: dict[int, Placement] = {}
        # no place over a stack becomes larger by what is placed after
        full = set(np.flatnonzero(bare < _LEAST_PX).tolist())
        may = (r for r in order if r in pinned or (r in fresh and stack_of[r] not in full))
        queue = sorted(may, key=lambda r: r not in pinned)
        titles: dict[int, str] = {}
        for at, row in enumerate(queue):
            stack = stack_of[row]
            found = self._again(stack, pinned.get(row), rows)
            if found is None and stack not in full and row in fresh:
                rooms = self._rooms(stack, rows)
                if max(room for room, _, _ in rooms) < _LEAST_PX:
                    full.add(stack)
                else:
                    if row not in titles:  # few of very many are: those without room are not read
                        rest = islice(queue, at, None)
                        ahead = (r for r in rest if r in fresh and stack_of[r] not in full)
                        some = list(islice(ahead, _AT_ONCE))
                        titles = dict.fromkeys(some, "") | words.read(some)
                    found = _fitting(words, titles[row], rooms) if titles[row] else None
            if found is not None:
                placed[row] = found
                self._take(stack, found, rows)
        return placed

    def in_sight(self, stack: int, placement: Placement) -> bool:
        """Whether no edge cuts the text."""
        left = self.text_left(stack, placement)
        inside = left + placement.width <= self.edges[1] - EDGE_PX
        return left >= self.edges[0] + EDGE_PX and inside

    def text_left(self, stack: int, placement: Placement) -> float:
        """Where the text begins."""
        x = float(self.skyline.left[stack])
        return x + TEXT_RIGHT if placement.side > 0 else x - TEXT_LEFT - placement.width

    def baseline(self, slot: int) -> float:
        """Where the text stands."""
        return self.first_baseline + slot * self.row_px

    def _again(self, stack: int, before: Placement | None, rows: list[_Row]) -> Placement | None:
        """The placement of before, where it still fits."""
        if before is None or before.slot >= self.rows:
            return None
        left, right, _ = rows[before.slot].sides(stack)
        if (right if before.side > 0 else left) < before.width:
            return None
        return None if any(row.sides(stack)[2] for row in rows[before.slot + 1 :]) else before

    def _rooms(self, stack: int, rows: list[_Row]) -> list[_Room]:
        """The places over a stack that a leader reaches, the best first."""
        rooms: list[_Room] = []
        for slot in range(self.rows - 1, -1, -1):  # from the lowest up, until a text is cut
            left, right, cut = rows[slot].sides(stack)
            rooms += (left, slot, -1), (right, slot, 1)
            if cut:
                break
        rooms.reverse()
        return rooms

    def _take(self, stack: int, placement: Placement, rows: list[_Row]) -> None:
        left = self.text_left(stack, placement)
        rows[placement.slot].take(left, left + placement.width)
        for below in range(placement.slot + 1, self.rows):
            rows[below].pass_through(float(self.skyline.left[stack]))


def _fitting(words: Words, title: str, rooms: Sequence[_Room]) -> Placement | None:
    """As much of the title as any of these places takes, in the first that does."""
    for text, width in words.tries(title, STACK_LABEL, max(room for room, _, _ in rooms)):
        for room, slot, side in rooms:
            if room >= width:
                return Placement(slot, side, text, width)
    return None
