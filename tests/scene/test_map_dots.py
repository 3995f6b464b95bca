"""Dots and their names: sized by area, found by the hand and by the keys, never one on another."""

from math import isclose

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.scene.map_dots import (
    MOST_LED,
    MOST_NAMED,
    Dot,
    Name,
    dot_at,
    leader,
    meet,
    name_places,
    next_dot,
    radius,
)

ROOM, LINE = (800.0, 600.0), 15.0
_dots = st.lists(
    st.builds(Dot, st.floats(-100, 900), st.floats(-100, 700), st.floats(3, 20)), max_size=120
)


@given(_dots, st.data())
def test_no_name_leaves_the_room_or_covers_a_dot_or_a_name(
    dots: list[Dot], data: st.DataObject
) -> None:
    widths = data.draw(st.lists(st.floats(10, 160), min_size=len(dots), max_size=len(dots)))
    found = name_places(dots, widths.__getitem__, LINE, ROOM)
    boxes = [name.box for name in found]
    lines = [(name.box, leader(dots[name.n], name.box)) for name in found if name.far]
    assert len({name.n for name in found}) == len(found) <= MOST_NAMED
    assert [name.n for name in found] == sorted(name.n for name in found)
    assert sum(name.far for name in found) <= MOST_LED
    for at, box in enumerate(boxes):
        assert box[0] >= 0 and box[1] >= 0 and box[2] <= ROOM[0] and box[3] <= ROOM[1]
        assert not any(meet(box, dot.box) for dot in dots)
        assert not any(meet(box, other) for other in boxes[at + 1 :])
        assert isclose(box[2] - box[0], widths[found[at].n] + 2)
        for own, (x, y, x2, y2) in lines:
            if own is not box:
                way = [(x + (x2 - x) * n / 40, y + (y2 - y) * n / 40) for n in range(40)]
                inner = box[0] + 3, box[1] + 3, box[2] - 3, box[3] - 3
                assert not any(meet(inner, (a, b, a, b)) for a, b in way)


def test_a_lone_dot_has_its_name_at_the_right_and_at_the_edge_at_the_left() -> None:
    (name,) = name_places([Dot(100, 100, 5)], lambda _: 50, LINE, ROOM)
    assert name == Name(0, (107, 92.5, 159, 107.5), False)
    (name,) = name_places([Dot(790, 100, 5)], lambda _: 50, LINE, ROOM)
    assert name.box[2] < 790
    assert name_places([Dot(900, 100, 5)], lambda _: 50, LINE, ROOM) == []


def test_the_most_important_of_a_crowd_is_named_from_afar() -> None:
    ring = [Dot(400 + dx, 300 + dy, 8) for dx in (-14, 0, 14) for dy in (-14, 0, 14)]
    crowd = [Dot(400, 300, 9), *ring]
    first = name_places(crowd, lambda _: 60, LINE, ROOM)[0]
    assert (first.n, first.far) == (0, True)


def test_no_line_runs_through_a_greater_dot() -> None:
    wall = [Dot(x, 280, 20) for x in range(340, 480, 20)]
    crowd = [Dot(400 + dx, 330 + dy, 8) for dx in (-16, 0, 16) for dy in (-16, 16)]
    dots = [*wall, Dot(400, 330, 6), *crowd]
    led = {name.n: name for name in name_places(dots, lambda _: 60, LINE, ROOM) if name.far}
    assert len(wall) in led
    assert led[len(wall)].box[1] > 330


@given(st.integers(1, 10_000), st.integers(1, 10_000))
def test_the_area_of_a_dot_is_its_count(n: int, most: int) -> None:
    n, most = min(n, most), max(n, most)
    assert radius(most, most, 0, 16) == 16
    assert isclose((radius(n, most, 0, 16) / 16) ** 2, n / most)
    assert radius(n, most, 3.5, 16) >= 3.5


def test_the_pointer_finds_the_smallest_that_holds_it_else_the_nearest() -> None:
    dots = [Dot(100, 100, 20), Dot(105, 100, 4), Dot(300, 100, 4)]
    assert dot_at(dots, 105, 100, 8) == 1
    assert dot_at(dots, 90, 100, 8) == 0
    assert dot_at(dots, 310, 100, 8) == 2
    assert dot_at(dots, 320, 100, 8) is None
    assert dot_at([], 0, 0, 8) is None


def test_arrows_go_to_the_next_dot_that_way_and_stay_where_there_is_none() -> None:
    dots = [Dot(100, 100, 5), Dot(200, 110, 5), Dot(160, 300, 5), Dot(20, 100, 5)]
    assert next_dot(dots, 0, 1, 0) == 1
    assert next_dot(dots, 0, -1, 0) == 3
    assert next_dot(dots, 0, 0, 1) == 2
    assert next_dot(dots, 0, 0, -1) == 0


@given(_dots.filter(len), st.sampled_from([(1, 0), (-1, 0), (0, 1), (0, -1)]))
def test_an_arrow_never_goes_back(dots: list[Dot], way: tuple[int, int]) -> None:
    dx, dy = way
    to = dots[next_dot(dots, 0, dx, dy)]
    assert (to.x - dots[0].x) * dx + (to.y - dots[0].y) * dy >= 0
