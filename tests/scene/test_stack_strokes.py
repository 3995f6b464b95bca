"""Lines of what reaches through a view, one upon another."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from made_scenes import made_content, start
from timeline_app.scene.display_list import Ink, Strokes
from timeline_app.scene.stack_frames import footing, stack_frames
from timeline_app.scene.stack_strokes import draw_cells, seen_through

Line = tuple[int, int, int, int]
lines = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.integers(100, 380),
        st.integers(2, 300),
        st.sampled_from((0, 3, 8, Ink.HAIR)),
    ),
    min_size=1,
    max_size=20,
)


def columns(of: list[Line]) -> tuple[np.ndarray, ...]:
    lane, left, wide, ink = (np.array(part, np.int64) for part in zip(*of, strict=True))
    return lane, left, np.minimum(left + wide, 400), ink.astype(np.int16)


def pieces(of: list[Line]) -> list[tuple[int, int, int, int]]:
    found = seen_through(*columns(of))
    return list(zip(*(part.tolist() for part in found), strict=True))


@given(lines)
def test_each_pixel_shows_what_passes_before_what_does_not(of: list[Line]) -> None:
    shown: dict[tuple[int, int], int] = {}
    for lane, left, right, ink in pieces(of):
        assert left < right
        for x in range(left, right):
            assert (lane, x) not in shown
            shown[lane, x] = ink
    every: dict[tuple[int, int], list[int]] = {}
    for lane, x, wide, ink in of:
        for at in range(x, min(x + wide, 400)):
            every.setdefault((lane, at), []).append(ink)
    assert shown == {at: max(inks, key=lambda i: (i != Ink.HAIR, i)) for at, inks in every.items()}


@given(lines)
def test_lanes_drawn_at_once_show_what_each_shows_alone(of: list[Line]) -> None:
    alone = [
        (lane, *piece[1:])
        for lane in sorted({line[0] for line in of})
        for piece in pieces([(0, *line[1:]) for line in of if line[0] == lane])
    ]
    assert pieces(of) == alone


def test_cells_of_a_day_that_an_edge_cuts_to_nothing_are_still_seen() -> None:
    content = made_content(400)
    scale = start(content, 0.0)
    frame = stack_frames(content, footing(content, scale, 11))[0]
    cut = replace(frame, width=frame.width * 0, abreast=5)
    assert frame.count.max() > cut.tallest
    strokes = Strokes()
    with np.errstate(all="raise"):
        draw_cells(strokes, content, [(cut, 200.0)], 3)
    assert (strokes.frozen(scale, (), (), ()).blocks.bounds[:, 2] >= 1).all()
