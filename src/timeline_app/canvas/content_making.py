"""From snapshots to what the lanes show: what did not change is kept, large tables are indexed by
the worker while the picture before stays."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from timeline_app.crossfilter.base import Base
from timeline_app.crossfilter.passing import Passing
from timeline_app.dataclass import dataclass
from timeline_app.lanes.lane import Lanes
from timeline_app.model.codes import Codes
from timeline_app.model.event_table import empty_table
from timeline_app.model.filter import FOUND, SpanClause
from timeline_app.scene.content import Content, Rows, lens, lit_rows
from timeline_app.scene.lane_index import LaneIndex, lane_index
from timeline_app.scene.lane_order import LaneOrder, lane_order
from timeline_app.scene.shapes import Shapes, shapes_of
from timeline_app.session.running import Run, at_once
from timeline_app.session.snapshot import Snapshot

AT_ONCE = 50_000
"""Tables of no more rows are indexed before the next frame."""


@dataclass(frozen=True, eq=False, slots=True)
class Asked:
    """What an index follows from: the looks of a table, its lanes, every clause but the brush, and
    a second period that lets only sure rows pass."""

    shapes: Shapes
    lanes: Lanes
    base: Base
    second: SpanClause | None

    def same(self, other: "Asked | None") -> bool:
        """Whether the same index follows."""
        return other is not None and (
            self.shapes is other.shapes
            and self.lanes is other.lanes
            and self.base.same_rows(other.base)
            and self.second == other.second
        )


@dataclass(frozen=True, eq=False, slots=True)
class Made:
    """The index of what is drawn, and of what passes where the brush alone does not say it."""

    drawn: LaneIndex
    lit: LaneIndex | None = None


class ContentMaking:
    """Makes the content of one snapshot after another. `ready` is called when an index that took
    long has come."""

    def __init__(self, run: Run = at_once, ready: Callable[[], None] = lambda: None) -> None:
        self._run, self._ready = run, ready
        self._asked: Asked | None = None
        self._made: Made | None = None
        self.waits = False
        """Whether the index of what was asked for last is still being made."""
        self._noted: tuple[Codes, Rows] | None = None

    def content(self, shapes: Shapes, snapshot: Snapshot) -> Content:
        """What the lanes show now: with the index of before, or of nothing, until a new one is
        there."""
        asked = Asked(shapes, snapshot.lanes, snapshot.passing.base, lens(snapshot.second))
        if not asked.same(self._asked):
            self._asked = asked
            self._make(asked, snapshot.passing)
        made = self._made
        if made is None or made.drawn.shapes is not shapes:
            made = Made(_of_nothing(shapes, snapshot.lanes))
        found = FOUND in snapshot.filter.clauses
        noted = self._noted_rows(snapshot)
        return Content(made.drawn, snapshot.passing, noted, found, made.lit, snapshot.second)

    def _make(self, asked: Asked, passing: Passing) -> None:
        before = self._made.drawn.order if self._made else None

        def job() -> Made:
            kept = before if before is not None and _serves(before, asked) else None
            order = kept or lane_order(asked.shapes, asked.lanes)
            drawn, base = passing.outside_span, passing.base.mask
            lit = None if drawn is base else lane_index(order, lit_rows(passing, asked.second))
            return Made(lane_index(order, drawn), lit)

        def done(made: Made) -> None:
            if asked is self._asked:
                self._made, self.waits = made, False
                if not here:
                    self._ready()

        self.waits = True
        here = len(asked.shapes.table) <= AT_ONCE
        (at_once if here else self._run)(job, done)

    def _noted_rows(self, snapshot: Snapshot) -> Rows:
        known, column = self._noted, snapshot.note_terms
        if known is None or known[0] is not column:
            rows, codes = column.entries(0, len(column))
            known = self._noted = column, rows[codes == 0].astype(np.int64)  # the first: WITH_NOTE
        return known[1]


def _serves(order: LaneOrder, asked: Asked) -> bool:
    return order.shapes is asked.shapes and order.lanes is asked.lanes


def _of_nothing(shapes: Shapes, lanes: Lanes) -> LaneIndex:
    """These lanes, bare: none of the table's rows is drawn, whichever one asks for."""
    none, empty = np.zeros(0, np.int64), shapes_of(empty_table())
    bare = tuple(replace(lane, rows=none) for lane in lanes.lanes)
    order = lane_order(empty, replace(lanes, lanes=bare, codes=None, of_code=None))
    index = lane_index(order, np.zeros(0, np.bool_))
    rows = len(shapes.table)
    home = np.broadcast_to(np.uint8(len(bare)), rows)
    order = replace(order, shapes=shapes, home=home)
    return replace(index, order=order, drawn=np.broadcast_to(np.False_, rows))
