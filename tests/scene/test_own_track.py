"""One's own events stand at their days, cover no other, and none vanishes."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.dates.day import OPEN_FUTURE, OPEN_PAST
from timeline_app.model.view import View
from timeline_app.scene.own_track import ROW_PX, SIGN_PX, OwnDay, OwnTrack
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.track import Band

SCALE = TimeScale.of(View(1000.0, 1000.0), 100, 1000)


def measure(text: str, size: float, bold: bool = False) -> float:
    return len(text) * size * 0.5


DAYS = st.lists(
    st.tuples(st.integers(900, 2100), st.integers(0, 200), st.text("ab ", min_size=1, max_size=30)),
    min_size=1,
    max_size=12,
).map(
    lambda told: [
        OwnDay(key, first, first + length, title, -1)
        for key, (first, length, title) in enumerate(told)
    ]
)


@given(DAYS, st.integers(1, 6))
def test_every_one_in_sight_has_its_sign_within_the_band(days: list[OwnDay], rows: int) -> None:
    track = OwnTrack(days, measure)
    band = Band(50.0, rows * ROW_PX + 4)
    drawn = track.compose(SCALE, band, resting=True)
    seen = {d.key for d in days if SCALE.x(d.last + 1) >= 100 and SCALE.x(d.first) <= 1100}
    assert {mark.day.key for mark in drawn.marks} == seen and drawn.in_sight == len(seen)
    for mark in drawn.marks:
        assert band.top <= mark.y - SIGN_PX / 2 and mark.y + SIGN_PX / 2 <= band.bottom
        place = drawn.place_of(mark.day.key)
        assert place is not None and drawn.place_at(place.x, place.y) is not None


@given(DAYS, st.integers(1, 12))
def test_no_name_lies_over_another_sign_however_little_room(days: list[OwnDay], rows: int) -> None:
    track = OwnTrack(days, measure)
    for folded in (False, True):
        band = Band(0.0, rows * ROW_PX + 4, folded)
        drawn = track.compose(SCALE, band, resting=True)
        for one in drawn.marks:
            for other in drawn.marks:
                if one is not other and one.y == other.y and one.label:
                    begin, end = one.label_x, one.label_x + one.label_px
                    assert end <= other.x - SIGN_PX / 2 or begin >= other.x - SIGN_PX / 2


def test_open_ends_reach_over_the_edge() -> None:
    track = OwnTrack([OwnDay(0, OPEN_PAST, OPEN_FUTURE, "always", 2)], measure)
    (mark,) = track.compose(SCALE, Band(0.0, 40.0), resting=True).marks
    assert mark.left < SCALE.left_px < mark.right and mark.x == SCALE.left_px
    assert track.need(SCALE).wish >= track.need(SCALE).least


def test_rows_stay_while_one_pans() -> None:
    days = [OwnDay(n, 1100 + 3 * n, 1100 + 3 * n, "a name", -1) for n in range(3)]
    track = OwnTrack(days, measure)
    band = Band(0.0, 4 * ROW_PX + 4)
    before = {m.day.key: m.y for m in track.compose(SCALE, band, resting=True).marks}
    moved = TimeScale.of(View(1002.0, 1000.0), 100, 1000)
    after = {m.day.key: m.y for m in track.compose(moved, band, resting=False).marks}
    assert before == after


@given(DAYS, st.floats(1.0, 2.0))
def test_rows_grow_with_letters(days: list[OwnDay], grown: float) -> None:
    track = OwnTrack(days, measure, grown)
    need = track.need(SCALE)
    drawn = track.compose(SCALE, Band(0.0, need.wish), resting=True)
    heights = sorted({mark.y for mark in drawn.marks})
    assert all(b - a >= ROW_PX * grown - 1e-6 for a, b in pairwise(heights))
