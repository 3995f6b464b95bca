"""The axis always says where one is, and no word touches another or an edge."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made_scenes import measure
from timeline_app.dates.civil import date_of, day_of
from timeline_app.model.view import View
from timeline_app.scene.ticks import Unit, snapped, ticks_of, two_rows, unit_of
from timeline_app.scene.time_scale import TimeScale

EDGE = 14.0
views = st.builds(
    View,
    st.floats(day_of(-3000, 1, 1), day_of(3000, 1, 1)),
    st.floats(2, 20).map(lambda power: 2**power),
)


def scale(view: View) -> TimeScale:
    return TimeScale.of(view, 148.0, 700.0)


def texts(view: View) -> list[str]:
    return [tick.text for tick in ticks_of(scale(view), measure) if tick.text]


@given(views)
def test_words_stand_apart_and_inside(view: View) -> None:
    ticks = ticks_of(scale(view), measure)
    for upper in (False, True):
        words = sorted(
            (t.text_x, t.text_x + measure(t.text, t.size, t.bold))
            for t in ticks
            if t.text and t.upper is upper
        )
        assert all(end <= begin for (_, end), (begin, _) in pairwise(words))
        assert all(begin >= 148 - 2 and end <= 848 + EDGE for begin, end in words)


@given(views)
def test_something_always_says_where_one_is(view: View) -> None:
    named = [t for t in ticks_of(scale(view), measure) if t.text]
    assert named
    if two_rows(scale(view)):
        assert any(t.upper for t in named)


@given(views)
def test_lines_lie_in_sight(view: View) -> None:
    ticks = ticks_of(scale(view), measure)
    assert all(148 <= t.x <= 848 for t in ticks if not t.bare)


def test_from_decades_to_days() -> None:
    assert texts(View(day_of(1991, 7, 1), 12_967))[:3] == ["1992", "1994", "1996"]
    assert texts(View(day_of(2013, 1, 1) - 40, 1000))[:2] == ["2013", "Apr"]
    months = texts(View(day_of(2013, 12, 20), 400))
    assert "2014" in months and "Feb" in months
    weeks = texts(View(day_of(2014, 2, 26), 106))
    assert {"2014", "Mar", "8", "15", "22"} <= set(weeks)
    assert texts(View(day_of(2014, 3, 10), 3)) == ["10", "11", "12", "March 2014"]


def test_years_before_our_era_are_counted_as_people_count_them() -> None:
    years = texts(View(day_of(-600, 1, 1), 800_000))
    assert years[:3] == ["400 BCE", "200 BCE", "1 CE"]
    near = texts(View(day_of(-3, 1, 1) - 90, 5 * 366 + 60))
    assert [y for y in near if "CE" in y] == ["4 BCE", "3 BCE", "2 BCE", "1 BCE", "1 CE"]


@pytest.mark.parametrize(
    ("days", "day", "nearest"),
    [
        (12_967, (2014, 7, 10), (2015, 1, 1)),
        (12_967, (2014, 6, 10), (2014, 1, 1)),
        (400, (2014, 3, 20), (2014, 4, 1)),
        (106, (2014, 3, 10), (2014, 3, 1)),
        (5, (2014, 3, 10), (2014, 3, 10)),
    ],
)
def test_snapping_takes_what_the_ruler_shows(
    days: float, day: tuple[int, int, int], nearest: tuple[int, int, int]
) -> None:
    at = scale(View(day_of(*day) - days / 2, days))
    assert date_of(snapped(at, day_of(*day))) == nearest


def test_units_grow_finer_as_one_comes_closer() -> None:
    units = [unit_of(scale(View(2_456_000.0, 2.0**power))) for power in range(1, 21)]
    assert units == sorted(units)
    assert units[0] is Unit.DAY and units[-1] is Unit.YEAR


@given(st.floats(-(10.0**15), 10.0**15), st.floats(20, 57).map(lambda power: 2**power))
def test_ages_have_few_ticks(first: float, days: float) -> None:
    ticks = ticks_of(scale(View(first, days)), measure)
    assert len(ticks) <= 700 / 6 + 2
    assert all(148 <= t.x <= 848 for t in ticks)
