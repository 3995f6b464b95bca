"""Counts of the codes of a column before each of many places, in few calls."""

from collections.abc import Iterable, Sequence
from math import isqrt

import numpy as np
from numpy.typing import DTypeLike, NDArray

from timeline_app.crossfilter.chosen import Chosen
from timeline_app.model.codes import AT_ONCE, Codes, Ints, Whole

Counted = NDArray[np.integer]
"""[place, code]: how many entries of each code stand before each of some places."""

MOST_BINS = 250_000
"""So many sums are made in one call."""

_SPARSE = 4
"""Where more sums than this share of entries are to be made, entries are added one by one."""


def no_counts(shape: tuple[int, int], kind: DTypeLike) -> Counted:
    """Counts of nothing. Their memory is there: else it would come while they are added to, in
    calls in which no other thread has a turn."""
    counts: Counted = np.empty(shape, kind)
    counts[...] = 0
    return counts


def count_between(
    codes: Codes, chosen: Chosen | None, places: Ints, counts: Counted, column: int = 0
) -> None:
    """Add to `counts`, from `column` on, how many entries of each code stand between each place and
    the one before it; nothing stands before the first.

    `places` are numbers of rows, ascending; of all rows those that are `chosen` count.
    """
    if not len(codes.codes):
        return
    wide = len(codes.terms)
    cuts = places if chosen is None else chosen.before(places)
    rows = None if chosen is None else chosen.rows
    at_once = max(1, MOST_BINS // max(1, wide))
    done = 0
    while done < len(cuts) - 1:
        near = int(cuts.searchsorted(cuts[done] + AT_ONCE, "right")) - 1
        upto = min(max(done + 1, near), done + at_once, len(cuts) - 1)
        for low in range(int(cuts[done]), int(cuts[upto]), AT_ONCE):
            high = min(low + AT_ONCE, int(cuts[upto]))
            held, lengths = _entries(codes, rows, low, high, cuts[done + 1 : upto])
            _add(counts[done + 1 : upto + 1], column, wide, held, lengths)
        done = upto


def count_at(
    columns: Iterable[tuple[Codes, int]],
    chosen: Chosen,
    sides: Sequence[tuple[Whole, Counted]],
) -> None:
    """Add to the counts of each side what the chosen rows hold, of each column from a place of its
    own on: what the i-th row holds to the row `at[i]` of the counts, which lie side by side in
    memory. What rows hold is looked up once for all sides."""
    for part, rows in chosen.parts():
        cells = [
            (np.multiply(at[part], counts.shape[1], dtype=np.int64), counts.reshape(-1))
            for at, counts in sides
        ]
        for codes, column in columns:
            for which, held in chosen.entries(codes, rows):
                beside = np.add(held, column, dtype=np.int64)
                for first, flat in cells:
                    np.add.at(flat, first[which] + beside, flat.dtype.type(1))


def _entries(
    codes: Codes, rows: Whole | None, low: int, high: int, cuts: Ints
) -> tuple[Whole, Ints]:
    """The entries of the rows that count, from the `low`-th to the `high`-th of them, and how many
    stand before, between and after these cuts."""
    if rows is None:
        held, ends = codes.parted(low, high, cuts)
    else:
        held, ends = codes.parted_of(rows[low:high], cuts - low)
    return held, np.diff(np.concatenate(([0], ends, [len(held)])))


def _add(counts: Counted, column: int, wide: int, held: Whole, lengths: Ints) -> None:
    """Add entries: the first so many to the first row of the counts, the next to the next."""
    between, whole = counts.shape
    if between * wide > _SPARSE * len(held):
        places = np.repeat(np.arange(column, column + between * whole, whole), lengths) + held
        np.add.at(counts.reshape(-1), places, counts.dtype.type(1))
    else:
        bins = np.repeat(np.arange(0, between * wide, wide), lengths) + held
        sums = np.bincount(bins, minlength=between * wide).reshape(between, wide)
        counts[:, column : column + wide] += sums.astype(counts.dtype, copy=False)


def add_up(counts: Counted) -> None:
    """Each row with all rows before it added: within stretches of as many rows as there are
    stretches, of all at once, then stretch by stretch. NumPy's own goes down each column, which
    takes eight times as long; row by row, other threads would be asked for their turn too often."""
    n = len(counts)
    many = max(1, isqrt(n))
    for row in range(1, many):
        here = counts[row::many]
        here += counts[row - 1 :: many][: len(here)]
    for first in range(many, n, many):
        counts[first : first + many] += counts[first - 1]
