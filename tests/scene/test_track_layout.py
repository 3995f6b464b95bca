"""Tracks fill the foot of the timeline, in order, and never at the cost of what lanes must have."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.scene.lane_layout import FOLD_PX
from timeline_app.scene.track import TrackNeed
from timeline_app.scene.track_layout import MOST_SHARE, LanesWish, TrackWish, bands

needs = st.builds(
    lambda least, more: TrackNeed(least, least + more), st.floats(30, 90), st.floats(0, 600)
)
wishes = st.builds(TrackWish, needs, closed=st.booleans())
heights = st.floats(100, 1400)
lanes = st.builds(
    lambda scarce, more, most: LanesWish(scarce, scarce + more, scarce + more + most),
    st.floats(0, 600),
    st.floats(0, 900),
    st.floats(0, 300),
)


@given(st.lists(wishes, max_size=4), heights, lanes)
def test_bands_follow_each_other_down_to_the_foot(
    asked: list[TrackWish], height: float, lanes: LanesWish
) -> None:
    made = bands(asked, height, lanes)
    assert len(made) == len(asked)
    assert all(abs(one.bottom - other.top) < 1e-6 for one, other in pairwise(made))
    assert not made or abs(made[-1].bottom - height) < 1e-6


@given(st.lists(wishes, max_size=4), heights, lanes)
def test_each_is_folded_or_has_what_it_needs_and_no_more_than_it_wishes(
    asked: list[TrackWish], height: float, lanes: LanesWish
) -> None:
    for wish, band in zip(asked, bands(asked, height, lanes), strict=True):
        if band.folded:
            assert band.height == FOLD_PX
        else:
            assert not wish.closed
            assert int(wish.need.least) <= band.height <= wish.need.wish + 1e-6


@given(st.lists(wishes, max_size=4), heights, lanes)
def test_lanes_keep_what_they_must_have(
    asked: list[TrackWish], height: float, lanes: LanesWish
) -> None:
    made = bands(asked, height, lanes)
    taken = sum(band.height for band in made)
    if any(not band.folded for band in made):
        assert height - taken >= lanes.scarce - 1e-6
    least = sum(FOLD_PX if b.folded else w.need.least for w, b in zip(asked, made, strict=True))
    assert taken <= max(least, height * MOST_SHARE, FOLD_PX * len(made)) + 1e-6


def test_what_the_reader_opens_has_its_least_height_even_where_lanes_are_squeezed() -> None:
    need = TrackNeed(60, 200)
    lanes = LanesWish(400, 800, 800)
    (shut,) = bands([TrackWish(need)], 410, lanes)
    (opened,) = bands([TrackWish(need, opened=True)], 410, lanes)
    assert shut.folded and not opened.folded
    assert opened.height == need.least


def test_what_the_reader_folds_is_folded_though_there_is_room() -> None:
    (band,) = bands([TrackWish(TrackNeed(60, 200), closed=True)], 900, LanesWish(100, 200, 300))
    assert band.folded
