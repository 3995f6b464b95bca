"""The sentence that always says what is shown; each phrase names the clause it changes."""

from collections.abc import Iterable

import numpy as np

from timeline_app.crossfilter.either import count_in_second
from timeline_app.dataclass import dataclass
from timeline_app.dates.civil import date_of
from timeline_app.dates.spoken import day_words, month_words, span_words
from timeline_app.model.columns import COLUMNS, FIVE_STATES, VECTORS
from timeline_app.model.event_table import EventTable
from timeline_app.model.filter import (
    FOUND,
    KNOWN,
    NOTES,
    QUALITY,
    SECOND,
    SPAN,
    WITH_NOTE,
    IdsClause,
    SpanClause,
)
from timeline_app.session.known_on import known_words, undated_words
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import grouped, mark, tr, trn

COUNT = "count"
REST = "rest"
NEAREST = "nearest"

NAMED_IN_FULL = 3
NAMED_OF_MORE = 2

_CLAUSE_WORDS = {
    "actor": mark("naming {terms}"),
    "organisation": mark("naming {terms}"),
    "layer": mark("layer {terms}"),
    "evidence": mark("with {terms}"),
    "source": mark("published by {terms}"),
    "place": mark("at {terms}"),
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A piece of the sentence. `role` is COUNT, NEAREST, REST (punctuation and remarks) or the
    column it changes; `active` says that a clause is set there."""

    text: str
    role: str = REST
    active: bool = False


def sentence(snapshot: Snapshot) -> tuple[Phrase, ...]:
    """What is shown, in words; the texts joined make the sentence."""
    if snapshot.archive is None:
        return (Phrase(tr("No archive is open.")),)
    if not snapshot.filter:
        return _of_all(snapshot)
    if snapshot.passing.possible == 0 and not snapshot.second:
        return _of_none(snapshot)
    if snapshot.filter.span and snapshot.second:
        return _of_two(snapshot, snapshot.filter.span, snapshot.second)
    n, total = snapshot.passing.possible, len(snapshot.table)
    count = trn("{n} of {total} events", "{n} of {total} events", n, total=f"{total:,}")
    sure = snapshot.passing.sure
    rest = tr("{p} possible, {s} of them sure.", p=f"{n:,}", s=f"{sure:,}")
    return (
        *_known(snapshot),
        Phrase(count, COUNT),
        *_undated(snapshot),
        Phrase("; " if snapshot.filter.known else ": "),
        *_clauses(snapshot),
        Phrase(". "),
        Phrase(rest),
    )


def period_words(span: SpanClause) -> str:
    """A period, and whether only what surely lies within it passes."""
    words = span_words(span.first, span.last)
    return tr("surely within {period}", period=words) if span.surely else words


def said(phrases: Iterable[Phrase]) -> str:
    """The whole sentence as one text."""
    return "".join(phrase.text for phrase in phrases)


def remark(snapshot: Snapshot) -> str:
    """The quiet remark on layers that are switched off; empty where all are on."""
    if snapshot.archive is None:
        return ""
    on = snapshot.archive.layers_on
    off = [layer for layer in snapshot.archive.edition.layers if layer.id not in on]
    n = sum(layer.events for layer in off)
    if n == 0:
        return ""
    if all(layer.machine_coded for layer in off):
        return trn(
            "{n} machine-derived event is switched off",
            "{n} machine-derived events are switched off",
            n,
        )
    return trn("{n} event is switched off", "{n} events are switched off", n)


def nearest(snapshot: Snapshot) -> int | None:
    """The row nearest to the brushed period under all other clauses, or None."""
    span = snapshot.filter.span
    if span is None or not span.surely:
        return snapshot.passing.nearest()
    rows = np.flatnonzero(snapshot.passing.outside_span)
    if not len(rows):
        return None
    before = span.first - snapshot.table.last[rows]
    after = snapshot.table.first[rows] - span.last
    return int(rows[np.argmin(np.maximum(np.maximum(before, after), 0))])


def _of_all(snapshot: Snapshot) -> tuple[Phrase, ...]:
    n = snapshot.passing.possible
    sure = snapshot.table.orders.day_sure
    count = Phrase(trn("{n} event", "{n} events", n), COUNT)
    if n == 0:
        return (count, Phrase(". "))
    dated = tr("{d} dated to the day, {u} less surely.", d=f"{sure:,}", u=f"{n - sure:,}")
    return (count, Phrase(", "), *_clauses(snapshot), Phrase(". "), Phrase(dated))


def _of_none(snapshot: Snapshot) -> tuple[Phrase, ...]:
    start = (
        *_known(snapshot),
        Phrase(tr("No event passes"), COUNT),
        *_undated(snapshot),
        Phrase("; " if snapshot.filter.known else ": "),
        *_clauses(snapshot),
        Phrase("."),
    )
    row = nearest(snapshot)
    if row is None:
        return start
    day = day_words(int(snapshot.table.first[row]))
    return (*start, Phrase(" "), Phrase(tr("The nearest is on {day}.", day=day), NEAREST))


def _of_two(snapshot: Snapshot, a: SpanClause, b: SpanClause) -> tuple[Phrase, ...]:
    """How many may lie in each of the two periods."""
    in_b = count_in_second(snapshot.passing, b) or 0
    count = tr(
        "{a} and {b} of {n} events",
        a=grouped(snapshot.passing.possible),
        b=grouped(in_b),
        n=grouped(len(snapshot.table)),
    )
    rest = _clauses(snapshot)[len(_period(snapshot)) :]
    return (
        *_known(snapshot),
        Phrase(count, COUNT),
        *_undated(snapshot),
        Phrase("; " if snapshot.filter.known else ": "),
        Phrase(tr("A {period}", period=period_words(a)), SPAN, active=True),
        Phrase(tr(" against ")),
        Phrase(tr("B {period}", period=period_words(b)), SECOND, active=True),
        Phrase(", "),
        *rest,
        Phrase("."),
    )


def _known(snapshot: Snapshot) -> tuple[Phrase, ...]:
    """The day on which what is shown was known stands before everything else."""
    known = snapshot.filter.known
    if known is None:
        return ()
    words = known_words(known.day)
    return Phrase(words[:1].upper() + words[1:], KNOWN, active=True), Phrase(": ")


def _undated(snapshot: Snapshot) -> tuple[Phrase, ...]:
    words = undated_words(snapshot)
    return (Phrase(f", {words}"),) if words else ()


def _clauses(snapshot: Snapshot) -> tuple[Phrase, ...]:
    """Period, countries and vectors always; the other columns where they are asked for."""
    phrases = [*_period(snapshot), _states(snapshot), Phrase(tr(" with ")), _vectors(snapshot)]
    for column in COLUMNS:
        terms = snapshot.filter.terms(column.id)
        if terms and column.id not in ("state", "vector"):
            words = tr(_CLAUSE_WORDS.get(column.id, "{terms}"), terms=_named(snapshot, column.id))
            phrases += [Phrase(", "), Phrase(words, column.id, active=True)]
    return (*phrases, *_notes(snapshot), *_found(snapshot), *_quality(snapshot))


def _period(snapshot: Snapshot) -> tuple[Phrase, ...]:
    span = snapshot.filter.span
    if span:
        return Phrase(period_words(span), SPAN, active=True), Phrase(", ")
    known = snapshot.table.extent
    if known is None:
        return ()
    first, last = (month_words(*date_of(day)[:2]) for day in known)
    words = first if first == last else tr("{first} to {last}", first=first, last=last)
    return Phrase(words, SPAN), Phrase(", ")


def _states(snapshot: Snapshot) -> Phrase:
    if snapshot.filter.terms("state"):
        return Phrase(_named(snapshot, "state"), "state", active=True)
    all_five = _holds(snapshot.table, "state", FIVE_STATES)
    return Phrase(tr("all five states") if all_five else tr("all countries"), "state")


def _vectors(snapshot: Snapshot) -> Phrase:
    if snapshot.filter.terms("vector"):
        return Phrase(_named(snapshot, "vector"), "vector", active=True)
    all_nine = _holds(snapshot.table, "vector", VECTORS)
    return Phrase(tr("all nine vectors") if all_nine else tr("all vectors"), "vector")


def _notes(snapshot: Snapshot) -> tuple[Phrase, ...]:
    terms = snapshot.filter.terms(NOTES)
    if not terms:
        return ()
    tags = sorted(terms - {WITH_NOTE})
    words = tr("tagged {tags}", tags=_listed(tags)) if tags else tr("with a note")
    if tags and WITH_NOTE in terms:
        words = tr("with a note or tagged {tags}", tags=_listed(tags))
    return Phrase(", "), Phrase(words, NOTES, active=True)


def _found(snapshot: Snapshot) -> tuple[Phrase, ...]:
    clause = snapshot.filter.clauses.get(FOUND)
    if not isinstance(clause, IdsClause):
        return ()
    words = tr("found by “{query}”", query=clause.words)
    return Phrase(", "), Phrase(words, FOUND, active=True)


def _quality(snapshot: Snapshot) -> tuple[Phrase, ...]:
    clause = snapshot.filter.clauses.get(QUALITY)
    if not isinstance(clause, IdsClause):
        return ()
    return Phrase(", "), Phrase(clause.words, QUALITY, active=True)


def _holds(table: EventTable, column: str, ids: Iterable[str]) -> bool:
    codes = table.terms.get(column)
    return codes is not None and all(map(codes.terms.codes, ids))


def _named(snapshot: Snapshot, column: str) -> str:
    """The words of the terms that are asked for in a column, in the column's order."""
    asked = snapshot.filter.terms(column)
    codes = snapshot.table.terms.get(column)
    known = codes.terms.within(asked) if codes is not None else []
    unknown = sorted(asked - {term.id for term in known})
    words = [tr(term.label) for term in known]
    if column == "evidence":  # the only labels that are no names, in the middle of a sentence
        words = [word[:1].lower() + word[1:] for word in words]
    return _listed([*words, *unknown])


def _listed(words: list[str]) -> str:
    """ "Russia", "Russia and China", "Russia, China and West", "Russia, China and 3 more"."""
    if len(words) == 1:
        return words[0]
    shown = words if len(words) <= NAMED_IN_FULL else words[:NAMED_OF_MORE]
    more = len(words) - len(shown)
    if more:
        return trn("{list} and {n} more", "{list} and {n} more", more, list=", ".join(shown))
    return tr("{list} and {last}", list=", ".join(words[:-1]), last=words[-1])
