"""Historical dates in words: "about 25 March 2014", "some day in May 2014", "1994 or earlier"."""

from timeline_app.dates.calendars import GREGORIAN
from timeline_app.dates.day import LAST_EXACT_YEAR, DaySpan
from timeline_app.dates.historical_date import HistoricalDate
from timeline_app.dates.month_names import SEASONS
from timeline_app.dates.read_edtf import read
from timeline_app.dates.reckon import bounds
from timeline_app.dates.spoken_days import (
    day_words,
    days_words,
    month_words,
    span_words,
    year_words,
)
from timeline_app.dates.written import (
    APPROXIMATE,
    UNCERTAIN,
    CalendarDate,
    DateSet,
    Interval,
    Member,
    ReckonedYear,
    WrittenDate,
)
from timeline_app.words.tr import tr

__all__ = ["date_words", "day_words", "month_words", "span_words", "year_words"]


def date_words(date: HistoricalDate | str, short: bool = False) -> str:
    """A date in words; `short` shortens the names of months.

    Takes EDTF, too: what a notebook or an archive stored. Raises DateError if it is none.
    """
    written = read(date if isinstance(date, str) else date.edtf)
    if isinstance(written, Interval):
        return _interval(written, short)
    if isinstance(written, DateSet):
        return _set(written, short)
    return _doubted(_plain(written, short), _doubts(written))


def _doubts(*dates: WrittenDate | str | None) -> int:
    together = 0
    for date in dates:
        for doubt in () if date is None or isinstance(date, str) else date.doubts:
            together |= doubt
    return together


def _doubted(words: str, doubts: int) -> str:
    if doubts & APPROXIMATE:
        words = tr("about {date}", date=words)
    return tr("{date} (uncertain)", date=words) if doubts & UNCERTAIN else words


def _plain(date: WrittenDate, short: bool) -> str:
    """One date without its doubts."""
    if isinstance(date, ReckonedYear):
        return _reckoned_year(date)
    if "X" in date.year + date.month + date.day:
        return _unspecified(date, short)
    if date.is_season:
        return tr(SEASONS[int(date.month)], year=year_words(int(date.year)))
    span = _span(date)
    return span_words(span.first, span.last, short)


def _unspecified(date: CalendarDate, short: bool) -> str:
    if "X" not in date.year + date.month.replace("XX", ""):
        year = year_words(int(date.year))
        if date.month == "XX" and not date.day:
            return tr("some month in {year}", year=year)
        if date.month == date.day == "XX":
            return tr("some day in {date}", date=year)
        if date.month != "XX" and date.day == "XX":
            month = month_words(int(date.year), int(date.month), short)
            return tr("some day in {date}", date=month)
    if not date.month and date.year[0] != "-" and "X" not in date.year[:3]:
        return tr("the {decade}s", decade=date.year[:3].lstrip("0") + "0")
    return _between(_span(date), short)


def _between(span: DaySpan, short: bool) -> str:
    return tr("some time within {period}", period=span_words(span.first, span.last, short))


def _reckoned_year(date: ReckonedYear) -> str:
    """A year by sum; those too far to be reckoned are said as they are written."""
    if len(date.figures) + date.exponent > len(str(LAST_EXACT_YEAR)):
        sign = "-" if date.negative else ""
        exponent = f"E{date.exponent}" if date.exponent else ""
        return tr("the year {year}", year=sign + date.figures + exponent)
    if date.significant:
        return _between(_span(date), short=False)
    span = _span(date)
    return span_words(span.first, span.last)


def _interval(interval: Interval, short: bool) -> str:
    begin, end = interval.begin, interval.end
    if isinstance(begin, str) or isinstance(end, str):
        return _open_interval(interval, short)
    if not _doubts(begin, end) and begin.shape == end.shape == "day" and _is_whole(begin):
        return days_words(_span(begin).first, _span(end).last, short)
    if not _doubts(begin, end) and _is_whole(begin) and _is_whole(end):
        return span_words(_span(begin).first, _span(end).last, short)
    return tr("{first} to {last}", first=_one(begin, short), last=_one(end, short))


def _open_interval(interval: Interval, short: bool) -> str:
    begin, end = interval.begin, interval.end
    if isinstance(begin, str) and isinstance(end, str):
        if begin == end:
            return tr("all time")
        return tr("until an unknown day") if begin else tr("from an unknown day on")
    if isinstance(begin, str):
        date = "" if isinstance(end, str) else _one(end, short)
        if begin:
            return tr("until {date}", date=date)
        return tr("until {date}, begin unknown", date=date)
    date = _one(begin, short)
    return tr("from {date} on", date=date) if end else tr("from {date}, end unknown", date=date)


def _set(dates: DateSet, short: bool) -> str:
    members = [_member(member, dates.all_of_them, short) for member in dates.members]
    if len(members) == 1:
        return members[0]
    *others, last = members
    first = ", ".join(others)
    if dates.all_of_them:
        return tr("{first} and {last}", first=first, last=last)
    return tr("{first} or {last}", first=first, last=last)


def _member(member: Member, all_of_them: bool, short: bool) -> str:
    first, last = member.first, member.last
    if first is None or last is None:
        if first is not None:
            return tr("{date} or later", date=_one(first, short))
        return tr("{date} or earlier", date=_one(last, short) if last else "")
    if first is last:
        return _one(first, short)
    words = span_words(_span(first).first, _span(last).last, short)
    if not all_of_them:
        words = tr("some time within {period}", period=words)
    return _doubted(words, _doubts(first, last))


def _one(date: WrittenDate, short: bool) -> str:
    return _doubted(_plain(date, short), _doubts(date))


def _span(date: WrittenDate) -> DaySpan:
    return bounds(date, GREGORIAN)


def _is_whole(date: WrittenDate) -> bool:
    """Whether its days say all of it: no season, nothing unspecified, no sum."""
    return (
        isinstance(date, CalendarDate)
        and not date.is_season
        and "X" not in date.year + date.month + date.day
    )
