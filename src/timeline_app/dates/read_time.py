"""The time of day after a date: checked, kept, not reckoned. The day is the day as written."""

import re

from timeline_app.dates.cursor import FIGURES, Cursor
from timeline_app.dates.date_error import DateError
from timeline_app.words.tr import tr

_TWO_FIGURES = re.compile("[0-9]{2}")


def read_time(cursor: Cursor) -> str:
    """`T23:20:30`, with a fraction of a second and `Z` or an offset if they follow.

    Raises DateError.
    """
    start = cursor.at
    cursor.take("T")
    hour, minute, second = _clock(cursor)
    past_midnight = hour == 24 and (minute or second)
    if hour > 24 or minute > 59 or second > 59 or past_midnight:
        raise DateError(tr("There is no such time of day."))
    if cursor.take(".") and not cursor.run(FIGURES):
        raise DateError(tr("A fraction of a second needs figures."))
    if not cursor.take("Z"):
        _offset(cursor)
    return cursor.text[start : cursor.at]


def _clock(cursor: Cursor) -> tuple[int, int, int]:
    hour = _two(cursor)
    minute = _two(cursor) if cursor.take(":") else None
    second = _two(cursor) if minute is not None and cursor.take(":") else None
    if minute is None or second is None:
        raise DateError(tr("A time of day is written hh:mm:ss."))
    return hour, minute, second


def _offset(cursor: Cursor) -> None:
    sign = cursor.take_any("+-")
    if not sign:
        return
    hours = _two(cursor)
    minutes = 0
    if cursor.take(":") or cursor.peek().isdecimal():
        minutes = _two(cursor)
    total = hours * 60 + minutes
    earliest, latest = (1, 12 * 60) if sign == "-" else (0, 14 * 60)
    if minutes > 59 or not earliest <= total <= latest:
        raise DateError(tr("A clock is at most 12 hours behind and 14 hours ahead of UTC."))


def _two(cursor: Cursor) -> int:
    figures = cursor.run(_TWO_FIGURES)
    if not figures:
        raise DateError(tr("A time of day is written hh:mm:ss."))
    return int(figures)
