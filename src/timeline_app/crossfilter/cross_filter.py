"""Which rows pass, and how many of each term under everyone's clause but the column's own.

Each clause keeps the mask of the rows that fail it, and a counter a row says how many clauses it
fails: a row passes at zero, and passes all but one column's clause when that clause is its only
failure. A changed clause costs its own mask and one addition; nothing else is asked again.
"""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from timeline_app.crossfilter.clauses import passes, within_surely
from timeline_app.crossfilter.passing import Passing
from timeline_app.model.event_table import Codes, EventTable, Mask
from timeline_app.model.filter import SPAN, Clause, Filter

Counts = NDArray[np.int64]


class CrossFilter:
    """The filter index of one table; `run` may be called as often as a brush moves."""

    def __init__(self, table: EventTable) -> None:
        self._table = table
        self._clauses: dict[str, Clause] = {}
        self._failing: dict[str, Mask] = {}
        self._failures = np.zeros(len(table), np.uint8)
        self._rows = {c: _row_of_entry(codes) for c, codes in table.terms.items()}
        self._counts: dict[str, Counts] = {}

    def run(self, asked: Filter) -> Passing:
        """What passes `asked`; counts that cannot have changed are the same objects as before.

        `sure` counts the passing rows that lie within the brushed period without a doubt; where
        there is no brush, those that are dated to the day without a doubt.
        """
        changed = self._take(asked)
        mask = self._failures == 0
        span = asked.span
        sure = within_surely(self._table, span) if span else self._table.day_sure
        return Passing(
            mask=mask,
            possible=int(np.count_nonzero(mask)),
            sure=int(np.count_nonzero(mask & sure)),
            counts=self._count(changed, mask),
            outside_span=self._but(SPAN, mask),
        )

    def _take(self, asked: Filter) -> set[str]:
        """Bring the masks up to `asked`; the columns whose clause is another now."""
        wanted = dict(asked)
        columns = self._clauses.keys() | wanted.keys()
        changed = {c for c in columns if self._clauses.get(c) != wanted.get(c)}
        for column in changed:
            if column in self._failing:
                self._failures -= self._failing.pop(column)
            if column in wanted:
                failing = ~passes(self._table, column, wanted[column], self._rows)
                self._failing[column] = failing
                self._failures += failing
        self._clauses = wanted
        return changed

    def _but(self, column: str, mask: Mask) -> Mask:
        """The rows that pass every clause but this column's."""
        own = self._failing.get(column)
        return mask if own is None else self._failures == own

    def _count(self, changed: set[str], mask: Mask) -> Mapping[str, Counts]:
        for column, codes in self._table.terms.items():
            if column in self._counts and not changed - {column}:
                continue
            entries = self._but(column, mask)[self._rows[column]]
            self._counts[column] = np.bincount(codes.codes[entries], minlength=len(codes.terms))
        return MappingProxyType(dict(self._counts))


def _row_of_entry(codes: Codes) -> NDArray[np.int64]:
    """For each entry of a column the row that holds it."""
    return np.repeat(np.arange(len(codes.offsets) - 1), np.diff(codes.offsets))
