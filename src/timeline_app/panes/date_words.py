"""Dates of an archive in words; what a source wrote that is no date is shown as it is."""

from functools import lru_cache

from timeline_app.dates import spoken
from timeline_app.dates.date_error import DateError
from timeline_app.words.tr import tr


@lru_cache(maxsize=4096)
def date_words(edtf: str, short: bool = False) -> str:
    """ "25 March 2014", "about May 2014"; `short` as in a list: "25 Mar 2014"."""
    try:
        return spoken.date_words(edtf, short)
    except DateError:
        return edtf


def covers_words(first: str, last: str) -> str:
    """What a layer covers: "1991 to 2026", "2014"; empty where one end is not stated."""
    if not first or not last:
        return ""
    begins, ends = date_words(first, short=True), date_words(last, short=True)
    return begins if begins == ends else tr("{first} to {last}", first=begins, last=ends)
