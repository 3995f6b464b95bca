"""Shares, balance and G on cases that were worked by hand."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from timeline_app.analysis.shares import balance_of, g_of, shares_of

WEIGHTS = arrays(np.float64, 7, elements=st.floats(0, 50).map(lambda x: round(x, 3)))


def test_shares_of_a_small_case() -> None:
    # Three events: Russia; Russia and China; China and Iran.
    weights = np.array([1.5, 1.0, 0, 0, 0.5, 0, 0])
    assert shares_of(weights) == pytest.approx([0.5, 1 / 3, 0, 0, 1 / 6, 0, 0])
    assert np.isnan(shares_of(np.zeros(7))).all()


def test_balance_of_a_small_case() -> None:
    weights = np.array([20.0, 20.0, 0, 0, 0, 0, 0])
    # H = ln 2, two vectors, n = 40: corrected by 1 / 80.
    expected = (math.log(2) + 1 / 80) / math.log(7)
    assert balance_of(weights, np.array(40.0)) == pytest.approx(expected)
    assert balance_of(np.array([30.0, 0, 0, 0, 0, 0, 0]), np.array(30.0)) == 0
    assert balance_of(np.full(7, 5.0), np.array(35.0)) == 1


def test_g_of_a_small_case() -> None:
    table = np.array([[10.0, 20.0], [20.0, 10.0]])
    # All margins are 30, so each cell is expected to hold 15.
    expected = 2 * (2 * 10 * math.log(10 / 15) + 2 * 20 * math.log(20 / 15))
    assert g_of(table) == pytest.approx(expected)
    assert g_of(np.array([[10.0, 20.0], [5.0, 10.0]])) == pytest.approx(0)
    assert g_of(np.zeros((2, 7))) == 0


@given(WEIGHTS, st.integers(1, 500))
def test_shares_sum_to_one_and_balance_is_bound(weights: np.ndarray, n: int) -> None:
    shares, balance = shares_of(weights), balance_of(weights, np.array(float(n)))
    if weights.sum() == 0:
        assert np.isnan(shares).all()
        assert np.isnan(balance)
        return
    assert shares.sum() == pytest.approx(1)
    assert 0 <= balance <= 1


@given(WEIGHTS, WEIGHTS)
def test_g_is_never_negative_and_knows_no_order(a: np.ndarray, b: np.ndarray) -> None:
    table = np.stack((a, b))
    found = float(g_of(table))
    assert found >= -1e-9
    assert float(g_of(table[::-1])) == pytest.approx(found, abs=1e-9)
    assert float(g_of(table[:, ::-1])) == pytest.approx(found, abs=1e-9)
