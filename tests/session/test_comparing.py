"""A second period beside the brushed one: set, moved, cleared, and taken from a preset."""

import pytest

from timeline_app.dates.civil import day_of
from timeline_app.model.filter import SPAN, SpanClause
from timeline_app.model.view import View
from timeline_app.session.sentence import said
from timeline_app.session.session import Session
from timeline_app.session.weighing import PRESETS, preset_periods

A = day_of(2012, 1, 1), day_of(2012, 12, 31)
B = day_of(2015, 1, 1), day_of(2015, 12, 31)


def test_the_second_period_lets_nothing_pass(session: Session) -> None:
    session.set_span(*A)
    passing = session.snapshot.passing
    session.set_second(B[1], B[0])
    assert session.snapshot.second == SpanClause(*B)
    assert session.snapshot.passing is passing


def test_the_sentence_counts_both(session: Session) -> None:
    counts = []
    for span in (A, B):
        session.set_span(*span)
        counts.append(session.snapshot.passing.possible)
    session.set_span(*A)
    session.set_second(*B)
    words = said(session.sentence())
    assert words.startswith(f"{counts[0]} and {counts[1]} of 1,080 events: A 2012 against B 2015")
    session.clear_second()
    assert "against" not in said(session.sentence())


@pytest.mark.parametrize("name", list(PRESETS))
def test_a_preset_is_one_until_a_hand_moves_it(session: Session, name: str) -> None:
    session.compare_preset(name)
    now = session.snapshot
    a, b = preset_periods(name)
    assert now.filter.span == SpanClause(a.first, a.last)
    assert now.second == SpanClause(b.first, b.last)
    assert now.preset == name
    session.set_second(b.first, b.last)
    assert session.snapshot.preset == name
    session.set_second(b.first + 1, b.last)
    assert session.snapshot.preset == ""
    session.compare_preset(name)
    session.set_span(a.first, a.last - 1)
    assert session.snapshot.preset == ""


def test_without_a_there_is_no_b(session: Session) -> None:
    for clear in (lambda: session.clear_clause(SPAN), session.clear_all):
        session.set_span(*A)
        session.set_second(*B)
        clear()
        assert session.snapshot.second is None


def test_the_period_after_is_as_long(session: Session) -> None:
    session.set_span(*A)
    session.compare_next()
    second = session.snapshot.second
    assert second == SpanClause(A[1] + 1, A[1] + 366)
    session.set_span(day_of(2025, 1, 1), day_of(2027, 12, 31))
    session.compare_next()
    second = session.snapshot.second
    assert second is not None
    assert second.last == day_of(2024, 12, 31)


def test_without_a_brush_the_view_is_halved(session: Session) -> None:
    session.set_view(View(float(day_of(2010, 1, 1)), 100.0))
    session.compare_next()
    first = day_of(2010, 1, 1)
    assert session.snapshot.filter.span == SpanClause(first, first + 49)
    assert session.snapshot.second == SpanClause(first + 50, first + 99)


def test_one_notice_tells_of_both(session: Session) -> None:
    heard = []
    session.listen(lambda before, after: heard.append(after))
    session.compare_preset("crimea")
    assert len(heard) == 1


def test_vectors_by_actors_are_told_of_each_event(session: Session) -> None:
    table = session.snapshot.table
    row = int(table.terms["actor"].holding({"state-rus"}).argmax())
    found = session.derived_vectors(int(table.occurrence[row]))
    assert "Russia" in found
    assert session.derived_vectors(-5) == ()


def test_b_is_seen_as_a_is(session: Session) -> None:
    counts = []
    for span in (A, B):
        session.set_span(*span, surely=True)
        counts.append(session.snapshot.passing.possible)
    session.set_second(*A)
    assert session.snapshot.second == SpanClause(*A, surely=True)
    words = said(session.sentence())
    assert words.startswith(f"{counts[1]} and {counts[0]} of 1,080 events: A surely within 2015")
    assert "against B surely within 2012" in words
    session.set_span(*B)
    assert session.snapshot.second == SpanClause(*A)
    session.set_span(*B, surely=True)
    session.compare_next()
    assert session.snapshot.second == SpanClause(B[1] + 1, B[1] + 365, surely=True)
    session.compare_preset("crimea")
    assert session.snapshot.second == SpanClause(
        *(day_of(2014, 3, 18), day_of(2017, 3, 17)), surely=False
    )
