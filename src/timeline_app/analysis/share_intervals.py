"""Intervals of shares, of differences of shares and of the balance, from calendar months.

A share's is a bootstrap of months, BCa, of the months there are and two that there might have been:
one with half an occurrence of the vector, one with half an occurrence of another. Without them a
vector that no event touches could have no share but 0, since no draw can find what is not there
(see `docs/methods.md`); half and half is Jeffreys' prior (H. Jeffreys, Theory of Probability, 1961;
its interval for a proportion: L. D. Brown, T. T. Cai and A. DasGupta, "Interval estimation for a
binomial proportion", Statistical Science 16, 2001). Differences join two such intervals
(G. Y. Zou and A. Donner, "Construction of confidence limits about effect measures", Statistics in
Medicine 27, 2008).

The balance's is BCa of months, of draws that are moved by what they lose on average: entropy falls
whenever months are drawn anew.
"""

import numpy as np

from timeline_app.analysis.months import Blocks
from timeline_app.analysis.resampling import (
    DRAWS,
    SEED,
    Floats,
    Intervals,
    bca,
    drawn_sums,
    unbiased,
)
from timeline_app.analysis.shares import balance_of, shares_of

_HALF = 0.5
"""Of an occurrence, in each of the two months that there might have been."""


def share_intervals(blocks: Blocks, seed: int = SEED, draws: int = DRAWS) -> Intervals:
    """The seven shares with their intervals; none where the months are too few."""
    found = shares_of(blocks.weights.sum(axis=0))
    if not blocks.enough:
        return _none(found)
    columns = np.zeros((len(blocks) + 2, len(found) + 2))
    columns[:-2, : len(found)], columns[:-2, -2] = blocks.weights, blocks.n
    columns[-2:] = [0.0] * len(found) + [_HALF, _HALF], [0.0] * len(found) + [_HALF, 0.0]
    whole = columns.sum(axis=0)
    drawn, left_out = drawn_sums(columns, draws, seed), whole - columns
    made = bca(_with_half(whole), _with_half(drawn), _with_half(left_out))
    # what was found lies a little off the middle of what there might have been
    return Intervals(found, np.minimum(made.low, found), np.maximum(made.high, found))


def difference_intervals(of_a: Intervals, of_b: Intervals) -> Intervals:
    """B's shares less A's, with intervals where both have them."""
    moved = of_b.found - of_a.found
    down = np.hypot(of_b.found - of_b.low, of_a.high - of_a.found)
    up = np.hypot(of_b.high - of_b.found, of_a.found - of_a.low)
    return Intervals(moved, moved - down, moved + up)


def balance_interval(blocks: Blocks, seed: int = SEED, draws: int = DRAWS) -> Intervals:
    """The balance of these months (1) with its interval, within 0 and 1; none where the months are
    too few."""
    columns = np.column_stack((blocks.weights, blocks.n))
    whole = columns.sum(axis=0)
    found = _balance(whole)[None]
    if not blocks.enough:
        return _none(found)
    drawn = _balance(drawn_sums(columns, draws, seed))[:, None]
    left_out = _balance(whole - columns)[:, None]
    made = bca(found, unbiased(drawn, found), left_out)
    low, high = np.minimum(made.low, found), np.maximum(made.high, found)
    return Intervals(found, np.maximum(low, 0.0), np.minimum(high, 1.0))


def _with_half(sums: Floats) -> Floats:
    """The seven shares from sums (... x 9) of weights, of occurrences, and of the half one that is
    each vector's own."""
    every = sums[..., -2:-1]
    ones = sums[..., :-2] + sums[..., -1:]
    shares: Floats = np.divide(ones, every, out=np.full(ones.shape, np.nan), where=every > 0)
    return shares


def _balance(sums: Floats) -> Floats:
    """The balance from sums (... x 8) of weights and of occurrences; NaN where there are none."""
    return np.asarray(balance_of(sums[..., :-1], sums[..., -1]), np.float64)


def _none(found: Floats) -> Intervals:
    nothing = np.full(found.shape, np.nan)
    return Intervals(found, nothing, nothing)
