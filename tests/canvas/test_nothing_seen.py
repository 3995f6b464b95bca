"""Where no event is in view the lanes say where the nearest one is."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from made_tables import DAY_0, event_tables
from timeline_app.canvas.nothing_seen import nothing_words as words
from timeline_app.crossfilter.passing import Passing, all_of
from timeline_app.dates.spoken_days import day_words
from timeline_app.model.event_table import EventTable
from timeline_app.model.filter import SpanClause
from timeline_app.model.view import View
from timeline_app.session.session import Session


def test_nothing_is_said_while_events_are_seen(session: Session) -> None:
    assert words(session.snapshot) == ""


def test_the_nearest_event_is_named(session: Session) -> None:
    session.set_terms("vector", ("Iran",))
    nearest = float(session.snapshot.table.first[session.snapshot.passing.mask].min())
    session.set_view(View(nearest - 10.0, 9.0))
    assert day_words(int(nearest)) in words(session.snapshot)
    session.set_view(View(nearest - 3.0, 9.0))
    assert words(session.snapshot) == ""


def test_without_an_archive_that_is_said() -> None:
    assert words(Session().snapshot) == "No archive is open."


spans = st.builds(
    lambda first, days: SpanClause(DAY_0 + first, DAY_0 + first + days),
    st.integers(-300, 4500),
    st.integers(0, 900),
)
views = st.builds(View, st.floats(DAY_0 - 400, DAY_0 + 4600), st.floats(1, 600))


@given(event_tables(), st.integers(0, 9), st.none() | spans, views)
def test_it_is_the_nearest_of_all_that_pass(
    table: EventTable, seed: int, brush: SpanClause | None, view: View
) -> None:
    mask = np.random.default_rng(seed).random(len(table)) < 0.3
    passing = Passing(all_of(table, mask).base, brush)
    shown = {"table": table, "passing": passing, "view": view, "archive": object()}
    said = words(replace(Session().snapshot, **shown))
    rows = np.flatnonzero(passing.mask)
    away = np.maximum(table.first[rows] - view.end, view.first - (table.last[rows] + 1))
    if not len(table):
        assert said == "There is nothing to show."
    elif not len(rows) or away.min() < 0:
        assert said == ""
    elif away.min() >= 1:  # a day that an edge cuts is in view
        nearest = rows[away == away.min()]
        days = {*table.first[nearest].tolist(), *table.last[nearest].tolist()}
        assert any(day_words(day) in said for day in days)
