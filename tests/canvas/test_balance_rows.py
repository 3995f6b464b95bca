"""Rows of shares share out the room they have, and a share is as high in each."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.canvas.balance_rows import LEAST_ROW_PX, balance_rows
from timeline_app.look import fonts

NEEDS = st.lists(st.floats(0.05, 1.0), min_size=7, max_size=7)


@given(st.booleans(), st.floats(60, 900), NEEDS)
def test_rows_follow_each_other_and_none_is_lower_than_its_letters(
    wide: bool, most: float, needs: list[float]
) -> None:
    rows = balance_rows(wide, most, needs)
    every = (*rows.shares, rows.beside, rows.balance, rows.events, rows.publishers)
    for one, after in pairwise(every):
        assert one.bottom <= after.top
    assert all(row.height >= fonts.scaled(LEAST_ROW_PX) for row in rows.shares)
    assert rows.publishers.bottom <= rows.height
    assert 0 < rows.seen <= rows.height
    units = [row.height / row.most for row in rows.shares]
    assert units == pytest.approx([units[0]] * 7)


@given(st.booleans(), st.floats(60, 900), NEEDS)
def test_the_height_does_not_follow_from_what_is_drawn(
    wide: bool, most: float, needs: list[float]
) -> None:
    drawn, before = balance_rows(wide, most, needs), balance_rows(wide, most)
    assert (drawn.seen, drawn.height) == (before.seen, before.height)


def test_what_has_room_reaches_its_greatest_share() -> None:
    rows = balance_rows(True, 900, (0.8, 0.3, 0.5, 0.2, 0.1, 0.2, 0.2))
    assert rows.shares[0].height > 2 * rows.shares[1].height
    assert rows.shares[0].most == pytest.approx(0.8, abs=0.05)
    assert rows.shares[0].y(0) > rows.shares[0].y(0.4) > rows.shares[0].y(0.8)
    assert rows.shares[0].y(2.0) == rows.shares[0].top + 1
