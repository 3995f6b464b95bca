"""Where counts and shares turn: disjoint quarters, parted so that each part is most alike.

Optimal partitioning (B. Jackson and others, "An algorithm for optimal partitioning of data on an
interval", IEEE Signal Processing Letters 12, 2005), with parts of at least four quarters. What a
part costs is twice its negative log likelihood: Poisson for counts, multinomial for the seven
shares. A further part has to gain more than one cut gains in 95 of 100 deals in which the calendar
months are dealt out anew, so that nothing turns (the null of the one test of two periods).

Support is the part of the draws that have a point within two quarters; a draw takes the months of
each quarter anew from among themselves, so that what turned stays where it is.
"""

import numpy as np
from numpy.typing import NDArray

from timeline_app.analysis.months import Blocks
from timeline_app.dataclass import dataclass

LEAST_QUARTERS = 4
"""A part has at least so many."""
NEAR = 2
"""A point of a draw within so many quarters supports one."""
FEW_QUARTERS = 2 * LEAST_QUARTERS
MOST_QUARTERS = 400
"""More (a hundred years) are not parted: the work grows with their square."""
LEVEL = 0.95

_MONTHS = 3

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False, slots=True)
class Turn:
    """Quarter `at` begins another part; `support` is 0 to 1. `before` and `after` are means a
    quarter of what was summed (c) in the part on either side."""

    at: int
    support: float
    before: Floats
    after: Floats


def quarters_of(blocks: Blocks) -> int:
    """How many whole quarters the months make, from the first on; what is left over is not used."""
    return len(blocks) // _MONTHS


def turns_of_counts(blocks: Blocks, seed: int, draws: int) -> tuple[Turn, ...]:
    """Where the number of occurrences a quarter turns."""
    return _turns(blocks.every[:, None], seed, draws)


def turns_of_shares(blocks: Blocks, seed: int, draws: int) -> tuple[Turn, ...]:
    """Where the shares of the seven turn, however many occurrences there are."""
    return _turns(blocks.weights, seed, draws)


def _turns(months: Floats, seed: int, draws: int) -> tuple[Turn, ...]:
    """From sums by month (M x c); one column is a count, several are shares of one another."""
    quarters = len(months) // _MONTHS
    if quarters < FEW_QUARTERS:
        return ()
    rng = np.random.default_rng(seed)
    months = months[: quarters * _MONTHS]
    penalty = _penalty(months, rng, draws)
    (found,) = _parted(_quarterly(months[None]), penalty)
    if not found:
        return ()
    drawn = _parted(_quarterly(_drawn_within(months, rng, draws)), penalty)
    sums = _quarterly(months[None])[0]
    edges = [0, *found, quarters]
    return tuple(
        Turn(
            at,
            float(np.mean([any(abs(at - other) <= NEAR for other in one) for one in drawn])),
            sums[edges[n] : at].mean(axis=0),
            sums[at : edges[n + 2]].mean(axis=0),
        )
        for n, at in enumerate(found)
    )


def _quarterly(months: Floats) -> Floats:
    """Sums by quarter (d x Q x c) of sums by month (d x M x c)."""
    d, m, c = months.shape
    return np.asarray(months.reshape(d, m // _MONTHS, _MONTHS, c).sum(axis=2), np.float64)


def _penalty(months: Floats, rng: np.random.Generator, draws: int) -> float:
    """What a cut has to gain."""
    order = rng.permuted(np.tile(np.arange(len(months)), (draws, 1)), axis=1)
    upto = _upto(_quarterly(months[order]))
    quarters = upto.shape[1] - 1
    cuts = np.arange(LEAST_QUARTERS, quarters - LEAST_QUARTERS + 1)
    whole = _cost(upto[:, -1:], np.array([quarters]))
    left = _cost(upto[:, cuts], cuts)
    right = _cost(upto[:, -1:] - upto[:, cuts], quarters - cuts)
    gains = (whole - left - right).max(axis=1)
    return float(np.quantile(gains, LEVEL))


def _drawn_within(months: Floats, rng: np.random.Generator, draws: int) -> Floats:
    """Draws (d x M x c): each quarter's months taken from among themselves."""
    quarters = len(months) // _MONTHS
    picked = rng.integers(_MONTHS, size=(draws, quarters, _MONTHS))
    rows = picked + np.arange(quarters)[None, :, None] * _MONTHS
    return np.asarray(months[rows.reshape(draws, -1)], np.float64)


def _upto(quarters: Floats) -> Floats:
    """Sums of all quarters before each place (d x Q + 1 x c)."""
    d, _, c = quarters.shape
    return np.concatenate((np.zeros((d, 1, c)), quarters.cumsum(axis=1)), axis=1)


def _cost(sums: Floats, long: NDArray[np.integer]) -> Floats:
    """Of parts with these sums (d x k x c) over `long` (k) quarters: counts of one column, or
    shares of several."""
    whole = long[None, :, None] if sums.shape[2] == 1 else sums.sum(axis=2, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = np.where(sums > 0, sums * np.log(sums / whole), 0.0)
    return np.asarray(-2 * terms.sum(axis=2), np.float64)


def _parted(quarters: Floats, penalty: float) -> list[tuple[int, ...]]:
    """The first quarters of all parts but the first, of each draw."""
    upto = _upto(quarters)
    draws, places = upto.shape[0], upto.shape[1]
    best = np.full((draws, places), np.inf)
    best[:, 0] = -penalty
    came = np.zeros((draws, places), np.int64)
    for end in range(LEAST_QUARTERS, places):
        starts = np.concatenate(([0], np.arange(LEAST_QUARTERS, end - LEAST_QUARTERS + 1)))
        cost = _cost(upto[:, end : end + 1] - upto[:, starts], end - starts)
        total = best[:, starts] + cost + penalty
        least = total.argmin(axis=1)
        best[:, end] = total[np.arange(draws), least]
        came[:, end] = starts[least]
    return [_walked(row) for row in came]


def _walked(came: NDArray[np.int64]) -> tuple[int, ...]:
    """Back from the end to where each part began."""
    found, at = [], int(came[-1])
    while at > 0:
        found.append(at)
        at = int(came[at])
    return tuple(reversed(found))
