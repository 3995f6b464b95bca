"""Which figures belong to a period, and which one to a day."""

from hypothesis import given
from hypothesis import strategies as st

from made_series import by_year
from timeline_app.dates.civil import date_of, day_of
from timeline_app.model.series import no_observations, within

YEARS = st.sets(st.integers(1990, 2026), max_size=20)
DAYS = st.integers(day_of(1988, 1, 1), day_of(2028, 12, 31))


@given(YEARS, DAYS, DAYS)
def test_a_period_holds_the_years_that_lie_wholly_within_it(
    years: set[int], one: int, other: int
) -> None:
    first, last = min(one, other), max(one, other)
    held = within(by_year(dict.fromkeys(years, 1.0)), first, last)
    whole, cut = [], []
    for row, year in enumerate(sorted(years)):
        days = range(day_of(year, 1, 1), day_of(year + 1, 1, 1))
        inside = sum(first <= day <= last for day in (days[0], days[-1]))
        if inside == 2:
            whole.append(row)
        elif days[0] <= last and days[-1] >= first:
            cut.append(row)
    assert (held.first, held.last) == ((whole[0], whole[-1]) if whole else (None, None))
    assert held.cut == tuple(cut)


@given(YEARS, DAYS)
def test_a_day_has_the_figure_of_its_year_or_none(years: set[int], day: int) -> None:
    figures = by_year(dict.fromkeys(years, 1.0))
    row = figures.at(day)
    year = date_of(day)[0]
    assert (row is None) == (year not in years)
    assert row is None or figures.edtf[row] == str(year)


def test_nothing_is_of_no_day() -> None:
    assert no_observations().at(0) is None
    assert within(no_observations(), 0, 1).first is None
