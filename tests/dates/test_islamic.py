"""The tabular Islamic calendar."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.dates import civil, julian
from timeline_app.dates.islamic import date_of, day_of, days_in_month, is_leap


@given(st.integers(1948440, 10**8))
def test_day_and_date_are_inverse(day: int) -> None:
    year, month, day_of_month = date_of(day)
    assert day_of(year, month, day_of_month) == day
    assert 1 <= month <= 12 and 1 <= day_of_month <= days_in_month(year, month)


def test_every_day_of_a_cycle_follows_the_one_before() -> None:
    seen = [
        day_of(year, month, day)
        for year in range(1, 62)
        for month in range(1, 13)
        for day in range(1, days_in_month(year, month) + 1)
    ]
    assert seen == list(range(seen[0], seen[0] + len(seen)))
    assert [date_of(day) for day in seen] == sorted({date_of(day) for day in seen})


def test_leap_years_of_the_cycle() -> None:
    leap = [year for year in range(1, 31) if is_leap(year)]
    assert leap == [2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29]


def test_it_begins_with_the_civil_epoch() -> None:
    assert day_of(1, 1, 1) == julian.day_of(622, 7, 16)
    assert day_of(1, 1, 1) % 7 == 4  # a Friday


@pytest.mark.parametrize(
    ("islamic", "gregorian"),
    [
        ((1400, 1, 1), (1979, 11, 21)),
        ((1421, 1, 1), (2000, 4, 6)),
        ((1435, 1, 1), (2013, 11, 5)),
        ((1445, 9, 1), (2024, 3, 11)),
    ],
)
def test_known_days(islamic: tuple[int, int, int], gregorian: tuple[int, int, int]) -> None:
    assert day_of(*islamic) == civil.day_of(*gregorian)
