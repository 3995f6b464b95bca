"""The dots of a map in pixels: how large they are, what is under the pointer, where names stand."""

from collections.abc import Callable, Sequence
from math import cos, hypot, pi, sin, sqrt

from timeline_app.dataclass import dataclass

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""
Point = tuple[float, float]

MOST_NAMED = 50
"""So many names are tried; beyond them a map is unreadable anyway."""
MOST_KEPT_CLEAR = 400
"""So many dots no name may cover, the most important first."""
MOST_LED = 14
"""So many names may stand away from their dots, with a line to them."""
_GAP = 3.0
_FURTHER = (16.0, 32.0, 50.0, 70.0, 95.0, 120.0)


@dataclass(frozen=True, slots=True)
class Dot:
    """Its middle and its radius in pixels."""

    x: float
    y: float
    r: float

    @property
    def box(self) -> Box:
        """What it covers."""
        return self.x - self.r, self.y - self.r, self.x + self.r, self.y + self.r


def radius(n: int, most: int, least_px: float, most_px: float) -> float:
    """The area grows as the count; the largest of all has `most_px`, none is under `least_px`."""
    return max(least_px, most_px * sqrt(n / max(1, most)))


def dot_at(dots: Sequence[Dot], x: float, y: float, around: float) -> int | None:
    """The place of the dot at this pixel: the smallest that holds it, else the nearest within
    `around` pixels of its rim."""
    holding = [n for n, dot in enumerate(dots) if hypot(dot.x - x, dot.y - y) <= dot.r]
    if holding:
        return min(holding, key=lambda n: (dots[n].r, n))
    away = [(hypot(dot.x - x, dot.y - y) - dot.r, n) for n, dot in enumerate(dots)]
    nearest = min(away, default=(around + 1, 0))
    return nearest[1] if nearest[0] <= around else None


def next_dot(dots: Sequence[Dot], start: int, dx: int, dy: int) -> int:
    """The dot that one comes to from `start` towards (dx, dy), one of which is nought: the one
    least far away, what lies aside counted double. `start` itself where there is none."""
    one = dots[start]

    def cost(n: int) -> float:
        along = (dots[n].x - one.x) * dx + (dots[n].y - one.y) * dy
        aside = abs((dots[n].x - one.x) * dy) + abs((dots[n].y - one.y) * dx)
        return along + 2 * aside if along > 0 and aside <= 2 * along else float("inf")

    best = min(range(len(dots)), key=lambda n: (cost(n), n))
    return best if cost(best) < float("inf") else start


@dataclass(frozen=True, slots=True)
class Name:
    """The box of the name of the `n`-th dot; `far` says that it needs a line to its dot."""

    n: int
    box: Box
    far: bool


def name_places(
    dots: Sequence[Dot],
    width: Callable[[int], float],
    line: float,
    room: tuple[float, float],
) -> list[Name]:
    """Which of the dots, the most important first, get their names, and where; `width` tells how
    wide the name of the n-th is, `line` how high each. No name leaves the
    room, or covers a dot, another name or a line to one; the first few may stand away from a
    crowd."""
    laid = _Laid([dot.box for dot in dots[:MOST_KEPT_CLEAR]], room)
    seen = [n for n, dot in enumerate(dots) if _within((dot.x, dot.y, dot.x, dot.y), room)]
    for rank, n in enumerate(seen[:MOST_NAMED]):
        dot, wide = dots[n], width(n)
        found = any(laid.take(n, dot, at, (wide, line)) for at in _sides(dot, wide, line))
        if not found and rank < MOST_LED:
            further = _around(dot, wide, line)
            any(laid.take(n, dot, at, (wide, line), far=True) for at in further)
    return laid.names


class _Laid:
    """What has its place already."""

    def __init__(self, dots: list[Box], room: tuple[float, float]) -> None:
        self._dots, self._room = dots, room
        self._on_lines: list[Point] = []
        self.names: list[Name] = []

    def take(
        self, n: int, dot: Dot, at: Point, size: tuple[float, float], far: bool = False
    ) -> bool:
        """Puts a name there if nothing is in its way, or in that of its line: a line through a
        greater dot would seem to be that one's."""
        box = at[0] - 1, at[1], at[0] + size[0] + 1, at[1] + size[1]
        if not _within(box, self._room) or any(meet(box, other) for other in self._dots):
            return False
        boxes = [name.box for name in self.names]
        on_line = _points(leader(dot, box)) if far else []
        in_way = any(meet(box, other) for other in boxes) or _any_in(self._on_lines, [box])
        greater = [other for other in self._dots[:n] if not _any_in([(dot.x, dot.y)], [other])]
        if in_way or _any_in(on_line, [*boxes, *greater]):
            return False
        self._on_lines += on_line
        self.names.append(Name(n, box, far))
        return True


def leader(dot: Dot, box: Box) -> Box:
    """The line from the middle of a dot to the point of a name's box that is nearest to it."""
    x, y = min(max(dot.x, box[0]), box[2]), min(max(dot.y, box[1]), box[3])
    return dot.x, dot.y, x, y


def _points(line: Box) -> list[Point]:
    """Points on a line, so near to each other that no name can slip between."""
    x, y, x2, y2 = line
    n = max(2, int(hypot(x2 - x, y2 - y) / 4))
    return [(x + (x2 - x) * at / n, y + (y2 - y) * at / n) for at in range(n)]


def _any_in(points: Sequence[Point], boxes: Sequence[Box]) -> bool:
    return any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for box in boxes for x, y in points)


def _sides(dot: Dot, wide: float, line: float) -> tuple[Point, ...]:
    """Right of it, left, above, below."""
    middle, up = dot.y - line / 2, dot.x - wide / 2
    away = dot.r + _GAP
    return (
        (dot.x + away, middle),
        (dot.x - away - wide, middle),
        (up, dot.y - away - line + 1),
        (up, dot.y + away - 1),
    )


def _around(dot: Dot, wide: float, line: float) -> tuple[Point, ...]:
    """Further away, all around, the nearest first."""
    turns = [n * pi / 6 for n in range(12)]
    return tuple(
        (
            dot.x + (dot.r + away) * cos(turn) + (cos(turn) - 1) * wide / 2,
            dot.y + (dot.r + away) * sin(turn) - line / 2,
        )
        for away in _FURTHER
        for turn in turns
    )


def _within(box: Box, room: tuple[float, float]) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= room[0] and box[3] <= room[1]


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes have any part in common."""
    across = one[0] < other[2] and other[0] < one[2]
    return across and one[1] < other[3] and other[1] < one[3]
