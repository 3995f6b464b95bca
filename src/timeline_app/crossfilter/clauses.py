"""What each kind of clause lets pass, for all rows at once."""

import numpy as np

from timeline_app.model.event_table import UNDATED, EventTable, Mask
from timeline_app.model.filter import IdsClause, KnownClause, SpanClause


def passing(table: EventTable, clause: SpanClause | IdsClause | KnownClause) -> Mask:
    """The rows that pass a clause of days or of occurrence numbers."""
    if isinstance(clause, KnownClause):
        return known_on(table, clause.day)
    if isinstance(clause, IdsClause):
        mask: Mask = np.zeros(len(table), np.bool_)
        mask[table.rows_of(clause.occurrences)] = True
        return mask
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
