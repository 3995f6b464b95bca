"""Months hold what may lie in them, once."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analysis.made_engagement import engaged, on
from timeline_app.analysis.months import Period, blocks_of, month_starts
from timeline_app.dates import civil
from timeline_app.dates.civil import day_of

BASE = day_of(2010, 1, 1)
SPANS = st.lists(
    st.tuples(
        st.tuples(st.integers(0, 1500), st.integers(0, 800)).map(
            lambda at: (BASE + at[0], BASE + at[0] + at[1])
        ),
        st.lists(st.sampled_from(["Russia", "China", "Multilateral"]), max_size=3, unique=True),
    ),
    max_size=30,
)
PERIODS = st.tuples(st.integers(-100, 2000), st.integers(0, 900)).map(
    lambda at: Period(BASE + at[0], BASE + at[0] + at[1])
)


def test_a_period_of_broken_months() -> None:
    period = Period(day_of(2014, 3, 18), day_of(2014, 5, 2))
    starts = [civil.date_of(day) for day in month_starts(period).tolist()]
    assert starts == [(2014, 3, 18), (2014, 4, 1), (2014, 5, 1)]


def test_a_small_case() -> None:
    events = engaged(
        [
            (on(2014, 3, 20), ["Russia"]),
            (on(2014, 3, 30), ["Russia", "China"]),
            (on(2014, 5, 1), ["Multilateral"]),
            (on(2015, 1, 1), ["Iran"]),
        ]
    )
    blocks = blocks_of(events, Period(day_of(2014, 3, 18), day_of(2014, 5, 31)))
    assert blocks.weights[:, :2].tolist() == [[1.5, 0.5], [0, 0], [0, 0]]
    assert blocks.n.tolist() == [2, 0, 0]
    assert blocks.every.tolist() == [2, 0, 1]
    assert blocks.touching[2, 8] == 1
    assert blocks.filled == 1


@given(SPANS, PERIODS)
def test_every_occurrence_that_touches_is_in_one_month(
    spans: list[tuple[tuple[int, int], list[str]]], period: Period
) -> None:
    events = engaged(spans)
    blocks = blocks_of(events, period)
    touching = [s for (s, _) in spans if s[0] <= period.last and s[1] >= period.first]
    assert blocks.every.sum() == len(touching)
    inside = events.among(events.touching(period.first, period.last))
    assert np.allclose(blocks.weights.sum(axis=0), inside.weights.sum(axis=0))
    assert (blocks.n <= blocks.every).all()
    first, last = civil.date_of(period.first), civil.date_of(period.last)
    assert len(blocks) == 12 * (last[0] - first[0]) + last[1] - first[1] + 1
