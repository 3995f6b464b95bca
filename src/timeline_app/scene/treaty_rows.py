"""Which treaties are drawn, in which row, and where the name of each stands.

The best told come first: those with more steps found, then with more parties. What is chosen is
laid out by its first step, so that the eye may go down the rows in the order of time.
"""

from collections.abc import Iterable, Mapping, Sequence

from timeline_app.dataclass import dataclass
from timeline_app.dates.day import OPEN_FUTURE
from timeline_app.model.instrument_table import Stretch
from timeline_app.scene.labels import Rank
from timeline_app.scene.text_measure import Measure, shortened
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.treaty_marks import BESIDE, StepMark
from timeline_app.scene.treaty_strokes import BESIDE_GLYPH, FADE_PX, TreatyPen, fades

NAME_SIZE = 12.5
MOST_NAME_PX, LEAST_NAME_PX = 260.0, 60.0
_AIR, _INSET = 6.0, 4.0


@dataclass(frozen=True, slots=True)
class Treaty:
    """A treaty as it can be drawn: its row in the table, its name, how it stood, its steps."""

    row: int
    key: int
    name: str
    vector: int
    first: int
    last: int
    weight: tuple[int, int]
    stretches: tuple[Stretch, ...]
    marks: tuple[StepMark, ...]

    def touches(self, scale: TimeScale) -> bool:
        """Whether its life, from the first step found on, touches the days in sight."""
        return self.first < scale.end and self.last + 1 > scale.first


@dataclass(frozen=True, slots=True)
class TreatyLine:
    """One treaty in pixels: all that is drawn of it lies from `left` to `right`; from `begin` to
    `end` lies its line, and its name begins at `name_x`. Where the name stands `within` the line,
    the line makes room for it."""

    treaty: Treaty
    left: float
    right: float
    begin: float
    end: float
    name: str
    name_x: float
    name_px: float
    within: bool = False

    @property
    def cut(self) -> tuple[float, float] | None:
        """Where the line makes room for the name."""
        around = self.name_x - _INSET, self.name_x + self.name_px + _INSET
        return around if self.within and self.name else None


@dataclass(frozen=True, slots=True)
class _Room:
    """Where a name could stand: between two pixels, at the one end of it or at the other."""

    left: float
    right: float
    to_right: bool = True
    within: bool = False

    @property
    def wide(self) -> float:
        return self.right - self.left


def line_of(treaty: Treaty, scale: TimeScale, measure: Measure, low: bool) -> TreatyLine | None:
    """The treaty in pixels; None where nothing of it is in sight. In `low` rows the name stands
    beside the line or within it, in higher ones above."""
    if not treaty.touches(scale):
        return None
    pen = TreatyPen.measuring(scale)
    begin = min(pen.left_of(mark) for mark in treaty.marks)
    end = max(pen.right_of(mark) for mark in treaty.marks)
    if treaty.stretches and treaty.stretches[-1].last == OPEN_FUTURE:
        end = max(end, scale.right_px)
    elif fades(treaty.stretches, treaty.marks):
        end += FADE_PX
    begin, end = max(begin, scale.left_px), min(end, scale.right_px)
    rooms = _beside(treaty, begin, end, scale, pen) if low else _above(treaty, begin, scale, pen)
    full = min(measure(treaty.name, NAME_SIZE, False), MOST_NAME_PX)
    room = next((r for r in rooms if r.wide >= full), None)
    room = room or max(rooms, key=lambda one: one.wide)
    if room.wide < min(full, LEAST_NAME_PX):
        return TreatyLine(treaty, begin, end, begin, end, "", begin, 0.0)
    text = shortened(treaty.name, min(room.wide, full), NAME_SIZE, measure)
    width = measure(text, NAME_SIZE, False)
    x = room.left if room.to_right else room.right - width
    left, right = min(begin, x), max(end, x + width)
    return TreatyLine(treaty, left, right, begin, end, text, x, width, room.within)


def _above(treaty: Treaty, begin: float, scale: TimeScale, pen: TreatyPen) -> list[_Room]:
    """Above the line, from its begin or the window's edge on, clear of the signs that stand there;
    or before it, where the right edge is near."""
    half = BESIDE_GLYPH / 2 + _INSET
    start = max(begin, scale.left_px + _INSET)
    signs = sorted(pen.x_of(mark) for mark in treaty.marks if mark.sign in BESIDE)
    rooms = []
    for x in [*(x for x in signs if start - half < x < scale.right_px), scale.right_px + half]:
        rooms.append(_Room(start, x - half))
        start = x + half
    return [*rooms, _Room(scale.left_px, begin - _AIR, to_right=False)]


def _beside(
    treaty: Treaty, begin: float, end: float, scale: TimeScale, pen: TreatyPen
) -> list[_Room]:
    """Before the line, after it, or within it between two signs."""
    rooms = [
        _Room(scale.left_px, begin - _AIR, to_right=False),
        _Room(end + _AIR, scale.right_px),
    ]
    spans = sorted((pen.left_of(mark), pen.right_of(mark)) for mark in treaty.marks)
    at = begin + (_AIR if begin <= scale.left_px else 0.0)
    for left, right in spans:
        if left > at:
            rooms.append(_Room(at + 2 * _INSET, min(left, end) - 2 * _INSET, within=True))
        at = max(at, right)
    if treaty.stretches and treaty.stretches[-1].last == OPEN_FUTURE:
        rooms.append(_Room(at + 2 * _INSET, end - 4 * _INSET, within=True))
    return rooms


def chosen_rows(
    lines: Sequence[TreatyLine], rows: int, held: Mapping[int, int], first: Iterable[int] = ()
) -> dict[int, int]:
    """The row of each treaty that finds room, by key.

    Those `held` keep their row where they still fit, and then the best told come; `first` are the
    keys that outrank all, and may lie over others where there is no room left.
    """
    wanted = frozenset(first)

    def turn(line: TreatyLine) -> tuple[bool, bool, int, int, int]:
        treaty = line.treaty
        steps, parties = treaty.weight
        return treaty.key not in wanted, treaty.key not in held, -steps, -parties, treaty.row

    ranks = [Rank() for _ in range(rows)]
    found: dict[int, int] = {}
    for line in sorted(lines, key=turn):
        key, span = line.treaty.key, (line.left - _AIR, line.right + _AIR)
        tries = [held[key]] if held.get(key, rows) < rows else []
        row = next((r for r in [*tries, *range(rows)] if ranks[r].free(*span)), None)
        if row is not None:
            ranks[row].take(*span, key)
            found[key] = row
    return found


def in_order_of_time(lines: Sequence[TreatyLine], chosen: Iterable[int]) -> dict[int, int]:
    """The same treaties in as few rows as they need, laid from the earliest on."""
    keys = frozenset(chosen)
    ends: list[float] = []
    found: dict[int, int] = {}
    inside = (line for line in lines if line.treaty.key in keys)
    for line in sorted(inside, key=lambda one: (one.left, one.treaty.row)):
        row = next((r for r, end in enumerate(ends) if end <= line.left - _AIR), len(ends))
        if row == len(ends):
            ends.append(0.0)
        ends[row] = line.right + _AIR
        found[line.treaty.key] = row
    return found
