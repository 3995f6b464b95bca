"""Where every lane's rows stand, so that a frame costs what it shows and not what there is.

Made for a table, its lanes, and the rows that are drawn (all that pass but for the brush); a brush
changes nothing in it. `lane_index` is a worker's work for a large table.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import field, replace
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.model.bisect import rank_of
from timeline_app.model.event_table import Days, Mask
from timeline_app.model.shelf import NOTHING_KEPT, Arrays, key_of
from timeline_app.scene.day_table import INKS, MOST_BUCKETS, DayTable, best_in, places_in, power_for
from timeline_app.scene.lane_order import LaneOrder, Spaces
from timeline_app.scene.shapes import Shapes

Ints = NDArray[np.int64]
Key = TypeVar("Key", bound=Hashable)
Of = TypeVar("Of")
NO_INK = INKS - 1
_SAMPLES = 10_000
_CLOSER = 12
_FAR = 100
"""One in so many, at either end, may lie outside the days that are looked up quickest."""
_MOST_REACHING, _MOST_OVER, _MOST_PLACES = 4, 8, 16


@dataclass(frozen=True, eq=False, slots=True)
class Reaching:
    """Rows that stand on a day outside a period and reach into it, once for each of their lanes."""

    rows: Ints
    lane: Ints
    day: Days

    _apart: list["Reaching"] = field(default_factory=list)
    """The same, a lane after another."""

    def within(self, lane: int) -> "Reaching":
        """Those of one lane."""
        if not self._apart:
            order = np.argsort(self.lane.astype(np.uint16), kind="stable")
            self._apart.append(Reaching(self.rows[order], self.lane[order], self.day[order]))
        (apart,) = self._apart
        low, high = np.searchsorted(apart.lane, (lane, lane + 1))
        return apart.where(slice(low, high))

    def where(self, which: Mask | slice) -> "Reaching":
        """Some of them."""
        return Reaching(self.rows[which], self.lane[which], self.day[which])


def joined(parts: Sequence[Reaching]) -> Reaching:
    """All of these, one after another."""
    rows, lane, day = (
        np.concatenate([getattr(one, of) for one in parts]) for of in ("rows", "lane", "day")
    )
    return Reaching(rows, lane, day)


@dataclass(frozen=True, eq=False, slots=True)
class LaneIndex:
    """`drawn` marks the rows of the table that are drawn; `rows`, `days` and `start` are those of
    `order` that are. `tables` look up days, the finest first; the last one knows all there are."""

    order: LaneOrder
    drawn: Mask
    rows: NDArray[np.int32]
    days: NDArray[np.signedinteger]
    start: Spaces
    tables: tuple[DayTable, ...] = ()
    _close: list[DayTable] = field(default_factory=list)
    _third: dict[int, Ints] = field(default_factory=dict)
    _reach: dict[tuple[int, int], Reaching] = field(default_factory=dict)
    _over: dict[int, Reaching] = field(default_factory=dict)
    _places: dict[int, Ints] = field(default_factory=dict)

    @property
    def shapes(self) -> Shapes:
        """How the rows look."""
        return self.order.shapes

    def __len__(self) -> int:
        """How many lanes there are."""
        return len(self.start) - 1

    def count(self, mask: Mask) -> Ints:
        """How many rows of each lane are in `mask`, which is as long as the table."""
        upto = np.concatenate(([0], np.cumsum(mask[self.rows])))
        return np.diff(upto[self.start])

    def table(self, power: int, first: int, end: int) -> DayTable:
        """A table that tells buckets of 2^power days apart between these days.

        A view closer than the tables that were made ahead gets one for the days around it, which
        serves until one leaves them.
        """
        whole = self.tables[-1]
        if whole.power <= power:
            return whole
        for table in (*self._close, *self.tables[:-1]):
            if table.power <= power and table.covers(first, end):
                return table
        around = max(0, (MOST_BUCKETS << power) - (end - first)) // 2
        low = max(first - around, whole.origin << whole.power)
        high = min(end + around, whole.end << whole.power)
        low, high = min(low, first), max(high, end)
        made = self.made(power, low >> power, (high >> power) + 1, whole)
        self._close[:] = [made]
        return made

    def places(self, edges: Ints, power: int) -> Ints:
        """(lanes, edges) places at which the buckets with these numbers begin among `rows`."""
        days = edges << power
        table = self.table(power, int(days[0]), int(days[-1]))
        return table.upto[:, table.column(days)].astype(np.int64)

    def place(self, day: int) -> Ints:
        """The place in each lane at which the rows that stand on this day or later begin; kept for
        the days that were asked for last."""
        return _remembered(self._places, day, lambda: self._found_place(day), _MOST_PLACES)

    def _found_place(self, day: int) -> Ints:
        within = (one for one in self.tables if one.covers(day, day + 1))
        table = next(within, self.tables[-1])
        column = int(table.column(np.array([day]))[0])
        begin = table.upto[:, column].astype(np.int64)
        if (table.origin + column) << table.power >= day:
            return begin
        end = table.upto[:, min(column + 1, table.upto.shape[1] - 1)]
        for lane, (low, high) in enumerate(zip(begin.tolist(), end.tolist(), strict=True)):
            if low < high:
                begin[lane] += rank_of(self.days[low:high], day)
        return begin

    def reaching(self, low: int, high: int) -> Reaching:
        """What stands before `low` or not before `high` and touches a day between; kept for the
        periods that were asked for last."""
        asked = low, high
        return _remembered(self._reach, asked, lambda: self._found_reaching(*asked), _MOST_REACHING)

    def _found_reaching(self, low: int, high: int) -> Reaching:
        before, after = self._lasting_over(low), self._lasting_over(high)
        return joined((before.where(before.day < low), after.where(after.day >= high)))

    def _lasting_over(self, day: int) -> Reaching:
        """What begins before a day and ends on it or later; kept for the days asked for last, since
        a hand that drags one edge of a period leaves the other."""
        return _remembered(self._over, day, lambda: self._found_over(day), _MOST_OVER)

    def _found_over(self, day: int) -> Reaching:
        over = self.shapes.table.lasting.over(day)
        at, rows = over.places, over.rows.astype(np.int64)
        drawn = self.drawn.take(rows)
        if not drawn.all():
            at, rows = at[drawn], rows[drawn]
        place, lane = self.order.lanes.of(rows)
        return Reaching(rows.take(place), lane, self.order.stands.take(at.take(place)))

    def best(self, lane: int, buckets: Ints, power: int) -> Ints:
        """The most important row of each of these buckets (ascending) of which this is the first
        lane; -1 where there is none."""
        if not len(buckets):
            return np.zeros(0, np.int64)
        table = self.table(power, int(buckets[0]) << power, int(buckets[-1] + 1) << power)
        return table.best_of(lane, buckets, power, self.shapes.table.importance)

    def ink(self, lane: int, rows: NDArray[np.integer]) -> NDArray[np.int16]:
        """The vector whose colour each row wears in this lane; 9 for none."""
        vector = self.order.lanes.lanes[lane].vector
        if vector >= 0:
            return np.full(len(rows), vector, np.int16)
        own = self.shapes.vector[rows].astype(np.int16)
        return np.where(own < 0, np.int16(NO_INK), own)

    def third(self, power: int) -> Ints:
        """How many rows the third largest bucket of 2^power days of each lane holds (the largest,
        where there are not three): a measure of height that does not change while one pans."""
        if power not in self._third:
            counts = [_third_of(part) for part in self._bucket_sizes(power)]
            self._third[power] = np.array(counts, np.int64)
        return self._third[power]

    def _bucket_sizes(self, power: int) -> Iterator[NDArray[np.integer[Any]]]:
        whole = self.tables[-1]
        for lane in range(len(self)):
            if whole.power <= power:
                size = 1 << (power - whole.power)
                starts = np.arange(-(whole.origin % size), whole.upto.shape[1], size)
                ends = whole.upto[lane, np.clip(starts, 0, whole.upto.shape[1] - 1)]
                yield np.diff(np.append(ends, whole.upto[lane, -1]))
                continue
            low, high = int(self.start[lane]), int(self.start[lane + 1])
            buckets = self.days[low:high] >> power
            cuts = np.flatnonzero(np.diff(buckets)) + 1
            yield np.diff(np.concatenate(([0], cuts, [len(buckets)])))

    def made(self, power: int, origin: int, end: int, around: DayTable | None = None) -> DayTable:
        """A table of the buckets from `origin` up to `end`; `around` narrows what is looked at."""
        n = end - origin
        upto = np.zeros((len(self), n + 1), np.int32)
        best = np.full((len(self), n), -1, np.int32)
        inked = {}
        importance = self.shapes.table.importance
        for lane in range(len(self)):
            low, high = int(self.start[lane]), int(self.start[lane + 1])
            if around is not None:
                ends = np.array([origin << power, (end << power) - 1])
                left, right = around.column(ends)
                right = min(int(right) + 1, around.upto.shape[1] - 1)
                low, high = int(around.upto[lane, left]), int(around.upto[lane, right])
            rows = self.rows[low:high]
            days = self.days[low:high].astype(np.int64)
            places = places_in(days, origin, n, power)
            upto[lane] = low + places
            named = self.order.home[rows] == lane
            best[lane] = best_in(rows, importance[rows], places, named)
            if self.order.lanes.lanes[lane].vector < 0:
                inked[lane] = self._inked(lane, rows, days, origin, n, power)
        return DayTable(power, origin, upto, inked, best)

    def _inked(
        self, lane: int, rows: NDArray[np.int32], days: Days, origin: int, n: int, power: int
    ) -> NDArray[np.int32]:
        inks = self.ink(lane, rows)
        upto = np.zeros((n + 1, INKS), np.int32)
        for ink in range(INKS):
            upto[:, ink] = places_in(days[inks == ink], origin, n, power)
        return upto


def _remembered(kept: dict[Key, Of], key: Key, made: Callable[[], Of], most: int) -> Of:
    """What was asked for with this key, made if it is not there; the last `most` are kept."""
    found = kept.pop(key, None)
    if found is None:
        found = made()
    while len(kept) >= most:
        kept.pop(next(iter(kept)), None)
    kept[key] = found
    return found


def _third_of(counts: NDArray[np.integer[Any]]) -> int:
    filled = np.sort(counts[counts > 0])
    return int(filled[-min(3, len(filled))]) if len(filled) else 0


def lane_index(order: LaneOrder, drawn: Mask) -> LaneIndex:
    """The index of the rows in `drawn`."""
    rows, days, start = order.of(drawn)
    bare = LaneIndex(order, drawn, rows, days, start)
    shelf = order.shapes.table.shelf if rows is order.rows else NOTHING_KEPT
    key = key_of(start, order.shapes.colouring)
    return shelf.kept(
        f"index {order.lanes.grouping}",
        key,
        lambda: _apart(_made(bare)),
        lambda kept: _together(bare, kept),
    )


def _made(bare: LaneIndex) -> LaneIndex:
    low, high, near_low, near_high = _extent(bare)
    power = power_for(low, high)
    whole = bare.made(power, low >> power, (high >> power) + 1)
    near = power_for(near_low, near_high)
    tables: tuple[DayTable, ...] = (whole,)
    if near < power:
        made = bare.made(near, near_low >> near, (near_high >> near) + 1, whole)
        tables = (made, whole)
    index = replace(bare, tables=tables)
    for closer in range(min(power, _CLOSER)):
        index.third(closer)
    return index


def _apart(index: LaneIndex) -> Arrays:
    """The tables of an index, and what is known of its buckets, as arrays."""
    arrays: dict[str, NDArray[Any]] = {}
    for at, table in enumerate(index.tables):
        arrays[f"{at} buckets"] = np.array([table.power, table.origin, table.end], np.int64)
        arrays[f"{at} upto"], arrays[f"{at} best"] = table.upto.ravel(), table.best.ravel()
        arrays |= {f"{at} ink {lane}": inks.ravel() for lane, inks in table.inked.items()}
    return arrays | {f"third {power}": counts for power, counts in index._third.items()}


def _together(bare: LaneIndex, kept: Arrays) -> LaneIndex:
    tables: list[DayTable] = []
    third = {int(name[6:]): counts for name, counts in kept.items() if name.startswith("third")}
    while f"{len(tables)} buckets" in kept:
        of = f"{len(tables)} "
        ink = f"{of}ink "
        power, origin, end = kept[f"{of}buckets"].tolist()
        inked = {
            int(name.removeprefix(ink)): counts.reshape(-1, INKS)
            for name, counts in kept.items()
            if name.startswith(ink)
        }
        upto = kept[f"{of}upto"].reshape(len(bare), end - origin + 1)
        best = kept[f"{of}best"].reshape(len(bare), end - origin)
        tables.append(DayTable(power, origin, upto, inked, best))
    return replace(bare, tables=tuple(tables), _third=third)


def _extent(index: LaneIndex) -> tuple[int, int, int, int]:
    """The first and last day on which anything stands, and those between which nearly all does."""
    ends = [index.start[:-1], index.start[1:] - 1]
    some = index.start[1:] > index.start[:-1]
    if not some.any():
        return 0, 0, 0, 0
    outer = index.days[np.concatenate([at[some] for at in ends])]
    step = max(1, len(index.rows) // _SAMPLES)
    sample = np.sort(index.days[::step])
    far = len(sample) // _FAR
    near = int(sample[far]), int(sample[len(sample) - 1 - far])
    return int(outer.min()), int(outer.max()), *near
