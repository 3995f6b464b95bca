"""What a lane holds goes along while one zooms, and is found anew when the view rests."""

from itertools import combinations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from made_scenes import box_of, composer, made_content, overlap, start
from timeline_app.scene.held_lane import ENOUGH_NAMES
from timeline_app.scene.time_scale import TimeScale

HEIGHT = 420.0
FEW = settings(max_examples=40)
seeds = st.integers(0, 12)
sizes = st.sampled_from([1, 4, 30, 120, 400, 900])
steps_closer = st.lists(st.floats(-0.9, 0.9), min_size=1, max_size=6)
"""By powers of two."""


@FEW
@given(sizes, seeds, st.floats(0.5, 6), steps_closer)
@example(400, 0, 1.0, [1 / 3] * 6)
def test_labels_stay_in_their_rows_while_one_zooms(
    n: int, seed: int, zoom: float, steps: list[float]
) -> None:
    content, made = made_content(n, seed), composer()
    scale = start(content, zoom)
    before = made.compose(content, scale, HEIGHT)
    for by in steps:
        scale = TimeScale.of(scale.zoomed(500.0, 2**-by), scale.left_px, scale.width_px)
        drawn = made.compose(content, scale, HEIGHT, resting=False)
        for one, other in combinations(drawn.labels, 2):
            assert not overlap(box_of(one), box_of(other))
        for label in drawn.labels:
            assert scale.left_px <= label.x and label.x + label.width <= scale.right_px
        level = {box.lanes: box.level for box in drawn.boxes if not box.folded}
        for was in before.boxes:
            if was.lanes not in level or level[was.lanes] is not was.level:
                continue
            rows, now = (
                {label.row: label.slot for label in of.labels if label.lane in was.lanes}
                for of in (before, drawn)
            )
            moved = [row for row in rows.keys() & now.keys() if rows[row] != now[row]]
            assert len(moved) <= ENOUGH_NAMES
        before = drawn


@FEW
@given(sizes, seeds, st.floats(0.5, 6), steps_closer)
@example(900, 0, 0.5, [-0.5, -0.5, -0.875])  # cells of another height in a lane that stays as high
def test_once_a_zoom_rests_labels_are_those_of_who_came_there_at_a_leap(
    n: int, seed: int, zoom: float, steps: list[float]
) -> None:
    content, both = made_content(n, seed), (composer(), composer())
    scale = start(content, zoom)
    for made in both:
        made.compose(content, scale, HEIGHT)
    for by in steps:
        scale = TimeScale.of(scale.zoomed(500.0, 2**-by), scale.left_px, scale.width_px)
        both[0].compose(content, scale, HEIGHT, resting=False)
    both[1].compose(content, scale, HEIGHT, resting=False)
    one, other = (made.compose(content, scale, HEIGHT) for made in both)
    assert one.labels == other.labels
