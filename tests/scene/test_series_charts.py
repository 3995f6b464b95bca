"""Which series share a chart, how its axis is bound, and where its steps go."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from made_series import a_series, by_year
from timeline_app.dates.civil import day_of
from timeline_app.scene.series_charts import NO_VECTOR, charts_of, steps_of

VALUES = st.dictionaries(st.integers(1990, 2026), st.floats(-1e12, 1e12), min_size=1, max_size=15)


def test_one_unit_is_one_chart_whatever_the_scale() -> None:
    register = (a_series(1), by_year({2013: 19_395, 2014: 15_524}, 1e6))
    article = (a_series(2, unit="USD", scale=1e9, source="Registan"), by_year({2013: 17.6}, 1e9))
    votes = (a_series(3, unit="share", partner="CHN", vector="China"), by_year({2013: 0.8}))
    trade, alike = charts_of([register, article, votes])
    assert [line.series.key for line in trade.lines] == [1, 2]
    assert (trade.unit, trade.step, trade.low, trade.high) == ("USD", 1e9, 0, 20e9)
    first, second = trade.lines
    assert (first.vector, first.again, first.place) == (0, False, 0)
    assert (second.vector, second.again, second.place) == (0, True, 1)
    upper = float(trade.y(second.figures.amount, 0, 100)[0])
    lower = float(trade.y(first.figures.amount, 0, 100)[0])
    assert upper - lower == pytest.approx(100 * (19.395 - 17.6) / 20)
    assert (alike.low, alike.high) == (0, 0.8)


def test_a_series_of_no_vector_is_ink() -> None:
    chart = charts_of([(a_series(1, vector=""), by_year({2013: 1}))])[0]
    assert chart.lines[0].vector == NO_VECTOR


def test_an_index_does_not_begin_at_zero() -> None:
    chart = charts_of([(a_series(1, unit="index"), by_year({2013: 101, 2014: 104}))])[0]
    assert (chart.low, chart.high) == (101, 105)


def test_deficits_go_below_zero() -> None:
    chart = charts_of([(a_series(1), by_year({2013: -3e9, 2014: 2e9}))])[0]
    assert (chart.low, chart.high) == (-3e9, 2e9)


@given(VALUES, st.sampled_from(["USD", "index", ""]))
def test_every_figure_has_room(values: dict[int, float], unit: str) -> None:
    chart = charts_of([(a_series(1, unit=unit), by_year(values))])[0]
    heights = chart.y(np.array(list(values.values())), 10, 50)
    assert ((heights >= 10 - 1e-6) & (heights <= 60 + 1e-6)).all()
    if unit == "USD":
        assert chart.low <= 0 <= chart.high


@given(VALUES)
def test_a_step_covers_its_year_and_a_gap_is_a_gap(values: dict[int, float]) -> None:
    steps = steps_of(by_year(values))
    years = sorted(values)
    for n, year in enumerate(years):
        begin, end = day_of(year, 1, 1), day_of(year + 1, 1, 1)
        assert steps.day[2 * n : 2 * n + 2].tolist() == [begin, end]
        assert steps.amount[2 * n] == steps.amount[2 * n + 1] == values[year]
        assert steps.joined[2 * n]
        follows = n + 1 < len(years) and years[n + 1] == year + 1
        assert bool(steps.joined[2 * n + 1]) == follows


def test_nothing_has_no_steps() -> None:
    assert not len(steps_of(by_year({})).day)
    assert charts_of([(a_series(1), by_year({}))])[0].high > 0


def test_what_is_far_larger_stands_apart_while_there_is_room() -> None:
    product = (a_series(1, measure="GDP", partner="", vector=""), by_year({2013: 237e9}))
    trade = (a_series(2), by_year({2013: 19.4e9}))
    article = (a_series(3, source="Registan"), by_year({2013: 17.6e9}))
    small = (a_series(4, partner="KGZ", vector=""), by_year({2013: 0.4e9}))
    sums = [product, trade, article, small]
    keys = [[line.series.key for line in chart.lines] for chart in charts_of(sums)]
    assert keys == [[1], [2, 3, 4]]
    others = [(a_series(5 + n, unit=unit), by_year({2013: 1})) for n, unit in enumerate("abc")]
    keys = [[line.series.key for line in chart.lines] for chart in charts_of([*sums, *others])]
    assert keys == [[1, 2, 3, 4], [5], [6], [7]]


@given(st.lists(st.tuples(st.sampled_from("abc"), VALUES), max_size=8))
def test_each_line_is_in_one_chart_with_all_of_its_measure(
    given_lines: list[tuple[str, dict[int, float]]],
) -> None:
    chosen = [
        (a_series(n, measure=name), by_year(values)) for n, (name, values) in enumerate(given_lines)
    ]
    charts = charts_of(chosen)
    drawn = [line.series for chart in charts for line in chart.lines]
    assert sorted(one.key for one in drawn) == list(range(len(chosen)))
    homes = {
        (one.measure, n)
        for n, chart in enumerate(charts)
        for one in (line.series for line in chart.lines)
    }
    assert len(homes) == len({name for name, _ in given_lines})
    assert len(charts) <= max(1, len(homes))
