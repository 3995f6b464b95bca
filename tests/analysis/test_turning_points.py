"""Turning points: found where something turns, seldom where nothing does."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from timeline_app.analysis.months import Blocks
from timeline_app.analysis.turning_points import (
    LEAST_QUARTERS,
    _cost,
    _parted,
    quarters_of,
    turns_of_counts,
    turns_of_shares,
)


def blocks(weights: np.ndarray) -> Blocks:
    n = weights.sum(axis=1)
    return Blocks(weights, np.zeros((len(weights), 9)), n, n)


def counted(means: list[float], seed: int = 1) -> Blocks:
    """Months of so many events on average, all of one vector."""
    weights = np.zeros((len(means), 7))
    weights[:, 0] = np.random.default_rng(seed).poisson(means)
    return blocks(weights)


def test_a_turn_of_counts_is_found_with_what_was_before_and_after() -> None:
    (turn,) = turns_of_counts(counted([2.0] * 60 + [6.0] * 60), seed=1, draws=200)
    assert abs(turn.at - 20) <= 1
    assert turn.support > 0.8
    assert turn.before[0] == pytest.approx(6, abs=1.5)
    assert turn.after[0] == pytest.approx(18, abs=2.5)


def test_a_turn_of_shares_is_found_though_the_number_stays() -> None:
    rng = np.random.default_rng(2)
    early = rng.multinomial(4, [0.7, 0.1, 0.2, 0, 0, 0, 0], 60)
    late = rng.multinomial(4, [0.2, 0.4, 0.4, 0, 0, 0, 0], 60)
    of = blocks(np.concatenate((early, late)).astype(float))
    (turn,) = turns_of_shares(of, seed=1, draws=200)
    assert abs(turn.at - 20) <= 1
    assert turn.before[0] > turn.after[0]
    assert turns_of_counts(of, seed=1, draws=200) == ()


def test_more_events_alone_turn_no_share() -> None:
    rng = np.random.default_rng(3)
    many = np.concatenate((rng.poisson(1.0, (60, 7)), rng.poisson(3.0, (60, 7)))).astype(float)
    assert turns_of_shares(blocks(many), seed=1, draws=200) == ()
    assert len(turns_of_counts(blocks(many), seed=1, draws=200)) == 1


def test_where_nothing_turns_a_point_is_found_no_oftener_than_promised() -> None:
    found = [bool(turns_of_counts(counted([2.0] * 96, seed), 1, 100)) for seed in range(60)]
    assert sum(found) <= 8  # 5 % of 60 are 3, and 8 are beyond two standard errors


def test_two_turns_are_both_found() -> None:
    turns = turns_of_counts(counted([1.0] * 48 + [6.0] * 48 + [1.0] * 48), seed=1, draws=100)
    assert [abs(turn.at - at) <= 1 for turn, at in zip(turns, (16, 32), strict=True)] == [True] * 2


def test_too_short_a_time_has_none() -> None:
    assert turns_of_counts(counted([1.0] * 9 + [9.0] * 9), 1, 100) == ()
    assert turns_of_shares(blocks(np.zeros((60, 7))), 1, 100) == ()
    assert quarters_of(counted([1.0] * 11)) == 3


QUARTERS = arrays(
    np.float64,
    st.tuples(st.just(1), st.integers(8, 14), st.sampled_from([1, 3])),
    elements=st.integers(0, 9).map(float),
)


@settings(max_examples=60)
@given(quarters=QUARTERS, penalty=st.floats(0.1, 20))
def test_no_other_parting_costs_less(quarters: np.ndarray, penalty: float) -> None:
    def whole(cuts: tuple[int, ...]) -> float:
        edges = [0, *cuts, quarters.shape[1]]
        parts = [
            _cost(quarters[:, a:b].sum(axis=1)[:, None], np.array([b - a]))[0, 0]
            for a, b in pairwise(edges)
        ]
        return float(sum(parts)) + penalty * len(cuts)

    (found,) = _parted(quarters, penalty)
    edges = [0, *found, quarters.shape[1]]
    assert all(b - a >= LEAST_QUARTERS for a, b in pairwise(edges))
    n = quarters.shape[1]
    one = [(a,) for a in range(LEAST_QUARTERS, n - LEAST_QUARTERS + 1)]
    two = [(a, b) for (a,) in one for b in range(a + LEAST_QUARTERS, n - LEAST_QUARTERS + 1)]
    assert whole(found) <= min(map(whole, [(), *one, *two])) + 1e-9


@settings(max_examples=20)
@given(seed=st.integers(0, 1000))
def test_the_same_seed_gives_the_same_points(seed: int) -> None:
    of = counted([1.0] * 30 + [4.0] * 30)
    first, second = (turns_of_counts(of, seed, 50) for _ in range(2))
    assert [(t.at, t.support) for t in first] == [(t.at, t.support) for t in second]
