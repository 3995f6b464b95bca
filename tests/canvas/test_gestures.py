"""Days that are dragged follow the pointer."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from timeline_app.canvas.gestures import Drag
from timeline_app.canvas.wide_picture import on_device, sharp_step
from timeline_app.scene.time_scale import TimeScale

SCALE = TimeScale(0.0, 2.0, 180.0, 900.0)
MOVES = st.lists(st.integers(-60, 60) | st.floats(-9, 9), max_size=12)
RATIOS = st.sampled_from([1.0, 1.25, 1.5, 1.75, 2.0, 3.0])


@given(MOVES, RATIOS)
def test_a_quick_hand_moves_a_sharp_picture_and_a_slow_one_every_pixel(
    moves: list[float], ratio: float
) -> None:
    drag, step, at = Drag(QPointF(), SCALE, 0.0), sharp_step(ratio), 0.0
    for move in moves:
        at, before = at + move, drag.by_px
        by = drag.along(at, step)
        assert abs(by - at) <= (step / 2 if step > 1 else 0)
        if step > 1 and abs(at - before) >= 2 * step:
            assert on_device(by, ratio)
        else:
            assert by == at


@given(st.integers(-400, 400), RATIOS)
def test_a_picture_is_moved_by_even_pixels_of_a_screen_of_parts(by_px: int, ratio: float) -> None:
    even = (by_px * ratio / 2).is_integer()
    assert on_device(by_px, ratio) == (even or ratio.is_integer())
    assert not on_device(by_px + 0.5, ratio)


def test_on_a_screen_of_odd_parts_nothing_is_moved() -> None:
    assert sharp_step(1.1) == 0
    assert not on_device(4, 1.1)
