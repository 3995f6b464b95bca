"""Days and pixels are each other's inverse; what is zoomed at stays where it is."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model.view import View
from timeline_app.scene.time_scale import LEAST_DAYS, MOST_DAYS, TimeScale

days = st.floats(-2_000_000, 5_000_000)
lengths = st.floats(LEAST_DAYS, MOST_DAYS)
scales = st.builds(
    TimeScale.of, st.builds(View, days, lengths), st.floats(0, 300), st.floats(50, 4000)
)


@given(scales, st.floats(0, 1))
def test_days_and_pixels_are_each_others_inverse(scale: TimeScale, part: float) -> None:
    x = scale.left_px + part * scale.width_px
    assert scale.x(scale.day(x)) == pytest.approx(x, abs=1e-3)
    assert scale.x(scale.first) == scale.left_px
    assert scale.x(scale.end) == pytest.approx(scale.right_px, abs=1e-3)


@given(scales, st.lists(st.integers(-2_000_000, 5_000_000), max_size=5))
def test_arrays_and_single_days_agree(scale: TimeScale, some: list[int]) -> None:
    xs = scale.xs(np.array(some, np.int64))
    assert xs.tolist() == pytest.approx([scale.x(float(day)) for day in some])


@given(scales, st.floats(0, 1), st.floats(0.1, 10))
def test_zooming_keeps_the_day_under_the_pointer(
    scale: TimeScale, part: float, factor: float
) -> None:
    x = scale.left_px + part * scale.width_px
    view = scale.zoomed(x, factor)
    after = TimeScale.of(view, scale.left_px, scale.width_px)
    assert LEAST_DAYS <= view.days <= MOST_DAYS
    assert after.day(x) == pytest.approx(scale.day(x), abs=1e-6 * max(1.0, view.days))


@given(scales, st.floats(-500, 500))
def test_panning_moves_every_day_alike(scale: TimeScale, by: float) -> None:
    after = TimeScale.of(scale.panned(by), scale.left_px, scale.width_px)
    assert after.x(scale.first) == pytest.approx(scale.left_px + by, abs=1e-3)
    assert after.px_per_day == pytest.approx(scale.px_per_day)


@given(scales)
def test_day_0_stands_on_a_whole_pixel_half_a_pixel_away_at_most(scale: TimeScale) -> None:
    whole = scale.on_whole_pixels()
    assert whole.x(0.0) == pytest.approx(round(whole.x(0.0)), abs=1e-3)
    assert abs(whole.x(scale.first) - scale.left_px) <= 0.5 + 1e-3
    assert whole.on_whole_pixels().x(scale.first) == pytest.approx(whole.x(scale.first), abs=1e-3)


@given(scales, st.integers(-500, 500), st.floats(0.1, 10))
def test_how_far_a_picture_was_dragged(scale: TimeScale, by: int, factor: float) -> None:
    to = TimeScale.of(scale.panned(by), scale.left_px, scale.width_px)
    assert scale.dragged_px(to) == pytest.approx(by, abs=1e-3)
    other = TimeScale.of(View(scale.first, scale.days * (1 + factor)), to.left_px, to.width_px)
    assert scale.dragged_px(other) is None
