"""Whether months hang together: found where they do, and not where they only turn."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.made_engagement import engaged
from timeline_app.analysis.engagement import PARTNERS, Engagement
from timeline_app.analysis.month_memory import HANG_TOGETHER, Memory, memory_of, stretches_of
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


def memory(events: Engagement, a: Period = A, b: Period = B, draws: int = 199) -> Memory:
    return memory_of(events, a, b, np.random.default_rng(1), draws)


def p_of(events: Engagement, a: Period = A, b: Period = B) -> float | None:
    return memory(events, a, b).mix


def counted(numbers: "list[int]") -> Engagement:
    """So many events in each month from 2002 on, of vectors that forget."""
    rng = np.random.default_rng(8)
    start = day_of(YEARS[0], 1, 1)
    days = [months_later(start, n) for n, many in enumerate(numbers) for _ in range(many)]
    names = rng.choice(PARTNERS, len(days))
    return engaged(((day, day), [str(name)]) for day, name in zip(days, names, strict=True))


def test_months_that_forget_are_not_found_out() -> None:
    rng = np.random.default_rng(3)
    months = 24 * len(YEARS)
    found = [p_of(record([str(n) for n in rng.choice(PARTNERS, months)])) for _ in range(30)]
    # as a level of a fifth has it: 6 of 30, and seldom more than 11
    assert found_out(found) <= 11


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
    assert memory(record(["Russia"] * 24 * len(YEARS)), short) == Memory(None, None)


def test_one_vector_alone_has_no_memory() -> None:
    assert memory(record(["Russia"] * 24 * len(YEARS))) == Memory(1.0, 1.0)


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


def found_out(ps: "list[float | None]") -> int:
    return sum(p is not None and p < HANG_TOGETHER for p in ps)


def test_busy_years_hang_together_in_number_and_not_in_mix() -> None:
    rng = np.random.default_rng(6)
    worlds = [np.repeat(rng.choice([1, 4], len(YEARS)), 12) for _ in range(20)]
    found = [memory(counted(rng.poisson(busy).tolist())) for busy in worlds]
    assert found_out([one.numbers for one in found]) >= 18
    # as a level of a fifth has it: 4 of 20, and seldom more than 8
    assert found_out([one.mix for one in found]) <= 8


@pytest.mark.parametrize("after", [2, 6])
def test_numbers_that_forget_are_not_found_out_be_there_more_after_a_turn(after: int) -> None:
    rng = np.random.default_rng(7)
    turn, months = 12 * (2014 - YEARS[0]), 12 * len(YEARS)
    rate = np.where(np.arange(months) < turn, 2, after)
    found = [memory(counted(rng.poisson(rate).tolist())).numbers for _ in range(20)]
    assert found_out(found) <= 8
