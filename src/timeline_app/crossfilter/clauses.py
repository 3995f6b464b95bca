"""What each kind of clause lets pass, for all rows at once."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.event_table import EventTable, Mask
from timeline_app.model.filter import Clause, IdsClause, SpanClause, TermsClause

RowsOfEntries = Mapping[str, NDArray[np.int64]]


def passes(table: EventTable, column: str, clause: Clause, rows: RowsOfEntries) -> Mask:
    """The rows that pass this clause of this column.

    A column or a term that the table does not know lets nothing pass: an archive without it
    holds no such event.
    """
    if isinstance(clause, SpanClause):
        return within_surely(table, clause) if clause.surely else touching(table, clause)
    if isinstance(clause, IdsClause):
        return np.isin(table.occurrence, clause.occurrences)
    return _holding(table, column, clause, rows)


def touching(table: EventTable, span: SpanClause) -> Mask:
    """Rows that may lie at some time within these days."""
    mask: Mask = (table.first <= span.last) & (table.last >= span.first)
    return mask


def within_surely(table: EventTable, span: SpanClause) -> Mask:
    """Rows that lie wholly within these days and carry no doubt."""
    mask: Mask = (table.first >= span.first) & (table.last <= span.last) & (table.doubt == 0)
    return mask


def _holding(table: EventTable, column: str, clause: TermsClause, rows: RowsOfEntries) -> Mask:
    mask: Mask = np.zeros(len(table), np.bool_)
    codes = table.terms.get(column)
    if codes is not None:
        wanted = np.fromiter((t.id in clause.terms for t in codes.terms), np.bool_)
        mask[rows[column][wanted[codes.codes]]] = True
    return mask
