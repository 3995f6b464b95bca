"""Bars of what passes: those of two periods hold every event once."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from made_scenes import passing
from made_tables import DAY_0, made_table
from timeline_app.canvas.counting import Counting, Make
from timeline_app.crossfilter.either import mask_of_either
from timeline_app.model.filter import SpanClause
from timeline_app.scene.overview import columns_of, vectors_of
from timeline_app.session.running import at_once

TABLE = made_table(300, 5)
EDGES = np.arange(DAY_0 - 400, DAY_0 + 6000, 365, np.int64)
periods = st.builds(
    lambda first, days: SpanClause(DAY_0 + first, DAY_0 + first + days),
    st.integers(-400, 5000),
    st.integers(0, 3000),
)


@given(periods, st.none() | periods, st.booleans(), st.sampled_from([columns_of, vectors_of]))
def test_what_is_in_one_of_two_periods_is_counted_once(
    a: SpanClause, b: SpanClause | None, surely: bool, make: Make
) -> None:
    a, b = replace(a, surely=surely), b and replace(b, surely=surely)
    counting = Counting(make, at_once, lambda: None)
    shown = passing(TABLE, a)
    columns = counting.columns(shown, EDGES)
    assert columns is not None
    rows = np.flatnonzero(mask_of_either(shown, b))
    codes = columns.dimension.codes.entries_of(rows)[1]
    n = (len(EDGES) - 1) * columns.parts
    plain = np.bincount(codes, minlength=n)[:n]
    found = counting.passing(shown, columns, b)
    assert found.ravel().tolist() == plain.tolist()
    assert counting.passing(shown, columns, b) is found


def test_the_second_period_is_looked_up_while_the_first_one_moves() -> None:
    counting = Counting(columns_of, at_once, lambda: None)
    second = SpanClause(DAY_0 + 4000, DAY_0 + 4400)
    shown = passing(TABLE, SpanClause(DAY_0, DAY_0 + 100))
    columns = counting.columns(shown, EDGES)
    assert columns is not None
    for days in range(100, 200):
        moved = shown.brushed(SpanClause(DAY_0 + days, DAY_0 + days + 100))
        apart = [counting.passing(shown.brushed(of), columns) for of in (moved.span, second)]
        rows = mask_of_either(moved, second) & (moved.mask & shown.brushed(second).mask)
        both = np.bincount(
            columns.dimension.codes.entries_of(np.flatnonzero(rows))[1], minlength=len(EDGES) - 1
        )
        found = counting.passing(moved, columns, second)
        assert found.tolist() == (apart[0] + apart[1] - both[: len(EDGES) - 1]).tolist()
