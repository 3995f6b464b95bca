"""Where a mark's name stands: beside it, upon its bar, never over its sign."""

from collections.abc import Iterator

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from made_scenes import dragged, made_content, start
from timeline_app.scene.labels import Placement
from timeline_app.scene.marks import (
    FEATHERS_PX,
    HOLLOW_GLYPH,
    Extents,
    Mark,
    MarkLane,
    at_edges,
    extents,
)

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


Given = tuple[float, float, bool, float]
a_mark: st.SearchStrategy[Given] = st.tuples(
    st.floats(60, 940), st.sampled_from((10.0, 44.0, 300.0)), st.booleans(), st.floats(20, 230)
)


@given(st.lists(a_mark, min_size=1, max_size=25), st.integers(1, 6))
def test_each_mark_takes_the_first_place_that_is_free(of: list[Given], slots: int) -> None:
    marks = [
        Mark(row, left, left + wide, left + wide / 2, bar, False)
        for row, (left, wide, bar, _) in enumerate(of)
    ]
    lane = MarkLane(marks, slots, EDGES)
    texts = {row: ((f"{row}", text), ("…", text / 3)) for row, (*_, text) in enumerate(of)}
    found = lane.place(texts, range(len(of)), {}, resting=False)
    taken: list[list[tuple[float, float]]] = [[] for _ in range(slots)]
    for mark in sorted(marks, key=lambda mark: mark.right - mark.left < 120):
        wished = list(places(lane, mark, texts[mark.row]))
        free = [place for place in wished if is_free(mark, place, taken[place.slot])]
        if not free:
            return  # from here on labels make room for marks
        assert found[mark.row] == free[0] or gave_way(found[mark.row])
        taken[free[0].slot].append(reach(mark, free[0]))


def places(lane: MarkLane, mark: Mark, texts: tuple[tuple[str, float], ...]) -> Iterator[Placement]:
    """All that may be said of a mark wherever it may stand, the best first."""
    for text, width in texts:
        upon = mark.bar and min(mark.right, EDGES[1]) - max(mark.left, EDGES[0]) > width + 26
        for slot in range(lane.slots):
            for side in (0,) if upon else (1, -1):
                place = Placement(slot, side, text, width)
                if lane.shows(mark, place):
                    yield place
    for slot in range(lane.slots):
        yield Placement(slot)


def reach(mark: Mark, place: Placement) -> tuple[float, float]:
    """From where to where nothing else may stand."""
    left, right = mark.left - 1.5, mark.right + 1.5
    if place.text and place.side > 0:
        right = mark.right + 4 + place.width + 8
    if place.text and place.side < 0:
        left = mark.left - 4 - place.width - 6
    return left, right


def is_free(mark: Mark, place: Placement, taken: list[tuple[float, float]]) -> bool:
    left, right = reach(mark, place)
    return all(end <= left or begin >= right for begin, end in taken)


def gave_way(place: Placement) -> bool:
    """Whether what was said may have been taken back for a mark that came later."""
    return not place.text


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 12), st.floats(0, 9), st.integers(-256, 256))
def test_a_bar_that_was_dragged_is_the_bar_of_those_days(seed: int, zoom: float, by: int) -> None:
    content = made_content(60, seed, "vector")
    scale, shapes = start(content, zoom), content.shapes
    rows = np.arange(len(shapes.table))
    now = dragged(scale, by)
    wide = extents(shapes, rows, scale.widened(256)).marks()
    for was, there in zip(wide, extents(shapes, rows, now).marks(), strict=True):
        if not (was.bar and there.bar):
            continue  # what is shorter than a bar where it is cut is out of sight
        moved = Mark(was.row, was.left + by, was.right + by, was.x + by, *flags(was))
        here = at_edges(moved, now, bool(shapes.open_start[was.row]))
        assert flags(here) == flags(there)
        places = (here.left, here.right, here.x), (there.left, there.right, there.x)
        assert np.allclose(*places, rtol=0, atol=1e-6)


def flags(mark: Mark) -> tuple[bool, bool, bool]:
    return mark.bar, mark.feathers, mark.centred


@given(st.lists(st.integers(0, 4), max_size=6))
def test_parts_of_many_marks_are_all_of_them_each_once(sizes: list[int]) -> None:
    of = np.arange(sum(sizes))
    flags = of % 2 == 0
    whole = Extents(of, of * 10.0, of * 10.0 + 7, of * 10.0 + 3, flags, ~flags, flags)
    parts = whole.parted(np.cumsum(sizes).tolist())
    assert [len(part.marks()) for part in parts] == sizes
    assert [mark for part in parts for mark in part.marks()] == whole.marks()
