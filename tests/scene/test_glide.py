"""A frame that is cut out of more days shows what one composed for its days alone would show."""

from itertools import combinations, islice
from math import ceil
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from made_scenes import composer, dragged, made_content, scale_of, start, touching
from timeline_app.model.view import View
from timeline_app.scene.composer import Composer
from timeline_app.scene.content import Content
from timeline_app.scene.display_list import DisplayList, Ink, SpotKind, Strokes
from timeline_app.scene.laid import laid
from timeline_app.scene.lane_drawing import LaneDrawing
from timeline_app.scene.lane_layout import Layout, Level
from timeline_app.scene.marks import extents
from timeline_app.scene.stack_frames import StackFrame, footing, stack_frames
from timeline_app.scene.stack_strokes import draw_cells, draw_columns, draw_passing_through
from timeline_app.scene.steps import whole
from timeline_app.scene.time_scale import TimeScale

HEIGHT = 420
CUT_PX = 8
"""A cell that an edge cuts is parted in the middle of what is seen of it, if nothing is dragged."""
FEW = settings(max_examples=60, deadline=None)
seeds = st.integers(0, 12)
sizes = st.sampled_from([1, 4, 30, 120, 400, 900])
zooms = st.floats(0, 9)
steps = st.lists(st.integers(-60, 60) | st.integers(-400, 400), min_size=1, max_size=6)


def glided(
    made: Composer, content: Content, zoom: float, by: list[int]
) -> list[tuple[TimeScale, DisplayList, Layout]]:
    scale = start(content, zoom)
    made.compose(content, scale, HEIGHT)
    found = []
    for n, px in enumerate(by):
        scale = dragged(scale, px)
        drawn = made.compose(content, scale, HEIGHT, resting=False)
        assert made.layout is not None
        if n % 2 == 0:
            whole(made.ahead(content, dragged(scale, 192 if px > 0 else -192), HEIGHT))
        in_one = drawn if drawn.layers is None else laid(drawn.layers)
        found.append((scale, in_one, made.layout))
    return found


def blocks_seen(drawn: DisplayList, scale: TimeScale) -> NDArray[np.int64]:
    """The ink of each pixel between the edges; -1 where there is no block."""
    pixels = np.full((HEIGHT, int(scale.right_px)), -1, np.int64)
    every = sorted(
        zip(drawn.blocks.bounds.tolist(), drawn.blocks.ink.tolist(), strict=True),
        key=lambda block: (block[1] == Ink.CANVAS, block[1]),
    )
    for (x, y, w, h), ink in every:
        left = max(int(x), 0)
        pixels[max(int(y), 0) : int(y + h), left : max(left, int(x + w))] = ink
    return pixels[:, int(scale.left_px) :]


def composed_alone(layout: Layout, content: Content, scale: TimeScale) -> DisplayList:
    """The stacks of these days in these boxes, and nothing else."""
    strokes = Strokes()
    every = np.ones(len(content.lanes), np.bool_)
    frames = stack_frames(content, footing(content, scale, few=every))
    beyond = content.reaching(scale.first, scale.end)
    for box in layout.boxes:
        if box.folded or box.level is Level.MARKS:
            continue
        frame: StackFrame = frames[box.lanes[0]]
        foot = box.bottom - 1
        if box.level is Level.CELLS:
            draw_cells(strokes, content, [(frame, foot)], layout.unit)
        else:
            draw_columns(strokes, content, [(frame, foot, box.height - 1)])
        mine = beyond.within(frame.lane)
        draw_passing_through(strokes, content, [(frame, mine, foot)], scale)
    return strokes.frozen(scale, layout.boxes, (), ())


@FEW
@given(sizes, seeds, zooms, steps, st.sampled_from([6000, 200, 40]))
def test_stacks_are_those_of_the_days_in_sight(
    n: int, seed: int, zoom: float, by: list[int], most: int
) -> None:
    content, made = made_content(n, seed), composer()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("timeline_app.scene.stack_frames.MOST_CELLS", most)
        patch.setattr("timeline_app.scene.composer.MOST_CELLS", most)
        found = glided(made, content, zoom, by)
    for scale, drawn, layout in found:
        alone = composed_alone(layout, content, scale)
        folds = [box for box in drawn.boxes if box.folded]
        seen, other = (blocks_seen(one, scale) for one in (drawn, alone))
        for box in folds:
            seen[int(box.top) : int(box.bottom)] = other[int(box.top) : int(box.bottom)] = -1
        cut = max(CUT_PX, ceil(scale.px_per_day))  # where a day is wide an edge cuts all of it
        assert (seen[:, cut:-cut] == other[:, cut:-cut]).all()


@FEW
@given(sizes, seeds, zooms, steps, st.sampled_from(["vector", "state", "kind"]))
def test_marks_stand_where_their_days_and_the_edges_say(
    n: int, seed: int, zoom: float, by: list[int], grouping: str
) -> None:
    content, made = made_content(n, seed, grouping), composer()
    for scale, drawn, _ in glided(made, content, zoom, by):
        spots = drawn.spots
        mine = np.isin(spots.kind, (SpotKind.BAR, SpotKind.GLYPH))
        rows = spots.rows[spots.start[mine]]
        expected = extents(content.shapes, rows, scale)
        inside = (expected.right > scale.left_px) & (expected.left < scale.right_px)
        assert np.abs(spots.x[mine] - expected.x)[inside].max(initial=0) < 0.01
        assert (np.asarray(spots.kind[mine] == SpotKind.BAR) == expected.bar)[inside].all()


@FEW
@given(sizes, seeds, zooms, steps)
def test_every_event_in_sight_answers_in_each_of_its_lanes(
    n: int, seed: int, zoom: float, by: list[int]
) -> None:
    content, made = made_content(n, seed), composer()
    for scale, drawn, _ in glided(made, content, zoom, by):
        spots = drawn.spots
        for box in drawn.boxes:
            wanted = {int(r) for lane in box.lanes for r in touching(content, lane, scale)}
            mine = [i for i in range(len(spots)) if spots.lane[i] in box.lanes]
            assert wanted <= {int(row) for i in mine for row in spots.rows_of(i)}


@FEW
@given(sizes, seeds, zooms, steps)
def test_no_name_is_cut_and_none_lies_over_another(
    n: int, seed: int, zoom: float, by: list[int]
) -> None:
    content, made = made_content(n, seed), composer()
    for scale, drawn, _ in glided(made, content, zoom, by):
        for label in drawn.labels:
            assert scale.left_px <= label.x and label.x + label.width <= scale.right_px
        for one, other in combinations(drawn.labels, 2):
            beside = one.x + one.width <= other.x or other.x + other.width <= one.x
            assert beside or abs(one.y - other.y) >= 9


def test_a_bar_says_its_name_where_it_begins_to_be_seen() -> None:
    content, made = made_content(30, 3), composer()
    table = content.shapes.table
    long = int(np.argmax(table.inner_last - table.inner_first))
    begin, last = int(table.inner_first[long]), int(table.inner_last[long])
    scale = scale_of(View(begin - 40.0, (last - begin) / 2)).on_whole_pixels()
    made.compose(content, scale, HEIGHT)
    said = []
    for px in (-60, -60, -60, -30, -40):
        scale = dragged(scale, px)
        drawn = made.compose(content, scale, HEIGHT, resting=False)
        said += [label.x - scale.left_px for label in drawn.labels if label.row == long]
    assert abs(said[0] - said[1] - 60) < 1e-6  # it moves with its bar
    assert said[-1] == said[-2] == 18.0  # and stays where that reaches over the edge


def test_a_drag_composes_once(monkeypatch: pytest.MonkeyPatch) -> None:
    content, made = made_content(400, 1), composer()
    scale = start(content, 2.0)
    made.compose(content, scale, HEIGHT)
    begun = []

    def draw(*of: Any) -> LaneDrawing:
        begun.append(of)
        return LaneDrawing(*of)

    monkeypatch.setattr("timeline_app.scene.composer.LaneDrawing", draw)
    for _ in range(8):
        scale = dragged(scale, -30)
        made.compose(content, scale, HEIGHT, resting=False)
    assert len(begun) == 1
    whole(made.ahead(content, dragged(scale, -192), HEIGHT))
    for _ in range(6):
        scale = dragged(scale, -60)
        made.compose(content, scale, HEIGHT, resting=False)
    assert len(begun) == 2
    made.compose(made_content(400, 2), scale, HEIGHT, resting=False)
    assert len(begun) == 3


def test_what_was_composed_ahead_is_dropped_when_lanes_take_other_heights() -> None:
    content, made = made_content(400, 1), composer()
    scale = start(content, 2.0)
    made.compose(content, scale, HEIGHT)
    ahead = made.ahead(content, scale, HEIGHT)
    next(ahead)
    made.compose(content, scale, HEIGHT + 90)
    assert whole(ahead) is None
    assert whole(made.ahead(content, scale, HEIGHT + 90)) is not None
    made.compose(content, scale, HEIGHT)
    drawn = made.compose(content, dragged(scale, 5), HEIGHT, resting=False)
    assert drawn.layers is not None
    assert drawn.layers.far.boxes == drawn.boxes == made.compose(content, scale, HEIGHT).boxes


@pytest.mark.parametrize("fewer", [False, True])
def test_other_lanes_may_be_composed_between_any_two_steps(fewer: bool) -> None:
    groupings = ("vector", "kind") if fewer else ("kind", "vector")
    content, other = (made_content(400, 1, grouping) for grouping in groupings)
    assert (len(content.lanes) > len(other.lanes)) == fewer
    scale, steps = start(content, 2.0), 0
    while True:
        made = composer()
        made.compose(content, scale, HEIGHT)
        ahead = made.ahead(content, scale, HEIGHT)
        if sum(1 for _ in islice(ahead, steps)) < steps:
            break
        made.compose(other, scale, HEIGHT)
        assert whole(ahead) is None
        steps += 1
    assert steps > 3


def test_what_is_composed_ahead_moves_no_label_of_the_picture_that_stands() -> None:
    content, made = made_content(400, 1), composer()
    scale = start(content, 2.0)
    before = made.compose(content, scale, HEIGHT)
    whole(made.ahead(content, dragged(scale, 64), HEIGHT))
    assert made.compose(content, scale, HEIGHT).labels == before.labels


def test_less_is_composed_where_a_lane_holds_too_many_just_out_of_sight(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    content, margins = made_content(900, 1), set()
    for most in range(20, 400, 4):
        monkeypatch.setattr("timeline_app.scene.composer.MOST_CELLS", most)
        made, scale = composer(), start(content, 2.0)
        made.compose(content, scale, HEIGHT)
        scale = dragged(scale, 5)
        layers = made.compose(content, scale, HEIGHT, resting=False).layers
        margins.add(None if layers is None else scale.left_px - layers.far.scale.left_px)
    assert margins == {None, 16.0, 64.0, 256.0}
