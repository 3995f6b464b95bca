"""Years, months, days and periods in words, in the reader's language."""

from timeline_app.dates import civil
from timeline_app.dates.day import OPEN_FUTURE, OPEN_PAST, DayNumber, is_open
from timeline_app.dates.month_names import DAYS, MONTHS, SHORT_DAYS, SHORT_MONTHS
from timeline_app.words.tr import grouped, tr


def year_words(year: int) -> str:
    """ "2014", "800 CE", "500 BCE" for the year -499."""
    if year <= 0:
        return tr("{year} BCE", year=_figures(1 - year))
    return _figures(year) if year >= 1000 else tr("{year} CE", year=year)


def _figures(year: int) -> str:
    return str(year) if year < 10_000 else grouped(year)


def month_words(year: int, month: int, short: bool = False) -> str:
    """ "March 2014" or "Mar 2014"."""
    name = tr((SHORT_MONTHS if short else MONTHS)[month - 1])
    return tr("{month} {year}", month=name, year=year_words(year))


def day_and_month_words(month: int, day: int | str, short: bool = False) -> str:
    """ "25 March" or "25 Mar"; `day` may be two days, "19 to 21"."""
    return tr((SHORT_DAYS if short else DAYS)[month - 1], day=day)


def day_words(day: DayNumber, short: bool = False) -> str:
    """ "25 March 2014" or "25 Mar 2014"; open ends have words too."""
    if is_open(day):
        return tr("the open past") if day < 0 else tr("the open future")
    year, month, day_of_month = civil.date_of(day)
    words = day_and_month_words(month, day_of_month, short)
    return tr("{day} {year}", day=words, year=year_words(year))


def span_words(first: DayNumber, last: DayNumber, short: bool = False) -> str:
    """A period: "2014", "September 2013 to August 2014", "19 to 21 May 2014"."""
    if first <= OPEN_PAST and last >= OPEN_FUTURE:
        return tr("all time")
    if first <= OPEN_PAST:
        return tr("until {date}", date=_last_words(last, short))
    if last >= OPEN_FUTURE:
        return tr("from {date} on", date=_first_words(first, short))
    if first == last:
        return day_words(first, short)
    begin, end, after = civil.date_of(first), civil.date_of(last), civil.date_of(last + 1)
    if begin[1:] == (1, 1) and after[1:] == (1, 1):
        return _joined(year_words(begin[0]), year_words(end[0]))
    if begin[2] == after[2] == 1:
        return _months(begin, end, short)
    return days_words(first, last, short)


def days_words(first: DayNumber, last: DayNumber, short: bool = False) -> str:
    """A period told by its days, though it be a whole month: "1 to 31 May 2014"."""
    begin, end = civil.date_of(first), civil.date_of(last)
    if begin == end:
        return day_words(first, short)
    last_words = tr(
        "{day} {year}",
        day=day_and_month_words(end[1], end[2], short),
        year=year_words(end[0]),
    )
    if begin[:2] == end[:2]:
        both = _joined(str(begin[2]), str(end[2]))
        month = day_and_month_words(end[1], both, short)
        return tr("{day} {year}", day=month, year=year_words(end[0]))
    first_words = day_and_month_words(begin[1], begin[2], short)
    if begin[0] != end[0]:
        first_words = tr("{day} {year}", day=first_words, year=year_words(begin[0]))
    return _joined(first_words, last_words)


def _joined(first: str, last: str) -> str:
    return first if first == last else tr("{first} to {last}", first=first, last=last)


def _months(begin: tuple[int, int, int], end: tuple[int, int, int], short: bool) -> str:
    last = month_words(end[0], end[1], short)
    if begin[0] == end[0] and begin[1] != end[1]:
        return _joined(tr((SHORT_MONTHS if short else MONTHS)[begin[1] - 1]), last)
    return _joined(month_words(begin[0], begin[1], short), last)


def _first_words(day: DayNumber, short: bool) -> str:
    """The year or month that begins with this day, or the day."""
    year, month, day_of_month = civil.date_of(day)
    if day_of_month != 1:
        return day_words(day, short)
    return year_words(year) if month == 1 else month_words(year, month, short)


def _last_words(day: DayNumber, short: bool) -> str:
    """The year or month that ends with this day, or the day."""
    year, month, _ = civil.date_of(day)
    if civil.date_of(day + 1)[2] != 1:
        return day_words(day, short)
    return year_words(year) if month == 12 else month_words(year, month, short)
