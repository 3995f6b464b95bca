"""However long an archive is, its columns are few."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from made_scenes import scale_of
from timeline_app.dates.civil import date_of, day_of
from timeline_app.model.view import View
from timeline_app.scene.overview import LEAST_COLUMN_PX, MOST_YEARS, columns_of, year_edges

homes = st.builds(View, st.floats(-(10.0**15), 10.0**15), st.floats(4, 57).map(lambda p: 2**p))


@given(homes)
def test_columns_cover_all_there_is_and_are_few(home: View) -> None:
    columns = columns_of(np.zeros(0, np.int64), home, scale_of(home))
    assert columns.edges[0] <= home.first + 1
    assert columns.edges[-1] >= home.end - 1
    assert len(columns.edges) <= 700 / LEAST_COLUMN_PX * 1.1 + 3


@given(homes)
def test_years_begin_where_they_begin_and_are_never_too_many(home: View) -> None:
    edges = year_edges(home.first, home.end)
    assert len(edges) <= MOST_YEARS + 3
    assert edges[0] <= home.first + 1
    assert edges[-1] >= home.end - 1
    assert all(date_of(int(day))[1:] == (1, 1) for day in edges[:50])


def test_of_a_life_every_year_is_there() -> None:
    edges = year_edges(day_of(1991, 7, 1), day_of(2026, 3, 1))
    assert [date_of(int(day))[0] for day in edges] == list(range(1991, 2028))
