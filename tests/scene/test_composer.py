"""Frames lose no event, put nothing over anything else, and nothing jumps while one pans."""

from dataclasses import replace
from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from made_scenes import (
    box_of,
    composer,
    home,
    made_content,
    overlap,
    passing,
    scale_of,
    touching,
    words,
)
from timeline_app.lanes.catalogue import make_lanes
from timeline_app.model.filter import SpanClause
from timeline_app.model.view import View
from timeline_app.scene.composer import Composer
from timeline_app.scene.content import Content, content_of
from timeline_app.scene.display_list import DisplayList, Ink, Label, SpotKind
from timeline_app.scene.held_lane import HASTY_NAMES
from timeline_app.scene.hit_test import place_at, places_of
from timeline_app.scene.lane_layout import FOLD_PX, TIGHT_LANE_PX, Level, fold_px, held_marks
from timeline_app.scene.shapes import shapes_of
from timeline_app.scene.time_scale import TimeScale

HEIGHT = 420.0
FEW = settings(max_examples=40)
seeds = st.integers(0, 12)
sizes = st.sampled_from([1, 4, 30, 120, 400, 900])
zooms = st.floats(0, 9)
heights = st.floats(60, 900)


def view_of(content: Content, zoom: float, part: float = 0.5) -> View:
    """The home view, 2^zoom times closer."""
    whole = home(content.shapes.table)
    days = max(2.0, whole.days / 2**zoom)
    return View(whole.first + part * (whole.days - days), days)


def box_of_grown(label: Label, grown: float) -> tuple[float, float, float, float]:
    """Of letters so many times as high as usual."""
    return label.x, label.y - 9 * grown, label.x + label.width, label.y + 3 * grown


def shown(drawn: DisplayList, lane: int) -> set[int]:
    """The rows that answer to the pointer in a lane."""
    spots = drawn.spots
    mine = [spots.rows_of(i) for i in range(len(spots)) if spots.lane[i] == lane]
    return {int(row) for rows in mine for row in rows}


@FEW
@given(sizes, seeds, zooms, heights, st.sampled_from(["vector", "state", "kind"]))
def test_every_event_in_sight_is_drawn_in_each_of_its_lanes(
    n: int, seed: int, zoom: float, height: float, grouping: str
) -> None:
    content = made_content(n, seed, grouping)
    scale = scale_of(view_of(content, zoom))
    drawn = composer().compose(content, scale, height)
    seen = [box for box in drawn.boxes if box.top < height]
    folded = {lane for box in seen if box.folded for lane in box.lanes}
    whole = [lane for box in seen if not box.folded for lane in box.lanes]
    for lane in whole:
        assert set(touching(content, lane, scale).tolist()) <= shown(drawn, lane)
    in_folds = {int(r) for lane in folded for r in touching(content, lane, scale)}
    assert in_folds <= {row for lane in folded for row in shown(drawn, lane)}


@FEW
@given(sizes, seeds, zooms)
def test_cells_count_their_events_and_columns_grow_with_them(
    n: int, seed: int, zoom: float
) -> None:
    content = made_content(n, seed)
    drawn = composer().compose(content, scale_of(view_of(content, zoom)), 110.0)
    spots = drawn.spots
    for box in drawn.boxes:
        mine = np.flatnonzero(spots.lane == box.lanes[0])
        cells = mine[spots.kind[mine] == SpotKind.CELL]
        assert all(len(spots.rows_of(i)) == 1 for i in cells)
        columns = [i for i in mine if spots.kind[i] == SpotKind.COLUMN]
        stacks = [i for i in columns if spots.bounds[i, 3] < box.bottom - 1]
        by_count = sorted((len(spots.rows_of(i)), -float(spots.bounds[i, 1])) for i in stacks)
        assert all(one[1] <= other[1] for one, other in pairwise(by_count))


@FEW
@given(sizes, seeds, zooms, heights)
def test_boxes_follow_each_other_and_cells_are_alike(
    n: int, seed: int, zoom: float, height: float
) -> None:
    content = made_content(n, seed)
    drawn = composer().compose(content, scale_of(view_of(content, zoom)), height)
    assert drawn.boxes[0].top == 0
    assert all(one.bottom == other.top for one, other in pairwise(drawn.boxes))
    assert drawn.boxes[-1].bottom <= max(height, TIGHT_LANE_PX * len(drawn.boxes) + FOLD_PX)
    assert sorted(lane for box in drawn.boxes for lane in box.lanes) == list(
        range(len(content.lanes))
    )
    for i in range(len(drawn.spots)):
        if drawn.spots.kind[i] == SpotKind.CELL:
            box = next(b for b in drawn.boxes if drawn.spots.lane[i] in b.lanes)
            assert box.top <= drawn.spots.bounds[i, 1]
            assert drawn.spots.bounds[i, 3] <= box.bottom


@FEW
@given(sizes, seeds, zooms, heights)
@example(400, 0, 0.5, 140.0)
def test_labels_touch_neither_each_other_nor_a_mark_nor_an_edge(
    n: int, seed: int, zoom: float, height: float
) -> None:
    content = made_content(n, seed)
    scale = scale_of(view_of(content, zoom))
    drawn = composer().compose(content, scale, height)
    spots = drawn.spots
    for one, other in combinations(drawn.labels, 2):
        assert not overlap(box_of(one), box_of(other))
    for label in drawn.labels:
        left, top, right, bottom = box_of(label)
        assert scale.left_px <= left and right <= scale.right_px
        box = next(b for b in drawn.boxes if label.lane in b.lanes)
        assert box.top <= top + 1 and bottom <= box.bottom
        for i in range(len(spots)):
            x0, y0, x1, y1 = (float(v) for v in spots.bounds[i])
            middle, half = (y0 + y1) / 2, 5.0
            if spots.kind[i] in (SpotKind.GLYPH, SpotKind.BAR):
                y0, y1 = middle - half, middle + half
            upon_itself = label.row in spots.rows_of(i)
            assert upon_itself or not overlap(box_of(label), (x0, y0, x1, y1))


@FEW
@given(sizes, seeds, zooms, heights)
def test_an_event_of_several_lanes_says_its_name_once(
    n: int, seed: int, zoom: float, height: float
) -> None:
    content = made_content(n, seed, "state")
    drawn = composer().compose(content, scale_of(view_of(content, zoom)), height)
    named = [label.row for label in drawn.labels]
    assert len(named) == len(set(named))
    assert content.passing[np.array(named, np.int64)].all()


def offsets(drawn: DisplayList, content: Content) -> dict[int, tuple[int, int, bool, float]]:
    """Lane, slot, side and distance from its day of each label, but for those upon a bar."""
    scale = drawn.scale
    anchor = content.shapes.anchor[np.arange(len(content.shapes.table))]
    return {
        label.row: (
            label.lane,
            label.slot,
            label.to_right,
            label.x - scale.x(float(anchor[label.row])),
        )
        for label in drawn.labels
        if not _upon_a_bar(drawn, label)
    }


def _upon_a_bar(drawn: DisplayList, label: Label) -> bool:
    return any(
        place.left <= label.x and label.x + label.width <= place.right
        for place in places_of(drawn, label.row)
        if place.lane == label.lane
    )


@FEW
@given(sizes, seeds, st.floats(0.5, 9), st.lists(st.floats(-90, 90), min_size=1, max_size=6))
def test_no_label_jumps_while_one_pans(n: int, seed: int, zoom: float, steps: list[float]) -> None:
    content = made_content(n, seed)
    made, scale = composer(), scale_of(view_of(content, zoom))
    before = offsets(made.compose(content, scale, HEIGHT), content)
    boxes = None
    for by in steps:
        scale = TimeScale.of(scale.panned(by), scale.left_px, scale.width_px)
        drawn = made.compose(content, scale, HEIGHT, resting=False)
        boxes = boxes or [(b.lanes, b.top, b.height) for b in drawn.boxes]
        assert [(b.lanes, b.top, b.height) for b in drawn.boxes] == boxes
        after = offsets(drawn, content)
        levels = {lane: box.level for box in drawn.boxes for lane in box.lanes}
        for row in before.keys() & after.keys():
            assert before[row][:3] == after[row][:3]
            moved = abs(before[row][3] - after[row][3])
            assert moved < (0.1 if levels[after[row][0]] is Level.MARKS else 1.1)
        before = after


@FEW
@given(sizes, seeds, zooms, heights)
def test_what_is_drawn_is_found_where_it_is_drawn(
    n: int, seed: int, zoom: float, height: float
) -> None:
    content = made_content(n, seed)
    drawn = composer().compose(content, scale_of(view_of(content, zoom)), height)
    bare = DisplayList(
        **{name: getattr(drawn, name) for name in DisplayList.__slots__ if name != "labels"},
        labels=(),
    )
    spots = drawn.spots
    for i in range(len(spots)):
        x0, y0, x1, y1 = (float(v) for v in spots.bounds[i])
        found = place_at(bare, (x0 + x1) / 2, (y0 + y1) / 2)
        assert found is not None
        assert found.left <= (x0 + x1) / 2 <= found.right
        if spots.kind[i] == SpotKind.CELL:
            assert found.rows == tuple(spots.rows_of(i).tolist())
        for row in spots.rows_of(i).tolist()[:3]:
            assert i in [place.spot for place in places_of(drawn, row)]


def test_far_from_everything_nothing_is_found() -> None:
    content = made_content(30)
    drawn = composer().compose(content, scale_of(view_of(content, 0)), HEIGHT)
    assert place_at(drawn, -500, -500) is None
    assert places_of(drawn, 10**6) == []


def test_a_label_means_its_event() -> None:
    content = made_content(60)
    drawn = composer().compose(content, scale_of(view_of(content, 2)), 700.0)
    assert drawn.labels
    for label in drawn.labels:
        found = place_at(drawn, label.x + label.width / 2, label.y - 3)
        assert found is not None and label.row in found.rows


def test_what_lies_outside_the_brush_is_a_ghost_without_a_name() -> None:
    whole = home(made_content(120).shapes.table)
    span = SpanClause(int(whole.first), int(whole.first + whole.days / 3))
    content = made_content(120, span=span)
    drawn = composer().compose(content, scale_of(whole), 900.0)
    ghosts = np.flatnonzero(~content.passing[np.arange(len(content.shapes.table))])
    assert len(ghosts)
    assert not {label.row for label in drawn.labels} & set(ghosts.tolist())
    for row in ghosts.tolist():
        assert places_of(drawn, row)


@FEW
@given(st.sampled_from([400, 900, 2500]), seeds, st.floats(0, 4), heights)
def test_who_comes_from_where_nothing_is_into_a_crowd_waits_for_no_more_marks_than_have_room(
    n: int, seed: int, zoom: float, height: float
) -> None:
    content, made = made_content(n, seed), composer()
    view = view_of(content, zoom)
    bare = replace(view, first=home(content.shapes.table).first - 3 * view.days)
    made.compose(content, scale_of(bare), height)
    scale = scale_of(view)
    drawn = made.compose(content, scale, height, resting=False)
    kinds, bounds = drawn.spots.kind, drawn.spots.bounds
    seen = (bounds[:, 0] < scale.right_px) & (bounds[:, 2] > scale.left_px)
    for box in drawn.boxes:
        if box.folded or box.level is not Level.MARKS:
            continue
        own = drawn.spots.lane == box.lanes[0]
        marks = own & np.isin(kinds, (SpotKind.GLYPH, SpotKind.BAR)) & seen
        assert np.count_nonzero(marks) <= held_marks(box, scale.width_px, 1.0)
        said = [label for label in drawn.labels if label.lane == box.lanes[0]]
        assert len(said) <= HASTY_NAMES


@FEW
@given(st.sampled_from([120, 400]), seeds, st.floats(0, 5), st.floats(300, 900))
def test_who_was_not_heard_in_a_leap_finds_a_place_once_the_view_rests(
    n: int, seed: int, zoom: float, height: float
) -> None:
    content, said = made_content(n, seed), []
    view = view_of(content, zoom)
    bare = replace(view, first=home(content.shapes.table).first - 3 * view.days)
    for most in (HASTY_NAMES, 10_000):
        made = composer()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("timeline_app.scene.lane_drawing.HASTY_NAMES", most)
            made.compose(content, scale_of(bare), height)
            made.compose(content, scale_of(view), height, resting=False)
            said.append(len(made.compose(content, scale_of(view), height).labels))
    assert said[0] >= 0.8 * said[1]


def test_zooming_out_and_in_again_gives_the_same_picture() -> None:
    content = made_content(200)
    made, scale = composer(), scale_of(view_of(content, 3))
    first = made.compose(content, scale, HEIGHT)
    made.compose(content, scale_of(view_of(content, 0)), HEIGHT)
    again = made.compose(content, scale, HEIGHT)
    assert [(b.level, b.top) for b in first.boxes] == [(b.level, b.top) for b in again.boxes]
    assert [(label.row, label.x, label.y) for label in first.labels] == [
        (label.row, label.x, label.y) for label in again.labels
    ]


@FEW
@given(sizes, seeds, zooms, heights, st.sampled_from([1.5, 2.0]))
def test_no_lane_is_lower_than_its_letters(
    n: int, seed: int, zoom: float, height: float, grown: float
) -> None:
    content = made_content(n, seed)
    large = Composer(replace(words(), text=lambda: grown))
    drawn = large.compose(content, scale_of(view_of(content, zoom)), height)
    for box in drawn.boxes:
        assert box.height >= (fold_px(grown) if box.folded else int(TIGHT_LANE_PX * grown))
        if box.level is Level.MARKS and not box.folded:
            own = [label.y for label in drawn.labels if label.lane == box.lanes[0]]
            assert all(y + 3 * grown <= box.bottom + 1 for y in own)
    rows = [box_of_grown(label, grown) for label in drawn.labels]
    assert not any(overlap(one, other) for one, other in combinations(rows, 2))


def test_no_lanes_make_an_empty_picture() -> None:
    drawn = composer().compose(made_content(0), scale_of(View(2_449_000.0, 100.0)), HEIGHT)
    assert not drawn.boxes and not drawn.labels and not len(drawn.spots)
    assert drawn.ticks


@pytest.mark.parametrize("stretch", [1.5, 4.0])
def test_lanes_stretch_and_scroll(stretch: float) -> None:
    content = made_content(200)
    scale = scale_of(view_of(content, 1))
    made = composer()
    usual = made.compose(content, scale, HEIGHT)
    tall = made.compose(content, scale, HEIGHT, stretch=stretch, scroll_px=100.0)
    assert tall.boxes[0].top == -100.0
    assert tall.boxes[-1].bottom + 100 > usual.boxes[-1].bottom * 1.2


@pytest.mark.parametrize("n", [12, 400])
def test_what_was_found_is_underlined_with_its_name(n: int) -> None:
    plain = made_content(n)
    scale = scale_of(home(plain.shapes.table))
    drawn = composer().compose(plain, scale, 600.0)
    found = composer().compose(plain.finding(True), scale, 600.0)
    lines = len(found.rects) - len(drawn.rects)
    of_names = len(found.labels)
    of_marks = int(np.isin(found.spots.kind, (SpotKind.GLYPH, SpotKind.BAR)).sum())
    assert of_names
    assert lines == of_names + of_marks
    under = found.rects.bounds[found.rects.ink == Ink.INK]
    for label in found.labels:
        assert any(x == np.float32(label.x) and label.y < y < label.y + 6 for x, y, _, _ in under)


@pytest.mark.parametrize("a_day", [20, 90, 700])
def test_however_many_a_day_holds_each_can_be_touched_from_close_by(a_day: int) -> None:
    table = made_content(2 * a_day).shapes.table
    day = np.full(len(table), 2_449_000, np.int64)
    table = replace(table, first=day, last=day, inner_first=day, inner_last=day)
    shown = content_of(shapes_of(table), make_lanes(table, "kind"), passing(table), set())
    scale = scale_of(View(2_448_999.5, 2.0))
    drawn = composer().compose(shown, scale, 420.0)
    spots = drawn.spots
    assert {spots.kind[i] for i in range(len(spots))} <= {SpotKind.CELL, SpotKind.GLYPH}
    assert all(len(spots.rows_of(i)) == 1 for i in range(len(spots)))
    assert sorted(spots.rows.tolist()) == list(range(len(table)))
    cells = spots.bounds[spots.kind == SpotKind.CELL]
    assert (cells[:, 2] - cells[:, 0] >= 1).all()
    assert (cells[:, 0] >= scale.left_px).all() and (cells[:, 2] <= scale.right_px).all()
    for box in drawn.boxes:
        mine = spots.bounds[np.isin(spots.lane, box.lanes)]
        assert (mine[:, 1] >= box.top).all() and (mine[:, 3] <= box.bottom).all()
    places = {tuple(bounds) for bounds in cells.tolist()}
    assert len(places) == len(cells)
