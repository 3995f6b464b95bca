"""From snapshots to what the lanes show: what did not change is kept, large tables are indexed by
the worker while the picture before stays."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from timeline_app.lanes.lane import Lanes
from timeline_app.model.event_table import empty_table
from timeline_app.model.filter import FOUND, SPAN, Filter
from timeline_app.scene.content import Content, Lit, Rows
from timeline_app.scene.lane_index import LaneIndex, lane_index
from timeline_app.scene.lane_order import LaneOrder, lane_order
from timeline_app.scene.shapes import Shapes, shapes_of
from timeline_app.session.running import Run, at_once
from timeline_app.session.snapshot import Snapshot

AT_ONCE = 50_000
"""Tables of no more rows are indexed before the next frame."""


@dataclass(frozen=True, eq=False, slots=True)
class Asked:
    """What an index follows from: the table and its looks, its lanes, every clause but the brush,
    and the notes that a clause may ask for."""

    shapes: Shapes
    lanes: Lanes
    base: Filter
    note_terms: Any

    def same(self, other: "Asked | None") -> bool:
        """Whether the same index follows."""
        return other is not None and (
            self.shapes is other.shapes
            and self.lanes is other.lanes
            and self.base == other.base
            and (self.note_terms is other.note_terms or not self.base)
        )


class ContentMaking:
    """Makes the content of one snapshot after another. `ready` is called when an index that took
    long has come."""

    def __init__(self, run: Run = at_once, ready: Callable[[], None] = lambda: None) -> None:
        self._run, self._ready = run, ready
        self._asked: Asked | None = None
        self._order: LaneOrder | None = None
        self._index: LaneIndex | None = None
        self._noted: tuple[object, frozenset[int], Rows] | None = None

    def content(self, shapes: Shapes, snapshot: Snapshot) -> Content:
        """What the lanes show now: with the index of before, or of nothing, until a new one is
        there."""
        span = snapshot.filter.span
        base = snapshot.filter.having(SPAN, None)
        asked = Asked(shapes, snapshot.lanes, base, snapshot.note_terms)
        if not asked.same(self._asked):
            self._asked = asked
            self._make(asked, snapshot)
        index, passing = self._index, snapshot.passing
        if index is None or index.shapes is not shapes:
            index = _of_nothing(snapshot.lanes)
        found = FOUND in snapshot.filter.clauses
        if span is not None and span.surely:
            lit = Lit(passing, index=lane_index(index.order, passing.mask & index.drawn))
        else:
            lit = Lit(passing, span)
        return Content(index, lit, self._noted_rows(snapshot), found)

    def _make(self, asked: Asked, snapshot: Snapshot) -> None:
        order, drawn = self._order, snapshot.passing.outside_span

        def job() -> LaneIndex:
            same = order is not None and order.shapes is asked.shapes
            kept = order if same and order is not None and order.lanes is asked.lanes else None
            return lane_index(kept or lane_order(asked.shapes, asked.lanes), drawn)

        def done(index: LaneIndex) -> None:
            if asked is self._asked:
                self._order, self._index = index.order, index
                if not at_once_here:
                    self._ready()

        at_once_here = len(snapshot.table) <= AT_ONCE
        if at_once_here:
            done(job())
        else:
            self._run(job, done)

    def _noted_rows(self, snapshot: Snapshot) -> Rows:
        known = self._noted
        if known is None or known[0] is not snapshot.table or known[1] != snapshot.noted:
            numbers = np.fromiter(snapshot.noted, np.int64)
            rows = np.flatnonzero(np.isin(snapshot.table.occurrence, numbers))
            known = self._noted = snapshot.table, snapshot.noted, rows
        return known[2]


def _of_nothing(lanes: Lanes) -> LaneIndex:
    """These lanes, bare."""
    none = np.zeros(0, np.int64)
    bare = tuple(replace(lane, rows=none) for lane in lanes.lanes)
    shapes = shapes_of(empty_table())
    order = lane_order(shapes, replace(lanes, lanes=bare, codes=None, of_code=None))
    return lane_index(order, np.zeros(0, np.bool_))
