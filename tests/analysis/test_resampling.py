"""Months drawn anew: the same by one way and another, and in as many parts as need be."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.analysis import resampling
from timeline_app.analysis.resampling import drawn_sums, parts, times_drawn, unbiased


@given(draws=st.integers(1, 5000), months=st.integers(0, 10_000_000))
def test_parts_are_all_the_draws(draws: int, months: int) -> None:
    made = list(parts(draws, months))
    assert sum(made) == draws
    assert all(part > 0 for part in made)


def test_every_draw_has_as_many_months() -> None:
    times = times_drawn(36, 50, np.random.default_rng(1))
    assert (times.sum(axis=1) == 36).all()


def test_the_same_seed_draws_the_same() -> None:
    columns = np.arange(60.0).reshape(30, 2)
    assert np.array_equal(drawn_sums(columns, 100, 7), drawn_sums(columns, 100, 7))
    assert not np.array_equal(drawn_sums(columns, 100, 7), drawn_sums(columns, 100, 8))


def test_empty_months_of_centuries_change_nothing_but_chance(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    columns = np.zeros((300, 1))
    columns[::6] = 1.0
    plain = drawn_sums(columns, 4000, 1)
    monkeypatch.setattr(resampling, "_KEPT_MONTHS", 100)
    lumped = drawn_sums(columns, 4000, 1)
    assert lumped.mean() == pytest.approx(plain.mean(), rel=0.02)
    assert lumped.std() == pytest.approx(plain.std(), rel=0.06)


def test_draws_are_moved_to_what_was_found() -> None:
    drawn = np.array([[0.2], [0.4], [0.6]])
    moved = unbiased(drawn, np.array([0.5]))
    assert moved[:, 0] == pytest.approx([0.3, 0.5, 0.7])
