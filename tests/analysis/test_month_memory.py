"""Whether months hang together: found where they do, and not where they only turn."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analysis.made_engagement import engaged
from timeline_app.analysis.engagement import PARTNERS, Engagement
from timeline_app.analysis.month_memory import HANG_TOGETHER, memory_p, stretches_of
from timeline_app.analysis.months import Period
from timeline_app.dates.civil import day_of, months_later

A = Period(day_of(2011, 1, 1), day_of(2013, 12, 31))
B = Period(day_of(2014, 1, 1), day_of(2016, 12, 31))
YEARS = range(2002, 2026)


def record(choice: "list[str]", months: int = 12 * len(YEARS)) -> Engagement:
    """Two events a month from 2002 on, of the vectors as they come."""
    start = day_of(YEARS[0], 1, 1)
    days = [months_later(start, n // 2) + 9 * (n % 2) for n in range(2 * months)]
    return engaged(((day, day), [name]) for day, name in zip(days, choice, strict=True))


def p_of(events: Engagement, a: Period = A, b: Period = B, draws: int = 199) -> float | None:
    return memory_p(events, a, b, np.random.default_rng(1), draws)


def test_months_that_forget_are_not_found_out() -> None:
    rng = np.random.default_rng(3)
    months = 24 * len(YEARS)
    found = [p_of(record([str(n) for n in rng.choice(PARTNERS, months)])) for _ in range(30)]
    # as a level of a fifth has it: 6 of 30, and seldom more than 11
    assert sum(p is not None and p < HANG_TOGETHER for p in found) <= 11


def test_runs_of_half_a_year_hang_together() -> None:
    rng = np.random.default_rng(4)
    runs = [str(name) for name in rng.choice(PARTNERS, 2 * len(YEARS)) for _ in range(12)]
    found = p_of(record(runs))
    assert found == 1 / 200


def test_one_turn_between_a_and_b_is_no_memory() -> None:
    rng = np.random.default_rng(5)
    turn = 24 * (2014 - YEARS[0])
    before = [str(n) for n in rng.choice(["Russia", "Russia", "China"], turn)]
    after = [str(n) for n in rng.choice(["Russia", "China", "China"], 24 * len(YEARS) - turn)]
    found = p_of(record(before + after))
    assert found is not None and found > HANG_TOGETHER


def test_short_periods_cannot_tell() -> None:
    short = Period(A.first, A.first + 200)
    assert p_of(record(["Russia"] * 24 * len(YEARS)), short) is None


def test_one_vector_alone_has_no_memory() -> None:
    assert p_of(record(["Russia"] * 24 * len(YEARS))) == 1.0


@given(
    first=st.integers(A.first - 9000, A.first),
    days=st.integers(300, 4000),
    gap=st.integers(0, 3000),
)
def test_stretches_share_no_day_and_stay_in_the_record(first: int, days: int, gap: int) -> None:
    a = Period(first, first + days)
    b = Period(a.last + 1 + gap, a.last + 1 + gap + days)
    events = record(["Russia"] * 24 * len(YEARS))
    found = stretches_of(events, a, b)
    assert a in found and b in found
    for one, after in pairwise(found):
        assert one.last < after.first
    least, most = min(int(events.first.min()), a.first), max(int(events.last.max()), b.last)
    assert found[0].first >= least and found[-1].last <= most
