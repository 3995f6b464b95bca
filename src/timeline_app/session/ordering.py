"""Intents that order the list, and what stands in it."""

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.event_table import EventTable
from timeline_app.model.records import EventRow
from timeline_app.session import listing
from timeline_app.session.filtering import LARGE
from timeline_app.session.laying import Laid
from timeline_app.session.listing import ByDay, ByHeading, Listing, Order
from timeline_app.session.running import Run, at_once
from timeline_app.session.searching import Searching
from timeline_app.session.snapshot import OpenArchive, Sorting
from timeline_app.store.store_error import StoreError
from timeline_app.words.tr import tr

MOST_ORDERS = 3
"""So many orders of a table are kept: eight bytes a row each."""

BY_DAY = Sorting()


class Ordering(Searching):
    """What `Searching` shows, in an order; a large table is sorted by a worker."""

    def __init__(self, soon: Run = at_once, seek: Run = at_once) -> None:
        super().__init__(soon, seek)
        self._orders: dict[Sorting, Order] = {}
        self._noted_of_orders: frozenset[int] = frozenset()
        self._by_heading: ByHeading | None = None
        self._wished_sorting: Sorting | None = None
        self._counting = self._awaited = False

    def sort_by(self, column: str, descending: bool = False) -> None:
        """Order the list by this heading; see `listing`. A large one follows soon."""
        sorting, now = Sorting(column, descending), self.snapshot
        self._wished_sorting = None
        if sorting == now.sorting:
            return
        reading, table = self._reading, now.table
        here = len(table) <= LARGE or sorting in self._orders
        if reading is None or here or not listing.is_heading(table, column):
            self._change(sorting=sorting)
            return
        self._wished_sorting = sorting
        self._change(busy=tr("Sorting the list"))
        self._soon(
            partial(_in_order, table, sorting, now.noted, reading.ranks_aside()),
            lambda order: self._sorted(sorting, table, order),
        )

    def _sorted(self, sorting: Sorting, table: EventTable, order: Order | StoreError) -> None:
        """A worker has sorted; what is no longer wished for is dropped."""
        if sorting is not self._wished_sorting:
            return
        self._wished_sorting = None
        if isinstance(order, StoreError):
            self._change(busy="")
            self._trouble(order)
            return
        if table is not self.snapshot.table:
            self._change(busy="")
            self.sort_by(sorting.column, sorting.descending)
            return
        self._keep(sorting, order)
        self._change(sorting=sorting, busy="")

    @property
    def listed(self) -> Listing:
        """What passes, in the order of the list."""
        now = self.snapshot
        order = self._order_of(now.sorting)
        if order is None:
            return ByDay(now.passing, now.sorting.descending)
        known = self._by_heading
        if known is None or known.passing is not now.passing or known.order is not order:
            known = self._by_heading = ByHeading(now.passing, order)
        return known

    def order(self) -> NDArray[np.integer]:
        """The rows of the table that pass, in list order: all of them, so not while one waits."""
        listed = self.listed
        if isinstance(listed, ByHeading) and not listed.is_counted:
            listed.take_counts(listed.counted())
        return listed.select(0, self.snapshot.passing.possible)

    def position_of(self, occurrence: int) -> int | None:
        """Where in the list this occurrence stands, or None where it does not pass."""
        row = self.snapshot.table.row_of(occurrence)
        if row is None:
            return None
        at = self.listed.position(row)
        self._count_soon(awaited=at is None)
        return at

    def listed_rows(self, first: int, count: int) -> NDArray[np.integer]:
        """`count` rows of the table from the `first`-th of the list on; none where a worker is
        still counting, which is told by a change of `sorting`."""
        rows = self.listed.select(first, count)
        if not len(rows) and first < self.snapshot.passing.possible:
            self._count_soon(awaited=True)
        return rows

    def ordered_rows(self, first: int, count: int) -> list[EventRow]:
        """The texts of `count` rows of the list from its `first` on."""
        return self.rows(self.listed_rows(first, count).tolist())

    # -- orders

    def _values(self, sorting: Sorting) -> NDArray[np.integer] | None:
        now = self.snapshot
        if sorting.column in listing.BY_ARCHIVE:
            return self._read(lambda reading: reading.ranks(now.table, sorting.column), None)
        return listing.values_of(now.table, sorting.column, now.noted)

    def _order_of(self, sorting: Sorting) -> Order | None:
        """The order of a heading; None for that of the table."""
        if sorting.column == listing.DAY:
            return None
        if sorting.column == listing.NOTES and self._noted_of_orders is not self.snapshot.noted:
            self._orders = {s: o for s, o in self._orders.items() if s.column != listing.NOTES}
            self._noted_of_orders = self.snapshot.noted
        if sorting not in self._orders:
            values = self._values(sorting)
            if values is None:
                return None
            self._keep(sorting, listing.in_order(values, sorting.descending))
        return self._orders[sorting]

    def _keep(self, sorting: Sorting, order: Order) -> None:
        while len(self._orders) >= MOST_ORDERS:
            self._orders.pop(next(iter(self._orders)))
        self._orders[sorting] = order

    def _count_soon(self, awaited: bool) -> None:
        """Let a worker count a list whose places are not all known; that is told where somebody
        asked in vain."""
        listed = self._by_heading
        self._awaited = self._awaited or awaited
        if self._counting or listed is None or listed.is_counted:
            return
        if len(self.snapshot.table) <= LARGE:
            listed.take_counts(listed.counted())
            return
        self._counting = True
        self._soon(listed.counted, lambda upto: self._counted(listed, upto))

    def _counted(self, listed: ByHeading, upto: list[int]) -> None:
        self._counting, awaited = False, self._awaited
        listed.take_counts(upto)
        if listed is not self._by_heading:
            self._count_soon(awaited)  # another list has come meanwhile
        elif awaited and listed.passing is self.snapshot.passing:
            self._awaited = False
            self._change(sorting=listing.sorted_again(self.snapshot.sorting))

    def _show_table(self, opened: OpenArchive, laid: Laid, **parts: Any) -> None:
        """Another table is sorted anew; a large one stands by day until that is done."""
        self._orders, self._by_heading = {}, None
        sorting = self.snapshot.sorting
        later = len(laid.table) > LARGE and sorting.column != listing.DAY
        shown = {"sorting": BY_DAY} if later else {}
        super()._show_table(opened, laid, **(shown | parts))
        if later:
            self.sort_by(sorting.column, sorting.descending)


def _in_order(
    table: EventTable,
    sorting: Sorting,
    noted: frozenset[int],
    ranks: Callable[[str, NDArray[np.integer]], NDArray[np.integer]],
) -> Order | StoreError:
    """Runs on the worker; known faults are values."""
    try:
        if sorting.column in listing.BY_ARCHIVE:
            values: NDArray[np.integer] | None = ranks(sorting.column, table.key)
        else:
            values = listing.values_of(table, sorting.column, noted)
    except StoreError as fault:
        return fault
    return listing.in_order(np.arange(len(table)) if values is None else values, sorting.descending)
