"""All that the lanes have to show, made ready for every change of filter, lanes or notes.

The index of the rows that are drawn is made once for a filter; a brush that moves changes only
which of them are lit, and costs what reaches over its edges.
"""

from collections.abc import Sequence, Set

import numpy as np
from numpy.typing import NDArray

from timeline_app.crossfilter.either import mask_of_either, passing_in_second
from timeline_app.crossfilter.passing import Passing
from timeline_app.dataclass import dataclass
from timeline_app.lanes.lane import Lane, Lanes
from timeline_app.model.bisect import rank_of
from timeline_app.model.event_table import Mask
from timeline_app.model.filter import SpanClause
from timeline_app.scene.lane_index import Ints, LaneIndex, Reaching, lane_index
from timeline_app.scene.lane_order import LaneOrder, lane_order
from timeline_app.scene.lit_days import LitDays, lit_days
from timeline_app.scene.per_row import ByRows
from timeline_app.scene.per_row import Rows as Asked
from timeline_app.scene.shapes import Shapes

Rows = NDArray[np.int64]
_GRADE_BIT = 33


@dataclass(frozen=True, eq=False, slots=True)
class LaneRows:
    """A lane, and how many of its rows pass; where there is a second period, how many of its rows
    lie in that one."""

    lane: Lane
    passing: int
    second: int | None = None


class Content:
    """What is drawn, and what of it is lit. Columns are to be asked by rows (see `shapes`).

    `passing` marks the rows that are lit: they pass, or would with the `second` period as brush;
    ghosts are drawn but do not. `home` is the lane that carries the row's label (its first);
    `noted` marks the rows with a note; `rank` orders a stack from the foot up; `found` says that
    what passes was searched for. What is lit is decided by the brush and the second period, or
    where another clause decides it by `lit`, the index of what passes.
    """

    def __init__(
        self,
        index: LaneIndex,
        passing: Passing,
        noted: Rows,
        found: bool = False,
        lit: LaneIndex | None = None,
        second: SpanClause | None = None,
    ) -> None:
        self.index, self.shapes, self.found = index, index.shapes, found
        self._passing, self._lit, self._noted = passing, lit, noted
        self._in_second = passing_in_second(passing, second)
        self._second = second if self._in_second is not None else None
        spans = [s for s in (passing.span, self._second) if s is not None and not s.surely]
        self._days: LitDays | None = lit_days(index, spans) if spans else None
        self.lanes = self._counted_lanes(spans)

    # -- columns

    @ByRows
    def passing(self, rows: Asked) -> Mask:
        lit, second = self._passing.passes(rows), self._in_second
        return lit if second is None else lit | second.passes(rows)

    @ByRows
    def home(self, rows: Asked) -> NDArray[np.uint8]:
        homes: NDArray[np.uint8] = self.index.order.home[rows]
        return homes

    @ByRows
    def noted(self, rows: Asked) -> Mask:
        return np.isin(rows, self._noted)

    @ByRows
    def rank(self, rows: Asked) -> Ints:
        shapes = self.shapes
        grade = np.where(self.passing[rows], 0, 4) + np.where(shapes.machine[rows], 2, 0)
        grade = grade.astype(np.int64) + shapes.unsure[rows]
        rank: Ints = (grade << _GRADE_BIT) - shapes.table.importance[rows]
        return rank

    # -- another brush, or search

    def serves(self, passing: Passing, second: SpanClause | None = None) -> bool:
        """Whether the index is that of `passing` too: nothing but brushes are others."""
        return self._passing.base is passing.base and lens(self._second) == lens(second)

    def brushed(self, passing: Passing, second: SpanClause | None = None) -> "Content":
        """The same under another brush, which the index serves, and another second period."""
        return Content(self.index, passing, self._noted, self.found, self._lit, second)

    def finding(self, found: bool) -> "Content":
        """The same, said to be searched for or not."""
        return Content(self.index, self._passing, self._noted, found, self._lit, self._second)

    def ink(self, lane: int, rows: Rows) -> NDArray[np.int16]:
        """The vector whose colour each row wears in this lane; 9 for none."""
        return self.index.ink(lane, rows)

    # -- between two days

    def reaching(self, first: float, end: float) -> Reaching:
        """What stands outside the days in sight and reaches into them."""
        return self.index.reaching(int(np.floor(first)), int(np.ceil(end)))

    def touching(self, lane: int, first: float, end: float) -> Rows:
        """The rows of a lane whose outer span touches the days between, ascending."""
        return np.sort(self.seen(lane, first, end))

    def seen(self, lane: int, first: float, end: float) -> Rows:
        """The same, in no order."""
        inside = self._standing(lane, int(np.floor(first)), int(np.ceil(end)))
        beyond = self.reaching(first, end)
        return np.concatenate((inside, beyond.rows[beyond.lane == lane]))

    def count_touching(self, first: float, end: float) -> Ints:
        """How many these are in each lane."""
        low, high = self.index.place(int(np.floor(first))), self.index.place(int(np.ceil(end)))
        beyond = np.bincount(self.reaching(first, end).lane, minlength=len(self.index))
        return high - low + beyond

    def lit_counts(self, places: Ints, edges: Ints, power: int) -> Ints:
        """How many rows of each lane are lit in the buckets of 2^power days with the numbers
        `edges` (and one more to end the last), which begin at these places of the index."""
        if self._lit is not None:
            return np.diff(self._lit.places(edges, power), axis=1)
        if self._days is None:
            return np.diff(places, axis=1)
        return self._days.in_buckets(places, edges, power)

    def lit_inks(self, lane: int, edges: Ints, power: int) -> Ints:
        """How many rows of each ink pass in these buckets, (buckets, INKS), in a lane that has no
        colour of its own."""
        if self._lit is None and self._days is not None:
            return self._days.inks(lane, edges, power)
        index, days = self._lit or self.index, edges << power
        table = index.table(power, int(days[0]), int(days[-1]))
        inks: Ints = np.diff(table.inked[lane][table.column(days)], axis=0).astype(np.int64)
        return inks

    def nearest(self, lane: int, day: int) -> int | None:
        """The passing row of a lane that begins nearest to a day; None where none passes."""
        rows = self.index.order.lanes.lanes[lane].rows
        first, reach = self.shapes.table.first, 64
        at = rank_of(rows, rank_of(first, day))
        while True:
            near = rows[max(0, at - reach) : at + reach]
            near = near[self.passing[near]]
            if len(near):
                return int(near[np.abs(first[near] - day).argmin()])
            if reach > len(rows):
                return None
            reach *= 8

    def places_of(self, rows: Rows) -> tuple[Rows, Rows, Rows]:
        """Every lane of these rows: for each its place in `rows`, the lane and the day; none of one
        that is not drawn."""
        known = np.flatnonzero((rows >= 0) & (rows < len(self.index.drawn)))
        known = known[self.index.drawn[rows[known]]]
        which, lanes = self.index.order.lanes.of(rows[known])
        return known[which], lanes, self.shapes.anchor[rows[known]].astype(np.int64)[which]

    # -- how it is found out

    def _counted_lanes(self, spans: Sequence[SpanClause]) -> tuple[LaneRows, ...]:
        """Every lane, with what passes and with what lies in the second period."""
        lanes, every = self.index.order.lanes.lanes, self._lit or self.index
        counts = [np.diff(every.start)]
        if self._in_second is not None and self._days is None:
            masks = (self._passing.mask, self._in_second.mask)
            counts = [every.count(mask) for mask in masks]
        if self._days is not None:
            one = len(spans) == 1
            days = [self._days] if one else [lit_days(self.index, (span,)) for span in spans]
            counts = [of.count() for of in days]
        figures = zip(*(count.tolist() for count in counts), strict=True)
        return tuple(LaneRows(lane, *of) for lane, of in zip(lanes, figures, strict=True))

    def _standing(self, lane: int, low: int, high: int) -> Rows:
        begin, end = int(self.index.place(low)[lane]), int(self.index.place(high)[lane])
        return self.index.rows[begin:end].astype(np.int64)


def lens(second: SpanClause | None) -> SpanClause | None:
    """The second period, where it is one whose rows an index has to know."""
    return second if second is not None and second.surely else None


def lit_rows(passing: Passing, second: SpanClause | None) -> Mask:
    """Which rows are lit where the brush alone does not say it."""
    return mask_of_either(passing, second) if lens(second) else passing.base.mask


def content_of(
    shapes: Shapes,
    lanes: Lanes,
    passing: Passing,
    noted: Set[int],
    found: bool = False,
    second: SpanClause | None = None,
) -> Content:
    """What these lanes show under this filter, all made anew; `noted` are occurrence numbers,
    `found` says that the filter holds a search, `second` is the period to compare with."""
    rows = shapes.table.rows_of(noted)
    return content_on(lane_order(shapes, lanes), passing, rows, found, second)


def content_on(
    order: LaneOrder,
    passing: Passing,
    noted: Rows,
    found: bool = False,
    second: SpanClause | None = None,
) -> Content:
    """The same of lanes that are in order; `noted` are rows."""
    drawn = passing.outside_span
    lit = None if passing.base.mask is drawn else lane_index(order, lit_rows(passing, second))
    return Content(lane_index(order, drawn), passing, noted, found, lit, second)
