"""What each kind of clause lets pass, for all rows at once."""

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.event_table import UNDATED, Codes, EventTable, Mask
from timeline_app.model.filter import IdsClause, KnownClause, SpanClause, TermsClause


def passing(table: EventTable, clause: SpanClause | IdsClause | KnownClause) -> Mask:
    """The rows that pass a clause of days or of occurrence numbers."""
    if isinstance(clause, KnownClause):
        return known_on(table, clause.day)
    if isinstance(clause, IdsClause):
        return np.isin(table.occurrence, clause.occurrences)
    return within_surely(table, clause) if clause.surely else touching(table, clause)


def touching(table: EventTable, span: SpanClause) -> Mask:
    """Rows that may lie at some time within these days."""
    mask: Mask = (table.first <= span.last) & (table.last >= span.first)
    return mask


def known_on(table: EventTable, day: int) -> Mask:
    """Rows that were known at the end of this day; undated ones never were."""
    mask: Mask = (table.known_from <= day) & (table.known_from < UNDATED)
    return mask


def within_surely(table: EventTable, span: SpanClause) -> Mask:
    """Rows that lie wholly within these days and carry no doubt."""
    mask: Mask = (table.first >= span.first) & (table.last <= span.last) & (table.doubt == 0)
    return mask


def holding(n: int, codes: Codes, rows: NDArray[np.int64], clause: TermsClause) -> Mask:
    """Which of n rows hold one of the clause's terms; `rows` are those of the entries of `codes`.

    A term that the column does not know lets nothing pass: the archive holds no such event.
    """
    mask: Mask = np.zeros(n, np.bool_)
    wanted = np.fromiter((term.id in clause.terms for term in codes.terms), np.bool_)
    mask[rows[wanted[codes.codes]]] = True
    return mask
