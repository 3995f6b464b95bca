"""The whole archive in columns of equal stretches of the calendar, and what of it passes."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from timeline_app.crossfilter.base import Dimension
from timeline_app.dataclass import dataclass
from timeline_app.model.bisect import ranks_of
from timeline_app.model.codes import OneEach, Several, Terms, Whole, one_each, several
from timeline_app.model.columns import VECTORS
from timeline_app.model.event_table import Days, EventTable
from timeline_app.model.overview_counts import (
    LEAST_COLUMN_PX,
    OverviewCounts,
    edges_of,
    kept_step,
    step_of,
    stretch_of,
)
from timeline_app.model.shelf import Arrays, key_of
from timeline_app.model.view import View
from timeline_app.scene.shapes import shapes_of
from timeline_app.scene.time_scale import TimeScale

Counts = NDArray[np.int64]

_PART = 200_000
"""So many rows are looked at in one call, so that other threads are not held up."""


@dataclass(frozen=True, eq=False, slots=True)
class Columns:
    """n columns; column i covers the days from `edges[i]` up to `edges[i + 1]` and holds `every[i]`
    rows of the table. `dimension` is what the crossfilter counts by: the code of a row is its
    column, n for one outside; or, of `parts` a column, `column * parts + part`."""

    edges: Days
    every: Counts
    dimension: Dimension
    parts: int = 1

    def of(self, counts: Counts) -> Counts:
        """What the crossfilter counted, by column; (n, parts) where there are several."""
        n = len(self.edges) - 1
        inside: Counts = counts[: n * self.parts]
        return inside if self.parts == 1 else inside.reshape(n, self.parts)


def edges_over(home: View, scale: TimeScale) -> Days:
    """The edges of columns over `home`, each LEAST_COLUMN_PX wide or wider."""
    return np.array(edges_of(home, step_of(LEAST_COLUMN_PX / scale.px_per_day)), np.int64)


def columns_of(table: EventTable, edges: Days) -> Columns:
    """Columns with these edges; walks over the whole table where they were not kept."""
    n, key = len(edges) - 1, key_of(edges)

    def read(kept: Arrays) -> Columns:
        terms, total = Terms.nameless(n + 1), kept["total"]
        codes, by_last = OneEach(kept["codes"], terms), OneEach(kept["by_last"], terms)
        return Columns(edges, total[:n], Dimension(codes, f"columns {key}", by_last, total))

    return table.shelf.kept("columns", key, lambda: _columns(table, edges), read)


def _columns(table: EventTable, edges: Days) -> Arrays:
    n = len(edges) - 1
    column = np.empty(len(table), np.min_scalar_type(n))
    for rows, found in _by_row(table, edges):
        column[rows] = found
    total = np.bincount(column, minlength=n + 1).astype(np.int64)
    codes = one_each(column, Terms.nameless(n + 1))
    return {"codes": codes.codes, "by_last": codes.take(table.orders.by_last).codes, "total": total}


def vectors_of(table: EventTable, edges: Days) -> Columns:
    """The same by vector: an event of several counts in each."""
    n, parts, key = len(edges) - 1, len(VECTORS), key_of(edges)

    def read(kept: Arrays) -> Columns:
        terms = Terms.nameless(n * parts)
        codes, by_last = (
            Several(kept[f"{side} codes"], terms, kept[f"{side} offsets"])
            for side in ("first", "last")
        )
        dimension = Dimension(codes, f"vectors {key}", by_last, kept["total"])
        return Columns(edges, kept["every"], dimension, parts)

    return table.shelf.kept("vectors", key, lambda: _vectors(table, edges), read)


def _vectors(table: EventTable, edges: Days) -> Arrays:
    n, parts = len(edges) - 1, len(VECTORS)
    places = {name: i for i, name in enumerate(VECTORS)}
    codes = table.terms.get("vector")
    of_code = np.array(
        [places.get(t.id, -1) for t in codes.terms] if codes is not None else [], np.int64
    )
    every = np.zeros(n + 1, np.int64)
    lengths, told = np.zeros(len(table), np.int64), [np.zeros(0, np.int32)]
    for rows, column in _by_row(table, edges):
        every += np.bincount(column, minlength=n + 1)
        if codes is None:
            continue
        held, code = codes.entries(rows.start, rows.stop)
        held = held - rows.start
        vector, at = of_code[code], column[held]
        kept = (vector >= 0) & (at < n)
        lengths[rows] = np.bincount(held[kept], minlength=len(column))
        told.append((at[kept] * parts + vector[kept]).astype(np.int32))
    first = several(lengths, np.concatenate(told), Terms.nameless(n * parts))
    by_last = table.orders.by_last
    last = several(lengths.take(by_last), first.take(by_last).codes, first.terms)
    arrays: dict[str, Whole] = {"every": every[:n], "total": first.counts()}
    for side, codes in (("first", first), ("last", last)):
        arrays |= {f"{side} codes": codes.codes, f"{side} offsets": codes.offsets}
    return arrays


def counts_of(table: EventTable, home: View) -> OverviewCounts:
    """What is kept of an archive for the first frame of the next sitting."""
    months = kept_step(home)
    edges = np.array(edges_of(home, months), np.int64)
    n = len(edges) - 1
    counts = np.zeros(n + 1, np.int64)
    for _, column in _by_row(table, edges):
        counts += np.bincount(column, minlength=n + 1)
    counts = counts[:n]
    return OverviewCounts(home, months, stretch_of(int(edges[0]), months), tuple(counts.tolist()))


def _column(anchor: Days, edges: Days) -> Counts:
    """The column of each day; as many as there are for one outside."""
    n, column = len(edges) - 1, np.searchsorted(edges, anchor, side="right") - 1
    return np.where(column < 0, n, column).astype(np.int64)


def _by_row(table: EventTable, edges: Days) -> Iterator[tuple[slice, Counts]]:
    """The column of every row, a part of the table at a time.

    Most rows stand on their first day, by which they are ordered: those of a column follow each
    other. Only the ones that last are looked at.
    """
    anchor, n = shapes_of(table).anchor, len(edges) - 1
    cuts = ranks_of(table.first, edges)
    for low in range(0, len(table), _PART):
        high = min(low + _PART, len(table))
        ends = np.concatenate(([low], np.clip(cuts, low, high), [high]))
        column = np.repeat([n, *range(n), n], np.diff(ends))
        lasting = np.flatnonzero(table.first[low:high] != table.last[low:high])
        column[lasting] = _column(anchor[low + lasting], edges)
        yield slice(low, high), column
