"""Dates entered in another calendar, restated in the Gregorian one.

A day becomes a day. A month or year becomes "some day from x to y", which is what EDTF can say of a
span that begins in the middle of a month; so does an interval one end of which is no whole day. If
the calendar itself is sure only within some days, the day becomes such a span too, marked `?`.
"""

from timeline_app.dates import civil
from timeline_app.dates.calendars import Calendar
from timeline_app.dates.date_error import DateError
from timeline_app.dates.day import DayNumber, DaySpan
from timeline_app.dates.reckon import bounds, reckon_date
from timeline_app.dates.written import (
    UNCERTAIN,
    CalendarDate,
    DateSet,
    Interval,
    Member,
    Written,
    WrittenDate,
)
from timeline_app.words.tr import tr

_FIGURED_YEARS = 9999


def to_gregorian(written: Written, calendar: Calendar) -> Written:
    """The same days in the Gregorian calendar. Raises DateError."""
    whole = bounds(written, calendar)
    if isinstance(written, DateSet):
        members = tuple(_member(member, calendar) for member in written.members)
        return DateSet(written.all_of_them, members)
    if isinstance(written, Interval):
        return _interval(written, whole, calendar)
    return _alone(_member(Member(written, written), calendar))


def _interval(written: Interval, whole: DaySpan, calendar: Calendar) -> Written:
    begin, end = written.begin, written.end
    dates = [date for date in (begin, end) if not isinstance(date, str)]
    doubts = 0
    for date in dates:
        doubts |= _doubt(date, calendar)
    sure_ends = calendar.margin_days == 0 and all(_is_one_day(date, calendar) for date in dates)
    if sure_ends or "" in (begin, end) or not dates:
        return Interval(
            begin if isinstance(begin, str) else _day(whole.first, _doubt(begin, calendar)),
            end if isinstance(end, str) else _day(whole.last, _doubt(end, calendar)),
        )
    return DateSet(False, (_range(written, whole, doubts, calendar),))


def _member(member: Member, calendar: Calendar) -> Member:
    doubts = 0
    first = last = None
    if member.first:
        doubts |= _doubt(member.first, calendar)
        first = reckon_date(member.first, calendar).first
    if member.last:
        doubts |= _doubt(member.last, calendar)
        last = reckon_date(member.last, calendar).last
    if first is not None and first == last and calendar.margin_days == 0:
        day = _day(first, doubts)
        return Member(day, day)
    margin = calendar.margin_days
    return Member(
        None if first is None else _day(first - margin, doubts),
        None if last is None else _day(last + margin, doubts),
    )


def _alone(member: Member) -> Written:
    if member.first is member.last and member.first is not None:
        return member.first
    return DateSet(False, (member,))


def _range(written: Interval, whole: DaySpan, doubts: int, calendar: Calendar) -> Member:
    """Open where it was written so; a year beyond all days is none that can be restated."""
    margin = calendar.margin_days
    return Member(
        None if isinstance(written.begin, str) else _day(whole.first - margin, doubts),
        None if isinstance(written.end, str) else _day(whole.last + margin, doubts),
    )


def _is_one_day(date: WrittenDate, calendar: Calendar) -> bool:
    reckoned = reckon_date(date, calendar)
    return reckoned.first == reckoned.last


def _doubt(date: WrittenDate, calendar: Calendar) -> int:
    """All doubts of a date together, with the calendar's own."""
    if isinstance(date, CalendarDate) and date.time:
        raise DateError(tr("A time of day is understood in the Gregorian calendar only."))
    doubts = UNCERTAIN if calendar.margin_days else 0
    for doubt in date.doubts:
        doubts |= doubt
    return doubts


def _day(day: DayNumber, doubts: int) -> WrittenDate:
    year, month, day_of_month = civil.date_of(day)
    if abs(year) > _FIGURED_YEARS:
        raise DateError(tr("Years of five figures are understood in the Gregorian calendar only."))
    sign = "-" if year < 0 else ""
    return CalendarDate(
        f"{sign}{abs(year):04d}", f"{month:02d}", f"{day_of_month:02d}", (doubts,) * 3
    )
