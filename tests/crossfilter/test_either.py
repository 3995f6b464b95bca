"""What lies in one of two periods or in both is counted once, whatever they are to each other."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from made_scenes import passing
from made_tables import DAY_0, made_table
from timeline_app.crossfilter.either import (
    count_in_second,
    mask_of_either,
    passing_in_second,
    together,
)
from timeline_app.model.event_table import EventTable
from timeline_app.model.filter import SpanClause

TABLES = [made_table(n, seed) for n, seed in ((0, 1), (1, 2), (60, 3), (300, 4))]
tables = st.sampled_from(TABLES)
periods = st.builds(
    lambda first, days: SpanClause(DAY_0 + first, DAY_0 + first + days),
    st.integers(-400, 5000) | st.integers(-3_000_000, 3_000_000),
    st.integers(0, 3000) | st.sampled_from([0, 1, 3_652_425]),
)


def days(*spans: SpanClause) -> set[int]:
    return {day for span in spans for day in range(span.first, span.last + 1)}


@given(tables, periods, periods)
def test_a_row_passes_where_it_touches_one_of_them(
    table: EventTable, a: SpanClause, b: SpanClause
) -> None:
    touches = [(table.first <= span.last) & (table.last >= span.first) for span in (a, b)]
    shown = passing(table, a)
    assert mask_of_either(shown, b).tolist() == (touches[0] | touches[1]).tolist()
    assert count_in_second(shown, b) == np.count_nonzero(touches[1])


@given(tables, periods)
def test_without_a_brush_or_without_a_second_one_all_that_passes_does(
    table: EventTable, a: SpanClause
) -> None:
    assert mask_of_either(passing(table), a).all()
    assert mask_of_either(passing(table, a), None).tolist() == passing(table, a).mask.tolist()
    assert count_in_second(passing(table), a) is None
    assert count_in_second(passing(table, a), None) is None


short = st.builds(
    lambda first, length: SpanClause(first, first + length), st.integers(0, 40), st.integers(0, 20)
)


@given(short, short)
def test_periods_that_touch_are_one(a: SpanClause, b: SpanClause) -> None:
    whole = together(a, b)
    held = days(a, b)
    without_gap = len(held) == max(held) - min(held) + 1
    assert (whole is not None) == without_gap
    if whole is not None:
        assert days(whole) == held


@given(tables, periods, periods)
def test_the_second_is_seen_as_the_first_is(
    table: EventTable, a: SpanClause, b: SpanClause
) -> None:
    a, b = replace(a, surely=True), replace(b, surely=True)
    within = [
        (table.first >= span.first) & (table.last <= span.last) & (table.doubt == 0)
        for span in (a, b)
    ]
    shown = passing(table, a)
    assert mask_of_either(shown, b).tolist() == (within[0] | within[1]).tolist()
    assert count_in_second(shown, b) == np.count_nonzero(within[1])
    other = passing_in_second(shown, b)
    assert other is not None
    assert other.mask.tolist() == passing(table, b).mask.tolist()
    assert other.sure == other.possible
    for column in other.base.columns:
        assert other.count_by(column).tolist() == passing(table, b).count_by(column).tolist()
