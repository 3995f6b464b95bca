"""Memberships are bands at their days; where the source ends they fade, and only after it."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.dates.day import OPEN_FUTURE
from timeline_app.model.event_table import Term
from timeline_app.model.membership_rows import member_rows
from timeline_app.model.membership_table import AsWritten, MembershipTable, Organisation
from timeline_app.model.view import View
from timeline_app.scene.display_list import DisplayList, Shade, Strokes
from timeline_app.scene.membership_strokes import (
    BAND_PX,
    FADE_STEP,
    FADES,
    Hatched,
    draw_band,
    span_of,
)
from timeline_app.scene.membership_track import MembershipTrack
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.track import Band

SCALE = TimeScale.of(View(1000.0, 1000.0), 100, 1000)
Told = tuple[int, int, int, int, int, bool, str]
"""First and last day of the begin, of the end, the last day known, full, state."""


def measure(text: str, size: float, bold: bool = False) -> float:
    return len(text) * size * 0.5


def table(*told: Told) -> MembershipTable:
    columns = list(zip(*told, strict=True))
    days = [np.array(column, np.int64) for column in columns[:5]]
    states = sorted({one[6] for one in told})
    n = len(told)
    return MembershipTable(
        key=np.arange(n),
        organisation=np.zeros(n, np.int64),
        state=np.array([states.index(one[6]) for one in told], np.int64),
        from_first=days[0],
        from_last=days[1],
        to_first=days[2],
        to_last=days[3],
        known_to=days[4],
        full=np.array(columns[5], np.bool_),
        precision=np.zeros(n, np.uint8),
        known_from=days[0],
        texts=AsWritten.of([("", "", "", "", "")] * n),
        organisations=(Organisation("org", "An organisation", "ORG", ()),),
        states=tuple(Term(state, state) for state in states),
    )


def drawn(told: Told) -> tuple[DisplayList, list[Hatched]]:
    strokes = Strokes()
    span = span_of(table(told), 0, SCALE)
    assert span is not None
    hatched = draw_band(strokes, span, 50.0, SCALE)
    return strokes.frozen(SCALE, (), (), ()), hatched


def rects(drawn: DisplayList, shade: Shade) -> list[tuple[float, float]]:
    found = drawn.rects.bounds[drawn.rects.shade == shade]
    return sorted((float(x), float(x + w)) for x, _, w, _ in found)


def test_a_membership_lies_on_its_days_and_ends_square() -> None:
    found, hatched = drawn((1200, 1200, 1500, 1500, OPEN_FUTURE, True, "UZB"))
    assert rects(found, Shade.FULL) == [(SCALE.x(1200), SCALE.x(1500))]
    assert found.rects.bounds[0, 3] == BAND_PX
    assert not hatched and not len(found.arrows)


def test_where_the_source_ends_the_band_fades_after_the_last_day_it_knows() -> None:
    found, _ = drawn((1200, 1200, OPEN_FUTURE, OPEN_FUTURE, 1600, True, "UZB"))
    assert rects(found, Shade.FULL) == [(SCALE.x(1200), SCALE.x(1601))]
    steps = [rects(found, shade) for shade in FADES]
    assert [len(step) for step in steps] == [1, 1, 1]
    edges = [x for step in steps for x in step[0]]
    assert edges == sorted(edges) and edges[0] == pytest.approx(SCALE.x(1601))
    assert edges[-1] <= SCALE.x(1601) + FADE_STEP * len(FADES)
    assert not len(found.arrows)


def test_where_nothing_tells_how_far_is_known_it_goes_on() -> None:
    found, _ = drawn((1200, 1200, OPEN_FUTURE, OPEN_FUTURE, OPEN_FUTURE, True, "UZB"))
    assert found.arrows.tolist() == [[SCALE.right_px, 50, 1, BAND_PX]]
    assert not any(rects(found, shade) for shade in FADES)


def test_a_partner_is_hatched_and_not_full() -> None:
    found, hatched = drawn((1200, 1200, 1500, 1500, OPEN_FUTURE, False, "TUR"))
    assert rects(found, Shade.FULL) == []
    assert hatched == [(SCALE.x(1200), 50 - BAND_PX / 2, 300, BAND_PX)]


def test_a_year_in_which_it_began_is_pale() -> None:
    found, _ = drawn((1200, 1564, 1800, 1800, OPEN_FUTURE, True, "UZB"))
    assert rects(found, Shade.PALE) == [(SCALE.x(1200), SCALE.x(1564))]
    assert (SCALE.x(1564), SCALE.x(1800)) in rects(found, Shade.FULL)


DAY = st.integers(0, 3000)
TOLD = st.builds(
    lambda begin, wide, long, known, full, state: (
        begin,
        begin + wide,
        *((begin + wide + long,) * 2 if long else (OPEN_FUTURE,) * 2),
        begin + wide + known if known and not long else OPEN_FUTURE,
        full,
        state,
    ),
    DAY,
    st.sampled_from([0, 30, 365]),
    st.sampled_from([0, 0, 40, 900]),
    st.sampled_from([0, 400]),
    st.booleans(),
    st.sampled_from(["KAZ", "KGZ", "TJK", "RUS", "IND", "PAK"]),
)


@given(st.lists(TOLD, min_size=1, max_size=9), st.floats(30, 200))
def test_rows_stand_apart_within_the_band_and_are_found(told: list[Told], height: float) -> None:
    made = table(*told)
    track = MembershipTrack(made, member_rows(made, [0]), measure)
    band = Band(20.0, height)
    picture = track.compose(SCALE, band, resting=True)
    ys = [line.y for line in picture.lines]
    assert all(b - a >= 12 for a, b in itertools.pairwise(ys))
    assert len(ys) <= picture.in_sight
    for line in picture.lines:
        assert line.label_x >= SCALE.left_px and line.y + 5 <= max(band.bottom, 50.0)
        assert line.label_x + line.label_px <= SCALE.right_px
        found = picture.place_at(line.label_x + 1, line.y)
        assert found is not None and found.keys == (line.key,)
    assert picture.place_at(500, band.bottom + 1) is None


def test_while_one_pans_the_same_rows_are_drawn() -> None:
    told = [(900 + n, 900 + n, 1800, 1800, OPEN_FUTURE, True, f"S{n:02}") for n in range(20)]
    made = table(*told)
    track = MembershipTrack(made, member_rows(made, [0]), measure)
    first = track.compose(SCALE, Band(0.0, 80.0), resting=True)
    moved = TimeScale.of(View(1100.0, 1000.0), 100, 1000)
    then = track.compose(moved, Band(0.0, 80.0), resting=False)
    assert [line.key for line in then.lines] == [line.key for line in first.lines]
    assert len(first.lines) == 4 and first.in_sight == 20
