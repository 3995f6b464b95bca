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
    found = [*(snapshot.table.extent or ()), *(snapshot.table.published or ())]
    return (min(found), max(found)) if found else None


def day_to_begin_with(snapshot: Snapshot) -> int | None:
    """The end of the brushed period; else the day by which all that is dated was known."""
    span = snapshot.filter.span
    if span is not None and not is_open(span.last):
        return span.last
    days = snapshot.table.published or days_to_choose(snapshot)
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


def hidden_words(snapshot: Snapshot) -> str:
    """How many of each kind are hidden since nothing dates their sources; empty where none is."""
    events, claims = snapshot.passing.undated, snapshot.claims_passing.undated
    treaties, beside = snapshot.instruments_passing.undated, snapshot.undated
    counted = (
        (events, trn("{n} event", "{n} events", events)),
        (claims, trn("{n} claim", "{n} claims", claims)),
        (treaties, trn("{n} treaty", "{n} treaties", treaties)),
        (beside.steps, trn("{n} step of a treaty", "{n} steps of treaties", beside.steps)),
        (beside.memberships, trn("{n} membership", "{n} memberships", beside.memberships)),
        (beside.series, trn("{n} series", "{n} series", beside.series)),
    )
    kinds = tr(", ").join(words for n, words in counted if n)
    return tr("Undated and hidden: {kinds}.", kinds=kinds) if kinds else ""


def not_known_words(known_from: int, day: int | None) -> str:
    """Why something is hidden on a day; empty where it is not, or where no day is chosen."""
    if day is None or known_from <= day < UNDATED:
        return ""
    if known_from >= UNDATED:
        return tr("undated")
    return tr("not published by {day}", day=day_words(day, short=True))


def hidden_series_words(snapshot: Snapshot) -> str:
    """How many of the chosen series are not drawn on the day that is chosen, and why."""
    known = snapshot.filter.known
    every = snapshot.series_chosen if known is not None else ()
    undated = sum(1 for one in every if one.known_from >= UNDATED)
    later = sum(1 for one in every if known is not None and known.day < one.known_from < UNDATED)
    said = []
    if later:
        said.append(trn("{n} series was published later", "{n} series were published later", later))
    if undated:
        said.append(trn("{n} series is undated", "{n} series are undated", undated))
    return tr("Hidden: {why}", why=tr("; ").join(said)) if said else ""


def undated_words(snapshot: Snapshot) -> str:
    """How many events are hidden since nothing dates their sources; empty where none is."""
    return _undated(snapshot.passing.undated)


def counted_words(counted: str, undated: int) -> str:
    """A count of what is listed, and of what is hidden since nothing dates its sources."""
    hidden = _undated(undated)
    return tr("{counted}; {hidden}", counted=counted, hidden=hidden) if hidden else counted


def _undated(n: int) -> str:
    return trn("{n} undated is hidden", "{n} undated are hidden", n) if n else ""
