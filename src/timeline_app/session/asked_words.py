"""What is asked for, filter by filter and in full, where a sentence would say "and 3 more"."""

import numpy as np

from timeline_app.crossfilter.either import passing_in_second
from timeline_app.crossfilter.passing import Passing
from timeline_app.model.columns import COLUMNS
from timeline_app.model.filter import FOUND, NOTES, QUALITY, WITH_NOTE, IdsClause
from timeline_app.session.known_on import known_words
from timeline_app.session.sentence import period_words
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import grouped, tr, trn


def asked_words(now: Snapshot) -> tuple[tuple[str, str], ...]:
    """Each filter by what it asks; layers and the number that passes always."""
    return (
        *_days(now),
        *_terms(now),
        *_found(now),
        (tr("Layers"), _layers(now)),
        *_events(now),
    )


def _days(now: Snapshot) -> list[tuple[str, str]]:
    said, span, second = [], now.filter.span, now.second
    if span is not None:
        word = tr("Period A") if second is not None else tr("Period")
        said.append((word, period_words(span)))
    if second is not None:
        said.append((tr("Period B"), period_words(second)))
    if (known := now.filter.known) is not None:
        said.append((tr("Known when"), known_words(known.day)))
    return said


def _events(now: Snapshot) -> list[tuple[str, str]]:
    """How many pass; where there are two periods, in each, and in both where any may."""
    second = passing_in_second(now.passing, now.second)
    if second is None:
        return [(tr("Events"), _counted(now.passing, len(now.table)))]
    said = [
        (tr("Events in A"), _counted(now.passing, len(now.table))),
        (tr("Events in B"), _counted(second, len(now.table))),
    ]
    if both := int(np.count_nonzero(now.passing.mask & second.mask)):
        words = trn("{n} that is in A and in B", "{n} that are in A and in B", both)
        said.append((tr("Events in both"), words))
    return said


def _counted(passing: Passing, total: int) -> str:
    return tr(
        "{n} of {total}, {sure} of them surely",
        n=grouped(passing.possible),
        total=grouped(total),
        sure=grouped(passing.sure),
    )


def _terms(now: Snapshot) -> list[tuple[str, str]]:
    said = []
    for column in COLUMNS:
        asked, codes = now.filter.terms(column.id), now.table.terms.get(column.id)
        if not asked:
            continue
        known = codes.terms.within(asked) if codes is not None else []
        words = [tr(term.label) for term in known]
        words += sorted(asked - {term.id for term in known})
        said.append((tr(column.label), ", ".join(words)))
    if tags := now.filter.terms(NOTES):
        words = [tr("with a note")] if WITH_NOTE in tags else []
        said.append((tr("Tags"), ", ".join([*words, *sorted(tags - {WITH_NOTE})])))
    return said


def _found(now: Snapshot) -> list[tuple[str, str]]:
    named = ((FOUND, tr("Search")), (QUALITY, tr("Quality")))
    clauses = ((words, now.filter.clauses.get(column)) for column, words in named)
    return [(words, one.words) for words, one in clauses if isinstance(one, IdsClause)]


def _layers(now: Snapshot) -> str:
    if now.archive is None:
        return tr("none")
    on = now.archive.layers_on
    titles = [tr(layer.title) for layer in now.archive.edition.layers if layer.id in on]
    return ", ".join(titles) or tr("none")
