"""Stamps sort by time and never go back, whatever the computer's clock does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.store.clock import next_stamp, read_stamp, time_of

CLOCKS = st.lists(
    st.integers(min_value=-5, max_value=(1 << 48) + 5) | st.integers(1_000, 1_003), max_size=40
)


@given(CLOCKS)
def test_stamps_rise_as_text(clocks: list[int]) -> None:
    stamps = [""]
    for now in clocks:
        stamps.append(next_stamp(stamps[-1], now))
    assert stamps == sorted(set(stamps))
    assert all(len(stamp) == 16 for stamp in stamps[1:])


@given(st.integers(0, 1 << 47), st.integers(0, 1 << 47))
def test_a_stamp_tells_the_later_of_clock_and_log(before: int, now: int) -> None:
    ms, _ = read_stamp(next_stamp(next_stamp("", before), now))
    assert ms == max(before, now)


def test_a_full_counter_moves_to_the_next_millisecond() -> None:
    assert read_stamp(next_stamp("00000000000affff", 3)) == (11, 0)


@pytest.mark.parametrize(
    ("stamp", "time"),
    [
        ("0000000000000000", "1970-01-01T00:00:00.000Z"),
        (next_stamp("", 1_700_000_000_123), "2023-11-14T22:13:20.123Z"),
        ("ffffffffffff0000", "9999-12-31T23:59:59.999Z"),
    ],
)
def test_time_of_a_stamp(stamp: str, time: str) -> None:
    assert time_of(stamp) == time
