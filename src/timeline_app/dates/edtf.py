"""Dates as text: EDTF (ISO 8601-2) levels 0, 1 and 2 in, a `HistoricalDate` out."""

from functools import lru_cache

from timeline_app.dates.calendars import CALENDARS, GREGORIAN, Calendar
from timeline_app.dates.date_error import DateError
from timeline_app.dates.day import DaySpan
from timeline_app.dates.foreign import to_gregorian
from timeline_app.dates.historical_date import HistoricalDate
from timeline_app.dates.margins import widened
from timeline_app.dates.plain import plain_date
from timeline_app.dates.precision import precision
from timeline_app.dates.printing import print_edtf
from timeline_app.dates.read_edtf import read
from timeline_app.dates.reckon import bounds, reckon_date
from timeline_app.dates.written import Interval, Written
from timeline_app.words.tr import tr


def parse(text: str, calendar: str = "gregorian") -> HistoricalDate:
    """The date that `text` says in `calendar` ("gregorian", "julian", "islamic").

    Raises DateError with the reason and the nearest valid form. Takes time in proportion to the
    text; a text that is too long is refused.
    """
    if calendar not in CALENDARS:
        raise DateError(
            tr("The calendars are {names}.", names=", ".join(("gregorian", "julian", "islamic")))
        )
    try:
        return _parsed(text, CALENDARS[calendar])
    except DateError as refusal:
        raise DateError(refusal.why, lambda: _suggested(text, calendar)) from None


def _suggested(text: str, calendar: str) -> str:
    # Most dates are sound, and the start need not wait for the words of those that are not.
    from timeline_app.dates.suggestion import suggest  # noqa: PLC0415

    return suggest(text, calendar)


@lru_cache(maxsize=8192)  # the same days come again and again in an archive
def _parsed(text: str, calendar: Calendar) -> HistoricalDate:
    if calendar is GREGORIAN and (plain := plain_date(text, calendar.id)):
        return plain
    return _the_long_way(text, calendar)


def _the_long_way(text: str, calendar: Calendar) -> HistoricalDate:
    written = read(text)
    if calendar is not GREGORIAN:
        written = to_gregorian(written, calendar)
    return _historical(written, bounds(written, GREGORIAN), text, calendar.id)


def _historical(written: Written, span: DaySpan, as_written: str, calendar: str) -> HistoricalDate:
    edtf = print_edtf(written)
    approximate = "~" in edtf or "%" in edtf
    doubted = approximate or "?" in edtf
    qualifiers = "".join(mark for mark in "?~%" if mark in edtf) if doubted else ""
    return HistoricalDate(
        edtf=edtf,
        as_written=as_written,
        calendar=calendar,
        bounds=span,
        outer=widened(written, span) if approximate else span,
        inner=None if approximate else _inner(written, span),
        qualifiers=qualifiers,
        precision=precision(written),
    )


def _inner(written: Written, span: DaySpan) -> DaySpan | None:
    """The days that are certainly covered."""
    if span.first == span.last:
        return span
    if not isinstance(written, Interval) or "" in (written.begin, written.end):
        return None
    first, last = span.first, span.last
    if not isinstance(written.begin, str):
        first = reckon_date(written.begin, GREGORIAN).last
    if not isinstance(written.end, str):
        last = reckon_date(written.end, GREGORIAN).first
    return DaySpan(first, last) if first <= last else None
