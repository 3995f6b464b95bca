"""Dates of the data as EDTF, parsed once, here."""

from functools import lru_cache

from timeline_app.dates.calendars import CALENDARS, GREGORIAN
from timeline_app.dates.date_error import DateError
from timeline_app.dates.edtf import parse
from timeline_app.dates.historical_date import HistoricalDate
from timeline_app.store.build.problems import FieldError
from timeline_app.words.tr import tr


@lru_cache(maxsize=65_536)
def _parsed(text: str, calendar: str) -> HistoricalDate:
    return parse(text, calendar)


def dated(text: str, name: str, calendar: str = GREGORIAN.id) -> HistoricalDate:
    """The date that `text` is in this calendar, or a refusal of the field `name` that says why."""
    if calendar not in CALENDARS:
        known = ", ".join(CALENDARS)
        raise FieldError("calendar", tr("“{name}” is none of {known}", name=calendar, known=known))
    try:
        return _parsed(text, calendar)
    except DateError as fault:
        why = tr("“{text}” is not a date: {why}", text=text[:60], why=fault.why)
        if fault.suggestion:
            why = tr("{why} (perhaps {form})", why=why, form=fault.suggestion)
        raise FieldError(name, why) from None


def spanning(start: str, end: str, calendar: str = GREGORIAN.id) -> HistoricalDate:
    """The date from `start` to `end`; `start` alone where `end` is empty. Both are written in this
    calendar."""
    begun = dated(start, "start", calendar)
    if not end:
        return begun
    ended = dated(end, "end", calendar)
    if ended.bounds.last < begun.bounds.first:
        raise FieldError(
            "end", tr("the end, {end}, lies before the start, {start}", end=end, start=start)
        )
    return dated(f"{start}/{end}", "end", calendar)
