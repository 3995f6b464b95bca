"""The numbers of a report are those of the analysis, and nothing is said where there is nothing."""

import pytest

from timeline_app.analysis.balance import balance_over
from timeline_app.analysis.months import Period
from timeline_app.analysis.two_periods import compare
from timeline_app.model.report import Weighing
from timeline_app.session.report_numbers import period_shown, tables_of
from timeline_app.session.session import Session
from timeline_app.session.weighing import preset_periods, weighed


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
    *_, table = tables_of(session.snapshot, Weighing(1, 100))
    assert table.title == "Imports by partner"
    russia = {one.what: one.value for one in table.figures if one.of == "Russia"}
    assert len(russia) == 2
    assert any("Registan" in what and value == 0.36 for what, value in russia.items())
    without = Weighing(1, 100, measure={"beside": ""})
    assert len(tables_of(session.snapshot, without)) == 1
    exports = tables_of(session.snapshot, Weighing(1, 100, measure={"beside": "exports"}))
    assert exports[-1].title == "Exports by partner"
