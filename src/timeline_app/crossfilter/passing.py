"""The answer of the crossfilter: which rows pass, how many, and the counts of every dimension.

Nothing is counted before it is asked for, and what a brush leaves alone is never counted again.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from timeline_app.crossfilter.base import Base, Dimension, whole
from timeline_app.crossfilter.chosen import Brush
from timeline_app.model.codes import Ints, Mask, Whole
from timeline_app.model.event_table import EventTable, empty_table
from timeline_app.model.filter import KNOWN, SPAN, SpanClause

_NO_ROWS = np.zeros(0, np.int64)


class Counts(Mapping[str, Ints]):
    """`counts[column][code]`: the rows with that term under everyone's clause but the column's
    own."""

    def __init__(self, passing: "Passing") -> None:
        self._passing = passing
        self._known = passing.counted()

    def __getitem__(self, column: str) -> Ints:
        if column not in self._known:
            if column not in self._passing.base.columns:
                raise KeyError(column)
            self._known[column] = self._passing.count_by(column)
        return self._known[column]

    def __iter__(self) -> Iterator[str]:
        return iter(self._passing.base.columns)

    def __len__(self) -> int:
        return len(self._passing.base.columns)


class Passing:
    """The rows that pass `base` and lie, possibly, within the brush `span` (None: any day).

    A brush that asks for sure rows only is no `span` here: it is one of the clauses of `base`.
    Every move of a brush makes one, and asks little of it.
    """

    _counted: dict[str | Dimension, Ints] | None = None

    def __init__(self, base: Base, span: SpanClause | None = None) -> None:
        self.base, self.span = base, span

    @property
    def counts(self) -> Mapping[str, Ints]:
        """The counts of every column. Not kept, since it knows this: the two would stay, with all
        that they know, until garbage is collected."""
        return Counts(self)

    def brushed(self, span: SpanClause | None) -> "Passing":
        """The same question with the brush elsewhere, or away."""
        return Passing(self.base, span)

    def same_rows(self, other: "Passing") -> bool:
        """Whether it is known that the same rows pass."""
        return self is other or (self.span == other.span and self.base.same_rows(other.base))

    # -- how many

    @cached_property
    def _begun(self) -> int:
        """How many rows of the table begin before the brush ends."""
        return len(self.base.table) if self.span is None else self.base.begun(self.span.last)

    @cached_property
    def _inside(self) -> int:
        """How many rows of the table begin before the brush does."""
        return 0 if self.span is None else self.base.begun(self.span.first, "left")

    @cached_property
    def _ended(self) -> int:
        """How many rows of the table end before the brush begins."""
        return 0 if self.span is None else self.base.ended(self.span.first)

    @cached_property
    def possible(self) -> int:
        """How many rows pass: all, less those that end before and those that begin after."""
        if self.span is None:
            return self.base.ranked.total
        return self.base.ranked.rank(self._begun) - self.base.ranked_by_last.rank(self._ended)

    @cached_property
    def sure(self) -> int:
        """How many of them lie within the brush, or in all time, and carry no doubt: of those that
        begin in the brush all but what lasts over its end."""
        sure = self.base.sure
        if self.span is None:
            return sure.total
        if self.span.first > self.span.last:
            return 0
        beyond = self.base.table.lasting.over(self.span.last + 1).rows
        beyond = beyond[beyond >= self._inside]
        leave = int(np.count_nonzero(sure.mask.take(beyond)))
        return sure.rank(self._begun) - sure.rank(self._inside) - leave

    @cached_property
    def undated(self) -> int:
        """How many fail for one reason only: a day is chosen on which they should be known, and
        nothing dates their sources."""
        if KNOWN not in self.base.clauses:
            return 0
        by_first, by_last = self.base.undated
        if self.span is None:
            return by_first.total
        return by_first.rank(self._begun) - by_last.rank(self._ended)

    def count_by(self, of: str | Dimension) -> Ints:
        """How many rows have each code of a column, under all clauses but the column's own; or
        of a dimension, under all. Not to be written to."""
        if self.span is None or of == SPAN:
            return self.base.tally(of).total
        known = self.counted().get(of)
        if known is not None:
            return known
        brush = Brush(self.span.first, self._begun, self._ended)
        return self.base.tally(of, brush).touching(self._begun, self._ended)

    def counted(self) -> dict[str | Dimension, Ints]:
        """The counts that are known already: of a brush that was expected those of all that is
        counted by."""
        if self._counted is None:
            known = None if self.span is None else self.base.looked_up(self.span)
            self._counted = {} if known is None else known
        return self._counted

    def sure_of(self, column: str, code: int) -> int:
        """How many of the rows counted under a term of a column are sure."""
        if column not in self.base.columns:
            return 0
        low, high = 0, len(self.base.table)
        if self.span is not None:
            low, high = self._inside, self._begun
        rows, codes = self.base.columns[column].entries(low, high)
        rows = rows[codes == code]
        kept = self.base.but(column)[rows] & (self.base.table.doubt[rows] == 0)
        if self.span is not None:
            kept &= self.base.table.last[rows] <= self.span.last
        return int(np.count_nonzero(kept))

    # -- which

    def passes(self, rows: Whole) -> Mask:
        """Which of these rows pass."""
        kept: Mask = self.base.mask[rows]
        return kept & self._touches(rows)

    def mask_but(self, column: str) -> Mask:
        """Which rows of the whole table pass every clause but this column's."""
        return self._touching(self.base.but(column))

    @cached_property
    def mask(self) -> Mask:
        """Which rows of the whole table pass; not to be asked for while something is dragged."""
        return self._touching(self.base.mask)

    @property
    def outside_span(self) -> Mask:
        """Which rows pass every clause but the brush."""
        return self.base.but(SPAN)

    def select(self, first: int, count: int) -> NDArray[np.int64]:
        """The passing rows by day, from the `first`-th on, at most `count` of them."""
        ranked = self.base.ranked
        if self.span is None:
            return ranked.select(first, count)
        early = self._reaching(first + count)[first:] if first < self._early else _NO_ROWS
        start = ranked.rank(self._inside) + max(0, first - self._early)
        left = min(count - len(early), ranked.rank(self._begun) - start)
        return np.concatenate((early, ranked.select(start, max(0, left))))

    def rank(self, row: int) -> int:
        """How many passing rows stand before `row`, by day."""
        ranked = self.base.ranked
        if self.span is None:
            return ranked.rank(row)
        if row < self._inside:
            rows = self.base.table.lasting.over(self.span.first).before(row)
            return int(np.count_nonzero(self.base.mask[rows]))
        upto = ranked.rank(min(row, max(self._begun, self._inside)))
        return self._early + upto - ranked.rank(self._inside)

    def nearest(self) -> int | None:
        """The row nearest to the brush under all other clauses, where none passes; the one further
        up in the table of two that are equally near. None where there is nothing at all."""
        rows = self.beside()
        if self.span is None or not len(rows):
            return None
        table = self.base.table
        away = np.maximum(self.span.first - table.last[rows], table.first[rows] - self.span.last)
        return int(rows[away == away.min()].min())

    def beside(self) -> NDArray[np.int64]:
        """The row that ends latest before the brush, and the first that begins after it, under all
        other clauses; fewer where there is none."""
        return np.concatenate((self._last_before(), self._first_after()))

    def _first_after(self) -> NDArray[np.int64]:
        """The first row that begins after the brush."""
        return self.base.ranked.select(self.base.ranked.rank(self._begun), 1)

    def _last_before(self) -> NDArray[np.int64]:
        """The row that ends latest before the brush, the first of those that end on one day."""
        ranked, order = self.base.ranked_by_last, self.base.table.orders.by_last
        ended = ranked.rank(self._ended)
        if not ended:
            return np.zeros(0, np.int64)
        latest = order[ranked.select(ended - 1, 1)[0]]
        of_that_day = self.base.ended(int(self.base.table.last[latest]))
        return order[ranked.select(ranked.rank(of_that_day), 1)].astype(np.int64)

    @cached_property
    def _early(self) -> int:
        """How many passing rows begin before the brush and reach into it."""
        return self.base.ranked.rank(self._inside) - self.base.ranked_by_last.rank(self._ended)

    def _reaching(self, most: int) -> NDArray[np.int64]:
        """The first of those, `most` or all."""
        if self.span is None or not self._early:
            return _NO_ROWS
        rows = self.base.table.lasting.over(self.span.first).before(self._inside)
        return rows[self.base.mask.take(rows)][:most].astype(np.int64)

    def _touching(self, mask: Mask) -> Mask:
        """Those of a mask of the whole table that touch the brush."""
        if self.span is None:
            return mask
        touching: Mask = mask & (self.base.table.last >= self.span.first)
        touching[self._begun :] = False
        return touching

    def _touches(self, rows: Whole) -> Mask:
        if self.span is None:
            return np.ones(len(rows), np.bool_)
        table = self.base.table
        touching: Mask = (table.first[rows] <= self.span.last) & (
            table.last[rows] >= self.span.first
        )
        return touching


def all_of(table: EventTable, mask: Mask | None = None) -> Passing:
    """The answer where nothing is asked: all rows pass, or those in `mask`."""
    every = np.ones(len(table), np.bool_) if mask is None else mask
    return Passing(whole(table, every))


def nothing_passes() -> Passing:
    """The answer where there is nothing to ask of."""
    return all_of(empty_table())
