"""Intervals of shares, and of differences of shares, from calendar months as clusters.

The variance of a share comes from its months (the ratio of two sums, linearised); it says how many
independent occurrences would vary as much. Wilson's interval (JASA 22, 1927) is taken at that
effective number, never more than there are occurrences: E. L. Korn and B. I. Graubard, "Confidence
intervals for proportions with small expected number of positive counts estimated from survey data",
Survey Methodology 24, 1998; that Wilson's does well there: C. Franco and others, "Comparative study
of confidence intervals for proportions in complex sample surveys", Journal of Survey Statistics and
Methodology 7, 2019. Differences join two such intervals: R. G. Newcombe, "Interval estimation for
the difference between independent proportions", Statistics in Medicine 17, 1998 (method 10).

A bootstrap of months keeps its word less well where a share is small and n too: a vector that no
event touches could then have no interval but 0 (see `docs/methods.md`).
"""

from statistics import NormalDist

import numpy as np

from timeline_app.analysis.months import Blocks
from timeline_app.analysis.resampling import LEVEL, Floats, Intervals
from timeline_app.analysis.shares import shares_of

_Z = NormalDist().inv_cdf((1 + LEVEL) / 2)


def share_intervals(blocks: Blocks) -> Intervals:
    """The seven shares with their intervals; none where the months are too few."""
    found = shares_of(blocks.weights.sum(axis=0))
    if not blocks.enough:
        nothing = np.full(found.shape, np.nan)
        return Intervals(found, nothing, nothing)
    effective = _effective(blocks, found)
    squared = _Z**2 / effective
    middle = (found + squared / 2) / (1 + squared)
    half = _Z * np.sqrt(found * (1 - found) / effective + squared / (4 * effective)) / (1 + squared)
    # 0 and 1 are their own ends exactly, which rounding would miss
    return Intervals(found, np.minimum(middle - half, found), np.maximum(middle + half, found))


def difference_intervals(a: Blocks, b: Blocks) -> Intervals:
    """B's shares less A's, with intervals where both have them."""
    of_a, of_b = share_intervals(a), share_intervals(b)
    moved = of_b.found - of_a.found
    down = np.hypot(of_b.found - of_b.low, of_a.high - of_a.found)
    up = np.hypot(of_b.high - of_b.found, of_a.found - of_a.low)
    return Intervals(moved, moved - down, moved + up)


def _effective(blocks: Blocks, shares: Floats) -> Floats:
    """How many independent occurrences each share is worth."""
    n = float(blocks.n.sum())
    months = len(blocks)
    away = blocks.weights - blocks.n[:, None] * shares
    variance = months / (months - 1) * (away**2).sum(axis=0) / n**2
    worth = np.divide(
        shares * (1 - shares), variance, out=np.full(shares.shape, n), where=variance > 0
    )
    return np.asarray(np.clip(worth, 1.0, n), np.float64)
