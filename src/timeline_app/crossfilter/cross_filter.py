"""Which rows pass, and how many of each term under everyone's clause but the column's own.

Each clause keeps the mask of the rows that fail it. A changed clause costs its own mask and what
follows from it; a brush that moves costs what it crosses (see `tally`).
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np

from timeline_app.crossfilter.base import Base, whole
from timeline_app.crossfilter.clauses import passing
from timeline_app.crossfilter.passing import Passing
from timeline_app.model.codes import Codes, Mask
from timeline_app.model.event_table import EventTable
from timeline_app.model.filter import NOTES, SPAN, Clause, Filter, SpanClause, TermsClause


class CrossFilter:
    """The filter index of one table; `run` may be called as often as a brush moves."""

    def __init__(self, table: EventTable) -> None:
        self.base = whole(table, np.ones(len(table), np.bool_))

    def run(self, asked: Filter, noted: Codes | None = None) -> Passing:
        """What passes `asked`.

        `noted` is the column NOTES, one row for each of the table's; it may change between calls.
        """
        self.adopt(self.prepared(asked, noted))
        return Passing(self.base, brush_of(asked))

    def moved(self, asked: Filter, noted: Codes | None = None) -> Passing | None:
        """What passes, where `asked` differs from what was asked last in nothing but a brush; None
        where it does not. A hand waits for this, so nothing is made that need not be."""
        had, brush = self.base.clauses, brush_of(asked)
        if noted is not self.base.columns.get(NOTES):
            return None
        if len(asked.clauses) - (brush is not None) != len(had):
            return None
        for column, clause in asked.clauses.items():
            if clause is not brush and (old := had.get(column)) is not clause and old != clause:
                return None
        return Passing(self.base, brush)

    def prepared(self, asked: Filter, noted: Codes | None = None) -> Base:
        """The base of this filter, the present one where it serves; touches nothing, so that a
        worker may make it. What was counted before is counted again, where it can have changed, and
        for the brush too: whoever is shown it waits for no count."""
        now, wanted = self.base, clauses_of(asked)
        columns = now.columns if noted is now.columns.get(NOTES) else _with(now.columns, noted)
        changed = self._changed(wanted)
        if columns is now.columns and not changed:
            return now
        if columns is not now.columns and NOTES in wanted:
            changed = changed | {NOTES}
        failing: dict[str, Mask] = {
            column: now.failing[column]
            if column in now.failing and column not in changed
            else ~_passes(now.table, columns, column, clause)
            for column, clause in wanted.items()
        }
        mask = _failing_none(list(failing.values()), now.mask) if changed else now.mask
        made = Base(now.table, columns, wanted, failing, mask, now.sides)
        made.settle(now)
        if not changed:
            made.stay_ready(now)
        for of in now.asked_for:
            # Of a column nothing changes by its own clause; new notes are another column.
            if columns.get(NOTES) is now.columns.get(NOTES) or of != NOTES:
                made.take_over(of, now, changed)
                Passing(made, brush_of(asked)).count_by(of)
        return made

    def adopt(self, base: Base) -> None:
        """Answer by this base from now on."""
        self.base = base

    def _changed(self, wanted: Mapping[str, Clause]) -> set[str]:
        had = self.base.clauses
        return {c for c in had.keys() | wanted.keys() if had.get(c) != wanted.get(c)}


def brush_of(asked: Filter) -> SpanClause | None:
    """The brush of a filter; one that asks for sure rows only is a clause as any other."""
    span = asked.span
    return None if span is None or span.surely else span


def clauses_of(asked: Filter) -> Mapping[str, Clause]:
    """All clauses but the brush."""
    brush = brush_of(asked)
    kept = {column: clause for column, clause in asked if column != SPAN or brush is None}
    return MappingProxyType(kept)


def _failing_none(failing: Sequence[Mask], like: Mask) -> Mask:
    mask: Mask = np.ones_like(like)
    for one in failing:
        mask &= ~one
    return mask


def _with(columns: Mapping[str, Codes], noted: Codes | None) -> Mapping[str, Codes]:
    others = {column: codes for column, codes in columns.items() if column != NOTES}
    return MappingProxyType(others if noted is None else others | {NOTES: noted})


def _passes(table: EventTable, columns: Mapping[str, Codes], column: str, clause: Clause) -> Mask:
    """The rows that pass; none where the table has no such column."""
    if not isinstance(clause, TermsClause):
        return passing(table, clause)
    if column not in columns:
        return np.zeros(len(table), np.bool_)
    return columns[column].holding(clause.terms)
