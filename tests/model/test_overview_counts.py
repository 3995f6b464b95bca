"""What is kept of an overview gives the same columns as the rows themselves."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from made_scenes import anchors, scale_of
from made_scenes import home as home_of
from made_tables import event_tables
from timeline_app.model.event_table import EventTable, empty_table
from timeline_app.model.overview_counts import MOST_COUNTS, OverviewCounts, edges_of
from timeline_app.model.view import View
from timeline_app.scene.overview import counts_of, edges_over

homes = st.builds(View, st.floats(-(10.0**9), 10.0**9), st.floats(4, 34).map(lambda p: 2**p))


@given(homes, st.lists(st.floats(0, 1), max_size=40))
def test_the_first_frame_shows_what_the_window_will(home: View, parts: list[float]) -> None:
    anchor = np.floor([home.first + part * home.days for part in sorted(parts)]).astype(np.int64)
    table = replace(empty_table(), key=np.arange(len(anchor)), first=anchor, last=anchor)
    scale = scale_of(home)
    real = edges_over(home, scale)
    kept = counts_of(table, home)
    assert len(kept.counts) <= MOST_COUNTS
    edges, counts = kept.columns(8.0 / scale.px_per_day)
    assert edges == real.tolist()
    assert counts == np.histogram(anchor, np.append(real[:-1], real[-1] - 0.5))[0].tolist()
    assert sum(counts) == len(anchor)


@given(event_tables())
def test_what_lasts_is_kept_in_the_column_where_it_stands(table: EventTable) -> None:
    home = home_of(table)
    kept = counts_of(table, home)
    edges = edges_of(home, kept.months)
    anchor = anchors(table)
    assert sum(kept.counts) == len(table)
    assert list(kept.counts) == [
        int(np.count_nonzero((anchor >= low) & (anchor < high))) for low, high in pairwise(edges)
    ]


def test_columns_are_never_finer_than_what_is_kept() -> None:
    kept = OverviewCounts(View(2_448_258.0, 3652.0), 12, 1991, (5, 0, 7))
    edges, counts = kept.columns(1.0)
    assert len(edges) - 1 == len(counts)
    assert counts[:3] == [5, 0, 7]
