"""The rows in which arrows stand and where their texts are, kept for as long as the scale stays."""

from collections.abc import Iterable, Sequence
from math import isclose

from timeline_app.dataclass import dataclass
from timeline_app.scene.claim_arrows import Arrow
from timeline_app.scene.labels import Rank, Words

LABEL = 13.0
LONGEST_PX = 360.0
_BESIDE, _AFTER, _AIR = 9.0, 9.0, 7.0


@dataclass(frozen=True, slots=True)
class ArrowPlace:
    """A row from above; and the text, left (-1) or right (1) of the arrow."""

    slot: int
    side: int = -1
    text: str = ""
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class PlacedArrow:
    """An arrow with its row; `text_left` is where its text begins, which may be empty."""

    arrow: Arrow
    slot: int
    text: str
    text_left: float
    width: float


class HeldArrows:
    """Finds rows for arrows and their texts, none over another; keeps them while one pans."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._held: dict[int, ArrowPlace] = {}
        self._refused: frozenset[int] = frozenset()
        self._form: tuple[float, tuple[float, float], int] = (0.0, (0.0, 0.0), 0)

    def forget(self) -> None:
        """No arrow has a place, and none is refused one."""
        self._held.clear()
        self._refused = frozenset()

    def begin(self, px_per_day: float, edges: tuple[float, float], slots: int) -> None:
        """A frame of so many rows at this scale; one that differs from the last begins anew."""
        scale, before, had = self._form
        if (before, had) != (edges, slots) or not isclose(scale, px_per_day):
            self.forget()
            self._form = (px_per_day, edges, slots)

    @property
    def refused(self) -> frozenset[int]:
        """What is in sight and no arrow; while one pans it becomes none."""
        return self._refused

    @property
    def known(self) -> frozenset[int]:
        """What has, or while one pans had, a row as an arrow."""
        return frozenset(self._held)

    def refuse(self, rows: Iterable[int], resting: bool) -> None:
        """These are in sight and have become no arrows."""
        self._refused = frozenset(rows) | (frozenset() if resting else self._refused)

    def place(self, arrows: Sequence[Arrow], first: int | None, resting: bool) -> list[PlacedArrow]:
        """Those of these arrows, in this order, that find a row; the row `first` before all.

        At rest each may look for a place; else only those that are new in sight, and what has one
        keeps it."""
        _, edges, slots = self._form
        ranks = [Rank() for _ in range(slots)]
        found: dict[int, ArrowPlace] = {}
        titles = self._words.read([arrow.row for arrow in arrows])
        shown = []
        for arrow in sorted(arrows, key=lambda a: (a.row != first, a.row not in self._held)):
            room = _Room(arrow, ranks, edges)
            place = self._found(room, titles.get(arrow.row, ""), resting)
            if place is None:
                continue
            left, right = _stretch(arrow, place.side, place.text, place.width)
            ranks[place.slot].take(left, right, arrow.row)
            found[arrow.row] = place
            x = _text_left(arrow, place.side, place.width)
            shown.append(PlacedArrow(arrow, place.slot, place.text, x, place.width))
        self._held = found if resting else self._held | found
        return shown

    def _texts(self, title: str) -> list[tuple[str, float]]:
        """Arrows have long rows of their own: there is room for longer texts than in lanes."""
        long = self._words.within(title, LONGEST_PX, LABEL)
        return list(dict.fromkeys([long, *self._words.lengths(title, LABEL)]))

    def _found(self, room: "_Room", title: str, resting: bool) -> ArrowPlace | None:
        """The first place that is free: that of before, a longer text before a shorter, a higher
        row before a lower, and a row without a text at last."""
        held = self._held.get(room.arrow.row)
        if held is not None and (held.text or not resting):
            before = room.first((held.slot,), (held.side,), held.text, held.width)
            if before is not None:
                return before
        every = range(len(room.ranks))
        rows = every if held is None else (held.slot, *every) if resting else (held.slot,)
        sides = (-1, 1) if room.arrow.rightwards else (1, -1)
        for text, width in self._texts(title) if title and (held is None or resting) else ():
            fresh = room.first(rows, sides, text, width)
            if fresh is not None:
                return fresh
        return room.first(rows)


@dataclass(frozen=True, slots=True)
class _Room:
    """Where an arrow may stand: rows, some of which are taken, between the window's edges."""

    arrow: Arrow
    ranks: Sequence[Rank]
    edges: tuple[float, float]

    def first(
        self, slots: Iterable[int], sides: Sequence[int] = (-1,), text: str = "", width: float = 0.0
    ) -> ArrowPlace | None:
        """The first of these rows, and of these sides of it, where the arrow with its text is over
        nothing."""
        arrow = self.arrow
        stretches = [
            (side, *_stretch(arrow, side, text, width))
            for side in sides
            if not text or self._holds(_text_left(arrow, side, width), width)
        ]
        for slot in slots:
            for side, left, right in stretches:
                if self.ranks[slot].free(left, right):
                    return ArrowPlace(slot, side, text, width)
        return None

    def _holds(self, left: float, width: float) -> bool:
        return left >= self.edges[0] + 2 and left + width <= self.edges[1] - 2


def _text_left(arrow: Arrow, side: int, width: float) -> float:
    return arrow.right + _AFTER if side > 0 else arrow.left - _BESIDE - width


def _stretch(arrow: Arrow, side: int, text: str, width: float) -> tuple[float, float]:
    left, right = arrow.left - _AIR, arrow.right + _AIR
    if text and side > 0:
        right = _text_left(arrow, side, width) + width + _AIR
    if text and side < 0:
        left = _text_left(arrow, side, width) - _AIR
    return left, right
