"""Where it happened: as plain counting finds it."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from made_tables import codes_of, event_tables, made_table
from timeline_app.analysis.where import (
    Positions,
    Where,
    rows_at,
    rows_nowhere,
    rows_unknown,
    where,
)
from timeline_app.model.event_table import EventTable

IDS = ("astana", "nur-sultan", "osh", "moscow", "boao")
SPOTS = ((51.2, 71.4), (40.5, 72.8), (55.8, 37.6))


@st.composite
def placed_tables(draw: st.DrawFn) -> tuple[EventTable, np.ndarray, Positions]:
    """A table whose events name some places, what passes, and where some of the places stand."""
    table = draw(event_tables())
    codes = st.lists(st.integers(0, len(IDS) - 1), max_size=3, unique=True)
    rows = draw(st.lists(codes, min_size=len(table), max_size=len(table)))
    passing = draw(st.lists(st.booleans(), min_size=len(table), max_size=len(table)))
    positions = draw(st.dictionaries(st.sampled_from(IDS), st.sampled_from(SPOTS)))
    terms = {**table.terms, "place": codes_of(rows, IDS)}
    return replace(table, terms=terms), np.array(passing, np.bool_), positions


@given(placed_tables())
def test_every_event_is_placed_unknown_or_nowhere_and_every_site_counts_its_own(
    made: tuple[EventTable, np.ndarray, Positions],
) -> None:
    table, passing, positions = made
    found = where(table, passing, positions)
    told = [set(table.terms["place"].of(row)) for row in np.flatnonzero(passing).tolist()]
    assert found.events == len(told) == found.placed + found.unknown + found.nowhere
    assert found.placed == sum(bool(names & positions.keys()) for names in told)
    assert found.nowhere == sum(not names for names in told)
    assert len(rows_nowhere(table, passing)) == found.nowhere
    assert len(rows_unknown(table, passing, positions)) == found.unknown
    for site in found.sites:
        assert site.n == sum(bool(names & set(site.places)) for names in told) > 0
        assert len(rows_at(table, passing, site)) == site.n
        assert {positions.get(place) for place in site.places} == {site.at}
    listed = [place for site in found.sites for place in site.places]
    assert sorted(listed) == sorted(set().union(*told))
    known = [site.at for site in found.on_map]
    assert len(set(known)) == len(known)
    assert [site.n for site in found.sites] == sorted((s.n for s in found.sites), reverse=True)
    each = [site.n for site in found.on_map]
    assert max(each, default=0) <= found.placed <= sum(each)


def test_two_names_of_one_position_are_one_site_and_an_event_of_both_counts_once() -> None:
    table = made_table(3)
    terms = {**table.terms, "place": codes_of([[0, 1], [1], []][: len(table)], IDS)}
    table = replace(table, terms=terms)
    spot = {"astana": SPOTS[0], "nur-sultan": SPOTS[0]}
    found = where(table, np.ones(len(table), np.bool_), spot)
    assert [(site.places, site.n) for site in found.sites] == [(("astana", "nur-sultan"), 2)]


def test_where_no_place_is_recorded_nothing_is_placed() -> None:
    table = made_table(20)
    every = np.ones(len(table), np.bool_)
    assert where(table, every, {}) == Where(events=len(table), nowhere=len(table))
    assert len(rows_nowhere(table, every)) == len(table)
    assert len(rows_unknown(table, every, {})) == 0
