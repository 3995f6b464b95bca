"""Reads one EDTF date: `2014-05-19`, `156X-12`, `?2004-06-~11`, `2001-21`, `Y-17E7`, `1950S2`."""

import re

from timeline_app.dates.cursor import FIGURES, FIGURES_OR_X, Cursor
from timeline_app.dates.date_error import DateError
from timeline_app.dates.digits import DAYS, MONTHS, choices
from timeline_app.dates.read_time import read_time
from timeline_app.dates.written import (
    DOUBTS,
    FIRST_SEASON,
    LAST_SEASON,
    CalendarDate,
    ReckonedYear,
    WrittenDate,
)
from timeline_app.words.tr import mark, tr

_QUALIFIERS = "?~%"
_PLAIN = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?", re.ASCII)
"""Nearly all dates of an archive: a short cut for them that gives the same as the long way."""
_RANGES = {
    MONTHS: mark("A month is 01 to 12 (or a season, 21 to 41)."),
    DAYS: mark("A day is 01 to 31."),
}
_NO_DOUBTS = ((), (0,), (0, 0), (0, 0, 0))


def read_date(text: str) -> WrittenDate:
    """The whole of `text` as one date. Which days a month has is not looked at here.

    Raises DateError.
    """
    if not text:
        raise DateError(tr("Nothing is written where a date should be."))
    if plain := _PLAIN.fullmatch(text):
        return CalendarDate(
            plain[1], plain[2] or "", plain[3] or "", _NO_DOUBTS[plain.lastindex or 0]
        )
    cursor = Cursor(text)
    written = _date(cursor)
    if not cursor.done:
        raise DateError(tr('"{rest}" does not belong to a date.', rest=cursor.rest[:40]))
    return written


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
    if month and not _season(month):
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
    if not choices(figures, allowed) and not (allowed is MONTHS and _season(figures)):
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


def _season(figures: str) -> bool:
    return "X" not in figures and FIRST_SEASON <= int(figures) <= LAST_SEASON


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
