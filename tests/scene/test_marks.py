"""Where a mark's name stands: beside it, upon its bar, never over its sign."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.scene.labels import Placement
from timeline_app.scene.marks import FEATHERS_PX, HOLLOW_GLYPH, Extents, Mark, MarkLane

EDGES = (100.0, 900.0)
REACH = HOLLOW_GLYPH / 2 + FEATHERS_PX


@given(st.floats(60, 940), st.floats(44, 900), st.floats(10, 400))
def test_what_is_called_stands_clear_of_a_sign_in_the_middle(
    left: float, wide: float, text: float
) -> None:
    mark = Mark(0, left, left + wide, left + wide / 2, True, True, True)
    lane = MarkLane([mark], 1, EDGES)
    placement = lane.place({0: (("Name", text),)}, [0], {})[0]
    if placement.text and lane.shows(mark, placement):
        begin = lane.text_left(mark, placement)
        end = begin + text
        assert end <= EDGES[1] and begin >= EDGES[0]
        assert begin >= mark.x + REACH or end <= mark.x - REACH


def test_a_bar_with_its_sign_at_the_start_is_called_behind_it() -> None:
    mark = Mark(0, 200, 600, 208, True, False)
    lane = MarkLane([mark], 1, EDGES)
    placement = lane.place({0: (("Name", 100.0),)}, [0], {})[0]
    assert placement.side == 0
    assert lane.text_left(mark, placement) == 218


def test_where_the_other_half_is_too_short_the_name_stands_outside() -> None:
    mark = Mark(0, 200, 400, 300, True, True, True)
    lane = MarkLane([mark], 1, EDGES)
    assert lane.place({0: (("Name", 100.0),)}, [0], {})[0].side == 1
    assert lane.place({0: (("Name", 60.0),)}, [0], {})[0].side == 0


def test_what_is_held_keeps_its_side_while_days_move_and_is_bare_without_a_text() -> None:
    mark, before = Mark(0, 400, 414, 407, False, False), Placement(0, -1, "Name", 60.0)
    lane = MarkLane([mark], 1, EDGES)
    texts = {0: (("Name", 60.0),)}
    assert lane.place(texts, [0], {0: before}, resting=False) == {0: before}
    assert lane.place({}, [0], {0: before}, resting=False) == {0: Placement(0)}


@given(st.lists(st.integers(0, 4), max_size=6))
def test_parts_of_many_marks_are_all_of_them_each_once(sizes: list[int]) -> None:
    of = np.arange(sum(sizes))
    flags = of % 2 == 0
    whole = Extents(of, of * 10.0, of * 10.0 + 7, of * 10.0 + 3, flags, ~flags, flags)
    parts = whole.parted(np.cumsum(sizes).tolist())
    assert [len(part.marks()) for part in parts] == sizes
    assert [mark for part in parts for mark in part.marks()] == whole.marks()
