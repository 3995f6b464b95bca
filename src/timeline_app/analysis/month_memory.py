"""Whether months hang together: in whom they are with, and in how busy they are.

The statistic is how far sums over twelve neighbouring months stray: all autocorrelations up to a
year, weighed by how much they inflate a sum (the variance ratio of A. W. Lo and A. C. MacKinlay,
Review of Financial Studies 1, 1988). For the mix a month counts by what it gives to each vector
less what its number of occurrences would give at the mean, so that busy years alone do not hang
together; for the numbers by how many occurrences it has. Two periods of three years tell little of
that, so the record on either side is asked, too; every stretch as long as A is held against its own
mean, so that what moved between them is no memory. The null deals the months of each stretch out
anew.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from timeline_app.analysis.engagement import Engagement
from timeline_app.analysis.months import Blocks, Period, blocks_of
from timeline_app.analysis.resampling import Floats, parts
from timeline_app.analysis.shares import shares_of
from timeline_app.dataclass import dataclass
from timeline_app.dates import civil

HANG_TOGETHER = 0.2
"""Under this p months are taken to hang together. It is generous, since a p or an interval that is
given though it should not be misleads, and one that is withheld though it might be given does
not."""

NEIGHBOURS = 12
MOST_DRAWS = 499
"""So many deals tell a p of a fifth well enough."""
_MOST_STRETCHES = 12
"""So much of the record is asked on either side, in lengths of A."""


@dataclass(frozen=True, slots=True)
class Memory:
    """The p of the months' memory in A, B and the record beside them: of their `mix`, on which the
    test of the shares rests, and of their `numbers`, on which the interval of the rate does. None
    where a period is too short to tell."""

    mix: float | None
    numbers: float | None


def memory_of(
    events: Engagement, a: Period, b: Period, rng: np.random.Generator, draws: int
) -> Memory:
    """How the months of A, B and the record beside them hang together."""
    blocks = [blocks_of(events, one) for one in stretches_of(events, a, b)]
    if min(len(blocks_of(events, one)) for one in (a, b)) < NEIGHBOURS:
        return Memory(None, None)
    mix = _memory_p([_mix_away(one) for one in blocks], rng, draws)
    return Memory(mix, _memory_p([_numbers_away(one) for one in blocks], rng, draws))


def hang_together(p: float | None) -> bool:
    """Whether months with a memory of this p are taken to hang together."""
    return p is not None and p < HANG_TOGETHER


def _memory_p(stretches: Sequence[Floats], rng: np.random.Generator, draws: int) -> float:
    months = np.concatenate(stretches)
    spread = np.sqrt((months**2).sum(axis=0))
    scaled = [np.divide(one, spread, out=np.zeros_like(one), where=spread > 0) for one in stretches]
    found = _straying(np.concatenate(scaled)[None])[0]
    dealt = [
        _straying(np.concatenate([_dealt(one, rng, part) for one in scaled], axis=1))
        for part in parts(min(draws, MOST_DRAWS), 4 * len(months))
    ]
    at_least = sum(int((one >= found * (1 - 1e-9)).sum()) for one in dealt)
    return (at_least + 1) / (sum(map(len, dealt)) + 1)


def stretches_of(events: Engagement, a: Period, b: Period) -> list[Period]:
    """A and B, and the record before, between and after them in stretches as long as A, by time."""
    early, late = sorted((a, b), key=lambda one: one.first)
    months = max(NEIGHBOURS, round(a.days / 30.44))
    record = (int(events.first.min()), int(events.last.max())) if len(events) else (a.first, a.last)
    before = list(_back(early.first, record[0], months))
    between = list(_on(early.last + 1, late.first - 1, months))
    after = list(_on(late.last + 1, record[1], months))
    return [*reversed(before), early, *between, late, *after]


def _back(end: int, least: int, months: int) -> Iterator[Period]:
    """Stretches that end before `end`, each before the last, none before `least`."""
    for _ in range(_MOST_STRETCHES):
        start = civil.months_later(end, -months)
        if start < least:
            return
        yield Period(start, end - 1)
        end = start


def _on(start: int, last: int, months: int) -> Iterator[Period]:
    """Stretches from `start` on, each after the last, none beyond `last`."""
    for _ in range(_MOST_STRETCHES):
        end = civil.months_later(start, months)
        if end - 1 > last:
            return
        yield Period(start, end - 1)
        start = end


def _mix_away(blocks: Blocks) -> Floats:
    """What each month gives (M x 7) less what as many occurrences would at the period's mean."""
    mean = np.nan_to_num(shares_of(blocks.weights.sum(axis=0)))
    return np.asarray(blocks.weights - blocks.n[:, None] * mean, np.float64)


def _numbers_away(blocks: Blocks) -> Floats:
    """How many occurrences each month has (M x 1) less the period's mean."""
    return np.asarray(blocks.every - blocks.every.mean(), np.float64)[:, None]


def _dealt(months: Floats, rng: np.random.Generator, draws: int) -> Floats:
    order = rng.permuted(np.tile(np.arange(len(months)), (draws, 1)), axis=1)
    return np.asarray(months[order], np.float64)


def _straying(months: Floats) -> Floats:
    """The sum of squares of sums over neighbouring months (d x M x c to d)."""
    begun = np.zeros((len(months), 1, months.shape[2]))
    run = np.concatenate((begun, np.cumsum(months, axis=1)), axis=1)
    sums = run[:, NEIGHBOURS:] - run[:, :-NEIGHBOURS]
    return np.asarray((sums**2).sum(axis=(1, 2)), np.float64)
