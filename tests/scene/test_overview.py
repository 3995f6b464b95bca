"""However long an archive is, its columns are few, and they count as one would by hand."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from made_scenes import anchors, home, passing, scale_of
from made_tables import DAY_0, made_table
from timeline_app.model.columns import VECTORS
from timeline_app.model.filter import SpanClause
from timeline_app.model.overview_counts import LEAST_COLUMN_PX
from timeline_app.model.view import View
from timeline_app.scene.overview import columns_of, edges_over, vectors_of

homes = st.builds(View, st.floats(-(10.0**15), 10.0**15), st.floats(4, 57).map(lambda p: 2**p))


@given(homes)
def test_columns_cover_all_there_is_and_are_few(home: View) -> None:
    edges = edges_over(home, scale_of(home))
    assert edges[0] <= home.first + 1
    assert edges[-1] >= home.end - 1
    assert len(edges) <= 700 / LEAST_COLUMN_PX * 1.1 + 3


spans = st.none() | st.builds(
    lambda first, days: SpanClause(DAY_0 + first, DAY_0 + first + days),
    st.integers(-400, 5000),
    st.integers(0, 3000),
)


@given(st.sampled_from([0, 1, 60, 300]), st.integers(0, 9), spans)
def test_columns_and_bars_count_what_passes(n: int, seed: int, span: SpanClause | None) -> None:
    table = made_table(n, seed)
    found, anchor = passing(table, span), anchors(table)
    edges = edges_over(home(table), scale_of(home(table)))[1:-1]  # some stand outside
    columns, bars = columns_of(table, edges), vectors_of(table, edges)
    counts = columns.of(found.count_by(columns.dimension))
    by_vector = bars.of(found.count_by(bars.dimension))
    assert by_vector.shape == (len(edges) - 1, len(VECTORS))
    for i, (first, end) in enumerate(zip(edges.tolist(), edges[1:].tolist(), strict=False)):
        inside = np.flatnonzero((anchor >= first) & (anchor < end))
        assert columns.every[i] == bars.every[i] == len(inside)
        passes = inside[found.mask[inside]]
        assert counts[i] == len(passes)
        for code, vector in enumerate(VECTORS):
            held = [row for row in passes if vector in table.terms["vector"].of(int(row))]
            assert by_vector[i, code] == len(held)
