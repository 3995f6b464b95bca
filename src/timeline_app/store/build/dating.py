"""Dates of the data as EDTF, parsed once, here."""

from functools import lru_cache

from timeline_app.dates.date_error import DateError
from timeline_app.dates.edtf import parse
from timeline_app.dates.historical_date import HistoricalDate
from timeline_app.store.build.problems import FieldError
from timeline_app.words.tr import tr


@lru_cache(maxsize=65_536)
def _parsed(text: str) -> HistoricalDate:
    return parse(text)


def dated(text: str, name: str) -> HistoricalDate:
    """The date that `text` is, or a refusal of the field `name` that says why."""
    try:
        return _parsed(text)
    except DateError as fault:
        why = tr("“{text}” is not a date: {why}", text=text[:60], why=fault.why)
        if fault.suggestion:
            why = tr("{why} (perhaps {form})", why=why, form=fault.suggestion)
        raise FieldError(name, why) from None


def spanning(start: str, end: str) -> HistoricalDate:
    """The date from `start` to `end`; `start` alone where `end` is empty."""
    begun = dated(start, "start")
    if not end:
        return begun
    ended = dated(end, "end")
    if ended.bounds.last < begun.bounds.first:
        raise FieldError(
            "end", tr("the end, {end}, lies before the start, {start}", end=end, start=start)
        )
    return dated(f"{start}/{end}", "end")
