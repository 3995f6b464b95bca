"""Two periods compared: what moved, by how much, and whether chance in the months would do it.

The null hypothesis of the one test is that the calendar months of A and B are exchangeable: that
which period a month belongs to says nothing of its vectors. The statistic is G over the seven (see
`shares.g_of`); months are dealt out anew B times, p = (b + 1) / (B + 1) (B. Phipson and G. K.
Smyth, "Permutation p-values should never be zero", 2010). Vectors by themselves are tested in the
same deals and corrected after Holm (Scandinavian Journal of Statistics 6, 1979).
"""

import numpy as np

from timeline_app.analysis.balance import Balance, balance_over
from timeline_app.analysis.engagement import PARTNERS, Engagement
from timeline_app.analysis.month_memory import Memory, hang_together, memory_of
from timeline_app.analysis.months import Blocks, Period, blocks_of
from timeline_app.analysis.resampling import DRAWS, Floats, Intervals, bca, drawn_sums, parts
from timeline_app.analysis.share_intervals import difference_intervals
from timeline_app.analysis.shares import LEAST_FOR_BALANCE, balance_of, g_of, shares_of
from timeline_app.dataclass import dataclass

MOST_COMPARED = 12_000
"""Periods of more months together (a thousand years) are not compared: it would take minutes."""

_EVEN_DRAWS = 200


@dataclass(frozen=True, eq=False, slots=True)
class Compared:
    """A and B beside each other.

    `in_both` occurrences may lie in both and are in neither. `moved` is B less A for the seven
    shares with intervals; `shift` half the sum of the absolute differences (0: none moved, 1: all
    did); `g` the statistic of the test. `evened` are the two balances at the number of the smaller
    one. `rate` is B's number of occurrences a month over A's. `p` is the omnibus one, `p_of` (7)
    those of the vectors after Holm; None where nothing can be tested. `memory` is that of the
    months (see `month_memory`).
    """

    a: Balance
    b: Balance
    in_both: int
    moved: Intervals
    shift: float
    evened: tuple[float, float]
    rate: Intervals
    g: float
    p: float | None
    p_of: Floats | None
    memory: Memory

    @property
    def hangs_together(self) -> bool:
        """Whether months were found to hang together in their mix, so that p would be too small."""
        return hang_together(self.memory.mix)

    @property
    def crowds_together(self) -> bool:
        """Whether they were found to in their numbers: then `rate` strays by more than it says."""
        return hang_together(self.memory.numbers)

    @property
    def rate_told(self) -> Intervals:
        """`rate` as it may be told: without an interval where months crowd together."""
        if not self.crowds_together:
            return self.rate
        nothing = np.full(1, np.nan)
        return Intervals(self.rate.found, nothing, nothing)


def divided(events: Engagement, a: Period, b: Period) -> tuple[Engagement, Engagement, int]:
    """What may lie in A alone, what in B alone, and how many may lie in both."""
    in_a, in_b = events.touching(a.first, a.last), events.touching(b.first, b.last)
    both = int((in_a & in_b).sum())
    return events.among(in_a & ~in_b), events.among(in_b & ~in_a), both


def compare(events: Engagement, a: Period, b: Period, seed: int, draws: int = DRAWS) -> Compared:
    """A and B, which share no day. The same seed gives the same figures. ValueError for periods
    that overlap."""
    if a.first <= b.last and b.first <= a.last:
        raise ValueError("periods that are compared share no day")
    only_a, only_b, both = divided(events, a, b)
    of_a, of_b = blocks_of(only_a, a), blocks_of(only_b, b)
    rng = np.random.default_rng(seed)
    p, p_of = _tested(of_a, of_b, rng, draws)
    balance_a = balance_over(only_a, a, seed, draws)
    balance_b = balance_over(only_b, b, seed, draws)
    return Compared(
        a=balance_a,
        b=balance_b,
        in_both=both,
        moved=difference_intervals(balance_a.shares, balance_b.shares),
        shift=shift_between(of_a.weights.sum(axis=0), of_b.weights.sum(axis=0)),
        evened=_evened(only_a, only_b, rng),
        rate=_rate(of_a, of_b, rng, draws),
        g=float(g_of(np.stack((of_a.weights.sum(axis=0), of_b.weights.sum(axis=0))))),
        p=p,
        p_of=p_of,
        memory=memory_of(events, a, b, rng, draws),
    )


def shift_between(a: Floats, b: Floats) -> float:
    """Half the sum of the absolute differences of two sums' shares; NaN where one has none."""
    return float(np.abs(shares_of(a) - shares_of(b)).sum() / 2)


def holm(p: Floats) -> Floats:
    """p values corrected for their number after Holm, in their own order."""
    order = np.argsort(p, kind="stable")
    raised = np.maximum.accumulate(p[order] * np.arange(len(p), 0, -1))
    corrected = np.empty_like(p)
    corrected[order] = np.minimum(raised, 1.0)
    return corrected


def _tested(
    a: Blocks, b: Blocks, rng: np.random.Generator, draws: int
) -> tuple[float | None, Floats | None]:
    if not (a.enough and b.enough):
        return None, None
    pooled = np.concatenate((a.weights, b.weights))
    months = len(pooled)
    dealt = [_deals(months, len(a), rng, part) @ pooled for part in parts(draws, months)]
    whole = pooled.sum(axis=0)
    to_a = np.concatenate((a.weights.sum(axis=0)[None], *dealt))
    tables = np.stack((to_a, np.maximum(whole - to_a, 0.0)), axis=1)
    return _p_of(g_of(tables)), holm(
        np.array([_p_of(g_of(_against_rest(tables, n))) for n in range(len(PARTNERS))])
    )


def _p_of(found_and_dealt: Floats) -> float:
    """The part of the deals at least as far out as what was found, which comes first; what differs
    by the last digits of a sum alone is equal."""
    found, dealt = found_and_dealt[0], found_and_dealt[1:]
    at_least = int((dealt >= found - 1e-9 * max(1.0, abs(found))).sum())
    return (at_least + 1) / (len(dealt) + 1)


def _deals(months: int, to_a: int, rng: np.random.Generator, draws: int) -> Floats:
    """Which months go to A (draws x months): `to_a` of them in each deal."""
    places = rng.permuted(np.tile(np.arange(months), (draws, 1)), axis=1)
    return np.asarray(places < to_a, np.float64)


def _against_rest(tables: Floats, vector: int) -> Floats:
    """Tables of one vector and all the others together."""
    one = tables[..., vector]
    return np.asarray(np.stack((one, tables.sum(axis=-1) - one), axis=-1), np.float64)


def _rate(a: Blocks, b: Blocks, rng: np.random.Generator, draws: int) -> Intervals:
    """B's number of occurrences a month over A's; NaN where A has none."""
    found = _over(a.every.sum()[None], b.every.sum()[None], len(a), len(b))
    if not (a.enough and b.enough):
        nothing = np.full(1, np.nan)
        return Intervals(found[0], nothing, nothing)
    drawn_a, drawn_b = (
        drawn_sums(one.every[:, None], draws, int(rng.integers(2**31)))[:, 0] for one in (a, b)
    )
    drawn = _over(drawn_a, drawn_b, len(a), len(b))
    without_a = _over(a.every.sum() - a.every, b.every.sum()[None], len(a) - 1, len(b))
    without_b = _over(a.every.sum()[None], b.every.sum() - b.every, len(a), len(b) - 1)
    return bca(found[0], drawn, np.concatenate((without_a, without_b)))


def _over(a: Floats, b: Floats, months_a: int, months_b: int) -> Floats:
    """Ratios (d x 1) of rates from sums (d, or one for all)."""
    with np.errstate(divide="ignore", invalid="ignore"):
        rate = (b / months_b) / (a / months_a)
    return np.asarray(np.where(np.isfinite(rate), rate, np.nan)[:, None], np.float64)


def _evened(a: Engagement, b: Engagement, rng: np.random.Generator) -> tuple[float, float]:
    """Both balances at the number of occurrences of the smaller; NaN where that is too few."""
    of_a, of_b = a.weights[a.with_partner], b.weights[b.with_partner]
    n = min(len(of_a), len(of_b))
    if n < LEAST_FOR_BALANCE:
        return float("nan"), float("nan")
    return _at_number(of_a, n, rng), _at_number(of_b, n, rng)


def _at_number(weights: Floats, n: int, rng: np.random.Generator) -> float:
    """The mean balance of so many of them, taken without replacement."""
    if n == len(weights):
        return float(balance_of(weights.sum(axis=0), np.array(float(n))))
    taken = [rng.choice(len(weights), n, replace=False) for _ in range(_EVEN_DRAWS)]
    sums = np.stack([weights[some].sum(axis=0) for some in taken])
    return float(balance_of(sums, np.full(len(sums), float(n))).mean())
