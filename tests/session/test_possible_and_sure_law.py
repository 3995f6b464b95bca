"""Possible: the outer span touches the period. Sure: it lies within and no mark of doubt is on it.

Laws against plain comparison, through a built archive with every kind of date, read back whole.
"""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from made_dates import CLASSES, archive_of_every_date
from timeline_app.dates.civil import day_of
from timeline_app.dates.edtf import parse
from timeline_app.dates.historical_date import HistoricalDate
from timeline_app.model.filter import TermsClause
from timeline_app.session.sentence import said
from timeline_app.session.session import Session

DATES = {f"TEST {name}": parse(edtf) for name, edtf in CLASSES.items()}
_EDGES = sorted(
    {day for date in DATES.values() for day in (date.outer.first, date.outer.last)
     if abs(day) < 2**60}
)  # fmt: skip
days = st.sampled_from(_EDGES).flatmap(lambda day: st.sampled_from([day - 1, day, day + 1]))
periods = st.tuples(days, days).map(lambda both: (min(both), max(both)))


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    made = Session()
    assert made.open_archive(archive_of_every_date(tmp_path_factory.mktemp("dates")))
    yield made
    made.close()


def possible(date: HistoricalDate, first: int, last: int) -> bool:
    return date.outer.first <= last and date.outer.last >= first


def sure(date: HistoricalDate, first: int, last: int) -> bool:
    return first <= date.outer.first and date.outer.last <= last and not date.qualifiers


def titles(session: Session) -> set[str]:
    return {row.title for row in session.rows(session.order())}


@settings(max_examples=80, deadline=None)
@given(periods)
def test_what_passes_a_period_is_what_may_lie_in_it(
    session: Session, period: tuple[int, int]
) -> None:
    session.set_span(*period)
    expected = {title for title, date in DATES.items() if possible(date, *period)}
    n_sure = sum(sure(date, *period) for date in DATES.values())
    assert titles(session) == expected
    assert session.snapshot.passing.sure == n_sure
    if expected:
        words = said(session.sentence())
        assert words.endswith(f"{len(expected)} possible, {n_sure} of them sure.")
    session.set_span(*period, surely=True)
    assert titles(session) == {title for title, date in DATES.items() if sure(date, *period)}
    session.clear_all()


def test_without_a_period_sure_is_what_bears_no_mark(session: Session) -> None:
    session.clear_all()
    undoubted = sum(not date.qualifiers for date in DATES.values())
    assert session.snapshot.passing.sure == undoubted
    to_the_day = sum(
        date.outer.first == date.outer.last and not date.qualifiers for date in DATES.values()
    )
    rest = len(DATES) - to_the_day
    assert said(session.sentence()).endswith(f"{to_the_day} dated to the day, {rest} less surely.")
    session.set_terms("vector", ["Russia"])
    assert isinstance(session.snapshot.filter.clauses["vector"], TermsClause)
    assert said(session.sentence()).endswith(f"{len(DATES)} possible, {undoubted} of them sure.")
    session.clear_all()


def test_the_ends_of_a_period_belong_to_it(session: Session) -> None:
    day = day_of(2014, 3, 18)
    for first, last in ((day, day), (day - 5, day), (day, day + 5)):
        session.set_span(first, last, surely=True)
        assert "TEST day" in titles(session)
    for first, last in ((day - 5, day - 1), (day + 1, day + 5)):
        session.set_span(first, last)
        assert "TEST day" not in titles(session)
    session.clear_all()


@pytest.mark.parametrize(
    ("edtf", "name"),
    [
        ("-0001", "before the year one"),
        ("0000", "the year nought"),
        ("-9999", "first year of all"),
        ("9999", "last year of all"),
        ("Y-12000", "a long year"),
        ("Y170000002", "a longer year"),
    ],
)
def test_no_year_is_shifted_and_none_is_out_of_reach(
    session: Session, edtf: str, name: str
) -> None:
    span = parse(edtf).bounds
    session.set_span(span.first, span.last, surely=True)
    assert titles(session) == {f"TEST {name}"}
    (event,) = (session.event(int(session.snapshot.table.occurrence[r])) for r in session.order())
    assert event is not None
    assert event.edtf == CLASSES[name]
    session.clear_all()
