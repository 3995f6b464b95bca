"""How a filter is answered: at once where that is quick, beside the reader's work where it is not.

A brush is always answered at once, since it costs what it crosses. Any other clause costs a walk
over the table: a large one is walked by a worker, while what was shown stays, and brushes go on.
"""

from collections.abc import Callable, Set
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.crossfilter.base import Base, Dimension
from timeline_app.crossfilter.cross_filter import brush_of
from timeline_app.lanes.catalogue import grouping_of, make_lanes
from timeline_app.lanes.lane import Lanes
from timeline_app.model.distinct import distinct
from timeline_app.model.event_table import EventTable
from timeline_app.model.filter import SPAN, Filter, SpanClause
from timeline_app.session.laying import Laid, lay
from timeline_app.session.reading import Reading
from timeline_app.session.running import Run, at_once
from timeline_app.session.showing import Showing
from timeline_app.session.snapshot import OpenArchive
from timeline_app.words.tr import tr

LARGE = 50_000
"""A table of more rows is not walked over while the reader waits."""

QUICK = 100_000
"""So few rows that pass are made ready for a brush before they are shown, as those before them
were: that is sooner done than beside a window that paints, where each waits for the other."""

Days = NDArray[np.int64]
Readying = tuple[Base, Days, tuple[str | Dimension, ...]]
"""What a worker makes ready for which days: the base, and what is counted by."""


class Filtering(Showing):
    """What `Showing` holds, and the one intent behind all that ask: `soon` runs long answers."""

    def __init__(self, soon: Run = at_once) -> None:
        super().__init__()
        self._soon = soon
        self._wished: tuple[Filter, dict[str, Any]] | None = None
        self._laying: OpenArchive | None = None
        self._waiting: list[Callable[[], None]] = []
        self._surfaces: dict[str, Days] = {}
        self._expected: Days = np.zeros(0, np.int64)
        self._readying: Readying | None = None
        self._held = False

    @property
    def asked(self) -> Filter:
        """What was asked for last, though the answer may not be there yet."""
        return self.snapshot.filter if self._wished is None else self._wished[0]

    def _ask(self, asked: Filter, **parts: Any) -> None:
        """Show what passes `asked`; `parts` of the snapshot change with it."""
        notes = self.snapshot.note_terms
        moved = self._index.moved(asked, notes) if self._wished is None and not parts else None
        if moved is not None:
            if moved.span != self.snapshot.passing.span:
                self._move_brush(asked, moved)
            return
        if asked == self.asked:
            if any(getattr(self.snapshot, name) != part for name, part in parts.items()):
                self._change(**parts)
            return
        if len(self.snapshot.table) <= LARGE:
            self._wished = None
            self._change(filter=asked, passing=self._index.run(asked, notes), **parts)
            return
        pending = {} if self._wished is None else self._wished[1]
        wish = self._wished = (asked, pending | parts)
        index, days = self._index, self._expected
        ready = index.base.is_ready(days)

        def counted() -> Base:
            base = index.prepared(asked, notes)
            if ready and base.ranked.total <= QUICK and not base.is_ready(days):
                base.expect(days)
            return base

        self._soon(counted, lambda base: self._answered(base, wish))
        if wish is self._wished:  # a worker is at it while this is shown
            self._show_brush(asked)

    def _brush(self, span: SpanClause) -> None:
        """Ask for these days beside all else that is asked for. A hand waits for this, so nothing
        is compared of which it is known that it is the same."""
        now, base = self.snapshot, self._index.base
        of_rows = span.surely or SPAN in base.clauses
        if of_rows or self._wished is not None or now.passing.base is not base:
            self._ask(self.asked.having(SPAN, span))
        elif span != now.passing.span:
            self._move_brush(now.filter.having(SPAN, span), now.passing.brushed(span))

    def _show_brush(self, asked: Filter) -> None:
        """The brush follows the hand, though what else is asked for is still being counted."""
        now, span = self.snapshot, brush_of(asked)
        shown = now.filter.having(SPAN, span)
        if shown != now.filter and not (now.filter.span and now.filter.span.surely):
            self._move_brush(shown, now.passing.brushed(span))
        if not self.snapshot.busy:
            self._change(busy=tr("Counting what passes"))

    def _answered(self, base: Base, wish: tuple[Filter, dict[str, Any]]) -> None:
        """A worker has counted; what is no longer asked for is dropped."""
        if wish is not self._wished or base.table is not self.snapshot.table:
            return
        self._wished = None
        asked, parts = wish
        # Where a brush was ready for, all that is counted by is known, whoever is still to be told.
        again = self._ready if self._index.base.is_ready(self._expected) else self._make_ready
        self._index.adopt(base)
        passing = self._index.run(asked, self.snapshot.note_terms)
        with self.together():  # what waited for it is told with it
            self._change(filter=asked, passing=passing, busy="", **parts)
            self._do_what_waits()
        # Asked by way of the worker: the window paints first, which else would wait for its turns.
        self._soon(lambda: None, lambda _: again())

    # -- layers

    @property
    def layers_asked(self) -> frozenset[str]:
        """The layers that were switched on last, though they may not be shown yet."""
        if self._laying is not None:
            return self._laying.layers_on
        return self.snapshot.archive.layers_on if self.snapshot.archive else frozenset()

    def switch_layer(self, layer: str, on: bool) -> None:
        """Switch one layer on or off."""
        now = self.layers_asked
        self.switch_layers(now | {layer} if on else now - {layer})

    def switch_layers(self, layers: Set[str]) -> None:
        """Switch these layers on and all others off; brush, selection and view are kept."""
        reading = self._reading
        if reading is None or len(reading.records) <= LARGE:
            super().switch_layers(layers)
            return
        opened, grouping = reading.opened(layers), self.snapshot.grouping
        if opened.layers_on == self.layers_asked:
            return
        self._laying = opened
        self._change(busy=tr("Laying out the layers"))
        asked, counted = (
            self.asked,
            [of for of in self._index.base.asked_for if isinstance(of, str)],
        )
        self._soon(
            lambda: lay(reading.table(opened.layers_on), grouping, asked, counted),
            lambda laid: self._laid(reading, opened, laid),
        )

    def group_by(self, grouping: str) -> None:
        """Lay the lanes by this grouping of the catalogue; KeyError for another one."""
        table, now = self.snapshot.table, self.snapshot.grouping
        if len(table) <= LARGE or grouping == now:
            super().group_by(grouping)
            return
        # lanes of the old grouping stay until the new ones are there
        self._change(busy=tr("Laying out the lanes"), grouping=grouping_of(grouping).id)
        self._soon(lambda: make_lanes(table, grouping), lambda lanes: self._regrouped(table, lanes))

    def _regrouped(self, table: EventTable, lanes: Lanes) -> None:
        now = self.snapshot
        if table is now.table and lanes.grouping == now.grouping:
            self._change(lanes=lanes, busy="")

    def _laid(self, reading: Reading, opened: OpenArchive, laid: Laid) -> None:
        if opened is self._laying and reading is self._reading:
            self._laying = None
            if laid.lanes.grouping != self.snapshot.grouping:
                laid = replace(laid, lanes=make_lanes(laid.table, self.snapshot.grouping))
            self._show_table(opened, laid, busy="")

    def _show_table(self, opened: OpenArchive, laid: Laid, **parts: Any) -> None:
        """Another table answers what was asked of the one before."""
        pending = {} if self._wished is None else self._wished[1] | {"busy": ""}
        super()._show_table(opened, laid, **(pending | parts))
        self._wished = None
        self._make_ready()
        self._do_what_waits()

    def _forget_wish(self) -> None:
        if self._wished is not None or self._laying is not None:
            self._wished = self._laying = None
            self._change(busy="")
        self._waiting.clear()

    # -- what comes after an answer

    def when_shown(self, act: Callable[[], None]) -> None:
        """Do this once all that was asked for so far is shown: at once where nothing is awaited."""
        self._waiting.append(act)
        self._do_what_waits()

    def _do_what_waits(self) -> None:
        while self._waiting and not self._awaits():
            self._waiting.pop(0)()

    def _awaits(self) -> bool:
        """Whether something that was asked for is not shown yet."""
        return self._wished is not None or self._laying is not None

    # -- ahead of a brush

    def expect_brush(self, surface: str, days: Days) -> None:
        """A brush can be dragged to these days on a surface; be ready to count them."""
        known = self._surfaces.get(surface)
        if known is None or not np.array_equal(known, days):
            self._surfaces[surface] = days
            self._expected = distinct(np.concatenate(list(self._surfaces.values())))
        self._make_ready()

    def hold_brush(self, held: bool) -> None:
        """While the parts of a window are told one after another, what they count by is not all
        known: nobody gets ready for a brush until they are."""
        self._held = held
        if not held:
            self._make_ready()

    def _make_ready(self) -> None:
        if not self._held:
            self._ready()

    def _ready(self) -> None:
        """Look the counts of the expected days up from now on, once a worker has made them."""
        base, days = self._index.base, self._expected
        if not len(days) or len(base.table) <= LARGE or base.is_ready(days):
            return
        now = self._readying
        if now and now[0] is base and now[1] is days and now[2] == base.asked_for:
            return  # a worker is at it
        wanted = self._readying = base, days, base.asked_for
        self._soon(lambda: base.expect(days), lambda _: self._readied(wanted))

    def _readied(self, wanted: Readying) -> None:
        if wanted is self._readying:
            self._readying = None
