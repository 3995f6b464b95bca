"""A bar of the chart is a year or ten times as long and so on: wide enough, and never too many."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from made_scenes import scale_of
from timeline_app.dates.civil import date_of, day_of
from timeline_app.model.view import View
from timeline_app.scene.ticks import DAYS_A_YEAR
from timeline_app.scene.year_bars import LEAST_BAR_PX, MOST_BARS, bar_edges, bar_years

homes = st.builds(View, st.floats(-(10.0**15), 10.0**15), st.floats(4, 57).map(lambda p: 2**p))


@given(homes, st.floats(0, 30), st.floats(0, 1))
def test_bars_cover_what_is_in_sight_and_can_be_seen(home: View, zoom: float, at: float) -> None:
    days = max(1.0, home.days / 2**zoom)
    view = View(home.first + at * max(0.0, home.days - days), days)
    scale = scale_of(view)
    years = bar_years(scale.px_per_day)
    wide = years * DAYS_A_YEAR * scale.px_per_day
    assert wide >= LEAST_BAR_PX and (years == 1 or wide < LEAST_BAR_PX * 10 + 0.01)
    edges = bar_edges(home, view, years)
    assert len(edges) <= MOST_BARS + 2
    assert edges[0] <= view.first + 1 and edges[-1] >= view.end - 1
    begins = [date_of(int(day)) for day in edges[:40]]
    assert all(begin[0] % years == 0 and begin[1:] == (1, 1) for begin in begins)
    assert all(after[0] - before[0] == years for before, after in pairwise(begins))


def test_of_a_life_every_year_is_there() -> None:
    home = View(float(day_of(1991, 7, 1)), 12_000.0)
    years = [date_of(int(day))[0] for day in bar_edges(home, home, 1)]
    assert years == list(range(1991, 2026))


def test_panning_within_a_thousand_bars_keeps_them() -> None:
    home = View(float(day_of(-9000, 1, 1)), 20_000 * DAYS_A_YEAR)
    one = View(float(day_of(1200, 1, 1)), 30 * DAYS_A_YEAR)
    other = View(float(day_of(1800, 1, 1)), 30 * DAYS_A_YEAR)
    assert np.array_equal(bar_edges(home, one, 1), bar_edges(home, other, 1))
