"""The rows in which arrows stand and where their texts are, kept for as long as the scale stays."""

from collections.abc import Iterable, Sequence
from math import isclose

from timeline_app.dataclass import dataclass
from timeline_app.scene.claim_arrows import Arrow
from timeline_app.scene.labels import Rank, Words
from timeline_app.scene.text_measure import shortened

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
            tries = self._tries(arrow, titles.get(arrow.row, ""), slots, resting)
            place = next((t for t in tries if _free(arrow, t, ranks, edges)), None)
            if place is None:
                continue
            left, right = _stretch(arrow, place)
            ranks[place.slot].take(left, right, arrow.row)
            found[arrow.row] = place
            x = _text_left(arrow, place)
            shown.append(PlacedArrow(arrow, place.slot, place.text, x, place.width))
        self._held = found if resting else self._held | found
        return shown

    def _texts(self, title: str) -> list[tuple[str, float]]:
        """Arrows have long rows of their own: there is room for longer texts than in lanes."""
        long = shortened(title, LONGEST_PX, LABEL, self._words.measure)
        first = (long, self._words.measure(long, LABEL, False))
        return list(dict.fromkeys([first, *self._words.tries(title, LABEL)]))

    def _tries(self, arrow: Arrow, title: str, slots: int, resting: bool) -> list[ArrowPlace]:
        held = self._held.get(arrow.row)
        before = [] if held is None else [held]
        if held is not None and not resting:
            return [held, ArrowPlace(held.slot)]
        texts = self._texts(title) if title else []
        sides = (-1, 1) if arrow.rightwards else (1, -1)
        rows = range(slots) if held is None else (held.slot, *range(slots))
        fresh = [
            ArrowPlace(slot, side, text, width)
            for text, width in texts
            for slot in rows
            for side in sides
        ]
        kept = before if held is not None and held.text else []
        return [*kept, *fresh, *before, *(ArrowPlace(slot) for slot in range(slots))]


def _text_left(arrow: Arrow, place: ArrowPlace) -> float:
    if place.side > 0:
        return arrow.right + _AFTER
    return arrow.left - _BESIDE - place.width


def _stretch(arrow: Arrow, place: ArrowPlace) -> tuple[float, float]:
    left, right = arrow.left - _AIR, arrow.right + _AIR
    if place.text and place.side > 0:
        right = _text_left(arrow, place) + place.width + _AIR
    if place.text and place.side < 0:
        left = _text_left(arrow, place) - _AIR
    return left, right


def _free(
    arrow: Arrow, place: ArrowPlace, ranks: Sequence[Rank], edges: tuple[float, float]
) -> bool:
    if place.text:
        begin = _text_left(arrow, place)
        if begin < edges[0] + 2 or begin + place.width > edges[1] - 2:
            return False
    return ranks[place.slot].free(*_stretch(arrow, place))
