"""The track of claims loses none, puts nothing over anything else, and nothing in it jumps."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from made_claims import claims_of, content_of_claims, made_claims
from made_scenes import LEFT_PX, WIDTH_PX, measure, titles, words
from made_tables import DAY_0
from timeline_app.crossfilter.cross_filter import CrossFilter
from timeline_app.model.claim_table import SPEAKER
from timeline_app.model.filter import SPAN, Filter, SpanClause, TermsClause
from timeline_app.model.verdict import BORNE_OUT, OPEN
from timeline_app.model.view import View
from timeline_app.scene import stack_frames
from timeline_app.scene.claim_arrows import End
from timeline_app.scene.claim_content import ClaimContent, claim_content
from timeline_app.scene.claim_drawing import ClaimDrawing
from timeline_app.scene.claim_track import ClaimTrack
from timeline_app.scene.display_list import Ink, SpotKind
from timeline_app.scene.labels import Words
from timeline_app.scene.lane_layout import FOLD_PX, Level
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.track import Band

FEW = settings(max_examples=60)
sizes, seeds = st.sampled_from([1, 5, 20, 60, 300]), st.integers(0, 30)
views = st.builds(View, st.floats(DAY_0 - 200, DAY_0 + 1500), st.floats(20, 3000))
bands = st.builds(
    Band, st.floats(0, 300).map(int).map(float), st.floats(30, 400).map(int).map(float)
)


def scale_of(view: View) -> TimeScale:
    return TimeScale.of(view, LEFT_PX, WIDTH_PX)


def drawn(
    content: ClaimContent, view: View, band: Band, selected: int | None = None
) -> ClaimDrawing:
    track = ClaimTrack(words())
    track.show(content, selected)
    return track.compose(scale_of(view), band, True)


def shown(drawing: ClaimDrawing) -> set[int]:
    return set(drawing.drawn.spots.rows.tolist())


@FEW
@given(sizes, seeds, views, bands)
def test_every_claim_in_sight_is_drawn(n: int, seed: int, view: View, band: Band) -> None:
    content = content_of_claims(made_claims(n, seed))
    said = content.claims.said
    inside = (said.first < view.end) & (said.last + 1 > view.first)
    assert set(np.flatnonzero(inside).tolist()) <= shown(drawn(content, view, band))


@FEW
@given(sizes, seeds, views, bands, st.none() | st.tuples(st.integers(0, 900), st.integers(1, 900)))
def test_claims_too_many_to_be_drawn_one_by_one_are_columns_of_the_same_number(
    n: int, seed: int, view: View, band: Band, brush: tuple[int, int] | None
) -> None:
    span = brush and SpanClause(DAY_0 + brush[0], DAY_0 + sum(brush))
    content = content_of_claims(made_claims(n, seed), span or None)
    one_by_one = drawn(content, view, band)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stack_frames, "MOST_CELLS", -1)
        many = drawn(content, view, band)
    assert shown(many) == shown(one_by_one)
    assert many.seen == one_by_one.seen
    if one_by_one.level is Level.MARKS:
        return
    assert many.level is Level.COLUMNS
    if one_by_one.level is Level.COLUMNS:
        assert painted(many) == painted(one_by_one)


asked = st.sampled_from(
    [
        Filter(),
        Filter().having(SPAN, SpanClause(DAY_0, DAY_0 + 400)),
        Filter().having(SPEAKER, TermsClause(frozenset({"a"}))),
        Filter().having(SPAN, SpanClause(DAY_0, DAY_0 + 900, surely=True)),
    ]
)


@FEW
@given(sizes, seeds, views, bands, st.lists(asked, min_size=2, max_size=4))
def test_what_is_taken_over_from_another_filter_is_what_is_made_anew(
    n: int, seed: int, view: View, band: Band, walk: list[Filter]
) -> None:
    claims, taken = made_claims(n, seed), None
    index = CrossFilter(claims.said)
    for one in walk:
        passing = index.run(one)
        taken = claim_content(claims, passing, False, taken)
        after = drawn(taken, view, band)
        anew = drawn(claim_content(claims, passing, False), view, band)
        assert painted(after) == painted(anew)
        assert (after.seen, after.piles) == (anew.seen, anew.piles)
        assert after.drawn.labels == anew.drawn.labels


@FEW
@given(st.sampled_from([300, 1500]), seeds, bands)
def test_who_comes_from_where_nothing_was_said_into_a_crowd_sees_stacks(
    n: int, seed: int, band: Band
) -> None:
    content, track = content_of_claims(made_claims(n, seed)), ClaimTrack(words())
    track.show(content, None)
    bare, crowd = View(DAY_0 - 9000.0, 1500.0), View(DAY_0 - 10.0, 1500.0)
    assert track.compose(scale_of(bare), band, True).level is Level.MARKS
    moved = track.compose(scale_of(crowd), band, False)
    rests = drawn(content, crowd, band)
    assert moved.level is rests.level is not Level.MARKS
    assert painted(moved) == painted(rests) and moved.seen == rests.seen
    assert track.compose(scale_of(bare), band, False).level is moved.level, "until it rests"
    assert track.compose(scale_of(bare), band, True).level is Level.MARKS


def painted(made: ClaimDrawing) -> list[tuple[float, ...]]:
    blocks = made.drawn.blocks
    return [(*at, ink) for at, ink in zip(blocks.bounds.tolist(), blocks.ink.tolist(), strict=True)]


@FEW
@given(sizes, seeds, views, bands)
def test_no_text_covers_another_or_an_arrow_or_leaves_the_band(
    n: int, seed: int, view: View, band: Band
) -> None:
    made = drawn(content_of_claims(made_claims(n, seed)), view, band)
    scale = made.drawn.scale
    texts = [(one.x, one.y - 9, one.x + one.width, one.y + 3) for one in made.drawn.labels]
    measure = words().measure
    for arrow, y in made.arrows:
        assert band.top <= y - 8 and y + 8 <= band.bottom
        texts.append((arrow.left, y - 5, arrow.right, y + 5))
    for pile in made.piles:
        width = measure(str(pile.count), 11.5, True)
        texts.append((pile.x, pile.y - 4, pile.x + width, pile.y + 4))
    for left, top, right, bottom in texts:
        assert scale.left_px - 1 <= left and right <= scale.right_px
        assert band.top - 1 <= top and bottom <= band.bottom + 1
    for one, other in combinations(texts, 2):
        across = one[0] < other[2] - 0.01 and other[0] < one[2] - 0.01
        assert not (across and one[1] < other[3] and other[1] < one[3]), (one, other)


Box = tuple[float, float, float, float]


def parts(made: ClaimDrawing, text: float) -> Iterator[tuple[str, int, Box]]:
    """Everything that is drawn of claims, as far as it is in sight: what it is, its spot (of a
    name the row), and its pixels."""
    spots, scale = made.drawn.spots, made.drawn.scale
    for i in range(len(spots)):
        x0, y0, x1, y1 = (float(v) for v in spots.bounds[i])
        if spots.kind[i] in (SpotKind.GLYPH, SpotKind.BAR):
            middle, half = (y0 + y1) / 2, min(7.0, (y1 - y0) / 2)
            y0, y1 = middle - half, middle + half
        yield "mark", i, (max(x0, scale.left_px), y0, min(x1, scale.right_px), y1)
    for one in made.drawn.labels:
        box = (one.x, one.y - 9 * text, one.x + one.width, one.y + 3 * text)
        yield "name", one.row, box
    for i, pile in enumerate(made.piles):
        width = measure(str(pile.count), 11.5, True) * text
        yield "count", i, (pile.x, pile.y - 4 * text, pile.x + width, pile.y + 4 * text)


@settings(max_examples=100)
@example(300, 0, View(2450416.0, 4801.0), Band(0.0, 55.0), 150.0, 1.0)  # a stack cut to nothing
@given(
    st.sampled_from([1, 5, 20, 60, 300, 1500]),
    seeds,
    st.builds(View, st.floats(DAY_0 - 2000, DAY_0 + 1500), st.floats(20, 9000)),
    bands,
    st.floats(150, 2200).map(int).map(float),
    st.floats(0.5, 2.0),
)
def test_nothing_of_a_claim_covers_anything_of_another(
    n: int, seed: int, view: View, band: Band, width: float, text: float
) -> None:
    track = ClaimTrack(
        Words(titles, lambda t, size, bold: measure(t, size, bold) * text, text_of(text))
    )
    track.show(content_of_claims(made_claims(n, seed)), None)
    made = track.compose(TimeScale.of(view, LEFT_PX, width), band, True)
    spots = made.drawn.spots
    every = [part for part in parts(made, text) if part[2][0] < part[2][2]]
    for kind, _, (left, top, right, bottom) in every:
        assert band.top <= top and bottom <= band.bottom, kind
        assert left >= LEFT_PX and right <= LEFT_PX + width, kind
    for (kind, at, one), (other_kind, spot, other) in combinations(every, 2):
        across = one[0] < other[2] - 0.01 and other[0] < one[2] - 0.01
        if not (across and one[1] < other[3] and other[1] < one[3]):
            continue
        kinds = {kind, other_kind}
        assert "mark" in kinds and len(kinds) == 2, (kind, one, other_kind, other)
        mark, told = (at, spot) if kind == "mark" else (spot, at)
        rows = spots.rows_of(mark)
        its_own = told in rows if "name" in kinds else made.piles[told].count == len(rows)
        assert its_own, (kind, one, other_kind, other)


def text_of(size: float) -> Callable[[], float]:
    return lambda: size


@FEW
@given(seeds, views, bands)
def test_arrows_lead_from_day_to_day(seed: int, view: View, band: Band) -> None:
    content = content_of_claims(made_claims(60, seed))
    claims, scale = content.claims, scale_of(view)
    for arrow, _ in drawn(content, view, band).arrows:
        row = arrow.row
        said = claims.said
        if arrow.dot is not None and said.first[row] == said.last[row]:
            assert arrow.dot == pytest.approx(scale.x(said.first[row] + 0.5))
            assert arrow.start == pytest.approx(arrow.dot)
        first, last = int(claims.horizon_first[row]), int(claims.horizon_last[row])
        assert (arrow.end is End.TAIL) == (not claims.has_horizon[row])
        if arrow.end is not End.HEAD:
            continue
        if first == last:
            assert arrow.stop == pytest.approx(scale.x(first + 0.5))
        else:
            backwards = last < said.first[row]
            assert arrow.stop == pytest.approx(scale.x(first if backwards else last + 1))


def test_a_day_far_ahead_is_said_at_the_edge_by_its_year() -> None:
    claims = claims_of([(DAY_0, DAY_0, DAY_0 + 9000, DAY_0 + 9000, BORNE_OUT)])
    made = drawn(content_of_claims(claims), View(DAY_0 - 20.0, 100.0), Band(0, 80))
    ((arrow, _),) = made.arrows
    assert arrow.end is End.EDGE
    assert arrow.caption == "2017 ›"
    assert arrow.right <= LEFT_PX + WIDTH_PX


def test_what_is_open_and_what_names_no_day_have_broken_lines() -> None:
    day = DAY_0
    ones = [
        (day, day, day + 40, day + 40, OPEN),
        (day, day, day + 40, day + 40, BORNE_OUT),
        (day, day, 0, 0, BORNE_OUT),
    ]
    made = drawn(content_of_claims(claims_of(ones)), View(day - 30.0, 100.0), Band(0, 130))
    told = {(arrow.end, arrow.verdict): arrow.broken for arrow, _ in made.arrows}
    assert told == {
        (End.HEAD, OPEN): True,
        (End.HEAD, BORNE_OUT): False,
        (End.TAIL, BORNE_OUT): True,
    }


@FEW
@given(sizes, seeds, views, bands)
def test_the_pointer_finds_what_is_drawn(n: int, seed: int, view: View, band: Band) -> None:
    content = content_of_claims(made_claims(n, seed))
    made = drawn(content, view, band)
    for arrow, y in made.arrows:
        found = made.place_at((arrow.start + arrow.stop) / 2, y)
        assert found is not None and found.keys == (int(content.claims.key[arrow.row]),)
    for label in made.drawn.labels:
        found = made.place_at(label.x + label.width / 2, label.y - 4)
        assert found is not None and int(content.claims.key[label.row]) in found.keys
    assert made.place_at(LEFT_PX + 50, band.bottom + 1) is None


def test_a_pile_stands_for_all_that_was_said_that_day() -> None:
    ones = [(DAY_0, DAY_0, 0, 0, OPEN)] * 24
    content = content_of_claims(claims_of(ones, predicts=False))
    made = drawn(content, View(DAY_0 - 50.0, 100.0), Band(0, 60))
    (pile,) = made.piles
    assert pile.count == 24
    place = made.place_of(3)
    assert place is not None and set(place.keys) == set(range(1, 25))


def test_the_selected_prediction_gets_a_row_before_all() -> None:
    ones = [(DAY_0, DAY_0, DAY_0 + 30, DAY_0 + 30, OPEN)] * 9
    content, view = content_of_claims(claims_of(ones)), View(DAY_0 - 50.0, 100.0)
    assert 8 not in {arrow.row for arrow, _ in drawn(content, view, Band(0, 90)).arrows}
    assert 8 in {arrow.row for arrow, _ in drawn(content, view, Band(0, 90), 8).arrows}


def test_the_head_tells_what_is_in_sight_and_what_is_drawn() -> None:
    ones = [(DAY_0, DAY_0, DAY_0 + 30, DAY_0 + 30, OPEN)] * 9
    seen = drawn(content_of_claims(claims_of(ones)), View(DAY_0 - 50.0, 100.0), Band(0, 90)).seen
    assert (seen.claims, seen.predictions, seen.speakers) == (9, 9, 3)
    assert 0 < seen.arrows < 9
    assert seen.busiest == (DAY_0, 9)


def test_ghosts_are_no_arrows_and_have_no_names() -> None:
    ones = [(DAY_0 + n, DAY_0 + n, DAY_0 + 40, DAY_0 + 40, OPEN) for n in (0, 20)]
    content = content_of_claims(claims_of(ones), SpanClause(DAY_0 + 15, DAY_0 + 25))
    made = drawn(content, View(DAY_0 - 20.0, 80.0), Band(0, 90))
    assert [arrow.row for arrow, _ in made.arrows] == [1]
    assert 0 in shown(made)
    assert all(label.row != 0 for label in made.drawn.labels)


@FEW
@given(seeds, st.floats(200, 1200), st.lists(st.floats(-60, 60), min_size=1, max_size=6))
def test_nothing_moves_while_one_pans(seed: int, days: float, steps: list[float]) -> None:
    content = content_of_claims(made_claims(40, seed))
    track = ClaimTrack(words())
    track.show(content, None)
    view, band = View(DAY_0 + 300.0, days), Band(0, 140)
    before = track.compose(scale_of(view), band, True)
    for px in steps:
        view = scale_of(view).panned(px)
        after = track.compose(scale_of(view), band, False)
        had = {arrow.row: y for arrow, y in before.arrows}
        assert all(had.get(arrow.row, y) == y for arrow, y in after.arrows)
        assert after.level is before.level
        texts = {one.row: (one.text, one.y, one.to_right) for one in before.drawn.labels}
        now = {one.row: (one.text, one.y, one.to_right) for one in after.drawn.labels}
        assert all(texts[row] == told for row, told in now.items() if row in texts)
        before = after


def test_zooming_out_and_in_again_gives_the_same_picture() -> None:
    content, track = content_of_claims(made_claims(60, 3)), ClaimTrack(words())
    track.show(content, None)
    near, far, band = View(DAY_0 + 600.0, 300.0), View(DAY_0 - 3000.0, 9000.0), Band(0, 120)
    one = track.compose(scale_of(near), band, True)
    track.compose(scale_of(far), band, True)
    again = track.compose(scale_of(near), band, True)
    assert again.arrows == one.arrows
    assert again.drawn.labels == one.drawn.labels


@FEW
@given(sizes, seeds, views)
def test_folded_it_is_one_line(n: int, seed: int, view: View) -> None:
    made = drawn(content_of_claims(made_claims(n, seed)), view, Band(40, FOLD_PX, folded=True))
    assert not made.arrows
    assert all(label.y - 9 >= 40 and label.y <= 40 + FOLD_PX for label in made.drawn.labels)


def test_where_claims_are_dense_each_is_a_cell_and_high_stacks_say_their_number() -> None:
    claims = made_claims(300, 2)
    made = drawn(content_of_claims(claims), View(DAY_0 - 4000.0, 9000.0), Band(0, 60))
    assert made.level is not Level.MARKS
    ones = [(DAY_0 + 40 * n, DAY_0 + 40 * n, 0, 0, OPEN) for n in range(80)]
    ones += [(DAY_0 + 400, DAY_0 + 400, 0, 0, OPEN)] * 40
    made = drawn(content_of_claims(claims_of(ones)), View(DAY_0 - 100.0, 3400.0), Band(0, 40))
    assert made.level is Level.CELLS
    assert [pile.count for pile in made.piles] == [41]


@pytest.mark.parametrize(
    ("span", "inks"),
    [
        (SpanClause(DAY_0, DAY_0 + 100), [Ink.HAIR]),
        (SpanClause(DAY_0 + 390, DAY_0 + 410), [Ink.NO_VECTOR]),
        (None, [Ink.NO_VECTOR]),
    ],
)
def test_a_high_stack_is_a_ghost_where_nothing_of_it_passes(
    span: SpanClause | None, inks: list[int]
) -> None:
    ones = [(DAY_0 + 40 * n, DAY_0 + 40 * n, 0, 0, OPEN) for n in range(80)]
    ones += [(DAY_0 + 400, DAY_0 + 400, 0, 0, OPEN)] * 40
    made = drawn(content_of_claims(claims_of(ones), span), View(DAY_0 - 100.0, 3400.0), Band(0, 40))
    (pile,) = made.piles
    left, width = made.drawn.rects.bounds[:, 0], made.drawn.rects.bounds[:, 2]
    column = (left + width <= pile.x) & (pile.x - left < 12) & (width > 1)
    assert made.drawn.rects.ink[column].tolist() == inks


@FEW
@given(sizes, seeds, views)
def test_it_wishes_at_least_its_least(n: int, seed: int, view: View) -> None:
    track = ClaimTrack(words())
    track.show(content_of_claims(made_claims(n, seed)), None)
    need = track.need(scale_of(view))
    assert 0 < need.least <= need.wish


def test_another_theme_of_claims_begins_anew() -> None:
    track = ClaimTrack(words())
    with pytest.raises(ValueError, match="nothing"):
        track.need(scale_of(View(DAY_0, 10.0)))
    content = content_of_claims(claims_of([(DAY_0, DAY_0, 0, 0, OPEN)]))
    track.show(content, None)
    other = replace(content, arrows=content.arrows & False)
    track.show(other, None)
    assert not track.compose(scale_of(View(DAY_0 - 9.0, 30.0)), Band(0, 90), True).arrows
