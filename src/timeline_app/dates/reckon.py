"""From what is written to days: the earliest and the latest day that a date can mean."""

from collections.abc import Iterator
from typing import NamedTuple

from timeline_app.dates.calendars import Calendar
from timeline_app.dates.date_error import DateError
from timeline_app.dates.day import LAST_EXACT_YEAR, OPEN_FUTURE, OPEN_PAST, DayNumber, DaySpan
from timeline_app.dates.digits import DAYS, MONTHS, choices, years_down, years_up
from timeline_app.dates.seasons import season_span
from timeline_app.dates.written import (
    CalendarDate,
    DateSet,
    Interval,
    Member,
    Open,
    ReckonedYear,
    Written,
    WrittenDate,
)
from timeline_app.words.tr import tr


class Reckoned(NamedTuple):
    """The days of one date. `latest_begin` is the first day of the latest reading of its X."""

    first: DayNumber
    last: DayNumber
    latest_begin: DayNumber


def reckon_date(written: WrittenDate, calendar: Calendar) -> Reckoned:
    """The days of one date. Raises DateError where the calendar has no such day."""
    if isinstance(written, ReckonedYear):
        return _reckoned_year(written, calendar)
    if written.is_season:
        return _season(written, calendar)
    if "X" in written.year or "X" in written.month or "X" in written.day:
        return _unspecified(written, calendar)
    return _plain(written, calendar)


def bounds(written: Written, calendar: Calendar) -> DaySpan:
    """EDTF's own earliest and latest day. Raises DateError."""
    if isinstance(written, Interval):
        return _interval(written, calendar)
    if isinstance(written, DateSet):
        spans = [_member(member, calendar) for member in written.members]
        return DaySpan(min(s.first for s in spans), max(s.last for s in spans))
    reckoned = reckon_date(written, calendar)
    return DaySpan(reckoned.first, reckoned.last)


def _interval(written: Interval, calendar: Calendar) -> DaySpan:
    begin = _end(written.begin, calendar, OPEN_PAST)
    end = _end(written.end, calendar, OPEN_FUTURE)
    if begin.first > end.latest_begin:
        raise DateError(tr("The interval ends before it begins."))
    ends_in_season = isinstance(written.end, CalendarDate) and written.end.is_season
    begins_otherwise = not isinstance(written.begin, str) and not written.begin.is_season
    if ends_in_season and begins_otherwise:
        raise DateError(tr("An interval can end in a season only if it begins in one."))
    return DaySpan(begin.first, end.last)


def _end(end: WrittenDate | Open, calendar: Calendar, where: DayNumber) -> Reckoned:
    return Reckoned(where, where, where) if isinstance(end, str) else reckon_date(end, calendar)


def _member(member: Member, calendar: Calendar) -> DaySpan:
    begin = reckon_date(member.first, calendar) if member.first else None
    end = reckon_date(member.last, calendar) if member.last else None
    if begin and end and begin.first > end.latest_begin:
        raise DateError(tr("A range in the set ends before it begins."))
    return DaySpan(begin.first if begin else OPEN_PAST, end.last if end else OPEN_FUTURE)


def _plain(written: CalendarDate, calendar: Calendar) -> Reckoned:
    year = int(written.year)
    _check_year(year, calendar)
    if not written.month:
        first = calendar.day_of(year, 1, 1)
        return Reckoned(first, calendar.day_of(year, 12, calendar.days_in_month(year, 12)), first)
    month = int(written.month)
    length = calendar.days_in_month(year, month)
    if not written.day:
        first = calendar.day_of(year, month, 1)
        return Reckoned(first, first + length - 1, first)
    day = int(written.day)
    if day > length:
        said = f"{written.year}-{written.month}"
        raise DateError(tr("{month} has {n} days.", month=said, n=length))
    first = calendar.day_of(year, month, day)
    return Reckoned(first, first, first)


def _unspecified(written: CalendarDate, calendar: Calendar) -> Reckoned:
    months = choices(written.month, MONTHS) if written.month else tuple(MONTHS)
    days = choices(written.day, DAYS) if written.day else tuple(DAYS)
    leap = calendar.a_leap_year
    if min(days) > max(calendar.days_in_month(leap, month) for month in months):
        raise DateError(tr("No month that fits has that day."))
    down = (months[::-1], days[::-1])
    first = _find(years_up(written.year), (months, days), calendar)
    last = _find(years_down(written.year), down, calendar)
    if first is None or last is None:
        raise DateError(tr("No year that fits has that day."))
    _check_year(first[0], calendar)
    begin_month = last[1] if written.month else 1
    begin_day = last[2] if written.day else 1
    return Reckoned(
        calendar.day_of(*first),
        calendar.day_of(*last),
        calendar.day_of(last[0], begin_month, begin_day),
    )


def _find(
    years: Iterator[int], order: tuple[tuple[int, ...], tuple[int, ...]], calendar: Calendar
) -> tuple[int, int, int] | None:
    """The first date that exists, in the order given; only 29 February needs many years."""
    months, days = order
    for year in years:
        for month in months:
            length = calendar.days_in_month(year, month)
            for day in days:
                if day <= length:
                    return year, month, day
    return None


def _season(written: CalendarDate, calendar: Calendar) -> Reckoned:
    if calendar.id != "gregorian":
        raise DateError(tr("Seasons are understood in the Gregorian calendar only."))
    code = int(written.month)
    first = season_span(next(years_up(written.year)), code)
    last = season_span(next(years_down(written.year)), code)
    return Reckoned(first.first, last.last, last.first)


def _reckoned_year(written: ReckonedYear, calendar: Calendar) -> Reckoned:
    low, high = _years(written)
    _check_year(low, calendar)
    first = calendar.day_of(low, 1, 1) if low >= -LAST_EXACT_YEAR else OPEN_PAST
    last = OPEN_FUTURE
    if high <= LAST_EXACT_YEAR:
        last = calendar.day_of(high, 12, calendar.days_in_month(high, 12))
    return Reckoned(first, last, max(first, calendar.day_of(high, 1, 1)))


def _years(written: ReckonedYear) -> tuple[int, int]:
    """The first and last year meant, at most one beyond those that are reckoned exactly."""
    beyond = LAST_EXACT_YEAR + 1
    low = high = beyond
    if len(written.figures) + written.exponent <= len(str(LAST_EXACT_YEAR)):
        low = high = int(written.figures) * 10**written.exponent
        places = max(len(str(low)), len(written.figures))
        if 0 < written.significant < places:
            block: int = 10 ** (places - written.significant)
            low -= low % block
            high = low + block - 1
    low, high = min(low, beyond), min(high, beyond)
    return (-high, -low) if written.negative else (low, high)


def _check_year(year: int, calendar: Calendar) -> None:
    if calendar.first_year is not None and year < calendar.first_year:
        raise DateError(tr("This calendar begins with the year {year}.", year=calendar.first_year))
