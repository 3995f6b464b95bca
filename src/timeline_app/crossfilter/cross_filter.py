"""Which rows pass, and how many of each term under everyone's clause but the column's own.

Each clause keeps the mask of the rows that fail it, and a counter a row says how many clauses it
fails: a row passes at zero, and passes all but one column's clause when that clause is its only
failure. A changed clause costs its own mask and one addition; nothing else is asked again.
"""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from timeline_app.crossfilter.clauses import holding, passing, within_surely
from timeline_app.crossfilter.passing import Passing
from timeline_app.model.event_table import UNDATED, Codes, EventTable, Mask
from timeline_app.model.filter import KNOWN, NOTES, SPAN, Clause, Filter, SpanClause, TermsClause

Counts = NDArray[np.int64]


class CrossFilter:
    """The filter index of one table; `run` may be called as often as a brush moves."""

    def __init__(self, table: EventTable) -> None:
        self._table = table
        self._clauses: dict[str, Clause] = {}
        self._failing: dict[str, Mask] = {}
        self._failures = np.zeros(len(table), np.uint8)
        self._columns = dict(table.terms)
        self._rows = {column: codes.rows for column, codes in table.terms.items()}
        self._counts: dict[str, Counts] = {}

    def run(self, asked: Filter, noted: Codes | None = None) -> Passing:
        """What passes `asked`; counts that cannot have changed are the same objects as before.

        `noted` is the column NOTES, one row for each of the table's; it may change between calls.
        `sure` counts the passing rows that lie within the brushed period and carry no doubt; where
        there is no brush, all time is the period.
        """
        if noted is not self._columns.get(NOTES):
            self._replace(NOTES, noted)
        changed = self._take(asked)
        mask = self._failures == 0
        return Passing(
            mask=mask,
            possible=int(np.count_nonzero(mask)),
            sure=int(np.count_nonzero(mask & self._sure())),
            counts=self._count(changed, mask),
            outside_span=self._but(SPAN, mask),
            undated=self._undated(mask) if asked.known else 0,
        )

    def sure_of(self, column: str, code: int) -> int:
        """How many of the events counted under a term of a column are sure, as of the last run."""
        if column not in self._columns:
            return 0
        rows = self._rows[column][self._columns[column].codes == code]
        return int(np.count_nonzero((self._but(column, self._failures == 0) & self._sure())[rows]))

    def _sure(self) -> Mask:
        """The rows that lie within the brushed period, or all time, without a doubt."""
        span = self._clauses.get(SPAN)
        if isinstance(span, SpanClause):
            return within_surely(self._table, span)
        sure: Mask = self._table.doubt == 0
        return sure

    def _replace(self, column: str, codes: Codes | None) -> None:
        """Another column under this name: what was known of it is forgotten."""
        for known in (self._columns, self._rows, self._counts, self._clauses):
            known.pop(column, None)
        if column in self._failing:
            self._failures -= self._failing.pop(column)
        if codes is not None:
            self._columns[column], self._rows[column] = codes, codes.rows

    def _take(self, asked: Filter) -> set[str]:
        """Bring the masks up to `asked`; the columns whose clause is another now."""
        wanted = dict(asked)
        columns = self._clauses.keys() | wanted.keys()
        changed = {c for c in columns if self._clauses.get(c) != wanted.get(c)}
        for column in changed:
            if column in self._failing:
                self._failures -= self._failing.pop(column)
            if column in wanted:
                failing = ~self._passes(column, wanted[column])
                self._failing[column] = failing
                self._failures += failing
        self._clauses = wanted
        return changed

    def _passes(self, column: str, clause: Clause) -> Mask:
        """The rows that pass; none where the table has no such column."""
        n = len(self._table)
        if not isinstance(clause, TermsClause):
            return passing(self._table, clause)
        if column not in self._columns:
            return np.zeros(n, np.bool_)
        return holding(n, self._columns[column], self._rows[column], clause)

    def passing_but(self, column: str) -> Mask:
        """The rows that pass every clause but this column's."""
        own = self._failing.get(column)
        mask: Mask = self._failures == (0 if own is None else own)
        return mask

    def _but(self, column: str, mask: Mask) -> Mask:
        """The same for a column that may have no clause; `mask` is what passes all."""
        return self.passing_but(column) if column in self._failing else mask

    def _undated(self, mask: Mask) -> int:
        """The rows of which nobody can say when they were known, if they pass all else."""
        undated = self._table.known_from >= UNDATED
        return int(np.count_nonzero(self._but(KNOWN, mask) & undated))

    def _count(self, changed: set[str], mask: Mask) -> Mapping[str, Counts]:
        for column, codes in self._columns.items():
            if column in self._counts and not changed - {column}:
                continue
            entries = self._but(column, mask)[self._rows[column]]
            self._counts[column] = np.bincount(codes.codes[entries], minlength=len(codes.terms))
        return MappingProxyType(dict(self._counts))
