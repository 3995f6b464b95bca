"""Dates of an archive in words; what a source wrote that is no date is shown as it is."""

from functools import lru_cache

from timeline_app.dates import spoken
from timeline_app.dates.date_error import DateError
from timeline_app.words.tr import mark, tr


@lru_cache(maxsize=4096)
def date_words(edtf: str, short: bool = False) -> str:
    """ "25 March 2014", "about May 2014"; `short` as in a list: "25 Mar 2014"."""
    try:
        return spoken.date_words(edtf, short)
    except DateError:
        return edtf


CALENDARS = {
    "julian": mark("Julian calendar"),
    "islamic-civil": mark("Islamic calendar, civil reckoning, sure within two days"),
}
"""What the calendars are called that are not everybody's."""


def written_words(text: str, calendar: str) -> str:
    """A date as its source has it, with the calendar where that is another one."""
    name = CALENDARS.get(calendar)
    return tr("{date} ({calendar})", date=text, calendar=tr(name)) if name else text


def covers_words(first: str, last: str) -> str:
    """What a layer covers: "1991 to 2026", "2014"; empty where one end is not stated."""
    if not first or not last:
        return ""
    begins, ends = date_words(first, short=True), date_words(last, short=True)
    return begins if begins == ends else tr("{first} to {last}", first=begins, last=ends)
