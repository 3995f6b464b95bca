"""Figures beside those of SciPy, where it has the method."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from timeline_app.analysis.months import Blocks
from timeline_app.analysis.resampling import bca, times_drawn
from timeline_app.analysis.share_intervals import share_intervals
from timeline_app.analysis.shares import balance_of, g_of, shares_of

stats = pytest.importorskip("scipy.stats")

COUNTS = arrays(np.float64, (2, 7), elements=st.integers(1, 60).map(float))


@given(table=COUNTS)
def test_g_is_the_log_likelihood_ratio(table: np.ndarray) -> None:
    found = stats.chi2_contingency(table, correction=False, lambda_="log-likelihood")
    assert g_of(table) == pytest.approx(found.statistic, abs=1e-8)


@given(counts=arrays(np.float64, 7, elements=st.integers(0, 60).map(float)))
def test_balance_is_entropy_with_its_correction(counts: np.ndarray) -> None:
    n = counts.sum()
    if n == 0:
        return
    corrected = stats.entropy(counts) + (np.count_nonzero(counts) - 1) / (2 * n)
    assert balance_of(counts, np.array(n)) == pytest.approx(min(corrected / np.log(7), 1.0))


@settings(max_examples=30, deadline=None)
@given(of=st.integers(5, 60), rest=st.integers(5, 60))
def test_a_share_of_single_events_has_nearly_jeffreys_interval(of: int, rest: int) -> None:
    n = max(of + rest, 30)
    weights = np.zeros((n, 7))
    weights[:of, 0] = 1
    weights[of:, 1] = 1
    ones = np.ones(n)
    found = share_intervals(Blocks(weights, np.zeros((n, 9)), ones, ones))
    low, high = stats.beta(of + 0.5, n - of + 0.5).ppf([0.025, 0.975])
    assert found.low[0] == pytest.approx(low, abs=0.2 * (high - low))
    assert found.high[0] == pytest.approx(high, abs=0.2 * (high - low))


@settings(max_examples=10)
@given(seed=st.integers(0, 2**32 - 1))
def test_bca_is_that_of_scipy_but_for_what_is_drawn(seed: int) -> None:
    rng = np.random.default_rng(seed)
    sample = rng.exponential(size=60)
    times = times_drawn(60, 20_000, rng)
    drawn = (times @ sample)[:, None] / 60
    left_out = ((sample.sum() - sample) / 59)[:, None]
    ours = bca(np.array([sample.mean()]), drawn, left_out)
    theirs = stats.bootstrap((sample,), np.mean, n_resamples=20_000, method="BCa", rng=rng)
    wide = theirs.confidence_interval.high - theirs.confidence_interval.low
    assert ours.low[0] == pytest.approx(theirs.confidence_interval.low, abs=0.06 * wide)
    assert ours.high[0] == pytest.approx(theirs.confidence_interval.high, abs=0.06 * wide)


def test_months_dealt_out_anew_give_the_p_of_a_permutation_test() -> None:
    rng = np.random.default_rng(4)
    a, b = rng.poisson(1.0, (36, 7)) * 1.0, rng.poisson([2, 1, 1, 1, 1, 1, 1], (36, 7)) * 1.0

    def statistic(*months: np.ndarray, axis: int = 0) -> float:
        mine, theirs = (np.asarray(one, np.float64).sum(axis=0) for one in months)
        return float(np.abs(shares_of(mine) - shares_of(theirs)).sum())

    order = np.array([rng.permutation(72) for _ in range(2000)])
    pooled = np.concatenate((a, b))
    dealt = [statistic(pooled[o[:36]], pooled[o[36:]]) for o in order]
    ours = (1 + sum(d >= statistic(a, b) for d in dealt)) / 2001
    rows = np.arange(72)
    theirs = stats.permutation_test(
        (rows[:36], rows[36:]),
        lambda x, y: statistic(pooled[x.astype(int)], pooled[y.astype(int)]),
        n_resamples=2000,
        alternative="greater",
        rng=np.random.default_rng(5),
    )
    assert ours == pytest.approx(theirs.pvalue, abs=0.04)
