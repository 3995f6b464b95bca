"""The stacks that are in sight: which buckets of each lane hold something, and where they stand."""

from collections.abc import Callable, Sequence
from functools import cache, partial

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.scene.buckets import LEAST_PX, RANK_BITS, Stacks, bucket_power
from timeline_app.scene.content import Content
from timeline_app.scene.display_list import Ints, StackPlaces
from timeline_app.scene.lane_index import LaneIndex
from timeline_app.scene.time_scale import TimeScale

MOST_CELLS = 6000
"""So many cells are drawn in a frame; lanes that hold more than what is left show columns."""
_UNPARTED = 12
"""So many cells lie over one another before a wide day is parted."""


@dataclass(frozen=True, eq=False, slots=True)
class StackFrame:
    """The stacks of a lane that are in sight: `x` and `width` of each, in whole pixels; `cut` are
    those that the left edge cuts.

    Where they are not `single`, they are too many to be drawn one by one: their rows are not known,
    only their number, and the one row of those that hold no more (`alone`; else -1), or else what
    `ordered` tells. `third` is the measure of columns: what the lane's third largest stack holds,
    wherever it is; None where `stacks` are all there are. Where a day is wide, as many as `abreast`
    cells may stand side by side in it. The rows of `stacks` are in order, or `ordered` puts them so
    when it is asked.
    """

    lane: int
    stacks: Stacks
    seen: slice
    x: Ints
    width: Ints
    cut: NDArray[np.bool_]
    single: bool = True
    third: int | None = None
    alone: Ints | None = None
    abreast: int = 1
    ordered: Callable[[], Ints] | None = None

    @property
    def tallest(self) -> int:
        """How many cells lie over one another in the highest stack: no more than a few, where the
        others can stand beside them."""
        most = int(self.count.max(initial=0))
        return min(most, max(-(-most // self.abreast), _UNPARTED))

    @property
    def count(self) -> Ints:
        """How many events each holds."""
        return self.stacks.count[self.seen]

    @property
    def members(self) -> Ints:
        """The events of all of them, stack by stack; none where these are not single."""
        start = self.stacks.start
        return self.stacks.rows[int(start[self.seen.start]) : int(start[self.seen.stop])]

    @property
    def rows(self) -> Ints:
        """The same, each stack from the foot up."""
        return self.members if self.ordered is None else self.ordered()

    @property
    def stack_of(self) -> Ints:
        """For each of `rows`, which stack of this frame it stands in."""
        return np.repeat(np.arange(len(self.x)), self.count)


@dataclass(frozen=True, eq=False, slots=True)
class _LaneFooting:
    """Of one lane: which of the buckets are `filled`, how many events lie before each of these
    (`start`) and which these are, if they are few (`members`); see `StackFrame`."""

    filled: Ints
    start: Ints
    x: Ints
    width: Ints
    cut: NDArray[np.bool_]
    members: Ints
    alone: Ints | None


@dataclass(frozen=True, eq=False, slots=True)
class Footing:
    """What the stacks of all lanes stand on: all of it but what is lit, so that it serves as long
    as days stay where they are.

    The buckets of 2^power days with the numbers `edges` (and one more to end the last) begin at
    these `places` of the index, (lanes, edges); `touching` says how many rows of each lane touch
    the days in sight.
    """

    index: LaneIndex
    scale: TimeScale
    power: int
    edges: Ints
    places: Ints
    touching: list[int]
    lanes: tuple[_LaneFooting, ...]

    def serves(self, content: Content, scale: TimeScale) -> bool:
        """Whether another would be the same."""
        return self.index is content.index and self.scale == scale


def footing(
    content: Content,
    scale: TimeScale,
    power: int | None = None,
    few: NDArray[np.bool_] | None = None,
) -> Footing:
    """For all lanes at once, at a cost that follows the pixels and not the events. The lanes that
    are drawn one by one are those of `few`, or those that hold few enough."""
    power = bucket_power(scale.px_per_day) if power is None else power
    index, edges = content.index, np.arange(*_buckets(scale, power, one_more=True))
    places = index.places(edges, power)
    counts = np.diff(places, axis=1)
    x, width, cut = _pixels(edges[:-1] << power, power, scale)
    few, lanes = _few(counts.sum(axis=1)) if few is None else few, []
    for lane in range(len(counts)):
        filled = np.flatnonzero(counts[lane])
        held = counts[lane][filled]
        start = np.concatenate(([0], np.cumsum(held)))
        members, alone = _NONE, None
        if few[lane]:
            members = index.rows[places[lane, 0] : places[lane, -1]].astype(np.int64)
        else:
            first = places[lane][filled]
            alone = np.where(held == 1, index.rows[first], -1).astype(np.int64)
        at = x[filled], width[filled], cut[filled]
        lanes.append(_LaneFooting(filled, start, *at, members, alone))
    touching = content.count_touching(scale.first, scale.end).tolist()
    return Footing(index, scale, power, edges, places, touching, tuple(lanes))


def stack_frames(content: Content, on: Footing) -> list[StackFrame]:
    """The stacks of every lane."""
    lit, third = content.lit_counts(on.places, on.edges, on.power), content.index.third(on.power)
    abreast = max(1, int(on.scale.px_per_day // LEAST_PX)) if on.power == 0 else 1
    singles = [of for of in on.lanes if of.alone is None]
    ordered = cache(partial(_ordered, content, singles))
    frames = []
    for lane, of in enumerate(on.lanes):
        stacks = Stacks(on.power, on.edges[of.filled], of.start, of.members, lit[lane][of.filled])
        every, single = slice(0, len(of.filled)), of.alone is None
        frames.append(
            StackFrame(
                lane,
                stacks,
                every,
                of.x,
                of.width,
                of.cut,
                single,
                int(third[lane]),
                of.alone,
                abreast,
                partial(_part, ordered, singles.index(of)) if single else None,
            )
        )
    return frames


def stack_places(content: Content, power: int, scale: TimeScale) -> StackPlaces:
    """Rows -> the stacks in sight that hold them: for each the place of its row, its lane and its
    left edge in pixels."""
    low, high = _buckets(scale, power)

    def found(rows: Ints) -> tuple[Ints, Ints, Ints]:
        which, lanes, days = content.places_of(rows)
        buckets = days >> power
        seen = (low <= buckets) & (buckets < high)
        left = _pixels(buckets[seen] << power, power, scale)[0]
        return which[seen], lanes[seen], left

    return found


_NONE = np.zeros(0, np.int64)


def _buckets(scale: TimeScale, power: int, one_more: bool = False) -> tuple[int, int]:
    """The numbers of the buckets in sight: the first, and the one after the last."""
    low, high = int(np.floor(scale.first)), int(np.ceil(scale.end))
    return low >> power, (high - 1 >> power) + (2 if one_more else 1)


def _pixels(day: Ints, power: int, scale: TimeScale) -> tuple[Ints, Ints, NDArray[np.bool_]]:
    """Left edge and width of the buckets that begin on these days, and which are cut."""
    left = np.rint(scale.xs(day)).astype(np.int64)
    right = np.rint(scale.xs(day + (1 << power))).astype(np.int64)
    gap = np.where(right - left > 3, 1, 0)
    low, high = int(scale.left_px), int(scale.right_px)
    begin = np.clip(left, low, high)
    width = np.clip(np.maximum(right - gap, left + 2), low, high) - begin
    return begin, width, left < low


def _few(totals: Ints) -> NDArray[np.bool_]:
    """The lanes that are drawn one by one: those with the fewest, as long as there are not too
    many."""
    fewest = np.argsort(totals, kind="stable")
    few = np.zeros(len(totals), np.bool_)
    few[fewest[np.cumsum(totals[fewest]) <= MOST_CELLS]] = True
    return few


def _ordered(content: Content, lanes: Sequence[_LaneFooting]) -> list[Ints]:
    """The rows of some lanes, each stack from the foot up: of all lanes at once."""
    rows = np.concatenate([of.members for of in lanes])
    counts = np.concatenate([np.diff(of.start) for of in lanes])
    stack = np.repeat(np.arange(len(counts)), counts)
    # stacks follow each other already: by one number all are nearly in order, which costs next to
    # nothing, where by two, one after the other, they would be shuffled first
    ordered = rows[np.lexsort((rows, (stack << RANK_BITS) + content.rank[rows]))]
    return np.split(ordered, np.cumsum([len(of.members) for of in lanes])[:-1])


def _part(parts: Callable[[], Sequence[Ints]], which: int) -> Ints:
    return parts()[which]
