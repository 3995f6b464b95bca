"""Trade beside engagement, of the shipped archive: the article's figure and another source's."""

import sqlite3
from pathlib import Path

import pytest

from timeline_app.analysis.engagement import PARTNERS
from timeline_app.dates.civil import day_of
from timeline_app.session.partnering import trade_of, trade_said, trade_words
from timeline_app.session.session import Session

SUMS = """
    SELECT sum(o.value * s.scale) FROM series s JOIN observation o ON o.series = s.key
    WHERE s.measure = 'imports from partner' AND s.entity = 'KAZ' AND s.source = 'COW trade 4.0'
    AND o.edtf = '2013'
"""


def test_both_figures_for_2013_are_there_each_with_its_source(
    session: Session, shipped_archive: Path
) -> None:
    session.set_terms("state", ["KAZ"])
    trade = trade_of(session.snapshot, "imports")
    assert trade is not None
    (told,) = trade.told
    assert (told.source, PARTNERS[told.vector], told.share) == (
        "Registan 2014-05-13",
        "Russia",
        0.36,
    )
    cow = next(line for line in trade.lines if line.source == "COW trade 4.0")
    at = cow.edtf.index("2013")
    connection = sqlite3.connect(shipped_archive)
    (whole,) = connection.execute(SUMS).fetchone()
    (russia,) = connection.execute(SUMS + " AND s.partner = 'RUS'").fetchone()
    connection.close()
    assert cow.whole[at] == pytest.approx(whole)
    assert cow.shares[at, 0] == pytest.approx(russia / whole)
    day = day_of(2013, 7, 1)
    words = trade_words(trade, 0, day, day)
    assert "Registan 2014-05-13" in words and "COW trade 4.0" in words
    assert trade_words(trade, 0, day_of(2013, 1, 1), day_of(2013, 12, 31)) == words
    assert "COW trade 4.0" in trade_said(trade) and "Registan" in trade_said(trade)
    assert trade_words(trade, 0, day_of(2024, 7, 1), day_of(2024, 7, 1)) == ""


def test_what_is_told_of_one_state_is_not_told_of_five(session: Session) -> None:
    trade = trade_of(session.snapshot, "imports")
    assert trade is not None and len(trade.states) == 5
    assert trade.told == () and trade.lines


def test_a_day_before_a_source_was_out_hides_it(session: Session) -> None:
    session.set_terms("state", ["KAZ"])
    session.set_known(day_of(2014, 5, 12))
    before = trade_of(session.snapshot, "imports")
    session.set_known(day_of(2014, 5, 13))
    on_the_day = trade_of(session.snapshot, "imports")
    assert before is None or not before.told
    assert on_the_day is not None and len(on_the_day.told) == 1


def test_where_no_trade_is_asked_for_none_is_read(session: Session) -> None:
    assert trade_of(session.snapshot, "") is None
    session.set_terms("state", ["MNG"])
    assert trade_of(session.snapshot, "imports") is None
