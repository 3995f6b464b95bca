"""Counts of what a chart is drawn by, for what passes: looked up by the crossfilter, and made ready
by the worker where the table is large."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from timeline_app.canvas.content_making import AT_ONCE
from timeline_app.crossfilter.base import Base
from timeline_app.crossfilter.either import counts_of_both, counts_of_either, together
from timeline_app.crossfilter.passing import Passing
from timeline_app.model.event_table import Days, EventTable
from timeline_app.model.filter import SpanClause
from timeline_app.scene.overview import Columns
from timeline_app.session.running import Run, at_once

MOST_KEPT = 8
Make = Callable[[EventTable, Days], Columns]
Counts = NDArray[np.int64]


class Counting:
    """Keeps the columns of a table by their edges. `ready` says that columns that took long are
    there; until then there are none."""

    def __init__(self, make: Make, run: Run, ready: Callable[[], None]) -> None:
        self._make, self._run, self._ready = make, run, ready
        self._table: EventTable | None = None
        self._known: dict[bytes, Columns | None] = {}
        self._counted: tuple[Passing, SpanClause | None, Columns, Counts] | None = None
        self._beside: tuple[Base, SpanClause, Columns, Counts] | None = None

    def columns(self, passing: Passing, edges: Days, here: bool = False) -> Columns | None:
        """The columns with these edges of the table that is asked; None while they are made,
        unless they are wanted `here` and now."""
        table, key = passing.base.table, edges.tobytes()
        if table is not self._table:
            self._table, self._known, self._counted = table, {}, None
            self._beside = None
        if key not in self._known:
            if len(self._known) >= MOST_KEPT:
                del self._known[next(iter(self._known))]
            self._known[key] = None
            self._ask(table, passing, edges, key, here or len(table) <= AT_ONCE)
        return self._known.get(key)

    def _ask(
        self, table: EventTable, passing: Passing, edges: Days, key: bytes, here: bool
    ) -> None:

        def job() -> Columns:
            made = self._make(table, edges)
            passing.base.tally(made.dimension)
            return made

        def done(made: Columns) -> None:
            if table is self._table:
                self._known[key] = made
                if not here:
                    self._ready()

        (at_once if here else self._run)(job, done)

    def passing(
        self, passing: Passing, columns: Columns, second: SpanClause | None = None
    ) -> Counts:
        """How many pass in each column, or would with `second` as the brush; the same array while
        the same passes."""
        known = self._counted
        if known is None or known[0] is not passing or known[1:3] != (second, columns):
            counts = columns.of(self._counts(passing, columns, second))
            known = self._counted = passing, second, columns, counts
        return known[3]

    def _counts(self, passing: Passing, columns: Columns, second: SpanClause | None) -> Counts:
        span, of = passing.span, columns.dimension
        if second is not None and second.surely:
            return counts_of_either(passing, second, of)
        if span is None or second is None:
            return passing.count_by(of)
        whole = together(span, second)
        if whole is not None:
            return passing.brushed(whole).count_by(of)
        every = passing.count_by(of) + self._in_second(passing, columns, second)
        counts: Counts = every - counts_of_both(passing, second, of)
        return counts

    def _in_second(self, passing: Passing, columns: Columns, second: SpanClause) -> Counts:
        """What lies in the second period; looked up while the first one moves."""
        known = self._beside
        if known is None or known[0] is not passing.base or known[1:3] != (second, columns):
            counts = passing.brushed(second).count_by(columns.dimension)
            known = self._beside = passing.base, second, columns, counts
        return known[3]
