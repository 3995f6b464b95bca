"""The Gregorian calendar against the standard library and against itself far beyond it."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.dates.civil import date_of, day_of, days_in_month, iso, months_later
from timeline_app.dates.day import OPEN_FUTURE, OPEN_PAST

TEN_MILLION_YEARS = 3_652_425_000


@given(st.dates())
def test_as_the_standard_library(date: datetime.date) -> None:
    day = day_of(date.year, date.month, date.day)
    assert day == date.toordinal() + 1721425
    assert date_of(day) == (date.year, date.month, date.day)
    assert iso(day) == date.isoformat()


@given(st.integers(-TEN_MILLION_YEARS, TEN_MILLION_YEARS))
def test_day_and_date_are_inverse(day: int) -> None:
    year, month, day_of_month = date_of(day)
    assert day_of(year, month, day_of_month) == day
    assert 1 <= month <= 12 and 1 <= day_of_month <= days_in_month(year, month)
    assert date_of(day) < date_of(day + 1)


def test_every_day_of_a_cycle_follows_the_one_before() -> None:
    seen = [
        day_of(year, month, day)
        for year in range(-4, 400)
        for month in range(1, 13)
        for day in range(1, days_in_month(year, month) + 1)
    ]
    assert seen == list(range(seen[0], seen[0] + len(seen)))


def test_known_days() -> None:
    assert day_of(-4713, 11, 24) == 0
    assert day_of(2000, 1, 1) == 2451545
    assert day_of(0, 1, 1) == 1721060


@pytest.mark.parametrize(
    ("date", "text"),
    [
        ((-499, 1, 1), "-0499-01-01"),
        ((0, 2, 29), "0000-02-29"),
        ((12345, 12, 31), "12345-12-31"),
        ((-170000002, 1, 1), "-170000002-01-01"),
    ],
)
def test_iso(date: tuple[int, int, int], text: str) -> None:
    assert iso(day_of(*date)) == text


def test_open_ends_are_infinite() -> None:
    assert (iso(OPEN_PAST), iso(OPEN_FUTURE)) == ("-inf", "inf")


@pytest.mark.parametrize(
    ("date", "months", "later"),
    [
        ((2014, 1, 31), 1, (2014, 2, 28)),
        ((2016, 3, 31), -1, (2016, 2, 29)),
        ((0, 1, 15), -1, (-1, 12, 15)),
        ((2014, 5, 19), 12, (2015, 5, 19)),
    ],
)
def test_months_later(date: tuple[int, int, int], months: int, later: tuple[int, int, int]) -> None:
    assert date_of(months_later(day_of(*date), months)) == later
