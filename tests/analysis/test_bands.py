"""What slides is what each window shows by itself."""

import numpy as np

from analysis.made_engagement import engaged, on
from timeline_app.analysis.balance import balance_over
from timeline_app.analysis.bands import MOST_WINDOWS, bands_of, with_intervals
from timeline_app.analysis.engagement import Engagement
from timeline_app.analysis.months import Period
from timeline_app.analysis.running_sums import RunningSums
from timeline_app.dates.civil import day_of

FOUR_YEARS = Period(day_of(2010, 1, 1), day_of(2013, 12, 31))


def made() -> Engagement:
    """One event a month with Russia, and one with China in each month of the last two years."""
    months = [(year, month) for year in range(2010, 2014) for month in range(1, 13)]
    russian = [(on(*at, 5), ["Russia"]) for at in months]
    return engaged([*russian, *((on(*at, 9), ["China"]) for at in months[24:])])


def test_windows_and_years_stand_where_they_are() -> None:
    bands = bands_of(RunningSums(made()), FOUR_YEARS, 36)
    assert len(bands.windows) == 13
    assert bands.windows.first[1] == day_of(2010, 2, 1)
    assert bands.windows.last[0] == day_of(2012, 12, 31)
    assert bands.windows.sums.n.tolist() == [48 + n for n in range(13)]
    assert bands.years.sums.shares[:, 0].tolist() == [1, 1, 0.5, 0.5]
    assert bands.windows.middle[0] == (day_of(2010, 1, 1) + day_of(2013, 1, 1)) / 2
    assert not bands.is_whole
    assert np.isnan(bands.low).all()


def test_a_window_has_the_figures_of_its_own_balance() -> None:
    events = made()
    bands = bands_of(RunningSums(events), FOUR_YEARS, 36)
    bands = with_intervals(bands, events, 5)
    assert bands.known == 5
    assert np.isnan(bands.low[5:]).all()
    window = Period(int(bands.windows.first[4]), int(bands.windows.last[4]))
    alone = balance_over(events, window)
    np.testing.assert_allclose(bands.windows.sums.shares[4], alone.shares.found)
    np.testing.assert_array_equal(bands.low[4], alone.shares.low)
    np.testing.assert_array_equal(bands.high[4], alone.shares.high)
    np.testing.assert_allclose(bands.balance[4], alone.balance.found[0])
    assert bands.balance_low[4] == alone.balance.low[0]
    assert with_intervals(bands, events, 100).is_whole


def test_under_thirty_events_there_is_no_balance() -> None:
    bands = bands_of(RunningSums(made()), FOUR_YEARS, 12)
    few = bands.windows.sums.n < 30
    assert few.any()
    np.testing.assert_array_equal(np.isnan(bands.balance), few)


def test_where_nothing_fits_there_is_no_window() -> None:
    nothing = bands_of(RunningSums(engaged([])), Period(0, 20), 36)
    assert len(nothing.windows) == 0
    assert nothing.is_whole


def test_over_centuries_windows_stand_further_apart() -> None:
    events = engaged([(on(-499), ["Iran"]), (on(2090), ["China"])])
    period = Period(on(-499)[0], on(2090)[0])
    bands = bands_of(RunningSums(events), period, 36)
    assert 500 < len(bands.windows) <= MOST_WINDOWS
    assert (np.diff(bands.windows.middle) > 31).all()
    assert bands.windows.sums.n.sum() >= 1
