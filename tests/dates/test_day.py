"""Spans of days, and the numbers that stand for open ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.dates.civil import day_of
from timeline_app.dates.day import LAST_EXACT_YEAR, OPEN_FUTURE, OPEN_PAST, DaySpan, is_open

days = st.integers(-(10**7), 10**7)
spans = st.tuples(days, days).map(lambda pair: DaySpan(min(pair), max(pair)))


def test_open_ends_lie_beyond_all_days_and_their_difference_fits_64_bits() -> None:
    assert day_of(LAST_EXACT_YEAR + 2, 1, 1) < OPEN_FUTURE
    assert day_of(-LAST_EXACT_YEAR - 2, 1, 1) > OPEN_PAST
    assert OPEN_FUTURE - OPEN_PAST < 2**63
    assert is_open(OPEN_PAST) and is_open(OPEN_FUTURE) and not is_open(0)


def test_a_span_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        DaySpan(2, 1)


@given(spans, spans)
def test_touching_is_mutual_and_within_is_touching(one: DaySpan, other: DaySpan) -> None:
    assert one.touches(other) == other.touches(one)
    if other.first <= one.first and one.last <= other.last:
        assert one.touches(other) and one.days <= other.days


def test_ends_count() -> None:
    assert DaySpan(1, 3).days == 3
    assert DaySpan(1, 3).touches(DaySpan(3, 4))
    assert not DaySpan(1, 3).touches(DaySpan(4, 4))
