"""An event in the words of a tooltip, and for who cannot see the picture."""

from timeline_app.dates.spoken import date_words
from timeline_app.model.kinds import kind_of
from timeline_app.model.records import EventRow
from timeline_app.words.tr import grouped, tr, trn


def event_words(row: EventRow, lanes: int, disputed: bool = False) -> tuple[str, str]:
    """Its whole title; and its day with its sureness, kind, places by the name of that day, lanes,
    publishers, and whether the sources disagree."""
    parts = [tr("{kind}, {date}", kind=tr(kind_of(row.kind).title), date=date_words(row.edtf))]
    if row.places:
        parts.append(tr("In {places}", places=", ".join(row.places)))
    if lanes > 1:
        parts.append(trn("One event in {n} lane", "One event in {n} lanes", lanes))
    parts.append(trn("{n} publisher", "{n} publishers", row.publishers))
    if disputed:
        parts.append(tr("The sources disagree"))
    return row.title, tr(". ").join(parts) + tr(".")


def several_words(lane: str, n: int, second: int | None = None) -> str:
    """What a column or a head says: its lane and its number, and that of a second period."""
    if second is not None:
        return tr("{lane}: {a} in A, {b} in B", lane=lane, a=grouped(n), b=grouped(second))
    return tr("{lane}: {events}", lane=lane, events=trn("{n} event", "{n} events", n))
