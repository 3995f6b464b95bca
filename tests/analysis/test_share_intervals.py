"""Intervals of shares: worked cases, and what holds of all."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from timeline_app.analysis.months import Blocks
from timeline_app.analysis.share_intervals import (
    balance_interval,
    difference_intervals,
    share_intervals,
)
from timeline_app.analysis.shares import balance_of

MONTHS = 40


def blocks(*months: list[float]) -> Blocks:
    """Months of what each gives to the first vectors."""
    weights = np.zeros((len(months), 7))
    for row, month in zip(weights, months, strict=True):
        row[: len(month)] = month
    n = weights.sum(axis=1)
    return Blocks(weights, np.zeros((len(months), 9)), n, n)


def spread(of: int, among: int) -> Blocks:
    """`among` months of one event each, `of` of them of the first vector, the others of the
    second."""
    return blocks(*([1.0] if n < of else [0, 1.0] for n in range(among)))


def test_single_events_give_an_interval_near_the_published_one() -> None:
    found = share_intervals(spread(56, 70))
    # Limits of 56 of 70 after Wilson, as in R. G. Newcombe (1998): 0.6925 and 0.8772.
    assert found.found[0] == pytest.approx(0.8)
    assert found.low[0] == pytest.approx(0.6925, abs=0.01)
    assert found.high[0] == pytest.approx(0.8772, abs=0.01)


def test_a_difference_is_near_that_of_the_published_case() -> None:
    # Newcombe (1998), table II: 56 of 70 less 48 of 80, by method 10: 0.0524 to 0.3339.
    found = difference_intervals(share_intervals(spread(48, 80)), share_intervals(spread(56, 70)))
    assert found.found[0] == pytest.approx(0.2)
    assert found.low[0] == pytest.approx(0.0524, abs=0.02)
    assert found.high[0] == pytest.approx(0.3339, abs=0.02)


def test_a_vector_that_nothing_touches_may_still_have_a_share() -> None:
    found = share_intervals(spread(30, 60))
    assert found.found[2] == found.low[2] == 0
    assert 0.02 < found.high[2] < 0.1


def test_the_same_seed_draws_the_same_and_another_nearly() -> None:
    of = spread(20, 60)
    one, again, other = (share_intervals(of, seed) for seed in (1, 1, 2))
    assert np.array_equal(one.low, again.low) and np.array_equal(one.high, again.high)
    assert not np.array_equal(one.high, other.high)
    assert one.high[0] == pytest.approx(other.high[0], abs=0.03)


def test_the_balance_lies_in_its_interval() -> None:
    of = spread(30, 60)
    found = balance_interval(of)
    assert found.found[0] == balance_of(of.weights.sum(axis=0), np.array(60.0))
    assert 0 <= found.low[0] < found.found[0] < found.high[0] <= 1
    assert np.isnan(balance_interval(blocks(*[[1.0, 1.0]] * 19)).low).all()


def test_what_comes_in_bunches_says_less() -> None:
    single = share_intervals(blocks(*[[1.0], [0, 1.0]] * 30))
    bunched = share_intervals(blocks(*[[5.0], [0, 5.0]] * 30))
    wide, alike = (one.high[0] - one.low[0] for one in (single, bunched))
    assert alike == pytest.approx(wide, rel=0.1)  # five times the events, and no surer


def test_under_twenty_months_there_is_none() -> None:
    found = share_intervals(blocks(*[[1.0, 1.0]] * 19))
    assert found.found[0] == 0.5
    assert np.isnan(found.low).all()
    moved = difference_intervals(found, share_intervals(spread(20, 40)))
    assert np.isnan(moved.low).all()
    assert np.isnan(share_intervals(blocks(*[[0.0]] * 30)).low).all()


MADE = arrays(np.float64, (MONTHS, 7), elements=st.sampled_from([0.0, 0.0, 0.5, 1.0, 3.0]))


@given(weights=MADE)
def test_a_share_lies_in_its_interval_and_that_within_0_and_1(weights: np.ndarray) -> None:
    n = weights.sum(axis=1)
    of = Blocks(weights, np.zeros((MONTHS, 9)), n, n)
    found = share_intervals(of)
    if not of.enough:
        assert np.isnan(found.low).all()
        return
    assert (found.low <= found.found).all()
    assert (found.found <= found.high).all()
    assert (found.low >= 0).all()
    assert (found.high <= 1 + 1e-12).all()
    assert (found.high > found.low).all()


@given(weights=MADE, others=MADE)
def test_a_difference_turned_round_is_the_other_way_round(
    weights: np.ndarray, others: np.ndarray
) -> None:
    a, b = (
        Blocks(w, np.zeros((MONTHS, 9)), w.sum(axis=1), w.sum(axis=1)) for w in (weights, others)
    )
    of_a, of_b = share_intervals(a), share_intervals(b)
    there, back = difference_intervals(of_a, of_b), difference_intervals(of_b, of_a)
    assert np.allclose(there.low, -back.high, equal_nan=True)
    assert np.allclose(there.found, -back.found, equal_nan=True)
