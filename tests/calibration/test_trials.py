"""The short form of `python3 dev.py calibrate`: the analysis keeps its word on made worlds.

Seeds are set, so a failure is a change of the analysis and no chance.
"""

import numpy as np
import pytest

from calibration.page import PAGE, TEXT, failures, page
from calibration.trials import SIZES, Outcome, error_of, tried
from calibration.worlds import (
    BUSY,
    CLUSTERED,
    PLAIN,
    WITH_MEMORY,
    A,
    B,
    events_of,
    true_shares,
)
from timeline_app.analysis.months import Period
from timeline_app.dates.civil import months_later

TRIALS = 80


@pytest.fixture(scope="module", params=[PLAIN, CLUSTERED], ids=lambda world: world.name)
def outcome(request: pytest.FixtureRequest) -> Outcome:
    return tried(request.param, 60, TRIALS, draws=200, seed=1)


def test_p_is_no_smaller_than_it_says_where_nothing_moved(outcome: Outcome) -> None:
    assert len(outcome.p) > TRIALS / 2
    for alpha in (0.05, 0.10, 0.5):
        assert outcome.rejected(alpha) <= alpha + 1.5 * error_of(alpha, len(outcome.p))


def test_intervals_hold_the_truth(outcome: Outcome) -> None:
    for held in (*outcome.shares, *outcome.moved, outcome.balance, outcome.rate):
        assert held.given > TRIALS / 2
        assert held.part >= 0.95 - 2 * error_of(0.95, held.given)


def test_where_months_remember_p_is_too_small_and_often_withheld() -> None:
    strong = tried(WITH_MEMORY[-1], 120, 40, draws=200, seed=1)
    assert strong.rejected(0.05) > 0.2
    assert strong.rejected(0.05, shown_only=True) < 0.05


def test_months_that_remember_how_busy_they_were_trouble_nobody() -> None:
    busy = tried(BUSY, 120, TRIALS, draws=200, seed=1)
    assert busy.rejected(0.1) <= 0.1 + 1.5 * error_of(0.1, len(busy.p))
    assert sum(busy.withheld) / len(busy.p) < 0.35


def test_thin_worlds_are_not_tested() -> None:
    thin = tried(PLAIN, 12, 20, draws=100, seed=1)
    assert thin.p == []
    assert all(held.given == 0 for held in thin.shares)


def test_events_are_as_many_and_as_mixed_as_asked() -> None:
    rng = np.random.default_rng(2)
    for world in (PLAIN, CLUSTERED, *WITH_MEMORY):
        assert sum(true_shares(world)) == pytest.approx(1)
        events = events_of(world, 3000, rng)
        for period in (A, B, Period(months_later(A.first, -36), A.first - 1)):
            inside = int(events.touching(period.first, period.last).sum())
            assert inside == pytest.approx(3000, rel=0.1)
        assert set(np.unique(events.vectors.sum(axis=1))) == {1, 2}
        assert np.allclose(events.weights.sum(axis=1), 1)
    shares = events_of(PLAIN, 30_000, rng).weights.mean(axis=0)
    assert shares.tolist() == pytest.approx(list(true_shares(PLAIN)), abs=0.02)


def test_the_page_is_filled_in_and_says_every_failure() -> None:
    outcomes = [
        tried(world, n, 3, draws=100, seed=1) for world in (PLAIN, WITH_MEMORY[0]) for n in SIZES
    ]
    made = page(outcomes, 3, 100, 1)
    assert "<!--" not in made
    for line in failures(outcomes):
        assert line in made
    kept = PAGE.read_text("utf-8")
    frame = [line for line in TEXT.read_text("utf-8").splitlines() if "<!--" not in line]
    assert all(line in kept for line in frame), "run python3 dev.py calibrate"


def test_the_rate_strays_where_busy_months_come_together_and_is_then_withheld() -> None:
    busy = tried(BUSY, 120, 40, draws=200, seed=1)
    assert busy.rate.given > 30
    assert busy.rate.part < 0.75
    assert busy.rate_told.given <= 4
    still = tried(PLAIN, 120, 40, draws=200, seed=1)
    assert still.rate_told.given > 24
