"""Dates nearly all archives are made of, a day, a month or a year with nothing else, in one
step. The long way through reading, reckoning and printing gives the same, and all the others.
"""

import re

from timeline_app.dates.civil import day_of, days_in_month
from timeline_app.dates.day import DaySpan
from timeline_app.dates.historical_date import HistoricalDate

_PLAIN = re.compile(r"(-?[0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?")


def plain_date(text: str, calendar: str) -> HistoricalDate | None:
    """The Gregorian date that `text` is; None where it is any other, or none at all."""
    found = _PLAIN.fullmatch(text)
    if found is None or text.startswith("-0000"):
        return None
    year, month, day = found.groups()
    if day:
        return _day(text, (int(year), int(month), int(day)), calendar)
    first = day_of(int(year), int(month or 1), 1)
    to = int(month or 12)
    span = DaySpan(first, day_of(int(year), to, days_in_month(int(year), to)))
    return HistoricalDate(text, text, calendar, span, span, None, "", "month" if month else "year")


def _day(text: str, date: tuple[int, int, int], calendar: str) -> HistoricalDate | None:
    if date[2] > 28 and date[2] > days_in_month(date[0], date[1]):
        return None
    number = day_of(*date)
    span = DaySpan(number, number)
    return HistoricalDate(text, text, calendar, span, span, span, "", "day")
