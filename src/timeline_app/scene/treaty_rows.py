"""Which treaties are drawn, in which row, and where the name of each stands.

The best told come first: those with more steps found, then with more parties. What is chosen is
laid out by its first step, so that the eye may go down the rows in the order of time.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

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
    weight: tuple[int, int]
    stretches: tuple[Stretch, ...]
    marks: tuple[StepMark, ...]


@dataclass(frozen=True, slots=True)
class TreatyLine:
    """One treaty in pixels: all that is drawn of it lies from `left` to `right`; from `begin` to
    `end` lies its line, and its name begins at `name_x`."""

    treaty: Treaty
    left: float
    right: float
    begin: float
    end: float
    name: str
    name_x: float
    name_px: float


def line_of(treaty: Treaty, scale: TimeScale, measure: Measure) -> TreatyLine | None:
    """The treaty in pixels; None where nothing of it is in sight."""
    pen = TreatyPen.measuring(scale)
    begin = min(pen.left_of(mark) for mark in treaty.marks)
    end = max(pen.right_of(mark) for mark in treaty.marks)
    if treaty.stretches and treaty.stretches[-1].last == OPEN_FUTURE:
        end = max(end, scale.right_px)
    elif fades(treaty.stretches, treaty.marks):
        end += FADE_PX
    if end < scale.left_px or begin > scale.right_px:
        return None
    begin, end = max(begin, scale.left_px), min(end, scale.right_px)
    text, x, width = _named(treaty, begin, scale, measure, pen)
    left, right = min(begin, x), max(end, x + width)
    return TreatyLine(treaty, left, right, begin, end, text, x, width)


def _named(
    treaty: Treaty, begin: float, scale: TimeScale, measure: Measure, pen: TreatyPen
) -> tuple[str, float, float]:
    """The name above the line, from its begin or the window's edge on, clear of the signs that
    stand there; before them where the right edge is near."""
    half = BESIDE_GLYPH / 2 + _INSET
    taken = sorted(pen.x_of(mark) for mark in treaty.marks if mark.sign in BESIDE)
    start = max(begin, scale.left_px + _INSET)
    stretches = [*(x for x in taken if start - half < x < scale.right_px), scale.right_px + half]
    full = min(measure(treaty.name, NAME_SIZE, False), MOST_NAME_PX)
    best = (0.0, start)
    for x in stretches:
        room = x - half - start
        if room >= full:
            best = (room, start)
            break
        best = max(best, (room, start), key=lambda one: one[0])
        start = x + half
    room, x = best
    before = begin - _AIR - scale.left_px
    if room < full and before > room:
        text = shortened(treaty.name, min(before, full), NAME_SIZE, measure)
        width = measure(text, NAME_SIZE, False)
        return text, begin - _AIR - width, width
    if room < LEAST_NAME_PX:
        return "", x, 0.0
    text = shortened(treaty.name, min(room, full), NAME_SIZE, measure)
    return text, x, measure(text, NAME_SIZE, False)


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
