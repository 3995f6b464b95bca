"""The view never leaves the archive's centuries, and never shows less than days."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from made_tables import event_tables, made_table
from timeline_app.dates.day import OPEN_FUTURE, OPEN_PAST
from timeline_app.model.event_table import EventTable, empty_table
from timeline_app.model.view import View
from timeline_app.session.viewing import (
    NOWHERE,
    SHORTEST_DAYS,
    WIDEST_AT_LEAST_DAYS,
    WIDEST_FACTOR,
    around,
    home_of,
    revealing,
    within_reach,
)

views = st.builds(View, st.floats(-1e9, 1e9), st.floats(1e-3, 1e9))
homes = st.builds(View, st.floats(1e6, 3e6), st.floats(2, 1e6))


@given(views, homes)
def test_the_view_is_held_within_reach(view: View, home: View) -> None:
    kept = within_reach(view, home)
    widest = max(home.days * WIDEST_FACTOR, WIDEST_AT_LEAST_DAYS)
    middle = home.first + home.days / 2
    assert SHORTEST_DAYS <= kept.days <= widest
    assert kept.first >= middle - widest / 2 - 1e-3
    assert kept.end <= middle + widest / 2 + 1e-3


@given(views, homes)
def test_holding_twice_changes_nothing_more(view: View, home: View) -> None:
    kept = within_reach(view, home)
    assert within_reach(kept, home) is kept


@given(event_tables())
def test_home_shows_every_event(table: EventTable) -> None:
    assume(len(table))
    home = home_of(table)
    assert home.first < table.first.min()
    assert home.end > table.last.max() + 1


def test_open_ends_do_not_stretch_home() -> None:
    table = made_table(50)
    known = table.extent
    table.first[0], table.last[-1] = OPEN_PAST, OPEN_FUTURE
    home = home_of(table)
    assert known is not None
    assert home.days < 1.1 * (known[1] - known[0] + 3)


def test_without_events_home_is_somewhere() -> None:
    assert home_of(empty_table()) == NOWHERE


@given(views, st.integers(-(10**8), 10**8), st.integers(0, 10**5))
def test_revealing_shows_the_days_at_the_same_scale(view: View, first: int, length: int) -> None:
    last = first + length
    shown = revealing(view, first, last)
    assert shown.days == view.days
    assert shown.first < last + 1
    assert shown.end > first


def test_what_is_seen_does_not_move() -> None:
    view = View(100.0, 50.0)
    assert revealing(view, 120, 130) is view
    assert revealing(view, 90, 100) is view
    assert revealing(view, 90, 99) is not view


def test_a_view_around_days_holds_both_ends() -> None:
    view = around(10, 10)
    assert view.first == 9.0
    assert view.end == pytest.approx(12.0)
