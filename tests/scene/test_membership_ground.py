"""Behind the lanes a membership lies on its days; it fades where its source ends, not before."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.dates.day import OPEN_FUTURE
from timeline_app.model.event_table import Term
from timeline_app.model.membership_rows import member_key, member_row
from timeline_app.model.membership_table import MembershipTable, Organisation, no_memberships
from timeline_app.model.view import View
from timeline_app.scene.display_list import DisplayList, Label, Strokes
from timeline_app.scene.lane_layout import LaneBox, Level
from timeline_app.scene.membership_ground import (
    NAME_SIZE,
    Ground,
    ground_names,
    grounds_of,
    label_rect,
)
from timeline_app.scene.membership_strokes import FADE_STEP, FADES
from timeline_app.scene.time_scale import TimeScale

SCALE = TimeScale.of(View(1000.0, 1000.0), 100, 1000)
BOXES = (LaneBox((0,), 0.0, 40.0, Level.MARKS), LaneBox((1,), 40.0, 40.0, Level.MARKS))
Told = tuple[int, int, int, int, int]
"""First and last day of the begin, of the end, the last day known."""


def measure(text: str, size: float, bold: bool = False) -> float:
    return len(text) * size * 0.5


def table(*told: Told) -> MembershipTable:
    """One membership of as many states in one organisation."""
    n = len(told)
    days = [np.array(column, np.int64) for column in zip(*told, strict=True)]
    return replace(
        no_memberships(),
        key=np.arange(n),
        organisation=np.zeros(n, np.int64),
        state=np.arange(n),
        from_first=days[0],
        from_last=days[1],
        to_first=days[2],
        to_last=days[3],
        known_to=days[4],
        full=np.ones(n, np.bool_),
        precision=np.zeros(n, np.uint8),
        known_from=np.zeros(n, np.int64),
        texts=(("", "", "", "", ""),) * n,
        organisations=(Organisation("org", "An organisation", "ORG", ()),),
        states=tuple(Term(f"S{i}", f"State {i}") for i in range(n)),
    )


def ground(told: Told) -> Ground:
    (found,) = grounds_of(table(told), [0], SCALE)
    return found


def lanes(*labels: Label) -> DisplayList:
    return Strokes().frozen(SCALE, BOXES, labels, ())


def names(grounds: tuple[Ground, ...], *labels: Label) -> list[tuple[str, float, float]]:
    found = ground_names(grounds, lanes(*labels), 80.0, measure, {}, resting=True)
    return [(name.text, name.x, name.y) for name in found]


@given(st.integers(1000, 1990), st.integers(0, 900))
def test_its_edges_are_its_first_day_and_the_end_of_its_last(begun: int, long: int) -> None:
    ended = min(begun + long, 1998)
    one = ground((begun, begun, ended, ended, OPEN_FUTURE))
    assert one.edges == pytest.approx((SCALE.x(begun), SCALE.x(ended)), abs=SCALE.px_per_day)
    assert one.edges[0] == SCALE.x(begun) and not one.fading


@given(st.integers(1000, 1900), st.integers(0, 80))
def test_it_fades_in_three_steps_after_the_last_day_its_source_knows(begun: int, long: int) -> None:
    known = begun + long
    one = ground((begun, begun, OPEN_FUTURE, OPEN_FUTURE, known))
    assert one.edges == (SCALE.x(begun),)
    assert one.spans[0].end == pytest.approx(SCALE.x(known + 1))
    assert [shade for _, shade in one.fading] == list(FADES)
    assert one.fading[0][0] == pytest.approx(SCALE.x(known + 1))
    assert one.fading[1][0] - one.fading[0][0] == pytest.approx(FADE_STEP)


def test_where_no_end_is_known_it_goes_on_to_the_edge() -> None:
    one = ground((1200, 1200, OPEN_FUTURE, OPEN_FUTURE, OPEN_FUTURE))
    assert one.edges == (SCALE.x(1200),)
    assert (one.spans[0].end, one.fading) == (SCALE.right_px, ())


def test_a_year_is_an_extent_and_no_edge() -> None:
    one = ground((1200, 1565, 1700, 1700, OPEN_FUTURE))
    assert one.extents == ((SCALE.x(1200), SCALE.x(1565)),)
    assert len(one.edges) == 1


def test_keys_name_a_state_in_an_organisation_and_no_other() -> None:
    made = table((1200, 1200, 1300, 1300, OPEN_FUTURE), (1400, 1400, 1500, 1500, OPEN_FUTURE))
    for state in range(2):
        row = member_row(made, member_key(made, 0, state))
        assert row is not None and row.state == state
    assert all(member_row(made, key) is None for key in (-1, 2, 10**9))
    assert member_row(no_memberships(), 0) is None
    assert [g.name for g in grounds_of(made, [1, 0, 7], SCALE)] == ["ORG, State 1", "ORG, State 0"]


def test_names_stand_at_the_visible_edge_and_cover_nothing() -> None:
    grounds = grounds_of(
        table((500, 500, 1900, 1900, OPEN_FUTURE), (600, 600, 1800, 1800, OPEN_FUTURE)),
        [0, 1],
        SCALE,
    )
    (one, x, top), (other, beside, below) = names(grounds)
    assert (one, other) == ("ORG, State 0", "ORG, State 1")
    assert SCALE.left_px < x == beside < SCALE.left_px + 10
    assert top < 15 and below >= top + 15
    label = Label(0, 0, "a label of an event", 100, 14, 120, 13, to_right=True, slot=0)
    bottom = label_rect(label)[3]
    assert all(y >= bottom for _, _, y in names(grounds, label))


def test_a_name_without_room_is_left_out() -> None:
    assert not names(grounds_of(table((1200, 1200, 1230, 1230, OPEN_FUTURE)), [0], SCALE))


def test_names_keep_their_height_while_one_pans() -> None:
    grounds = grounds_of(table((500, 500, 1900, 1900, OPEN_FUTURE)), [0], SCALE)
    (name,) = ground_names(grounds, lanes(), 80.0, measure, {0: 42.0}, resting=False)
    assert name.y == 42.0
    assert not ground_names(grounds, lanes(), 80.0, measure, {}, resting=False)


places = st.tuples(st.integers(100, 1000), st.integers(0, 80), st.integers(1, 300))


@given(st.lists(places, max_size=12), st.integers(1, 4))
def test_no_name_stands_lower_than_it_must(taken: list[tuple[int, int, int]], n: int) -> None:
    """Each at the first height, from the top, at which it covers no label and no name before it."""
    told = [(500, 500, 1900 - i, 1900 - i, OPEN_FUTURE) for i in range(n)]
    grounds = grounds_of(table(*told), range(n), SCALE)
    labels = [Label(0, 0, "x", x, y, wide, 13, to_right=True, slot=0) for x, y, wide in taken]
    names = ground_names(grounds, lanes(*labels), 80, measure, {}, resting=True)
    found = {name.text: name for name in names}
    rects = [label_rect(label) for label in labels]
    for one in grounds:
        width = measure(one.name, NAME_SIZE)
        left, right = SCALE.left_px + 2.0, SCALE.left_px + 2.0 + width + 6.0
        tops = [2.0, 42.0]
        assert {name.y for name in found.values()} <= set(tops)
        free = [
            y
            for y in tops
            if not any(a < right and left < c and b < y + 15 and y < d for a, b, c, d in rects)
        ]
        name = found.get(one.name)
        assert (name.y if name else None) == (free[0] if free else None)
        if name is not None:
            rects.append((name.x - 3, name.y, name.x + name.width + 3, name.y + 15))
