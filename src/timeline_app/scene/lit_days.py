"""Which rows of an index lie in one of a few periods: what stands in one is looked up, what reaches
over its edges is gone through."""

from collections.abc import Iterable

import numpy as np

from timeline_app.dataclass import dataclass
from timeline_app.model.filter import SpanClause
from timeline_app.scene.lane_index import Ints, LaneIndex, Reaching, joined

Stretch = tuple[int, int]
"""The first day, and the one after the last."""


@dataclass(frozen=True, eq=False, slots=True)
class LitDays:
    """`stretches` do not touch each other; what stands in one of them is, lane by lane, at the
    places of `index` between the two of `places`. `beyond` stands in none and reaches into one."""

    index: LaneIndex
    stretches: tuple[Stretch, ...]
    places: tuple[tuple[Ints, Ints], ...]
    beyond: Reaching

    def count(self) -> Ints:
        """How many rows of each lane."""
        count = np.bincount(self.beyond.lane, minlength=len(self.index)).astype(np.int64)
        for begin, end in self.places:
            count += end - begin
        return count

    def in_buckets(self, places: Ints, edges: Ints, power: int) -> Ints:
        """How many in each lane and bucket of 2^power days, which begin at these `places`."""
        lit = np.zeros((len(places), places.shape[1] - 1), np.int64)
        for begin, end in self.places:
            lit += np.diff(np.clip(places, begin[:, None], end[:, None]), axis=1)
        bucket = (self.beyond.day >> power) - edges[0]
        seen = (bucket >= 0) & (bucket < lit.shape[1])
        cell = self.beyond.lane[seen] * lit.shape[1] + bucket[seen]
        lit += np.bincount(cell, minlength=lit.size).reshape(lit.shape)
        return lit

    def inks(self, lane: int, edges: Ints, power: int) -> Ints:
        """How many of each ink in the buckets with these numbers, (buckets, INKS), in a lane that
        has no colour of its own."""
        days = edges << power
        table = self.index.table(power, int(days[0]), int(days[-1]))
        upto = table.inked[lane]
        inks = np.zeros((len(edges) - 1, upto.shape[1]), np.int64)
        for first, end in self.stretches:
            inks += np.diff(upto[table.column(np.clip(days, first, end))], axis=0)
        mine = self.beyond.within(lane)
        bucket = (mine.day >> power) - edges[0]
        seen = (bucket >= 0) & (bucket < len(inks))
        ink = self.index.ink(lane, mine.rows[seen])
        np.add.at(inks, (bucket[seen], ink), 1)
        return inks


def lit_days(index: LaneIndex, spans: Iterable[SpanClause]) -> LitDays:
    """What lies in one of these periods, which may overlap."""
    stretches = apart(spans)
    places = tuple((index.place(first), index.place(end)) for first, end in stretches)
    return LitDays(index, stretches, places, _beyond(index, stretches))


def apart(spans: Iterable[SpanClause]) -> tuple[Stretch, ...]:
    """The same days as stretches that do not touch each other, ascending."""
    found: list[Stretch] = []
    for first, end in sorted((span.first, span.last + 1) for span in spans):
        if found and first <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((first, end))
    return tuple(found)


def _beyond(index: LaneIndex, stretches: tuple[Stretch, ...]) -> Reaching:
    """What stands in none of these stretches and reaches into one, once for each of its lanes."""
    reaching = [index.reaching(first, end) for first, end in stretches]
    if len(reaching) == 1:
        return reaching[0]
    every = joined(reaching)
    kept = np.ones(len(every.rows), np.bool_)
    for first, end in stretches:
        kept &= (every.day < first) | (every.day >= end)
    table, done = index.shapes.table, 0
    begin, last = table.first[every.rows], table.last[every.rows]
    for one, (first, end) in zip(reaching[:-1], stretches, strict=False):
        done += len(one.rows)  # what comes after and touches this stretch too was found with it
        kept[done:] &= (begin[done:] >= end) | (last[done:] < first)
    return every.where(kept)
