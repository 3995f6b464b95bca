"""Questions to start from are asked only where the archive covers them."""

from dataclasses import replace

from made_tables import made_table
from timeline_app.dates.edtf import parse
from timeline_app.panes.questions import QUESTIONS, questions_for
from timeline_app.session.session import Session


def test_each_number_is_what_the_brush_then_lets_pass(session: Session) -> None:
    offered = questions_for(session.snapshot.table)
    assert len(offered) == len(QUESTIONS)
    for question, events in offered:
        session.set_span(question.first, question.last)
        assert session.snapshot.passing.possible == events > 0


def test_the_periods_are_those_in_their_words() -> None:
    for question in QUESTIONS[:3]:
        first, last = question.words.split(" to ")
        for text, day in ((first, question.first), (last, question.last)):
            day_of, month, year = text.split()
            number = "JanFebMarAprMayJunJulAugSepOctNovDec".index(month) // 3 + 1
            assert parse(f"{year}-{number:02d}-{int(day_of):02d}").bounds.first == day


def test_an_archive_of_another_time_is_asked_nothing() -> None:
    table = made_table(50)
    days = int(table.first[0])
    long_ago = replace(table, first=table.first - days, last=table.last - days)
    assert questions_for(long_ago) == ()
    assert questions_for(made_table(0)) == ()
