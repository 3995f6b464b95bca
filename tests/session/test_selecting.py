"""Steps go through what passes, in time, and stop at the ends."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from made_tables import DAY_0, event_tables, made_table
from timeline_app.crossfilter.passing import Passing, all_of
from timeline_app.model.event_table import EventTable
from timeline_app.model.filter import SpanClause
from timeline_app.session import selecting
from timeline_app.session.selecting import between, stepped, stepped_in_lane, stepped_in_table

row_sets = st.sets(st.integers(0, 50), min_size=1).map(lambda s: np.array(sorted(s)))


@given(row_sets)
def test_stepping_on_visits_every_row_once(rows: np.ndarray) -> None:
    seen = [int(rows[0])]
    for _ in range(len(rows) - 1):
        following = stepped(rows, seen[-1], 1, 0)
        assert following is not None
        seen.append(following)
    assert seen == rows.tolist()
    assert stepped(rows, seen[-1], 1, 0) == seen[-1]


@given(row_sets, st.integers(-5, 55))
def test_back_undoes_on(rows: np.ndarray, focus: int) -> None:
    on = stepped(rows, focus, 1, 0)
    back = stepped(rows, focus, -1, 0)
    assert on == min([r for r in rows.tolist() if r > focus], default=rows[-1])
    assert back == max([r for r in rows.tolist() if r < focus], default=rows[0])


def test_without_a_focus_the_first_step_goes_to_the_middle() -> None:
    assert stepped(np.array([2, 5, 9]), None, 1, 4) == 5
    assert stepped(np.array([2, 5, 9]), None, -1, 20) == 9
    assert stepped(np.zeros(0, np.int64), None, 1, 0) is None


@given(event_tables(), st.integers(0, 9), st.integers(0, 4000), st.integers(0, 70), st.data())
def test_stepping_through_the_table_equals_stepping_through_a_list(
    table: EventTable, seed: int, begin: int, middle: int, data: st.DataObject
) -> None:
    mask = np.random.default_rng(seed).random(len(table)) < 0.6
    brush = data.draw(st.none() | st.just(SpanClause(DAY_0 + begin, DAY_0 + begin + 900)))
    passing = Passing(all_of(table, mask).base, brush)
    rows = np.flatnonzero(passing.mask)
    focus = data.draw(st.none() | st.integers(0, len(table) - 1)) if len(table) else None
    for step in (1, -1):
        at = min(middle, len(table))
        assert stepped_in_table(passing, focus, step, at) == stepped(rows, focus, step, at)


@given(event_tables(), st.integers(0, 9), row_sets, st.integers(0, 70), st.data())
def test_stepping_through_a_lane_equals_stepping_through_a_list(
    table: EventTable, seed: int, held: np.ndarray, middle: int, data: st.DataObject
) -> None:
    random = np.random.default_rng(seed)
    passing = all_of(table, random.random(len(table)) < data.draw(st.sampled_from([0, 0.1, 0.9])))
    lane = held[held < len(table)]
    rows = lane[passing.passes(lane)].astype(np.int64)
    focus = data.draw(st.none() | st.integers(0, len(table) - 1)) if len(table) else None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(selecting, "_FIRST_LOOKED_AT", data.draw(st.sampled_from([1, 2, 64])))
        for step in (1, -1):
            found = stepped_in_lane(passing, lane, focus, step, middle)
            assert found == stepped(rows, focus, step, middle)


def test_a_range_holds_what_passes_between_the_ends() -> None:
    table = made_table(40)
    mask = np.ones(len(table), np.bool_)
    mask[6] = False
    passing = all_of(table, mask)
    one, other = int(table.occurrence[4]), int(table.occurrence[8])
    chosen = between(passing, one, other)
    assert chosen[-1] == other
    assert set(chosen) == {int(table.occurrence[row]) for row in (4, 5, 7, 8)}
    assert between(passing, other, one)[-1] == one


def test_an_occurrence_that_is_not_shown_has_no_row() -> None:
    table = made_table(10)
    assert table.row_of(-1) is None
    assert between(all_of(table), -1, 7) == (7,)
