"""Made worlds in which the truth is known: events by chance, of vectors whose shares are set.

In "plain" worlds every event draws its vectors alone; in "clustered" ones each month has a mix of
its own, so that what happens in one month hangs together; in worlds with memory the mix of a month
follows that of the month before (AR(1)), which no method here claims to allow for.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from timeline_app.analysis.engagement import PARTNERS, Engagement
from timeline_app.analysis.months import Period
from timeline_app.dates.civil import day_of, months_later
from timeline_app.model.columns import VECTORS

MONTHS = 36
A = Period(day_of(2011, 1, 1), day_of(2013, 12, 31))
B = Period(day_of(2014, 1, 1), day_of(2016, 12, 31))

MIX = np.array([0.35, 0.15, 0.20, 0.05, 0.10, 0.10, 0.05])
"""How often each of the seven is the first partner of an event."""

WITH_TWO = 0.2
"""This part of the events has a second partner, drawn from the others by the same mix."""

CONCENTRATION = 8.0
"""Of the Dirichlet of a clustered world: a month's mix differs from MIX as 8 events would."""

SWING = 0.8
"""Standard deviation of the log odds of a month's mix in a world with memory."""

BESIDE = 3
"""Stretches of MONTHS before A, and as many after B, that the record has beside them."""

RECORD = (2 + 2 * BESIDE) * MONTHS
_STARTS = np.array([months_later(A.first, n - BESIDE * MONTHS) for n in range(RECORD)])
_DAYS_HELD = 28

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class World:
    """A kind of world; `memory` is the correlation of a month's log odds with the last one's,
    `busy` that of the logarithm of its number of events."""

    name: str
    clustered: bool = False
    memory: float = 0.0
    busy: float = 0.0


PLAIN = World("plain")
CLUSTERED = World("clustered within months", clustered=True)
BUSY_SOME = World("numbers AR(1) 0.5", busy=0.5)
BUSY = World("numbers AR(1) 0.9", busy=0.9)
WITH_MEMORY = tuple(World(f"AR(1) {rho:.1f}", memory=rho) for rho in (0.3, 0.6, 0.9))


def events_of(world: World, n: int, rng: np.random.Generator) -> Engagement:
    """Events of the whole record, about `n` in each of A and B."""
    mixes = _mixes(world, RECORD, rng)
    month = np.repeat(np.arange(RECORD), rng.poisson(n / MONTHS * _busy(world, rng)))
    day = np.sort(_STARTS[month] + rng.integers(_DAYS_HELD, size=len(month)))
    month = np.searchsorted(_STARTS, day, side="right") - 1
    partners = _partners(mixes[month], rng)
    vectors = np.zeros((len(month), len(VECTORS)), np.bool_)
    vectors[:, : len(PARTNERS)] = partners
    weights = partners / partners.sum(axis=1, keepdims=True)
    return Engagement(np.arange(len(month)), day, day, vectors, weights)


@cache
def true_shares(world: World) -> tuple[float, ...]:
    """What the shares would be of ever so many events."""
    rng = np.random.default_rng(0)
    partners = _partners(_mixes(world, 400_000, rng), rng)
    weights = partners / partners.sum(axis=1, keepdims=True)
    return tuple(weights.mean(axis=0).tolist())


def _mixes(world: World, months: int, rng: np.random.Generator) -> Floats:
    if world.memory:
        odds = np.log(MIX) + SWING * _remembering(world.memory, months, rng)
        mixes = np.exp(odds)
    elif world.clustered:
        mixes = rng.dirichlet(MIX * CONCENTRATION, months)
        # a mix that the machine rounds to one vector alone leaves no second partner
        mixes = np.maximum(mixes, 1e-12)
    else:
        mixes = np.tile(MIX, (months, 1))
    return np.asarray(mixes / mixes.sum(axis=1, keepdims=True), np.float64)


def _busy(world: World, rng: np.random.Generator) -> Floats:
    """How many events each month has for one that a month has in the mean."""
    if not world.busy:
        return np.ones(RECORD)
    swings = np.exp(SWING * _remembering(world.busy, RECORD, rng)[:, 0])
    return np.asarray(swings / np.exp(SWING**2 / 2), np.float64)


def _remembering(memory: float, months: int, rng: np.random.Generator) -> Floats:
    """A series for each vector (months x 7) of variance 1 whose months remember the last one."""
    fresh = rng.normal(size=(months, len(MIX)))
    series = np.empty_like(fresh)
    series[0] = fresh[0]
    for n in range(1, months):
        series[n] = memory * series[n - 1] + np.sqrt(1 - memory**2) * fresh[n]
    return series


def _partners(mixes: Floats, rng: np.random.Generator) -> Floats:
    """One or two different partners for each event (n x 7, ones and zeros), by its mix."""
    # whoever is first, and then second, among exponential clocks is drawn without replacement
    clocks = rng.exponential(size=mixes.shape) / mixes
    order = np.argsort(clocks, axis=1)
    partners = np.zeros_like(mixes)
    rows = np.arange(len(mixes))
    partners[rows, order[:, 0]] = 1
    two = rng.random(len(mixes)) < WITH_TWO
    partners[rows[two], order[two, 1]] = 1
    return partners
