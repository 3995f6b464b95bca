"""Counts of the codes of a column before each of many places, in few calls."""

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.codes import AT_ONCE, Codes, Ints, Mask

Counted = NDArray[np.integer]
"""[place, code]: how many entries of each code stand before each of some places."""

MOST_BINS = 1_000_000
"""So many sums are made in one call."""


def count_up(codes: Codes, mask: Mask | None, places: Ints, counts: Counted) -> None:
    """Write into `counts` how many entries of each code stand before each of `places`.

    `places` are rows, ascending, each once, the first of them 0; of the rows those in `mask` count.
    """
    wide = counts.shape[1]
    at_once = max(1, MOST_BINS // max(1, wide))
    counts[:] = 0
    done = 0
    while done < len(places) - 1:
        near = int(places.searchsorted(places[done] + AT_ONCE, "right")) - 1
        upto = min(max(done + 1, near), done + at_once, len(places) - 1)
        _count(codes, mask, places[done : upto + 1], counts[done + 1 : upto + 1])
        done = upto
    np.cumsum(counts, axis=0, out=counts)


def _count(codes: Codes, mask: Mask | None, places: Ints, counts: Counted) -> None:
    """Add the entries between each two of these places."""
    between, wide = counts.shape
    for low in range(int(places[0]), int(places[-1]), AT_ONCE):
        high = min(low + AT_ONCE, int(places[-1]))
        if mask is None:
            rows, held = codes.entries(low, high)
        else:
            rows = np.flatnonzero(mask[low:high]) + low
            at, held = codes.entries_of(rows)
            rows = rows[at]
        cuts = rows.searchsorted(places[1:-1])
        lengths = np.diff(np.concatenate(([0], cuts, [len(rows)])))
        bins = np.repeat(np.arange(0, between * wide, wide), lengths) + held
        counts += np.bincount(bins, minlength=between * wide).reshape(between, wide)
