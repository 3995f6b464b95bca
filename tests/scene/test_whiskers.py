"""A whisker leads to every date that is asserted, and none hides another."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from made_scenes import LEFT_PX, WIDTH_PX, measure
from timeline_app.dates.day import OPEN_FUTURE, OPEN_PAST
from timeline_app.model.view import View
from timeline_app.scene.asserted_dates import AssertedDate
from timeline_app.scene.display_list import SpotKind
from timeline_app.scene.hit_test import Place
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.whiskers import Box, Room, Whisker, whiskers

DAY_0, HEIGHT, ROW = 2_456_000, 600.0, 17.0
EDGES = (LEFT_PX, LEFT_PX + WIDTH_PX)


def place(scale: TimeScale, first: int, last: int, y: float) -> Place:
    left, right = scale.x(first), scale.x(last + 1)
    x = (left + right) / 2 if first == last else left + 8
    if first == last:
        left, right = x - 5, x + 5
    kind = SpotKind.GLYPH if first == last else SpotKind.BAR
    return Place(0, kind, 0, left, y - 8.5, right, y + 8.5, x, (0,))


spans = st.tuples(st.integers(-4000, 4000), st.sampled_from([0, 0, 0, 2, 29, 364])).map(
    lambda both: (DAY_0 + both[0], DAY_0 + sum(both))
)
dates = st.lists(
    st.builds(
        lambda span, words, preferred: AssertedDate(*span, words, preferred),
        spans
        | st.sampled_from([(OPEN_PAST, DAY_0), (DAY_0, OPEN_FUTURE), (OPEN_PAST, OPEN_FUTURE)]),
        st.sampled_from(["18 March, Turan", "2004, source not recorded", "a long name " * 9]),
        st.booleans(),
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda date: (date.first, date.last),
)
scales = st.sampled_from([3.0, 30.0, 120.0, 3000.0, 12_000.0]).map(
    lambda days: TimeScale.of(View(DAY_0 - days / 2, days), LEFT_PX, WIDTH_PX)
)


def drawn(
    asserted: list[AssertedDate], scale: TimeScale, last: int, y: float
) -> tuple[Whisker, ...]:
    room = Room(HEIGHT, (y - 60, y + 60), ROW)
    return whiskers(asserted, place(scale, DAY_0, last, y), scale, room, measure)


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@given(dates, scales, st.sampled_from([DAY_0, DAY_0 + 30]), st.floats(30, 570))
def test_each_date_has_one_whisker_within_the_window(
    asserted: list[AssertedDate], scale: TimeScale, last: int, y: float
) -> None:
    found = drawn(asserted, scale, last, y)
    assert len(found) == len(asserted)
    for one in found:
        assert EDGES[0] <= one.x <= EDGES[1]
        assert 0 <= one.y <= HEIGHT
        assert EDGES[0] <= one.text_x
        assert one.text_x + one.text_width <= EDGES[1] + 1e-6


@given(dates, scales, st.sampled_from([DAY_0, DAY_0 + 30]), st.floats(120, 480))
def test_no_whisker_covers_another_or_its_mark(
    asserted: list[AssertedDate], scale: TimeScale, last: int, y: float
) -> None:
    found = drawn(asserted, scale, last, y)
    mark = place(scale, DAY_0, last, y)
    for one, other in combinations(found, 2):
        assert not any(overlap(a, b) for a in one.boxes for b in other.boxes)
    for one in found:
        end, words = one.boxes
        ring = (mark.x - 10, y - 8, mark.x + 10, y + 8)
        assert not overlap(words, ring)
        assert not overlap(end, ring)


@given(dates, scales)
def test_a_day_out_of_sight_is_named_at_its_edge(
    asserted: list[AssertedDate], scale: TimeScale
) -> None:
    by_words = {}
    for date in asserted:
        (one,) = drawn([date], scale, DAY_0, 300.0)
        by_words[date] = one
    for date, one in by_words.items():
        left, right = scale.x(date.first), scale.x(date.last + 1)
        if one.beyond:
            assert right <= EDGES[0] + 4 if one.beyond < 0 else left >= EDGES[1] - 4
        else:
            assert left - 8 <= one.x <= right + 8
        assert one.text


def test_it_stays_in_the_row_of_its_mark_where_it_can() -> None:
    scale = TimeScale.of(View(DAY_0 - 60, 120), LEFT_PX, WIDTH_PX)
    (one,) = drawn([AssertedDate(DAY_0 - 7, DAY_0 - 7, "18 March, Turan", False)], scale, DAY_0, 99)
    assert one.y == 99
    assert one.text_x + one.text_width < one.x < one.root[0]


def test_what_is_taken_is_not_covered() -> None:
    scale = TimeScale.of(View(DAY_0 - 60, 120), LEFT_PX, WIDTH_PX)
    mark = place(scale, DAY_0, DAY_0, 99)
    name = (mark.x + 14, 89.0, mark.x + 200, 109.0)
    room = Room(HEIGHT, (60, 200), ROW, (name,))
    date = AssertedDate(DAY_0 + 7, DAY_0 + 7, "25 March, Registan", False)
    (one,) = whiskers([date], mark, scale, room, measure)
    assert one.y != 99
    assert not any(overlap(box, name) for box in one.boxes)
