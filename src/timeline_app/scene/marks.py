"""Events as single marks: where each begins and ends in pixels, and which slot it stands in."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.model.event_table import APPROXIMATE
from timeline_app.scene.labels import Placement, Rank
from timeline_app.scene.shapes import Shape, Shapes
from timeline_app.scene.time_scale import TimeScale

GLYPH, SMALL_GLYPH, GHOST_GLYPH, HOLLOW_GLYPH = 10.0, 7.0, 7.0, 14.0
BAR_PX = 10.0
LEAST_BAR_PX = 12.0
FEATHERS_PX = 9.0
WIDE_ABOUT_PX = 44.0
_AIR = 1.5
_BEYOND = 40.0
_LONG_PX = 120.0
_LEAST_INSET = 6.0
_PAST_CENTRE = HOLLOW_GLYPH / 2 + FEATHERS_PX + 4
"""From the centre of a glyph in the middle of its bar, past its feathers, to what it is called."""

Pixels = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Mark:
    """A row in pixels. `left` to `right` is all that is drawn of it within the window and a bit;
    `x` the centre of its glyph; `bar` says that it is drawn as a bar, and `centred` that its glyph
    stands in the middle of it."""

    row: int
    left: float
    right: float
    x: float
    bar: bool
    feathers: bool
    centred: bool = False


@dataclass(frozen=True, eq=False, slots=True)
class Extents:
    """The same for many rows, as arrays; `marks` makes single marks of them."""

    rows: NDArray[np.int64]
    left: Pixels
    right: Pixels
    x: Pixels
    bar: NDArray[np.bool_]
    feathers: NDArray[np.bool_]
    centred: NDArray[np.bool_]

    def marks(self) -> list[Mark]:
        """One mark for each row."""
        return [
            Mark(*values) for values in zip(*(c.tolist() for c in self._columns()), strict=True)
        ]

    def where(self, wanted: NDArray[np.bool_]) -> "Extents":
        """These of them."""
        return Extents(*(column[wanted] for column in self._columns()))

    def parted(self, ends: Sequence[int]) -> list["Extents"]:
        """The parts of it that end before each of these numbers, one after another."""
        columns = self._columns()
        return [Extents(*(c[a:b] for c in columns)) for a, b in pairwise((0, *ends))]

    def _columns(self) -> tuple[Any, ...]:
        places = self.rows, self.left, self.right, self.x
        return *places, self.bar, self.feathers, self.centred

    def depth(self) -> int:
        """How many slots these marks need so that none covers another."""
        return depth_of(self.left, self.right)


def depth_of(left: Pixels, right: Pixels) -> int:
    """How many slots stretches from `left` to `right` need so that none covers another."""
    if not len(left):
        return 0
    begins, ends = np.sort(left - _AIR), np.sort(right + _AIR)
    gone = np.searchsorted(ends, begins, side="right")
    return int((np.arange(1, len(begins) + 1) - gone).max())


def extents(shapes: Shapes, rows: NDArray[np.int64], scale: TimeScale) -> Extents:
    """The marks of these rows in pixels."""
    table = shapes.table
    low, high = scale.left_px - _BEYOND, scale.right_px + _BEYOND
    begin = np.clip(scale.xs(table.first[rows]), low, high)
    end = np.clip(scale.xs(table.last[rows] + 1), low, high)
    shape, wide = shapes.shape[rows], end - begin
    bar = (shape == Shape.WITHIN) | ((shape == Shape.SPAN) & (wide >= LEAST_BAR_PX))
    bar |= (shape == Shape.ABOUT) & (wide >= WIDE_ABOUT_PX)
    about = (table.doubt[rows] & APPROXIMATE).astype(np.bool_)
    middle = scale.xs((table.first[rows] + table.last[rows] + 1) / 2)
    half = np.where(shapes.hollow[rows], HOLLOW_GLYPH, GLYPH) / 2 + np.where(about, FEATHERS_PX, 0)
    end = np.where(bar, np.maximum(end, begin + BAR_PX), end)
    left = np.where(bar, begin, middle - half)
    right = np.where(bar, end, middle + half)
    at_start = bar & (shape != Shape.ABOUT)
    start = np.maximum(begin, scale.left_px) + np.where(shapes.open_start[rows], BAR_PX, 0)
    x = np.where(at_start, np.minimum(start + 8, (start + end) / 2), middle)
    return Extents(rows, left, right, x, bar, about, bar & (shape == Shape.ABOUT))


def at_edges(mark: Mark, scale: TimeScale, open_start: bool) -> Mark:
    """A bar of days that were dragged, as `extents` has it there: its glyph stays in sight."""
    low, high = scale.left_px - _BEYOND, scale.right_px + _BEYOND
    begin = min(max(mark.left, low), high)
    end = max(min(max(mark.right, low), high), begin + BAR_PX)
    start = max(begin, scale.left_px) + (BAR_PX if open_start else 0)
    x = mark.x if mark.centred else min(start + 8, (start + end) / 2)
    return Mark(mark.row, begin, end, x, mark.bar, mark.feathers, mark.centred)


Texts = tuple[tuple[str, float], ...]
"""What a mark may say, the best first, and how many pixels wide that is."""
Way = tuple[int, tuple[float, float], tuple[str, float]]
"""On which side of a mark, from where to where with it, and the text and its width."""


@dataclass(frozen=True, eq=False, slots=True)
class MarkLane:
    """A lane of `slots` rows in which marks and their labels find their places."""

    marks: Sequence[Mark]
    slots: int
    edges: tuple[float, float]

    def place(
        self,
        texts: Mapping[int, Texts],
        order: Sequence[int],
        pinned: Mapping[int, Placement],
        resting: bool = True,
    ) -> dict[int, Placement]:
        """A place for every mark, in this order of rows; a mark outranks any label.

        While not `resting` what is pinned stays, even if a mark that comes into sight finds no
        slot of its own; at rest all are then packed anew.

        Rows without `texts` get none. Those in `pinned` keep what they had. Long bars come first:
        they need a slot that is free from end to end.
        """
        by_row = {mark.row: mark for mark in self.marks}
        ranks = [Rank() for _ in range(self.slots)]
        placed: dict[int, Placement] = {}

        def turn(row: int) -> tuple[bool, bool]:
            mark = by_row[row]
            return row not in pinned, mark.right - mark.left < _LONG_PX

        for row in sorted(order, key=turn):
            mark, before = by_row[row], pinned.get(row)
            if before is None:
                found = self._found(mark, texts, ranks)
            else:
                kept = self._pinned(before, texts.get(row, ()))
                found = next((t for t in kept if self._took(mark, t, ranks)), None)
            if found is None:
                found = self._made_room(mark, ranks, placed, by_row)
                if found is None and resting:
                    return self._packed(texts, order)
                found = found or Placement(self.slots - 1)
                self._take(mark, found, ranks)
            placed[row] = found
        return placed

    def text_left(self, mark: Mark, placement: Placement) -> float:
        """Where the text begins; upon a bar it stays at the visible edge."""
        if placement.side == 0:
            start = max(mark.left, self.edges[0])
            if mark.centred:
                return max(start + _LEAST_INSET, mark.x + _PAST_CENTRE)
            return max(start, min(mark.x - 8, start + BAR_PX)) + 18  # an open start has its arrow
        return mark.right + 4 if placement.side > 0 else mark.left - 4 - placement.width

    def shows(self, mark: Mark, placement: Placement) -> bool:
        """Whether there is a text and all of it is in sight (and upon its bar, where it is)."""
        left = self.text_left(mark, placement)
        end = self.edges[1] if placement.side else min(self.edges[1], mark.right)
        return bool(placement.text) and left >= self.edges[0] and left + placement.width <= end - 2

    def _extent(self, mark: Mark, placement: Placement) -> tuple[float, float]:
        left, right = mark.left - _AIR, mark.right + _AIR
        if placement.text and placement.side > 0:
            right = mark.right + 4 + placement.width + 8
        if placement.text and placement.side < 0:
            left = mark.left - 4 - placement.width - 6
        return left, right

    def _inside(self, mark: Mark, width: float) -> bool:
        end = min(mark.right, self.edges[1])
        if mark.centred:
            return end - self.text_left(mark, Placement(0, 0)) > width + _LEAST_INSET
        return mark.bar and end - max(mark.left, self.edges[0]) > width + 26

    def _found(
        self, mark: Mark, texts: Mapping[int, Texts], ranks: Sequence[Rank]
    ) -> Placement | None:
        """Takes the best place that is free. None is where not even the mark has room, so that no
        text is tried there, or asked for: in a crowded lane that is nearly everywhere."""
        bare = mark.left - _AIR, mark.right + _AIR
        slots = [slot for slot, rank in enumerate(ranks) if rank.free(*bare)]
        if not slots:
            return None
        for ways in self._ways(mark, texts.get(mark.row, ())):
            for slot in slots:
                for side, (left, right), (text, width) in ways:
                    if ranks[slot].took(left, right, mark.row):
                        return Placement(slot, side, text, width)
        ranks[slots[0]].take(*bare, mark.row)
        return Placement(slots[0])

    def _ways(self, mark: Mark, texts: Texts) -> Iterator[list[Way]]:
        """What may be said of it, the best first, and on which sides of it there is room."""
        for said in texts:
            text, width = said
            sides = (0,) if self._inside(mark, width) else (1, -1)
            tries = [Placement(0, side, text, width) for side in sides]
            yield [(t.side, self._extent(mark, t), said) for t in tries if self.shows(mark, t)]

    def _pinned(self, before: Placement, texts: Texts) -> Iterator[Placement]:
        if texts or not before.text:
            yield before
        if not before.text:
            for text, width in texts:
                for side in (1, -1):
                    yield Placement(before.slot, side, text, width)
        yield Placement(before.slot)

    def _took(self, mark: Mark, placement: Placement, ranks: list[Rank]) -> bool:
        """Takes this place where it is free."""
        if placement.slot >= self.slots:
            return False
        left, right = self._extent(mark, placement)
        return ranks[placement.slot].took(left, right, mark.row)

    def _take(self, mark: Mark, placement: Placement, ranks: list[Rank]) -> None:
        left, right = self._extent(mark, placement)
        ranks[placement.slot].take(left, right, mark.row)

    def _made_room(
        self,
        mark: Mark,
        ranks: list[Rank],
        placed: dict[int, Placement],
        by_row: Mapping[int, Mark],
    ) -> Placement | None:
        """A slot in which only labels stand in the way: they go."""
        left, right = mark.left - _AIR, mark.right + _AIR
        for slot, rank in enumerate(ranks):
            hit = rank.between(left, right)
            if any(by_row[r].left - _AIR < right and by_row[r].right + _AIR > left for r in hit):
                continue
            for row in hit:
                rank.give_back(row)
                placed[row] = Placement(slot)
                self._take(by_row[row], placed[row], ranks)
            return Placement(slot)
        return None

    def _packed(self, texts: Mapping[int, Texts], order: Sequence[int]) -> dict[int, Placement]:
        """The closest packing: marks by their beginning, then labels where these leave room."""
        ends = [float("-inf")] * self.slots
        slot_of: dict[int, int] = {}
        ranks = [Rank() for _ in range(self.slots)]
        by_row = {mark.row: mark for mark in self.marks}
        for mark in sorted(self.marks, key=lambda m: (m.left, m.row)):
            slot = next((i for i, end in enumerate(ends) if end <= mark.left - _AIR), None)
            if slot is None:
                slot = min(range(self.slots), key=ends.__getitem__)
            slot_of[mark.row] = slot
            ends[slot] = max(ends[slot], mark.right + _AIR)
        placed = {row: Placement(slot) for row, slot in slot_of.items()}
        for mark in self.marks:
            ranks[slot_of[mark.row]].take(mark.left - _AIR, mark.right + _AIR, mark.row)
        for row in order:
            mark, rank = by_row[row], ranks[slot_of[row]]
            rank.give_back(row)
            ways = chain.from_iterable(self._ways(mark, texts.get(row, ())))
            for side, extent, (text, width) in ways:
                if rank.free(*extent):
                    placed[row] = Placement(slot_of[row], side, text, width)
                    break
            self._take(mark, placed[row], ranks)
        return placed
