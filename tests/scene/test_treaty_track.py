"""Treaties are drawn at their days, in rows that never overlap, and answer to the pointer."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model.instrument import (
    AMENDED,
    ANNOUNCED,
    IN_FORCE,
    LEFT,
    OTHER,
    RATIFIED,
    SIGNED,
    SUSPENDED,
)
from timeline_app.model.instrument_table import StepDay, stretches
from timeline_app.model.view import View
from timeline_app.scene.display_list import DisplayList, Form, Shade, Strokes
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.track import Band
from timeline_app.scene.treaties import Treaties
from timeline_app.scene.treaty_marks import Sign, marks_of
from timeline_app.scene.treaty_rows import NAME_SIZE, Treaty
from timeline_app.scene.treaty_strokes import BAR, FADE_PX, LINE, TreatyPen
from timeline_app.scene.treaty_track import TreatyTrack, step_words

SCALE = TimeScale.of(View(1000.0, 1000.0), 100, 1000)
EDGE = SCALE.right_px

STEP = st.builds(
    lambda step, first, days, by: StepDay(step, first, first + days, by),
    st.integers(ANNOUNCED, OTHER),
    st.integers(200, 2800),
    st.sampled_from([0, 0, 30, 365]),
    st.sampled_from(["", "", "KAZ", "European Union"]),
)
STEPS = st.lists(STEP, min_size=1, max_size=7).map(lambda s: sorted(s, key=lambda x: x.first))


def measure(text: str, size: float, bold: bool = False) -> float:
    return len(text) * size * 0.5


def day(step: int, on: int, by: str = "") -> StepDay:
    return StepDay(step, on, on, by)


def treaty(steps: list[StepDay], key: int = 1, parties: int = 5) -> Treaty:
    name = f"Treaty number {key} on something"
    told = stretches(steps, parties), marks_of(steps, parties)
    last = max([step.last for step in steps] + [one.last for one in told[0]])
    return Treaty(key, key, name, 0, steps[0].first, last, (len(steps), parties), *told)


def these(treaties: list[Treaty]) -> Treaties:
    days = np.array([(one.first, one.last, one.key) for one in treaties], np.int64).reshape(-1, 3)
    return Treaties(days[:, 0], days[:, 1], days[:, 2], treaties.__getitem__)


def drawn(steps: list[StepDay], parties: int = 5) -> DisplayList:
    strokes = Strokes()
    pen = TreatyPen(strokes, SCALE, 50.0, 0)
    pen.draw(stretches(steps, parties), marks_of(steps, parties))
    return strokes.frozen(SCALE, (), (), ())


def rects(drawn: DisplayList, high: float, shade: Shade = Shade.FULL) -> list[tuple[float, float]]:
    """From where to where rectangles of this height lie."""
    found = drawn.rects.bounds[(drawn.rects.shade == shade) & (drawn.rects.bounds[:, 3] == high)]
    return sorted((float(x), float(x + w)) for x, _, w, _ in found)


def test_signed_is_a_solid_sign_and_a_line_and_in_force_a_bar_to_the_edge() -> None:
    found = drawn([day(SIGNED, 1200), day(IN_FORCE, 1500)])
    assert found.glyphs.place.tolist() == [[SCALE.x(1200.5), 50, 12]]
    assert found.glyphs.form.tolist() == [Form.SOLID]
    assert rects(found, LINE) == [(SCALE.x(1200), SCALE.x(1500))]
    assert rects(found, BAR) == [(SCALE.x(1500), EDGE - BAR)]
    assert found.arrows.tolist() == [[EDGE, 50, 1, BAR]]


def test_announced_is_hollow_and_then_broken() -> None:
    found = drawn([day(ANNOUNCED, 1200), day(SIGNED, 1500)])
    assert found.glyphs.form.tolist() == [Form.HOLLOW, Form.SOLID]
    dashes = rects(found, 1.5)
    assert len(dashes) > 20
    assert dashes[0][0] >= SCALE.x(1200) and dashes[-1][1] <= SCALE.x(1500)
    assert all(b[0] - a[1] > 2 for a, b in itertools.pairwise(dashes))


def test_a_party_that_joins_cuts_the_bar_and_stands_above_it() -> None:
    found = drawn([day(IN_FORCE, 1200), day(IN_FORCE, 1600, "KGZ")])
    x = SCALE.x(1600.5)
    assert rects(found, BAR) == [(SCALE.x(1200), x - 1), (x + 1, EDGE - BAR)]
    assert found.glyphs.place.tolist() == [[x, 40, 7]]


def test_what_was_left_ends_in_a_cap_and_goes_no_further() -> None:
    found = drawn([day(IN_FORCE, 1200), day(LEFT, 1700)])
    assert rects(found, BAR) == [(SCALE.x(1200), SCALE.x(1700))]
    assert len(rects(found, 15.0)) == 1
    assert not len(found.arrows)


def test_what_was_only_signed_fades_after_its_last_step() -> None:
    found = drawn([day(SIGNED, 1200), day(RATIFIED, 1400, "KAZ")])
    fading = [*rects(found, LINE, Shade.NEAR), *rects(found, LINE, Shade.FAR)]
    assert min(x for x, _ in fading) >= SCALE.x(1401)
    assert max(x for _, x in fading) <= SCALE.x(1401) + FADE_PX + 4
    assert len(rects(found, 13.0)) == 2  # twin ticks


def test_suspended_is_hollow_and_amended_a_sleeve() -> None:
    found = drawn([day(IN_FORCE, 1200), day(AMENDED, 1300), day(SUSPENDED, 1500)])
    outlines = sorted(found.outlines.bounds.tolist())
    assert [round(o[3]) for o in outlines] == [13, 9]
    assert outlines[1][0] == pytest.approx(SCALE.x(1500))


def test_a_step_of_a_year_is_drawn_over_the_year_and_takes_effect_at_its_end() -> None:
    found = drawn([day(SIGNED, 1100), StepDay(IN_FORCE, 1200, 1564, "")])
    assert rects(found, BAR, Shade.PALE) == [(SCALE.x(1200), SCALE.x(1565))]
    solid = [(a, b) for a, b in rects(found, BAR) if b - a > 3]
    assert solid == [(SCALE.x(1564), EDGE - BAR)]


def test_parties_that_sign_on_one_day_are_one_sign_and_a_later_one_joins() -> None:
    steps = [day(SIGNED, 10, "KAZ"), day(SIGNED, 10, "KGZ"), day(SIGNED, 900, "TJK")]
    signs = [(mark.sign, mark.by) for mark in marks_of(steps, 4)]
    assert signs == [(Sign.SIGNATURE, ("KAZ", "KGZ")), (Sign.SIGNED_LATER, ("TJK",))]


@given(st.lists(STEPS, min_size=1, max_size=25), st.floats(40, 700), st.booleans())
def test_rows_never_overlap_nor_leave_the_band(
    lives: list[list[StepDay]], height: float, folded: bool
) -> None:
    track = TreatyTrack(these([treaty(life, n) for n, life in enumerate(lives)]), measure)
    band = Band(30.0, 26.0 if folded else height, folded)
    made = track.compose(SCALE, band, resting=True)
    assert made.in_sight >= len(made.lines)
    if folded:
        return
    rows: dict[int, list[tuple[float, float]]] = {}
    for line in made.lines:
        row = made.rows[line.treaty.key]
        rows.setdefault(row, []).append((line.left, line.right))
        assert made.middle(line.treaty.key) < max(band.bottom, 60.0)
        assert line.left >= SCALE.left_px - 1e-6 and line.right <= EDGE + 1e-6
        place = made.place_of(line.treaty.key)
        assert place is not None and place.keys == (line.treaty.key,)
    for spans in rows.values():
        spans.sort()
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


@given(st.lists(STEPS, min_size=1, max_size=12))
def test_what_is_drawn_is_found_at_its_place(lives: list[list[StepDay]]) -> None:
    track = TreatyTrack(these([treaty(life, n) for n, life in enumerate(lives)]), measure)
    made = track.compose(SCALE, Band(0.0, 300.0), resting=True)
    for line in made.lines:
        place = made.place_of(line.treaty.key)
        assert place is not None
        found = made.place_at((line.left + line.right) / 2, place.y)
        assert found is not None and found.keys == place.keys
    assert made.place_at(500, 301) is None


def test_rows_stay_while_one_pans_and_the_selected_one_is_always_drawn() -> None:
    lives = [[day(IN_FORCE, 900 - n), day(AMENDED, 1100)] for n in range(30)]
    track = TreatyTrack(these([treaty(life, n) for n, life in enumerate(lives)]), measure)
    track.selected = 29
    first = track.compose(SCALE, Band(0.0, 100.0), resting=True)
    assert 29 in first.rows and first.in_sight == 30 and len(first.lines) < 6
    moved = TimeScale.of(View(1010.0, 1000.0), 100, 1000)
    assert track.compose(moved, Band(0.0, 100.0), resting=False).rows == first.rows


@given(STEPS)
def test_words_of_steps_never_lie_over_each_other(steps: list[StepDay]) -> None:
    words = step_words(marks_of(steps, 5), SCALE, measure, 2)
    for line in (0, 1):
        of = sorted((w.x, w.x + w.width) for w in words if w.line == line)
        assert all(a[1] < b[0] for a, b in itertools.pairwise(of))
        assert all(SCALE.left_px <= a and b <= EDGE for a, b in of)


def test_a_treaty_out_of_sight_is_not_drawn() -> None:
    far = treaty([day(SIGNED, 100), day(LEFT, 200)])
    made = TreatyTrack(these([far]), measure).compose(SCALE, Band(0.0, 100.0), resting=True)
    assert (made.in_sight, made.lines, made.place_of(1)) == (0, (), None)


@pytest.mark.parametrize("grown", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("height", [90.0, 400.0])
def test_names_keep_their_room_as_letters_grow(grown: float, height: float) -> None:
    def larger(text: str, size: float, bold: bool = False) -> float:
        return grown * measure(text, size, bold)

    treaties = these(
        [treaty([day(SIGNED, 1100 + key), day(IN_FORCE, 1300)], key) for key in range(9)]
    )
    track = TreatyTrack(treaties, larger, grown=grown)
    made = track.compose(SCALE, Band(0, height * grown), resting=True)
    assert (
        made.row_px
        == grown
        * TreatyTrack(treaties, measure).compose(SCALE, Band(0, height), resting=True).row_px
    )
    names = [label for label in made.strokes.labels if label.size == NAME_SIZE]
    assert names
    for one, other in itertools.combinations(names, 2):
        apart = one.x + one.width <= other.x or other.x + other.width <= one.x
        assert apart or abs(one.y - other.y) >= NAME_SIZE * grown
    for line in made.lines:
        place = made.place_of(line.treaty.key)
        assert place is not None
        assert made.place_at(place.x, place.y) is not None
