"""Days and periods in words: as short as they can be said without losing a day."""

from timeline_app.dates.civil import date_of, days_in_month
from timeline_app.dates.day import is_open
from timeline_app.words.tr import mark, tr

_MONTHS = (
    mark("January"),
    mark("February"),
    mark("March"),
    mark("April"),
    mark("May"),
    mark("June"),
    mark("July"),
    mark("August"),
    mark("September"),
    mark("October"),
    mark("November"),
    mark("December"),
)


def year_words(year: int) -> str:
    """2014, or 43 BCE for the year -42."""
    return str(year) if year > 0 else tr("{year} BCE", year=1 - year)


def month_words(day: int) -> str:
    """The month of a day: December 1991."""
    year, month, _ = date_of(day)
    return tr("{month} {year}", month=tr(_MONTHS[month - 1]), year=year_words(year))


def day_words(day: int) -> str:
    """A day: 18 March 2014."""
    return tr("{day} {month}", day=date_of(day)[2], month=month_words(day))


def period_words(first: int, last: int) -> str:
    """Both ends, inclusive; whole years and whole months by their name alone."""
    if is_open(first) or is_open(last):
        return _open_words(first, last)
    if first == last:
        return day_words(first)
    (year, month, day), (last_year, last_month, last_day) = date_of(first), date_of(last)
    whole_months = day == 1 and last_day == days_in_month(last_year, last_month)
    if whole_months and month == 1 and last_month == 12:
        ends = year_words(year), year_words(last_year)
    elif whole_months and (year, month) == (last_year, last_month):
        ends = month_words(first), month_words(last)
    else:
        ends = day_words(first), day_words(last)
    return ends[0] if ends[0] == ends[1] else tr("{first} to {last}", first=ends[0], last=ends[1])


def _open_words(first: int, last: int) -> str:
    if is_open(first) and is_open(last):
        return tr("all time")
    if is_open(first):
        return tr("until {day}", day=day_words(last))
    return tr("from {day} on", day=day_words(first))
