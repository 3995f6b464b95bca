"""Dates of an archive in words; what a source wrote that is no date is shown as it is."""

from functools import lru_cache

from timeline_app.dates import spoken
from timeline_app.dates.date_error import DateError


@lru_cache(maxsize=4096)
def date_words(edtf: str, short: bool = False) -> str:
    """ "25 March 2014", "about May 2014"; `short` as in a list: "25 Mar 2014"."""
    try:
        return spoken.date_words(edtf, short)
    except DateError:
        return edtf
