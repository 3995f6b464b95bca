"""What the index looks up is what plain counting of every row finds, for any scale and brush."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from made_scenes import anchors, composer, home, made_content, passing, scale_of
from made_tables import DAY_0, made_table
from timeline_app.dates.day import OPEN_FUTURE, OPEN_PAST
from timeline_app.lanes.catalogue import make_lanes
from timeline_app.model.event_table import EventTable
from timeline_app.model.filter import SpanClause
from timeline_app.scene import day_table, lane_index, stack_frames, stack_strokes
from timeline_app.scene.content import Content, Rows, lit_rows
from timeline_app.scene.lane_index import LaneIndex
from timeline_app.scene.lane_order import lane_order
from timeline_app.scene.shapes import shapes_of

FEW = settings(max_examples=60, deadline=None)
tables = st.builds(
    lambda n, seed, far: spread(made_table(n, seed), seed, far),
    st.sampled_from([0, 1, 7, 60, 300]),
    st.integers(0, 40),
    st.sampled_from([0, 1, 300, 40_000]),
)
spans = st.none() | st.builds(
    lambda first, days: SpanClause(DAY_0 + first, DAY_0 + first + days),
    st.integers(-400, 5000),
    st.integers(0, 3000),
)
Periods = tuple[SpanClause | None, SpanClause | None]
groupings = st.sampled_from(["vector", "state", "kind", "source"])


@pytest.fixture(params=[day_table.MOST_BUCKETS, 64], ids=["usual", "few buckets"])
def buckets(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """As many days are looked up as usual, or so few that views are mostly closer than that."""
    for module in (day_table, lane_index):
        monkeypatch.setattr(module, "MOST_BUCKETS", request.param)


def spread(table: EventTable, seed: int, far: int) -> EventTable:
    """The same with one row in ten far away in time or without a beginning or an end."""
    random, n = np.random.default_rng(seed), len(table)
    first, last = table.first.copy(), table.last.copy()
    away = random.integers(0, 10, n) == 0
    first[away] -= random.integers(0, far + 1, int(away.sum())) * 30
    endless, ageless = random.integers(0, 12, n) == 0, random.integers(0, 25, n) == 0
    last[endless] = OPEN_FUTURE
    first[ageless] = OPEN_PAST
    order = np.lexsort((last, first))
    fields = {
        name: getattr(table, name)[order]
        for name in ("key", "occurrence", "inner_first", "inner_last", "doubt", "importance")
    }
    return replace(table, first=first[order], last=last[order], **fields)


def content(
    table: EventTable, grouping: str, span: SpanClause | None, second: SpanClause | None = None
) -> Content:
    order = lane_order(shapes_of(table), make_lanes(table, grouping))
    found = passing(table, span)
    drawn = found.outside_span
    index = lane_index.lane_index(order, drawn)
    only = found.base.mask is not drawn
    lit = lane_index.lane_index(order, lit_rows(found, second)) if only else None
    return Content(index, found, np.zeros(0, np.int64), lit=lit, second=second)


def seen(periods: Periods, surely: bool) -> Periods:
    """Both as surely as the first one; without a first one there is no such lens."""
    first, second = periods
    if first is None or not surely:
        return periods
    return replace(first, surely=True), second and replace(second, surely=True)


def lit_mask(
    table: EventTable, span: SpanClause | None, second: SpanClause | None = None
) -> np.ndarray:
    """What is lit: all that touches one of the periods, or all without a first one."""
    mask = passing(table, span).mask
    return mask if span is None or second is None else mask | passing(table, second).mask


def own_rows(shown: Content, lane: int) -> Rows:
    return shown.index.order.lanes.lanes[lane].rows


@pytest.mark.usefixtures("buckets")
@FEW
@given(
    tables,
    groupings,
    st.builds(seen, st.tuples(spans, spans), st.booleans()),
    st.integers(0, 14),
    st.integers(-3000, 5000),
    st.integers(1, 300),
)
def test_buckets_are_counted_as_by_hand(
    table: EventTable, grouping: str, periods: Periods, power: int, first: int, n: int
) -> None:
    shown, anchor = content(table, grouping, *periods), anchors(table)
    mask, passed = lit_mask(table, *periods), passing(table, periods[0]).mask
    edges = (DAY_0 + first >> power) + np.arange(n + 1)
    places = shown.index.places(edges, power)
    counts, lit = np.diff(places, axis=1), shown.lit_counts(places, edges, power)
    for lane in range(len(shown.lanes)):
        rows = own_rows(shown, lane)
        bucket = (anchor[rows] >> power) - edges[0]
        inside = (bucket >= 0) & (bucket < n)
        assert counts[lane].tolist() == np.bincount(bucket[inside], minlength=n).tolist()
        bright = inside & mask[rows]
        assert lit[lane].tolist() == np.bincount(bucket[bright], minlength=n).tolist()
        held = shown.index.rows[places[lane, 0] : places[lane, -1]]
        assert sorted(held.tolist()) == sorted(rows[inside].tolist())
        assert shown.passing[rows].tolist() == mask[rows].tolist()
        assert shown.lanes[lane].passing == np.count_nonzero(passed[rows])
        if None not in periods:
            in_second = passing(table, periods[1]).mask[rows]
            assert shown.lanes[lane].second == np.count_nonzero(in_second)
        assert int(shown.index.third(power)[lane]) == third(anchor[rows] >> power)


def third(buckets: np.ndarray) -> int:
    counts = np.sort(np.unique(buckets, return_counts=True)[1])
    return int(counts[-min(3, len(counts))]) if len(counts) else 0


@pytest.mark.usefixtures("buckets")
@FEW
@given(tables, groupings, spans, st.floats(-3000, 5000), st.floats(1, 4000))
def test_what_touches_the_days_in_sight_is_found(
    table: EventTable, grouping: str, span: SpanClause | None, first: float, days: float
) -> None:
    shown = content(table, grouping, span)
    begin, end = DAY_0 + first, DAY_0 + first + days
    counted = shown.count_touching(begin, end)
    for lane in range(len(shown.lanes)):
        rows = own_rows(shown, lane)
        touching = (table.first[rows] < np.ceil(end)) & (table.last[rows] >= np.floor(begin))
        assert shown.touching(lane, begin, end).tolist() == rows[touching].tolist()
        assert counted[lane] == np.count_nonzero(touching)


@pytest.mark.usefixtures("buckets")
@FEW
@given(tables, st.tuples(spans, spans), st.integers(0, 12), st.integers(1, 200))
def test_inks_and_the_most_telling_are_those_of_the_rows(
    table: EventTable, periods: Periods, power: int, n: int
) -> None:
    shown, anchor = content(table, "state", None), anchors(table)
    brushed, mask = content(table, "state", *periods), lit_mask(table, *periods)
    edges = (DAY_0 >> power) + np.arange(n + 1)
    for lane in range(len(shown.lanes)):
        rows = own_rows(shown, lane)
        bucket = (anchor[rows] >> power) - edges[0]
        inside = (bucket >= 0) & (bucket < n)
        bright = inside & mask[rows]
        inks = np.zeros((n, day_table.INKS), np.int64)
        np.add.at(inks, (bucket[bright], shown.ink(lane, rows[bright])), 1)
        close = shown.index.table(power, int(edges[0]) << power, int(edges[-1]) << power)
        if periods[0] is None or close.power == 0:
            assert brushed.lit_inks(lane, edges, power).tolist() == inks.tolist()
        best = shown.index.best(lane, edges[:-1], power)
        for i in range(n):
            own = rows[inside & (bucket == i) & (shown.home[rows] == lane)]
            most = max(own.tolist(), key=lambda r: (table.importance[r], -r), default=-1)
            assert best[i] == most


@FEW
@given(st.sampled_from([60, 400]), st.integers(0, 12), groupings, st.floats(0, 6), spans)
def test_the_same_columns_are_drawn_when_rows_are_too_many_to_be_looked_at(
    n: int, seed: int, grouping: str, zoom: float, span: SpanClause | None
) -> None:
    shown = content(made_content(n, seed).shapes.table, grouping, span)
    whole = home(shown.shapes.table)
    days = max(40.0, whole.days / 2**zoom)
    scale = scale_of(replace(whole, days=days))
    usual = stack_frames.stack_frames(shown, stack_frames.footing(shown, scale, 5))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stack_frames, "MOST_CELLS", -1)
        many = stack_frames.stack_frames(shown, stack_frames.footing(shown, scale, 5))
    for one, other in zip(usual, many, strict=True):
        assert one.single and not other.single
        pictures = []
        for frame in (one, other):
            strokes = stack_strokes.Strokes()
            stack_strokes.draw_columns(strokes, shown, [(frame, 100.0, 90.0)])
            pictures.append(strokes.frozen(scale, (), (), ()))
        first, second = pictures
        assert first.blocks.bounds.tolist() == second.blocks.bounds.tolist()
        assert first.blocks.ink.tolist() == second.blocks.ink.tolist()
        assert sorted(first.spots.count.tolist()) == sorted(second.spots.count.tolist())


def test_a_column_is_found_though_it_does_not_name_its_events(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stack_frames, "MOST_CELLS", -1)
    monkeypatch.setattr("timeline_app.scene.sight.MOST_MARKS", -1)
    shown = content(made_content(200).shapes.table, "vector", None)
    drawn = composer().compose(shown, scale_of(home(shown.shapes.table)), 420.0)
    spots, anchor = drawn.spots, anchors(shown.shapes.table)
    from timeline_app.scene.hit_test import places_of

    for row in range(0, len(anchor), 9):
        places = places_of(drawn, row)
        assert {place.lane for place in places} == {
            lane for lane in range(len(shown.lanes)) if row in own_rows(shown, lane)
        }
        for place in places:
            assert place.left - 1 <= drawn.scale.x(float(anchor[row]) + 0.5) <= place.right + 2
            assert row in place.rows or place.count > 1
    assert spots.count.sum() >= sum(lane.passing for lane in shown.lanes)


def test_a_close_view_of_a_long_archive_is_indexed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (day_table, lane_index):
        monkeypatch.setattr(module, "MOST_BUCKETS", 64)
    made: list[int] = []
    plain = LaneIndex.made

    def counting(self: LaneIndex, power: int, origin: int, end: int, around: Any = None) -> object:
        made.append(power)
        return plain(self, power, origin, end, around)

    shown = content(spread(made_table(300, 3), 3, 40_000), "vector", None)
    monkeypatch.setattr(LaneIndex, "made", counting)
    for step in range(8):
        shown.index.places(DAY_0 + 1000 + step + np.arange(20), 0)
    assert made == [0]
