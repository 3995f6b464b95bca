"""Steps go through what passes, in time, and stop at the ends."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from made_tables import made_table
from timeline_app.session.selecting import between, stepped

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


def test_a_range_holds_what_passes_between_the_ends() -> None:
    table = made_table(40)
    mask = np.ones(len(table), np.bool_)
    mask[6] = False
    one, other = int(table.occurrence[4]), int(table.occurrence[8])
    chosen = between(table, mask, one, other)
    assert chosen[-1] == other
    assert set(chosen) == {int(table.occurrence[row]) for row in (4, 5, 7, 8)}
    assert between(table, mask, other, one)[-1] == one


def test_an_occurrence_that_is_not_shown_has_no_row() -> None:
    table = made_table(10)
    assert table.row_of(-1) is None
    assert between(table, np.ones(len(table), np.bool_), -1, 7) == (7,)
