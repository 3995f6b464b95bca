"""Whatever the grouping, no event vanishes, and lanes stand in their stated order."""

import importlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from made_tables import codes_of, event_tables, made_table
from timeline_app import lanes
from timeline_app.lanes.catalogue import GROUPINGS, make_lanes
from timeline_app.lanes.grouping import MOST_LANES, NONE, OTHERS
from timeline_app.model.columns import VECTORS
from timeline_app.model.event_table import EventTable

grouping_ids = st.sampled_from([g.id for g in GROUPINGS])


@given(event_tables(), grouping_ids)
def test_every_event_stands_in_each_of_its_lanes(table: EventTable, grouping: str) -> None:
    made = make_lanes(table, grouping)
    standing = {int(row) for lane in made.lanes for row in lane.rows}
    assert standing == set(range(len(table)))
    for lane in made.lanes:
        assert (np.diff(lane.rows) > 0).all()
        if lane.term not in (OTHERS, NONE):
            held = [r for r in range(len(table)) if lane.term in table.terms[grouping].of(r)]
            assert lane.rows.tolist() == held


def test_vectors_keep_their_order_and_their_colour() -> None:
    made = make_lanes(made_table(300), "vector")
    known = [lane.term for lane in made.lanes if lane.term != NONE]
    assert known == [v for v in VECTORS if v in known]
    assert [VECTORS[lane.vector] for lane in made.lanes if lane.vector >= 0] == known
    assert made.lanes[-1].vector == -1


def test_the_five_states_come_before_more_frequent_partners() -> None:
    table = made_table(300)
    terms = [lane.term for lane in make_lanes(table, "state").lanes]
    assert terms[:2] == ["KAZ", "UZB"]
    counts = [len(lane.rows) for lane in make_lanes(table, "state").lanes[2:5]]
    assert counts == sorted(counts, reverse=True)


def test_beyond_the_most_lanes_the_rest_share_one() -> None:
    n = 300
    ids = tuple(f"kind-{i:02}" for i in range(40))
    table = made_table(n)
    rows = [[min(i % 60, i % 40)] for i in range(len(table))]
    many = replace(table, terms={"kind": codes_of(rows, ids)})
    made = make_lanes(many, "kind")
    assert len(made.lanes) == MOST_LANES + 1
    assert made.lanes[-1].term == OTHERS
    assert sum(len(lane.rows) for lane in made.lanes) == len(table)


def test_a_grouping_that_is_not_in_the_catalogue_is_an_error_of_ours() -> None:
    with pytest.raises(KeyError):
        make_lanes(made_table(3), "weather")


def test_the_catalogue_forgets_no_file() -> None:
    folder = Path(str(lanes.__file__)).parent
    declared = [
        module.GROUPING
        for file in folder.glob("*.py")
        if hasattr(module := importlib.import_module(f"timeline_app.lanes.{file.stem}"), "GROUPING")
    ]
    assert sorted(g.id for g in declared) == sorted(g.id for g in GROUPINGS)
