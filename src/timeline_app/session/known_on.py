"""The archive as it could be known on a day: which days can be chosen, and what is said of one."""

from timeline_app.dates.date_error import DateError
from timeline_app.dates.day import is_open
from timeline_app.dates.edtf import parse
from timeline_app.dates.spoken import day_words
from timeline_app.model.event_table import UNDATED
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import tr, trn


def days_to_choose(snapshot: Snapshot) -> tuple[int, int] | None:
    """First and last day worth choosing: from the first event or publication to the last of them.

    None where the archive holds no day at all.
    """
    known = snapshot.table.known_from
    published = known[known < UNDATED]
    found = list(snapshot.table.extent or ())
    if len(published):
        found += [int(published.min()), int(published.max())]
    return (min(found), max(found)) if found else None


def day_to_begin_with(snapshot: Snapshot) -> int | None:
    """The end of the brushed period; else the day by which all that is dated was known."""
    span = snapshot.filter.span
    if span is not None and not is_open(span.last):
        return span.last
    published = snapshot.table.known_from[snapshot.table.known_from < UNDATED]
    if len(published):
        return int(published.max())
    days = days_to_choose(snapshot)
    return days[1] if days else None


class NoDayError(Exception):
    """What was typed has no last day; `why` says so."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def read_day(text: str) -> int:
    """The last day of what was typed as EDTF. Raises `NoDayError`."""
    try:
        day = parse(text.strip()).bounds.last
    except DateError as refusal:
        why = tr("“{text}” is not a date: {why}", text=text[:60], why=refusal.why)
        if refusal.suggestion:
            why = tr("{why} Did you mean {form}?", why=why, form=refusal.suggestion)
        raise NoDayError(why) from None
    if is_open(day):
        raise NoDayError(tr("“{text}” has no last day.", text=text[:60]))
    return day


def known_words(day: int) -> str:
    """What a day that was chosen is called in a sentence."""
    return tr("as known on {day}", day=day_words(day))


def undated_words(snapshot: Snapshot) -> str:
    """How many are hidden since nothing dates their sources; empty where none is."""
    n = snapshot.passing.undated
    return trn("{n} undated is hidden", "{n} undated are hidden", n) if n else ""
