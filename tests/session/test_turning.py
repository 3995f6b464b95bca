"""Turning points of the archive that ships, with the breaks in its coverage."""

import numpy as np

from timeline_app.analysis.months import Period
from timeline_app.dates.civil import date_of, day_of
from timeline_app.session.measure import Measure
from timeline_app.session.session import Session
from timeline_app.session.turning import turned
from timeline_app.session.turning_words import METHOD, turning_lines

FEW = Measure(draws=100)
WHOLE = Period(day_of(1991, 9, 12), day_of(2026, 3, 31))


def test_quarters_are_whole_and_of_the_calendar(session: Session) -> None:
    found = turned(session.snapshot, WHOLE, FEW)
    assert date_of(found.first) == (1991, 10, 1)
    assert found.quarters == (2026 - 1991) * 4 - 2
    assert date_of(found.day(found.quarters)) == (2026, 4, 1)
    cut = turned(session.snapshot, Period(WHOLE.first, day_of(2026, 3, 30)), FEW)
    assert cut.quarters == found.quarters - 1


def test_breaks_are_those_of_everything_that_is_held(session: Session) -> None:
    every = turned(session.snapshot, WHOLE, FEW)
    session.set_terms("state", {"KAZ"})
    of_one = turned(session.snapshot, WHOLE, FEW)
    assert every.breaks
    assert [one.day for one in of_one.breaks] == [one.day for one in every.breaks]
    assert all(0 <= one.support <= 1 for one in every.breaks)


def test_a_point_beside_a_break_is_said_to_be_so(session: Session) -> None:
    found = turned(session.snapshot, WHOLE, FEW)
    beside = [one for one in found.counts if found.beside(one)]
    assert beside
    lines = turning_lines(found)
    assert sum("beside a break" in line for line in lines) == sum(
        found.beside(one) is not None for one in (*found.counts, *found.shares)
    )
    last_break = max(n for n, line in enumerate(lines) if line.startswith("Break in coverage"))
    assert all("turn with" not in line for line in lines[:last_break])
    assert lines[-1] == METHOD


def test_means_before_and_after_are_those_of_the_events(session: Session) -> None:
    found = turned(session.snapshot, WHOLE, FEW)
    first = found.counts[0]
    events = found.of.events
    middles = (events.first + events.last) // 2
    held = np.count_nonzero((middles >= found.first) & (middles < found.day(first.at)))
    assert abs(first.before[0] - held / first.at) < 0.5


def test_too_short_a_time_says_so(session: Session) -> None:
    found = turned(session.snapshot, Period(day_of(2014, 1, 1), day_of(2014, 12, 31)), FEW)
    assert found.few
    assert "Too few" in turning_lines(found)[0]
    one = turned(session.snapshot, Period(day_of(2014, 1, 1), day_of(2014, 5, 12)), FEW)
    assert "1 whole quarter," in turning_lines(one)[0]
    none = turned(session.snapshot, Period(day_of(2014, 1, 2), day_of(2014, 3, 1)), FEW)
    assert none.quarters == 0
