"""Rows that lie wholly within a period, against a look at every row."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from made_tables import DAY_0, event_tables
from timeline_app.crossfilter.sure import all_sure, within
from timeline_app.dates.day import OPEN_FUTURE, OPEN_PAST
from timeline_app.model.event_table import EventTable

days = st.integers(DAY_0 - 10, DAY_0 + 4400) | st.sampled_from((OPEN_PAST, OPEN_FUTURE))


@given(event_tables(), st.integers(0, 99), days, days)
def test_it_counts_as_a_look_at_every_row(
    table: EventTable, seed: int, first: int, last: int
) -> None:
    mask = np.random.default_rng(seed).random(len(table)) < 0.7
    for found, marked in ((within(table, mask), mask), (all_sure(table), table.doubt == 0)):
        inside = marked & (table.first >= first) & (table.last <= last)
        assert found.count(first, last) == int(inside.sum())
        assert found.total == int(marked.sum())
