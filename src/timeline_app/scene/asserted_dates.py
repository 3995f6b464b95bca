"""The dates that sources give an event where they disagree, each with whose word it is."""

from collections.abc import Iterator

from timeline_app.dataclass import dataclass
from timeline_app.dates import civil
from timeline_app.dates.date_error import DateError
from timeline_app.dates.day import DayNumber, is_open
from timeline_app.dates.edtf import parse
from timeline_app.dates.spoken import date_words
from timeline_app.dates.spoken_days import day_and_month_words
from timeline_app.model.disagreement import DATED, disputed_fields, sides, source_named
from timeline_app.model.records import Assertion, Event
from timeline_app.words.tr import tr

MOST_DATES = 12
"""So many are drawn; the detail pane tells them all."""


@dataclass(frozen=True, slots=True)
class AssertedDate:
    """The days from `first` to `last`, as they are told; `preferred` over all others."""

    first: DayNumber
    last: DayNumber
    words: str
    preferred: bool


def other_dates(event: Event, day: DayNumber | None = None) -> tuple[AssertedDate, ...]:
    """What is asserted of the event's days beside what its mark shows, in the order of time.

    What is no date is left out, and with a `day` what no source had said by its end; several
    sources with one date share it.
    """
    own = _days(event.edtf)
    told: dict[tuple[DayNumber, DayNumber], list[Assertion]] = {}
    for said in _dated(event, day):
        days = _days(said.value)
        if days is not None and days != own:
            told.setdefault(days, []).append(said)
    year = None if own is None or is_open(own[0]) else civil.date_of(own[0])[0]
    found = [
        AssertedDate(*days, _words(days, said, year), any(one.preferred for one in said))
        for days, said in sorted(told.items())
    ]
    return tuple(found[:MOST_DATES])


def _dated(event: Event, day: DayNumber | None) -> Iterator[Assertion]:
    said = (one for field in disputed_fields(event) for one in sides(event, field))
    for one in said:
        known = day is None or (one.known_from is not None and one.known_from <= day)
        if one.field in DATED and known:
            yield one


def _days(edtf: str) -> tuple[DayNumber, DayNumber] | None:
    try:
        outer = parse(edtf).outer
    except DateError:
        return None
    return outer.first, outer.last


def _words(days: tuple[DayNumber, DayNumber], said: list[Assertion], year: int | None) -> str:
    """ "18 March, Turan"; the year is told where it is another than that of the mark."""
    named = [one.publisher or one.source for one in said if source_named(one)]
    sources = ", ".join(dict.fromkeys(named)) or tr("source not recorded")
    first, last = days
    when = date_words(said[0].value, short=True)
    if first == last and not is_open(first):
        its_year, month, day = civil.date_of(first)
        if its_year == year:
            when = day_and_month_words(month, day)
    return tr("{date}, {source}", date=when, source=sources)
