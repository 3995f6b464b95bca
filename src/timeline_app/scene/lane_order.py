"""The rows of every lane by the day they stand on: sorted once for a table and its lanes."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.lanes.lane import Lane, Lanes
from timeline_app.model.event_table import Days, EventTable, Mask
from timeline_app.model.shelf import Arrays, key_of
from timeline_app.scene.shapes import Shapes

Spaces = NDArray[np.int64]


@dataclass(frozen=True, eq=False, slots=True)
class LaneOrder:
    """Lane i holds `rows[start[i]:start[i + 1]]`, by the day they stand on and then by row; `days`
    are these days, which every index of the lanes asks for again and again.

    `home[row]` is the first lane of each row of the table (it carries the row's label), or as many
    as there are lanes for a row of none. `stands` are the days on which the table's lasting rows
    stand (see `Shapes.anchor`), in the order of their index.
    """

    shapes: Shapes
    lanes: Lanes
    rows: NDArray[np.int32]
    days: NDArray[np.signedinteger]
    start: Spaces
    home: NDArray[np.uint8]
    stands: Days

    def of(self, mask: Mask) -> tuple[NDArray[np.int32], NDArray[np.signedinteger], Spaces]:
        """Rows, days and starts of those in `mask` alone; the very same where that is all."""
        if mask.all():
            return self.rows, self.days, self.start
        kept = mask.take(self.rows)
        upto = np.concatenate(([0], np.cumsum([np.count_nonzero(part) for part in self._in(kept)])))
        if upto[-1] == len(self.rows):
            return self.rows, self.days, self.start
        places = np.flatnonzero(kept)  # by numbers it takes a third of the time of by marks
        return self.rows.take(places), self.days.take(places), upto.astype(np.int64)

    def _in(self, kept: Mask) -> Iterator[Mask]:
        for low, high in zip(self.start.tolist(), self.start[1:].tolist(), strict=False):
            yield kept[low:high]


def lane_order(shapes: Shapes, lanes: Lanes) -> LaneOrder:
    """Sorts all rows of all lanes, where that was not kept: a worker's work for a large table."""
    table, sizes = shapes.table, [len(lane.rows) for lane in lanes.lanes]
    key = key_of(np.array(sizes, np.int64), *([] if lanes.of_code is None else [lanes.of_code]))

    def read(kept: Arrays) -> LaneOrder:
        rows, days, start, home = (kept[name] for name in ("rows", "days", "start", "home"))
        return LaneOrder(shapes, lanes, rows, days, start, home, _stands(table))

    return table.shelf.kept(f"lanes {lanes.grouping}", key, lambda: _sorted(shapes, lanes), read)


def _stands(table: EventTable) -> Days:
    """Where the table's lasting rows stand, where that was not kept."""
    rows = table.lasting.rows

    def make() -> Arrays:
        return {"stands": Shapes(table).anchor[rows]}

    def read(kept: Arrays) -> Days:
        if len(kept["stands"]) != len(rows):
            raise ValueError(len(rows))
        return kept["stands"]

    return table.shelf.kept("standing", "", make, read)


def _sorted(shapes: Shapes, lanes: Lanes) -> Arrays:
    table = shapes.table
    home = np.full(len(table), len(lanes.lanes), np.uint8)
    for i, lane in reversed(list(enumerate(lanes.lanes))):
        home[lane.rows] = i
    parts = [_ordered(shapes, lane) for lane in lanes.lanes]
    start = np.concatenate(([0], np.cumsum([len(rows) for rows, _ in parts]))).astype(np.int64)
    rows = np.concatenate([np.zeros(0, np.int32), *(rows for rows, _ in parts)])
    days = np.concatenate([np.zeros(0, np.int32), *(days for _, days in parts)])
    return {"rows": rows, "days": days, "start": start, "home": home}


def _ordered(shapes: Shapes, lane: Lane) -> tuple[NDArray[np.int32], NDArray[np.signedinteger]]:
    days = shapes.anchor[lane.rows]
    narrow: NDArray[np.int32] = lane.rows.astype(np.int32)
    if not (days[1:] >= days[:-1]).all():
        by_day = np.argsort(days, kind="stable")
        narrow, days = narrow[by_day], days[by_day]
    small = not len(days) or (days[0] >= -(2**31) and days[-1] < 2**31)
    return narrow, days.astype(np.int32) if small else days
