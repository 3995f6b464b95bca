"""Two periods: what moved, and a test that keeps its word."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.made_engagement import engaged
from timeline_app.analysis.engagement import PARTNERS, Engagement
from timeline_app.analysis.months import Period
from timeline_app.analysis.placebo import placebo_of
from timeline_app.analysis.two_periods import compare, divided, holm, shift_between
from timeline_app.dates.civil import day_of, months_later
from timeline_app.session.weighing_words import CROWDS_TOGETHER, why_no_rate

A = Period(day_of(2011, 1, 1), day_of(2013, 12, 31))
B = Period(day_of(2014, 1, 1), day_of(2016, 12, 31))


def monthly(vectors_of: dict[int, str], per_month: int = 2) -> Engagement:
    """So many events a month from 2011 to 2016, of the vector of their year."""
    events = []
    for months in range(72):
        start = months_later(A.first, months)
        name = vectors_of[2011 + months // 12]
        events += [((start + 3 * n, start + 3 * n), [name]) for n in range(per_month)]
    return engaged(events)


def test_a_whole_turn_is_seen() -> None:
    turned = monthly({year: "Russia" if year < 2014 else "China" for year in range(2011, 2017)})
    found = compare(turned, A, B, seed=1, draws=200)
    assert found.shift == pytest.approx(1)
    assert found.moved.found[:2] == pytest.approx([-1, 1])
    assert found.p == 1 / 201
    assert found.rate.found[0] == pytest.approx(1)
    assert (found.a.n, found.b.n, found.in_both) == (72, 72, 0)


def test_nothing_moves_where_nothing_does() -> None:
    rng = np.random.default_rng(7)
    events = []
    for months in range(72):
        start = months_later(A.first, months)
        names = rng.choice(PARTNERS, 3)
        events += [((start + n, start + n), [str(name)]) for n, name in enumerate(names)]
    found = compare(engaged(events), A, B, seed=1, draws=400)
    assert found.p is not None
    assert found.p > 0.05
    assert not found.hangs_together
    assert found.moved.low[0] < 0 < found.moved.high[0]


def test_too_few_months_give_no_p_and_no_interval() -> None:
    few = engaged([((A.first + 40 * n, A.first + 40 * n), ["Russia"]) for n in range(30)])
    found = compare(few, A, B, seed=1, draws=100)
    assert found.p is None
    assert found.p_of is None
    assert np.isnan(found.moved.low).all()


def test_what_may_lie_in_both_is_in_neither() -> None:
    events = engaged(
        [
            ((A.last - 5, A.last), ["Russia"]),
            ((A.last, B.first), ["Russia"]),
            ((B.first, B.first), ["China"]),
        ]
    )
    only_a, only_b, both = divided(events, A, B)
    assert (len(only_a), len(only_b), both) == (1, 1, 1)


def test_the_same_seed_gives_the_same_figures() -> None:
    events = monthly({year: PARTNERS[year % 7] for year in range(2011, 2017)})
    one, other = (compare(events, A, B, seed=5, draws=100) for _ in range(2))
    assert one.p == other.p
    assert np.array_equal(one.moved.low, other.moved.low, equal_nan=True)


def test_the_rate_has_no_interval_where_busy_months_come_together() -> None:
    rng = np.random.default_rng(3)
    start, events = months_later(A.first, -60), []
    for month, many in enumerate(rng.poisson(np.repeat(rng.choice([1, 5], 16), 12))):
        day = months_later(start, month)
        events += [((day + n, day + n), [str(rng.choice(PARTNERS))]) for n in range(many)]
    found = compare(engaged(events), A, B, seed=1, draws=200)
    assert found.crowds_together
    assert np.isfinite(found.rate.low[0]) and np.isnan(found.rate_told.low[0])
    assert found.rate_told.found[0] == found.rate.found[0] > 0
    assert why_no_rate(found) == CROWDS_TOGETHER
    even = compare(monthly(dict.fromkeys(range(2011, 2017), "China")), A, B, seed=1, draws=200)
    assert not even.crowds_together
    assert even.rate_told is even.rate


def test_periods_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="share no day"):
        compare(engaged([]), A, Period(A.last, B.last), seed=1)


def test_holm_of_a_case_worked_by_hand() -> None:
    assert holm(np.array([0.01, 0.04, 0.03])) == pytest.approx([0.03, 0.06, 0.06])


@given(st.lists(st.floats(0.001, 1), min_size=1, max_size=9))
def test_holm_only_raises_and_keeps_the_order(p: list[float]) -> None:
    found = holm(np.array(p))
    assert (found >= np.array(p) - 1e-12).all()
    assert (found <= 1).all()
    order = np.argsort(p, kind="stable")
    assert (np.diff(found[order]) >= -1e-12).all()


def test_the_placebo_counts_the_pairs_that_moved_as_much() -> None:
    turned = monthly({year: "Russia" if year < 2014 else "China" for year in range(2011, 2017)})
    a = Period(day_of(2013, 1, 1), day_of(2013, 12, 31))
    b = Period(day_of(2014, 1, 1), day_of(2014, 12, 31))
    found = placebo_of(turned, a, b, Period(A.first, B.last))
    assert found is not None
    # 24 months within 72: 49 places, and only the one at the turn moves everything.
    assert (found.pairs, found.as_large, found.thin) == (49, 1, 0)


def test_shift_is_half_of_all_that_moved() -> None:
    a, b = np.array([1.0, 1, 0, 0, 0, 0, 0]), np.array([1.0, 0, 1, 0, 0, 0, 0])
    assert shift_between(a, b) == pytest.approx(0.5)


def test_periods_of_centuries_are_dealt_out_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    turned = monthly({year: "Russia" if year < 2014 else "China" for year in range(2011, 2017)})
    whole = compare(turned, A, B, seed=1, draws=200)
    monkeypatch.setattr("timeline_app.analysis.resampling._MOST_AT_ONCE", 1000)
    parts = compare(turned, A, B, seed=1, draws=200)
    assert (parts.p, parts.g) == (whole.p, whole.g)
    assert parts.memory.mix == pytest.approx(whole.memory.mix, abs=0.1)
