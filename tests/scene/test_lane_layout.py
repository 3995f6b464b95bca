"""The room of lanes, for any needs and any room: what it is filled with, and what it says."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from timeline_app.scene.lane_layout import (
    FOLD_PX,
    LEAST_UNIT,
    PATIENCE,
    TIGHT_LANE_PX,
    LaneNeed,
    Layout,
    Level,
    lay_out,
    stack_px,
)

ROOM = st.integers(100, 1400).map(float)
LANE = st.tuples(st.integers(0, 3000), st.integers(0, 30), st.integers(1, 80), st.integers(0, 6))


@st.composite
def needs(draw: st.DrawFn) -> list[LaneNeed]:
    """Lanes of any kind: a few events or thousands, with and without marks."""
    return [
        LaneNeed(lane, events, min(depth, events), min(tallest, max(1, events)), wish)
        for lane, (events, depth, tallest, wish) in enumerate(
            draw(st.lists(LANE, min_size=1, max_size=30))
        )
    ]


def levels(layout: Layout) -> list[Level]:
    return [box.level for box in layout.boxes]


SHIPPED = [
    LaneNeed(lane, *need)
    for lane, need in enumerate(
        (
            *((314, 19, 13, 136), (136, 12, 6, 40), (233, 20, 15, 83), (80, 11, 5, 31)),
            *((86, 7, 4, 22), (134, 13, 8, 42), (63, 12, 9, 27), (189, 13, 7, 59), (404, 0, 12, 0)),
        )
    )
]
"""The nine vectors of the archive that ships, all years in view."""


@example(SHIPPED, [356.0, 109.0, 133.0, 356.0])  # a chart under the lanes came and went
@given(needs(), st.lists(ROOM, min_size=1, max_size=4))
def test_no_lane_has_columns_in_the_room_of_its_cells(
    wanted: list[LaneNeed], rooms: list[float]
) -> None:
    """Whatever room there was before: beside lanes of cells its columns would tell of more."""
    before = None
    for room in rooms:
        layout = lay_out(wanted, room, before)
        for box in layout.boxes:
            if box.level is Level.COLUMNS:
                cells = stack_px(wanted[box.lanes[0]].tallest, LEAST_UNIT)
                was = before.showed(wanted[box.lanes[0]], room) if before else None
                assert box.height < cells * (PATIENCE if was is Level.COLUMNS else 1)
        before = layout


@given(needs(), ROOM, ROOM)
def test_boxes_fill_the_room_without_a_gap(
    wanted: list[LaneNeed], before: float, room: float
) -> None:
    layout = lay_out(wanted, room, lay_out(wanted, before))
    assert all(one.bottom == other.top for one, other in pairwise(layout.boxes))
    assert layout.boxes[0].top == 0 and layout.height == layout.boxes[-1].bottom
    held = [lane for box in layout.boxes for lane in box.lanes]
    assert sorted(held) == [need.lane for need in wanted]
    assert layout.height <= max(room, TIGHT_LANE_PX * len(layout.boxes) + FOLD_PX)


def test_a_brush_that_comes_and_goes_changes_no_lane() -> None:
    """The ruler takes a row of words more while a period is brushed."""
    opened = lay_out(SHIPPED, 352.0)
    assert set(levels(opened)) == {Level.CELLS}
    brushed = lay_out(SHIPPED, 340.0, opened)
    assert levels(brushed) == levels(opened) and brushed.height <= 340
    assert lay_out(SHIPPED, 352.0, brushed).boxes == opened.boxes


@given(needs(), needs(), ROOM, st.sampled_from([0.4, 0.8, 1.2, 3.0]))
def test_what_was_seen_in_quite_another_room_does_not_matter(
    wanted: list[LaneNeed], others: list[LaneNeed], room: float, times: float
) -> None:
    """Nor what was seen of quite other days: a picture does not tell where one came from."""
    fresh = lay_out(wanted, room)
    assert lay_out(wanted, room, lay_out(wanted, room * times)).boxes == fresh.boxes
    unlike = [replace(need, tallest=2 * need.tallest + 1) for need in wanted]
    assert lay_out(wanted, room, lay_out(unlike, room)).boxes == fresh.boxes
    once = lay_out(wanted, room, lay_out(others, room / 2))
    assert lay_out(wanted, room, once).boxes == once.boxes


@given(needs(), ROOM, ROOM)
def test_the_same_room_once_more_shows_the_same(
    wanted: list[LaneNeed], before: float, room: float
) -> None:
    """Else the picture would flicker as the view rests again and again."""
    once = lay_out(wanted, room, lay_out(wanted, before))
    again = lay_out(wanted, room, once)
    assert levels(lay_out(wanted, room, again)) == levels(again)
