"""What happened, as read-only columns.

A row is an occurrence, shown by its preferred record among the layers that are on. Rows are ordered
by outer first day (then outer last day, then key), so what a window shows is found by bisection.
Texts are not here: titles are read from the archive for the rows that are seen.
"""

from collections.abc import Iterable, Mapping
from dataclasses import field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.dates.day import OPEN_FUTURE, OPEN_PAST
from timeline_app.model.bisect import rank_by
from timeline_app.model.codes import Codes as Codes
from timeline_app.model.codes import Ints, Whole
from timeline_app.model.codes import Mask as Mask
from timeline_app.model.codes import Term as Term
from timeline_app.model.columns import DISPUTED as DISPUTED
from timeline_app.model.distinct import distinct
from timeline_app.model.lasting import Lasting
from timeline_app.model.shelf import NOTHING_KEPT, Shelf

APPROXIMATE = 1
UNCERTAIN = 2

UNDATED = OPEN_FUTURE
"""The `known_from` of what cannot be dated: it is not known on any day."""

Days = NDArray[np.int64]

MOST_OCCURRENCES = 50_000_000
"""A stranger's archive may number what happened as it likes; a sound one numbers it from 1."""

_MANY = 1000
"""From so many on one walk over the table is quicker than looking each up."""

_NO_COUNTS: Ints = np.zeros(0, np.int64)


def empty_table() -> "EventTable":
    """What is shown where nothing is."""
    no_days = np.zeros(0, np.int64)
    return EventTable(
        key=no_days,
        occurrence=no_days,
        first=no_days,
        last=no_days,
        inner_first=no_days,
        inner_last=no_days,
        doubt=np.zeros(0, np.uint8),
        importance=np.zeros(0, np.int32),
        known_from=no_days,
        terms={},
    )


@dataclass(frozen=True, eq=False, slots=True)
class Orders:
    """What a table is looked up by, and what is known of it once and for all.

    `by_last` is the permutation of rows by last day (then row), `by_occurrence` that by occurrence
    number. `extent` is the first and the last day of all rows, open and unknown ends left out, or
    None; `published` the first and the last day by which a source of one had been published, or
    None. `day_sure` counts the rows that are dated to one day without a doubt, `sure` those that
    carry no doubt.
    """

    by_last: NDArray[np.int32]
    by_occurrence: NDArray[np.int32]
    extent: tuple[int, int] | None
    published: tuple[int, int] | None
    day_sure: int
    sure: int
    totals: Mapping[str, Ints] = field(default_factory=dict)
    """How many rows hold each term of a column, by its code; not to be written to."""
    often: Mapping[str, Whole] = field(default_factory=dict)
    """The codes of a column, those that most rows hold first, then by label."""
    terms_by_last: Mapping[str, Codes] = field(default_factory=dict)
    """Columns of terms in the order `by_last`, where they were kept."""


@dataclass(frozen=True, eq=False)
class EventTable:
    """n occurrences as columns. Days are Julian Day Numbers (see `dates`).

    `first`, `last` bound the outer span (at some time within); `inner_first`, `inner_last` the
    inner one (throughout), which is absent where `inner_first > inner_last`. `doubt` holds the
    flags APPROXIMATE and UNCERTAIN. `key` is the archive's row number of the shown record.
    `occurrence` numbers what happened, the same in every table made from one archive. `known_from`
    is the first day on which a source of it had surely been published (see `docs/data.md`), or
    UNDATED.
    """

    key: NDArray[np.int64]
    occurrence: NDArray[np.int64]
    first: Days
    last: Days
    inner_first: Days
    inner_last: Days
    doubt: NDArray[np.uint8]
    importance: NDArray[np.int32]
    known_from: Days
    terms: Mapping[str, Codes]
    known_orders: Orders | None = None
    """The orders where they were kept; otherwise they are made when first asked for."""
    shelf: Shelf = NOTHING_KEPT
    """Where what follows from this table and nothing else is kept."""

    def __len__(self) -> int:
        return len(self.key)

    @cached_property
    def orders(self) -> Orders:
        """What the table is looked up by."""
        return self.known_orders or orders_of(self)

    @cached_property
    def lasting(self) -> Lasting:
        """Its rows that last longer than a day."""
        return Lasting(self.first, self.last, self.shelf)

    def count_by(self, column: str) -> Ints:
        """How many rows hold each term of a column, by its code; none where there is no such
        column. Looked up; not to be written to."""
        return self.orders.totals.get(column, _NO_COUNTS)

    @property
    def extent(self) -> tuple[int, int] | None:
        """First and last day of all rows, open and unknown ends left out; None where none is."""
        return self.orders.extent

    @property
    def published(self) -> tuple[int, int] | None:
        """First and last day on which a source of a row is known to have been published; None where
        nothing dates any."""
        return self.orders.published

    @cached_property
    def numbered(self) -> Mask:
        """Which occurrences the table shows, by number; those of no sound archive are left out."""
        last = min(int(self.occurrence.max(initial=-1)), MOST_OCCURRENCES)
        mask: Mask = np.zeros(last + 1, np.bool_)
        mask[self.occurrence[(self.occurrence >= 0) & (self.occurrence <= last)]] = True
        return mask

    def rows_of(self, occurrences: Iterable[int] | NDArray[np.integer]) -> NDArray[np.int64]:
        """The rows that show these occurrences, ascending; those of no row are left out."""
        asked = (
            occurrences
            if isinstance(occurrences, np.ndarray)
            else np.fromiter(occurrences, np.int64)
        )
        if not len(asked) or not len(self):
            return np.zeros(0, np.int64)
        wanted = distinct(asked)
        if len(wanted) > _MANY:
            return np.flatnonzero(np.isin(self.occurrence, wanted))
        by_number = self.orders.by_occurrence
        ats = [rank_by(by_number, self.occurrence, number) for number in wanted.tolist()]
        at = np.minimum(np.array(ats, np.int64), len(self) - 1)
        rows = by_number[at]
        shown: NDArray[np.int64] = np.sort(rows[self.occurrence[rows] == wanted]).astype(np.int64)
        return shown

    def row_of(self, occurrence: int) -> int | None:
        """The row that shows this occurrence, or None where no layer that is on tells of it."""
        rows = self.rows_of((occurrence,))
        return int(rows[0]) if len(rows) else None

    @property
    def day_sure(self) -> Mask:
        """Which rows are dated to one day without a doubt."""
        sure: Mask = (self.first == self.last) & (self.doubt == 0)
        return sure

    def disputed(self, rows: Whole) -> Mask:
        """Which of these rows are told in more than one way."""
        column, found = self.terms.get("evidence"), np.zeros(len(rows), np.bool_)
        if column is not None:
            place, codes = column.entries_of(rows)
            told = np.array([term.id == DISPUTED for term in column.terms], np.bool_)
            found[place[told[codes]]] = True
        return found


def orders_of(table: EventTable) -> Orders:
    """Sorts and looks through the whole table; once for a table, see `Orders`."""
    totals = {column: codes.counts() for column, codes in table.terms.items()}
    return Orders(
        by_last=np.argsort(table.last, kind="stable").astype(np.int32),
        by_occurrence=np.argsort(table.occurrence, kind="stable").astype(np.int32),
        extent=_extent(table),
        published=_published(table),
        day_sure=int(np.count_nonzero(table.day_sure)),
        sure=int(np.count_nonzero(table.doubt == 0)),
        totals=totals,
        often={column: codes.terms.often(totals[column]) for column, codes in table.terms.items()},
    )


def _extent(table: EventTable) -> tuple[int, int] | None:
    closed = [_closed(table.first), _closed(table.last)]
    ends = [end for days in closed if len(days) for end in (int(days.min()), int(days.max()))]
    return (min(ends), max(ends)) if ends else None


def _published(table: EventTable) -> tuple[int, int] | None:
    dated = table.known_from[table.known_from < UNDATED]
    return (int(dated.min()), int(dated.max())) if len(dated) else None


def _closed(days: Whole) -> Whole:
    return days[(days > OPEN_PAST) & (days < OPEN_FUTURE)]
