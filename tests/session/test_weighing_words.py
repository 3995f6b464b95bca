"""Whatever two periods are, all that is weighed of them is answered, or refused in words."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline_app.analysis.months import MOST_MONTHS, Period, month_starts, months_in
from timeline_app.analysis.two_periods import MOST_COMPARED
from timeline_app.dates.civil import day_of, months_later
from timeline_app.session.comparison import begun, overlap, too_long
from timeline_app.session.measure import Measure
from timeline_app.session.report_numbers import tables_of, weighing_of
from timeline_app.session.session import Session
from timeline_app.session.turning import turned
from timeline_app.session.weighing_words import signed, too_long_to_compare, too_long_words

TODAY = day_of(2014, 3, 18)
FAR = 17_000_000_000 * 366
starts = st.integers(-40_000, 6000).map(lambda n: TODAY + n) | st.integers(-FAR, FAR)
lengths = st.sampled_from([1, 2, 30, 365, 3_652_425, 10_000 * 366]) | st.integers(1, FAR)
periods = st.builds(lambda first, days: Period(first, first + days - 1), starts, lengths)
near = st.builds(
    lambda first, days: Period(first, first + days - 1), starts, st.integers(1, 40_000)
)


@given(near)
def test_months_are_counted_without_walking_over_them(period: Period) -> None:
    assert months_in(period) == len(month_starts(period))


@given(periods, periods)
def test_two_are_as_long_as_both(a: Period, b: Period) -> None:
    assert months_in(a, b) == months_in(a) + months_in(b)
    assert bool(too_long_words(a)) == (months_in(a) > MOST_MONTHS)
    assert bool(too_long_to_compare(a, b)) == (months_in(a, b) > MOST_COMPARED)


@pytest.fixture
def opened(shipped_archive: Path) -> Session:
    session = Session()
    assert session.open_archive(shipped_archive)
    session.measure_by(Measure(draws=10))
    return session


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(a=periods | near, b=periods | near)
def test_any_two_periods_are_answered_or_refused(opened: Session, a: Period, b: Period) -> None:
    """None of this may walk over months that nobody can count."""
    opened.set_span(a.first, a.last)
    opened.set_second(b.first, b.last)
    now = opened.snapshot
    weighing = weighing_of(now)
    if overlap(now) or too_long(now):
        assert weighing.periods is None
    else:
        started = begun(now)
        early, late = sorted((a, b), key=lambda one: one.first)
        assert (started.both.first <= early.last).all() and (started.both.last >= late.first).all()
        assert weighing.periods == ((a.first, a.last), (b.first, b.last))
    tables = tables_of(now, weighing)
    assert tables[0].remarks
    assert bool(tables[0].figures) != bool(too_long_words(a))


def test_the_turns_of_very_long_spans_are_refused_in_words(opened: Session) -> None:
    found = turned(opened.snapshot, Period(TODAY - FAR, TODAY), Measure(draws=10))
    assert found.many
    assert not found.counts
    assert not turned(opened.snapshot, Period(TODAY, months_later(TODAY, 1200) - 1)).many


@pytest.mark.parametrize(
    ("share", "said"),
    [(0.124, "+12"), (-0.05, "−5"), (0.004, "0"), (-0.004, "0"), (0.0, "0")],
)
def test_what_rounds_to_nothing_has_no_sign(share: float, said: str) -> None:
    assert signed(share) == said
