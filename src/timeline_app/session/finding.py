"""What a search finds: rows of the table by archive and by notes, and claims."""

from collections.abc import Callable, Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from timeline_app.crossfilter.clauses import touching
from timeline_app.model.annotation import Written
from timeline_app.model.event_table import EventTable, Mask
from timeline_app.model.filter import SpanClause
from timeline_app.model.query import COLUMNS, DAYS, Query, Term, note_holds
from timeline_app.session.reading import Reading
from timeline_app.words.folding import Form, holds, in_index
from timeline_app.words.tr import tr

Keys = NDArray[np.int64]
Notes = Mapping[int, Iterable[Written]]


def found_occurrences(query: Query, table: EventTable, notes: Notes, reading: Reading) -> Keys:
    """What happened, of what the table holds, that answers; `notes` are by occurrence.

    An event answers with all its records, the claims about it and the notes on it together.
    Raises `StoreError`.
    """

    def held(term: Term) -> Mask:
        if term.field in DAYS:
            return touching(table, SpanClause(*term.days))
        if term.field in COLUMNS:
            return _in_column(term, table)
        by_archive = reading.held(term).occurrences
        return np.isin(table.occurrence, np.union1d(by_archive, _noted(term, notes)))

    return np.sort(table.occurrence[_mask(query, len(table), held)])


def found_claims(query: Query, reading: Reading) -> Keys:
    """The claims that answer, by key; only words and days ask a claim. Raises `StoreError`."""
    claims = reading.claim_days()

    def held(term: Term) -> Mask:
        if term.field in DAYS:
            within: Mask = (claims.first <= term.days[1]) & (claims.last >= term.days[0])
            return within
        return np.isin(claims.key, reading.held(term).claims)

    if not any(term.words and not term.unwanted for term in query.terms):
        return claims.key[:0]
    return claims.key[_mask(query, len(claims.key), held)]


def _mask(query: Query, n: int, held: Callable[[Term], Mask]) -> Mask:
    """Which of n things answer, given which hold a term; none for a query without words."""
    found = np.full(n, bool(query))
    for group in query.groups:
        either = np.zeros(n, np.bool_)
        for term in group:
            either |= ~held(term) if term.unwanted else held(term)
        found &= either
    return found


def _noted(term: Term, notes: Notes) -> Keys:
    held = [told for told, of_one in notes.items() if any(note_holds(n, term) for n in of_one)]
    return np.array(held, np.int64)


def _in_column(term: Term, table: EventTable) -> Mask:
    """Rows with a term of the column whose id or words begin so."""
    codes = table.terms.get(term.field)
    if codes is None:
        return np.zeros(len(table), np.bool_)
    forms = in_index(term.words, term.whole)
    ids = (t.id for t in codes.terms if _answers(forms, t.id, t.label, tr(t.label)))
    return codes.holding(frozenset(ids))


def _answers(forms: tuple[Form, ...], *texts: str) -> bool:
    return any(holds(text, forms) for text in texts)
