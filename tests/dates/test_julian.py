"""The Julian calendar."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.dates import civil
from timeline_app.dates.julian import date_of, day_of, days_in_month


@given(st.integers(-(10**9), 10**9))
def test_day_and_date_are_inverse(day: int) -> None:
    year, month, day_of_month = date_of(day)
    assert day_of(year, month, day_of_month) == day
    assert 1 <= month <= 12 and 1 <= day_of_month <= days_in_month(year, month)


@pytest.mark.parametrize(
    ("julian", "gregorian"),
    [
        ((1917, 10, 25), (1917, 11, 7)),
        ((1918, 1, 31), (1918, 2, 13)),
        ((1582, 10, 5), (1582, 10, 15)),
        ((1700, 2, 29), (1700, 3, 11)),
        ((622, 7, 16), (622, 7, 19)),
        ((-4712, 1, 1), (-4713, 11, 24)),
    ],
)
def test_known_days(julian: tuple[int, int, int], gregorian: tuple[int, int, int]) -> None:
    assert day_of(*julian) == civil.day_of(*gregorian)
    assert date_of(civil.day_of(*gregorian)) == julian
