"""Reads one EDTF date: `2014-05-19`, `156X-12`, `?2004-06-~11`, `2001-21`, `Y-17E7`, `1950S2`."""

import re
from functools import lru_cache

from timeline_app.dates.cursor import FIGURES, FIGURES_OR_X, Cursor
from timeline_app.dates.date_error import DateError
from timeline_app.dates.digits import DAYS, MONTHS, choices
from timeline_app.dates.read_time import read_time
from timeline_app.dates.written import (
    DOUBTS,
    SEASONS,
    CalendarDate,
    ReckonedYear,
    WrittenDate,
)
from timeline_app.words.tr import mark, tr

_QUALIFIERS = "?~%"
_FIGURES = "0123456789X"
_PART = "([?~%]?)([0-9X]{2})([?~%]?)"
_WHOLE = re.compile(f"([?~%]?)(-?[0-9X]{{4}})([?~%]?)(?:-{_PART}(?:-{_PART})?)?")
"""Nearly all dates there are, in one glance; what it does not know goes the long way, which says
what is wrong with it."""
_RANGES = {
    MONTHS: mark("A month is 01 to 12 (or a season, 21 to 41)."),
    DAYS: mark("A day is 01 to 31."),
}
_MONTHS, _DAYS = (
    frozenset(
        f"{tens}{units}"
        for tens in _FIGURES
        for units in _FIGURES
        if choices(f"{tens}{units}", allowed)
    )
    for allowed in (MONTHS, DAYS)
)


def read_date(text: str) -> WrittenDate:
    """The whole of `text` as one date. Which days a month has is not looked at here.

    Raises DateError.
    """
    if not text:
        raise DateError(tr("Nothing is written where a date should be."))
    if (whole := _WHOLE.fullmatch(text)) and (date := _at_a_glance(*whole.groups(""))):
        return date
    cursor = Cursor(text)
    written = _date(cursor)
    if not cursor.done:
        raise DateError(tr('"{rest}" does not belong to a date.', rest=cursor.rest[:40]))
    return written


def _at_a_glance(
    before: str,
    year: str,
    after: str,
    before_month: str,
    month: str,
    after_month: str,
    before_day: str,
    day: str,
    after_day: str,
) -> CalendarDate | None:
    """The date of these parts, unless something is amiss with one of them."""
    is_season = month in SEASONS
    sound = not month or month in _MONTHS or (is_season and not day)
    if not sound or (day and day not in _DAYS) or (before and after) or year == "-0000":
        return None
    marks = (before, after, before_month, after_month, before_day, after_day)
    return CalendarDate(year, month, day, _doubts(marks[: 2 + 2 * bool(month) + 2 * bool(day)]))


@lru_cache(maxsize=4096)  # there are no more ways to set marks
def _doubts(marks: tuple[str, ...]) -> tuple[int, ...]:
    """The doubts of each component, from the marks before and after each."""
    doubts: list[int] = []
    for before, after in zip(marks[::2], marks[1::2], strict=True):
        doubts.append(DOUBTS.get(before, 0))
        doubts = [doubt | DOUBTS.get(after, 0) for doubt in doubts]
    return tuple(doubts)


def _date(cursor: Cursor) -> WrittenDate:
    before = cursor.take_any(_QUALIFIERS)
    if cursor.take("Y"):
        return _long_year(cursor, before)
    sign = "-" if cursor.take("-") else ""
    year = cursor.run(FIGURES_OR_X)
    if not year:
        shown = cursor.text[:40]
        raise DateError(tr('"{given}" is not written as a date (2014, 2014-05-19).', given=shown))
    if len(year) != 4:
        raise DateError(tr("A year has four figures; a longer one begins with Y."))
    if sign and year == "0000":
        raise DateError(tr("There is no year -0000; 0000 is 1 BCE."))
    if cursor.take("S"):
        return _significant(cursor, before, sign, year)
    doubts: list[int] = []
    _close(cursor, doubts, before)
    month = _component(cursor, doubts, MONTHS)
    day = ""
    if month and month not in SEASONS:
        day = _component(cursor, doubts, DAYS)
    time = ""
    if day and cursor.peek() == "T":
        if "X" in year + month + day or any(doubts):
            raise DateError(tr("A time of day needs a day that is written whole."))
        time = read_time(cursor)
    return CalendarDate(sign + year, month, day, tuple(doubts), time)


def _component(cursor: Cursor, doubts: list[int], allowed: range) -> str:
    """The two figures of a month or day with what qualifies them; "" if there are none."""
    if not cursor.take("-"):
        return ""
    before = cursor.take_any(_QUALIFIERS)
    figures = cursor.run(FIGURES_OR_X)
    if len(figures) != 2:
        raise DateError(tr("Months and days have two figures."))
    if not choices(figures, allowed) and not (allowed is MONTHS and figures in SEASONS):
        raise DateError(tr(_RANGES[allowed]))
    _close(cursor, doubts, before)
    return figures


def _close(cursor: Cursor, doubts: list[int], before: str) -> None:
    """Ends a component: a mark before it is about it alone, one after it about all so far."""
    after = cursor.take_any(_QUALIFIERS)
    if before and after and not doubts:
        raise DateError(tr("One mark is enough: % says both uncertain and approximate."))
    doubts.append(DOUBTS.get(before, 0))
    if after:
        doubts[:] = [doubt | DOUBTS[after] for doubt in doubts]


def _long_year(cursor: Cursor, before: str) -> ReckonedYear:
    negative = cursor.take("-")
    figures = cursor.run(FIGURES)
    if not figures:
        raise DateError(tr("Y is followed by the figures of a year."))
    if figures[0] == "0":
        raise DateError(tr("A year with Y does not begin with 0."))
    exponent = 0
    if cursor.take("E"):
        exponent = _whole_number(cursor)
    elif len(figures) < 5:
        raise DateError(tr("Y is for years of five figures and more."))
    significant = _whole_number(cursor) if cursor.take("S") else 0
    doubts: list[int] = []
    _close(cursor, doubts, before)
    return ReckonedYear(negative, True, figures, exponent, significant, tuple(doubts))


def _significant(cursor: Cursor, before: str, sign: str, year: str) -> ReckonedYear:
    if "X" in year:
        raise DateError(tr("A year with significant figures is written whole, without X."))
    significant = _whole_number(cursor)
    doubts: list[int] = []
    _close(cursor, doubts, before)
    return ReckonedYear(bool(sign), False, year, 0, significant, tuple(doubts))


def _whole_number(cursor: Cursor) -> int:
    figures = cursor.run(FIGURES)
    if not figures or figures[0] == "0":
        raise DateError(tr("After E and S comes a number greater than zero."))
    return int(figures)
