"""What is said of series and their figures."""

from hypothesis import given
from hypothesis import strategies as st

from made_series import a_series, by_year
from timeline_app.dates.civil import day_of
from timeline_app.session.series_words import (
    change_within,
    figure_at,
    series_name,
    sourced_name,
    written_unit,
    years_covered,
)

TRADE = by_year({2012: 17_100, 2013: 19_395, 2014: 15_524}, 1e6)


def days(first: int, last: int) -> tuple[int, int]:
    return day_of(first, 1, 1), day_of(last, 12, 31)


def test_the_partner_is_put_into_the_measure() -> None:
    assert series_name(a_series()) == "Kazakhstan: imports from Russia"
    reported = a_series(measure="position from partner (reported by partner)")
    assert series_name(reported) == "Kazakhstan: position from Russia (reported by partner)"
    votes = a_series(measure="voting similarity")
    assert series_name(votes) == "Kazakhstan with Russia: voting similarity"
    alone = a_series(measure="GDP", partner="", partner_name="")
    assert series_name(alone) == "Kazakhstan: GDP"
    assert sourced_name(alone) == "Kazakhstan: GDP · COW trade 4.0"


def test_unit_and_years_as_written() -> None:
    assert written_unit(a_series()) == "million USD (current)"
    assert written_unit(a_series(scale=1.0)) == "USD (current)"
    assert written_unit(a_series(scale=1000.0)) == "1,000 USD (current)"
    assert years_covered(a_series()) == "1992 to 2014"


def test_a_figure_at_a_day() -> None:
    assert figure_at(a_series(), TRADE, day_of(2013, 7, 1), 1e9) == ("2013: 19.4 billion USD")
    assert figure_at(a_series(), TRADE, day_of(2016, 7, 1), 1e9) == "no figure"


def test_the_change_within_a_period() -> None:
    said = change_within(a_series(), TRADE, days(2013, 2014), 1e9)
    assert said == "2013: 19.4 → 2014: 15.5 billion USD (−20 %)"
    assert change_within(a_series(), TRADE, days(2013, 2013), 1e9) == ("2013: 19.4 billion USD")
    assert change_within(a_series(), TRADE, days(2016, 2018), 1e9) == "no figure lies within"


def test_a_year_that_is_cut_is_said_and_not_compared() -> None:
    first, last = day_of(2012, 7, 1), day_of(2014, 12, 31)
    said = change_within(a_series(), TRADE, (first, last), 1e9)
    assert said.startswith("2013: 19.4 → 2014")
    assert said.endswith("; cut: 2012")


def test_an_index_has_no_percentage() -> None:
    points = by_year({2013: 0.5, 2014: 1.0})
    said = change_within(a_series(unit="index"), points, days(2013, 2014), 1.0)
    assert said == "2013: 0.5 → 2014: 1 index (+0.5)"


@given(st.dictionaries(st.integers(1990, 2026), st.floats(1, 1e6), min_size=2), st.data())
def test_it_equals_the_plain_computation(values: dict[int, float], data: st.DataObject) -> None:
    begin = data.draw(st.integers(1990, 2026))
    end = data.draw(st.integers(begin, 2026))
    said = change_within(a_series(unit="tonnes"), by_year(values), days(begin, end), 1.0)
    held = [year for year in sorted(values) if begin <= year <= end]
    if not held:
        assert said == "no figure lies within"
    elif len(held) == 1:
        assert said.startswith(f"{held[0]}: ")
    else:
        percent = 100 * (values[held[-1]] - values[held[0]]) / values[held[0]]
        assert said.startswith(f"{held[0]}: ")
        assert f"→ {held[-1]}: " in said
        assert ("(+" in said) == (percent >= 0.05)
        assert ("(−" in said) == (percent <= -0.05)
