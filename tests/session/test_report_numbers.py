"""The numbers of a report are those of the analysis, and nothing is said where there is nothing."""

import pytest

from timeline_app.analysis.balance import balance_over
from timeline_app.analysis.months import Period
from timeline_app.analysis.two_periods import compare
from timeline_app.crossfilter.either import passing_in_second
from timeline_app.model.report import Weighing
from timeline_app.session.behind import touching
from timeline_app.session.comparison import compared
from timeline_app.session.measure import Measure
from timeline_app.session.report_numbers import period_shown, tables_of, weighing_of
from timeline_app.session.session import Session
from timeline_app.session.weighing import preset_periods, weighed
from timeline_app.session.weighing_words import comparison_words


def test_the_balance_is_that_of_the_brush(session: Session) -> None:
    session.set_terms("state", ["KAZ"])
    session.set_span(2455563, 2457388)
    period = Period(2455563, 2457388)
    assert period_shown(session.snapshot) == period
    table, *_ = tables_of(session.snapshot, Weighing(5, 200))
    found = balance_over(weighed(session.snapshot, period).events, period, seed=5, draws=200)
    shares = [one.value for one in table.figures if one.what == "share"]
    assert shares == pytest.approx(found.shares.found.tolist())
    assert sum(share or 0 for share in shares) == pytest.approx(1)
    assert [one.low for one in table.figures[:7]] == pytest.approx(found.shares.low.tolist())
    assert [one.n for one in table.figures[:7]] == found.touching[:7].tolist()


def test_two_periods_are_those_of_the_comparison(session: Session) -> None:
    a, b = preset_periods("crimea")
    weighing = Weighing(5, 200, ((a.first, a.last), (b.first, b.last)), "crimea")
    _, table, *_ = tables_of(session.snapshot, weighing)
    events = weighed(session.snapshot, Period(a.first, b.last)).events
    found = compare(events, a, b, 5, 200)
    moved = [one.value for one in table.figures if one.what == "moved from A to B"]
    assert moved == pytest.approx(found.moved.found.tolist())
    assert str(found.a.n) in table.remarks[0]
    assert len([line for line in table.remarks if line.startswith("Within")]) == 2
    (leaning,) = [line for line in table.remarks if line.startswith("Each publisher left out")]
    assert leaning.count(" to ") == 7
    free = Weighing(5, 200, weighing.periods)
    _, table, *_ = tables_of(session.snapshot, free)
    (p,) = [one for one in table.figures if one.what == "p of the one test"]
    assert (p.value, p.why) == (None, "chosen after looking")


def test_what_is_thin_says_too_few(session: Session) -> None:
    session.set_terms("state", ["TKM"])
    session.set_span(2450084, 2450449)  # 1996
    table, *_ = tables_of(session.snapshot, Weighing(1, 100))
    figures = {one.of: one for one in table.figures}
    assert figures["All seven"].value is None
    assert figures["All seven"].why == "too few"
    assert figures["Russia"].why == "too few for an interval"


def test_where_nothing_is_open_there_is_no_number() -> None:
    session = Session()
    assert period_shown(session.snapshot) is None
    assert tables_of(session.snapshot, Weighing(1, 100)) == ()


def test_trade_stands_beside_with_both_sources(session: Session) -> None:
    session.set_terms("state", ["KAZ"])
    session.set_span(2456294, 2456658)  # 2013
    _, table, _ = tables_of(session.snapshot, Weighing(1, 100))
    assert table.title == "Imports by partner"
    russia = {one.what: one.value for one in table.figures if one.of == "Russia"}
    assert len(russia) == 2
    assert any("Registan" in what and value == 0.36 for what, value in russia.items())
    without = Weighing(1, 100, measure={"beside": ""})
    assert len(tables_of(session.snapshot, without)) == 2
    exports = tables_of(session.snapshot, Weighing(1, 100, measure={"beside": "exports"}))
    assert exports[1].title == "Exports by partner"


@pytest.mark.parametrize("surely", [False, True])
def test_two_periods_that_are_shown_stand_side_by_side(session: Session, surely: bool) -> None:
    session.set_terms("state", ["KAZ"])
    a, b = preset_periods("crimea")
    session.set_span(a.first, a.last, surely)
    session.set_second(b.first, b.last)
    session.measure_by(Measure(draws=50))
    weighing = weighing_of(session.snapshot)
    titles = [table.title for table in tables_of(session.snapshot, weighing)]
    assert titles[0] == "Two periods"
    assert titles[1].endswith("in A") and titles[2].endswith("in B")
    table, *_, places = tables_of(session.snapshot, weighing)
    made = compared(session.snapshot)
    russia = [one for one in table.figures if one.of == "Russia"]
    assert [one.what for one in russia] == ["share in A", "share in B", "moved from A to B"]
    assert [one.n for one in russia] == [*touching(made, 0), None]
    assert made.found is not None
    assert table.remarks[0] == comparison_words(made.found, made.placebo, False)
    second = passing_in_second(session.snapshot.passing, session.snapshot.second)
    assert second is not None
    masks = session.snapshot.passing.mask, second.mask
    codes = session.snapshot.table.terms["place"]
    astana = {term.id for term in codes.terms if term.label == "Astana"}
    named = [one.value for one in places.figures if one.of == "Astana"]
    assert named == [int((codes.holding(astana) & mask).sum()) for mask in masks]
    bare = int(((masks[0] | masks[1]) & codes.bare()).sum())
    assert f"{bare} events name no place." in places.remarks
