"""Where the axis has its lines and words, from millennia to days; it always says where one is."""

from collections.abc import Iterator
from enum import IntEnum
from math import ceil, floor, log10

from timeline_app.dataclass import dataclass
from timeline_app.dates.civil import date_of, day_of, days_in_month
from timeline_app.dates.month_names import MONTHS, SHORT_MONTHS
from timeline_app.dates.spoken_days import month_words, year_words
from timeline_app.scene.text_measure import Measure
from timeline_app.scene.time_scale import TimeScale
from timeline_app.words.tr import grouped, tr

YEAR_STEPS = tuple(figure * int(10**noughts) for noughts in range(16) for figure in (1, 2, 5))
DAYS_A_YEAR = 365.2425
SMALL, LARGE = 11.5, 13.0
_MARGIN = 12.0


class Weight(IntEnum):
    """How much a tick weighs: its length, its grid line, the ink of its word."""

    FINE = 0
    PLAIN = 1
    MAIN = 2


class Unit(IntEnum):
    """The finest unit of the calendar that the axis writes out."""

    DAY = 0
    WEEK = 1
    MONTH = 2
    QUARTER = 3
    YEAR = 4


@dataclass(frozen=True, slots=True)
class Tick:
    """A line at `x` (none where `bare`) and a word, which begins at `text_x`.

    `upper` words stand in the second row of the ruler, above the others. Where there is one row, a
    line that is `lined` goes on behind the lanes, though its word may have no room at an edge.
    """

    x: float
    weight: Weight
    text: str = ""
    text_x: float = 0.0
    size: float = SMALL
    bold: bool = False
    upper: bool = False
    bare: bool = False
    lined: bool = False


def unit_of(scale: TimeScale) -> Unit:
    """What the axis counts in at this scale."""
    year_px = scale.px_per_day * DAYS_A_YEAR
    if scale.px_per_day >= 20:
        return Unit.DAY
    if scale.px_per_day >= 3.6:
        return Unit.WEEK
    if year_px / 12 >= 26:
        return Unit.MONTH
    return Unit.QUARTER if year_px >= 120 else Unit.YEAR


def two_rows(scale: TimeScale) -> bool:
    """Whether the words need two rows: months or days below, years or months above."""
    return unit_of(scale) <= Unit.MONTH


def ticks_of(scale: TimeScale, measure: Measure) -> tuple[Tick, ...]:
    """All ticks between the scale's edges; no word is cut by an edge or touches another."""
    unit = unit_of(scale)
    if unit is Unit.YEAR:
        return year_ticks(scale, measure)
    if unit is Unit.QUARTER:
        return tuple(_quarters(scale, measure))
    if unit is Unit.DAY:
        return (*_days(scale, measure), *_upper(scale, measure, by_month=True))
    return (*_months(scale, measure, unit), *_upper(scale, measure, by_month=False))


def snapped(scale: TimeScale, day: float) -> int:
    """The nearest first day of a month or year, whichever the ruler shows; days at day scale."""
    unit = unit_of(scale)
    if unit is Unit.DAY:
        return round(day)
    year, month, _ = date_of(floor(day))
    if unit is Unit.YEAR:
        below, above = day_of(year, 1, 1), day_of(year + 1, 1, 1)
    else:
        below = day_of(year, month, 1)
        above = below + days_in_month(year, month)
    return below if day - below <= above - day else above


def _year_at(day: float) -> int:
    return date_of(floor(day))[0]


def year_step(year_px: float, least_px: float = 34.0) -> int:
    """How many years lie between two words of the axis, which stand `least_px` apart or more."""
    for step in YEAR_STEPS:
        wide = 0.0 if step < 1000 else 64.0 if step < 10_000 else 9.0 * len(grouped(step))
        if step * year_px >= max(wide, least_px):
            return step
    return YEAR_STEPS[-1]


def _round_years(first: int, last: int, step: int) -> Iterator[int]:
    """The years that are whole multiples of `step`, BCE counted as people count it; and year 1."""
    earliest, latest = (-first) // step + 1, max(1, -((last - 1) // step))
    for k in range(earliest, latest - 1, -1):
        yield 1 - k * step
    if first <= 1 <= last:
        yield 1
    start = max(1, -(-first // step)) * step
    yield from (year for year in range(start, last + 1, step) if year > 1)


def year_ticks(scale: TimeScale, measure: Measure, least_px: float = 34.0) -> tuple[Tick, ...]:
    """Ticks of years only, their words `least_px` apart or more."""
    return tuple(_years(scale, measure, least_px))


def _years(scale: TimeScale, measure: Measure, least_px: float) -> Iterator[Tick]:
    year_px = scale.px_per_day * DAYS_A_YEAR
    step = year_step(year_px, least_px)
    rounder = 10 ** ceil(log10(2 * step))
    fine = next((s for s in YEAR_STEPS if s * year_px >= 6 and step % s == 0), step)
    first, last = _year_at(scale.first), _year_at(scale.end) + 1
    named = set(_round_years(first, last, step))
    free = scale.left_px - 2
    for year in sorted(named | set(_round_years(first, last, fine))):
        x = scale.x(float(day_of(year, 1, 1)))
        if not scale.left_px <= x <= scale.right_px:
            continue
        if year not in named:
            yield Tick(x, Weight.FINE)
            continue
        main = (year if year > 0 else 1 - year) % rounder == 0
        size = LARGE if main else SMALL
        text = year_words(year)
        width = measure(text, size, False)
        begin = x - width / 2
        fits = begin >= free and begin + width <= scale.right_px + _MARGIN
        weight = Weight.MAIN if main else Weight.PLAIN
        yield Tick(x, weight, text if fits else "", begin, size, lined=True)
        free = begin + width + 4 if fits else free


def _month_starts(scale: TimeScale) -> Iterator[tuple[float, int, int]]:
    """(x, year, month) of each first of a month in sight."""
    year, month, _ = date_of(floor(scale.first))
    while (day := day_of(year, month, 1)) <= scale.end:
        if day >= scale.first:
            yield scale.x(float(day)), year, month
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def _quarters(scale: TimeScale, measure: Measure) -> Iterator[Tick]:
    far = _year_at(scale.first), _year_at(scale.end)
    widest = max(measure(year_words(year), LARGE, True) for year in far)
    apart = 3 * 30 * scale.px_per_day - widest / 2 - 4
    for x, year, month in _month_starts(scale):
        if month % 3 != 1:
            yield Tick(x, Weight.FINE)
            continue
        main = month == 1
        size = LARGE if main else SMALL
        text = year_words(year) if main else tr(SHORT_MONTHS[month - 1])
        width = measure(text, size, main)
        lined = main or width / 2 <= apart
        fits = (
            lined
            and x - width / 2 >= scale.left_px - 2
            and x + width / 2 <= scale.right_px + _MARGIN
        )
        weight = Weight.MAIN if main else Weight.PLAIN
        word = text if fits else ""
        yield Tick(x, weight, word, x - width / 2, size, bold=main, lined=lined)


def _months(scale: TimeScale, measure: Measure, unit: Unit) -> Iterator[Tick]:
    weeks = unit is Unit.WEEK
    free_px = scale.px_per_day * (7 if weeks else 28) - (16 if weeks else 8)
    for x, _, month in _month_starts(scale):
        names = (tr(MONTHS[month - 1]), tr(SHORT_MONTHS[month - 1]), "")
        text = next(n for n in names if measure(n, LARGE, False) <= free_px)
        fits = x + 4 + measure(text, LARGE, False) <= scale.right_px + _MARGIN
        weight = Weight.MAIN if month == 1 else Weight.PLAIN
        yield Tick(x, weight, text if fits else "", x + 4, LARGE)
    if weeks:
        yield from _weeks(scale, measure)


def _weeks(scale: TimeScale, measure: Measure) -> Iterator[Tick]:
    year, month, _ = date_of(floor(scale.first))
    while day_of(year, month, 1) <= scale.end:
        for number in (8, 15, 22):
            x = scale.x(float(day_of(year, month, number)))
            half = measure(str(number), SMALL, False) / 2
            if scale.left_px <= x - half and x <= scale.right_px:
                yield Tick(x, Weight.FINE, str(number), x - half)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def _days(scale: TimeScale, measure: Measure) -> Iterator[Tick]:
    for day in range(floor(scale.first), floor(scale.end) + 1):
        x = scale.x(float(day))
        month, number = date_of(day)[1:]
        begin = x + (scale.px_per_day - measure(str(number), SMALL, False)) / 2
        fits = begin >= scale.left_px and begin + 14 <= scale.right_px + _MARGIN
        weight = Weight.FINE if number > 1 else Weight.MAIN if month == 1 else Weight.PLAIN
        line = x < scale.left_px
        yield Tick(x, weight, str(number) if fits else "", begin, bare=line)


def _upper(scale: TimeScale, measure: Measure, by_month: bool) -> Iterator[Tick]:
    """Years (or months with their year) in the upper row; the one in sight stands at the left."""

    def words(year: int, month: int) -> str:
        if not by_month:
            return year_words(year)
        return month_words(year, month)

    begins = [(x, words(y, m)) for x, y, m in _month_starts(scale) if by_month or m == 1]
    here = words(*date_of(floor(scale.first))[:2])
    room = begins[0][0] if begins else scale.right_px
    if scale.left_px + 6 + measure(here, LARGE, True) + 8 <= room:
        yield Tick(scale.left_px, Weight.FINE, here, scale.left_px + 6, LARGE, True, True, True)
    for x, text in begins:
        if x + 4 + measure(text, LARGE, True) <= scale.right_px + _MARGIN:
            yield Tick(x, Weight.MAIN, text, x + 4, LARGE, True, upper=True, bare=True)
