"""The agreement of one of the five with the powers, made beside the reader's work."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from timeline_app.analysis.agreement import DIFFER, DROP, HALF
from timeline_app.dates.civil import date_of, day_of
from timeline_app.model.roll_calls import RollCalls, no_roll_calls
from timeline_app.session.known_on import read_day
from timeline_app.session.session import Session
from timeline_app.session.shown import parts_of, show_parts
from timeline_app.session.vote_rule import VoteRule
from timeline_app.session.voting import Agreed, Ballots, agreed, agreed_now
from timeline_app.session.voting_words import call_row, how_counted, spoken, votes_words

from .later import Later


@pytest.fixture(scope="module")
def calls(shipped_archive: Path) -> RollCalls:
    session = Session()
    assert session.open_archive(shipped_archive)
    read = session.roll_calls()
    session.close()
    return read


def few(calls: RollCalls, first: tuple[int, int, int], last: tuple[int, int, int]) -> RollCalls:
    """Those of some days alone, so that a test is quick."""
    held = np.flatnonzero((calls.day >= day_of(*first)) & (calls.day <= day_of(*last)))
    taken = {
        name: tuple(getattr(calls, name)[n] for n in held.tolist())
        for name in ("id", "resolution", "title", "issues")
    }
    columns = {name: getattr(calls, name)[held] for name in ("day", "session", "paragraph", "vote")}
    return replace(calls, **taken, **columns)


@pytest.fixture(scope="module")
def of_2014(calls: RollCalls) -> Agreed:
    return agreed(few(calls, (2012, 9, 25), (2014, 9, 14)), VoteRule())


def test_every_count_is_one_by_sql(of_2014: Agreed, shipped_archive: Path) -> None:
    assert of_2014.state == "KAZ"
    assert of_2014.powers[:4] == ("RUS", "CHN", "USA", "TUR")
    asked = """
        SELECT COUNT(*) FROM rollcall
        JOIN ballot mine ON mine.rollcall = rollcall.key
        JOIN ballot theirs ON theirs.rollcall = rollcall.key
        JOIN actor one ON one.key = mine.state AND one.iso3 = 'KAZ'
        JOIN actor other ON other.key = theirs.state AND other.iso3 = ?
        WHERE session = ? AND paragraph IS NOT 1
        AND mine.vote <> 'absent' AND theirs.vote <> 'absent'
    """
    with closing(sqlite3.connect(shipped_archive)) as held:
        for power, row in zip(of_2014.powers, of_2014.rows, strict=True):
            for found in row:
                (n,) = held.execute(asked, (power, found.session)).fetchone()
                assert found.n == n


def test_a_cell_lists_exactly_its_roll_calls(of_2014: Agreed) -> None:
    for place in range(len(of_2014.sessions)):
        listed = of_2014.calls_of(place)
        for row in of_2014.rows:
            found = row[place]
            assert found.n + found.absent + found.unrecorded == len(listed)


def test_the_resolution_of_27_march_2014_is_found_and_read(of_2014: Agreed) -> None:
    place = of_2014.sessions.index(68)
    rows = [(n, call_row(of_2014, 0, n)) for n in of_2014.calls_of(place)]
    ((n, row),) = [(n, row) for n, row in rows if row[1].endswith("68/262")]
    assert row[0] == "27 Mar 2014"
    assert "Territorial integrity of Ukraine" in row[2]
    assert row[4:] == ("abstains", "no")
    assert "Kazakhstan" in votes_words(of_2014.calls, n).split("abstains")[1].splitlines()[0]
    assert of_2014.session_on(day_of(2014, 3, 27)) == place


def test_the_rule_is_switched(calls: RollCalls) -> None:
    some = few(calls, (2013, 9, 1), (2014, 8, 31))
    half, differ, drop = (agreed(some, VoteRule(rule=rule)) for rule in (HALF, DIFFER, DROP))
    for power in range(len(half.powers)):
        a, b, c = (one.rows[power][0] for one in (half, differ, drop))
        assert a.agreement >= b.agreement
        assert a.n == b.n == c.n + c.one_abstains
    parted = int(np.bincount(calls.session[calls.paragraph == 1]).argmax())
    days = calls.day[calls.session == parted]
    of_parts = few(calls, date_of(int(days.min())), date_of(int(days.max())))
    whole, every = (agreed(of_parts, VoteRule(paragraphs=parts)) for parts in (False, True))
    assert every.among.sum() - whole.among.sum() == (of_parts.paragraph == 1).sum() > 0
    nuclear = agreed(some, VoteRule(issue="nuclear"))
    assert 0 < nuclear.among.sum() < half.among.sum()
    assert "nuclear" in how_counted(nuclear)
    assert agreed(some, VoteRule(state="UZB")).state == "UZB"
    assert agreed(some, VoteRule(state="FRA")).state == "KAZ"


def test_what_was_not_known_yet_is_not_counted(calls: RollCalls) -> None:
    some = few(calls, (2013, 9, 1), (2014, 8, 31))
    known = agreed(some, VoteRule(), read_day("2014-01"))
    assert 0 < known.among.sum() < agreed(some, VoteRule()).among.sum()


def test_an_archive_without_votes_says_so() -> None:
    nothing = agreed(no_roll_calls(), VoteRule())
    assert (nothing.state, nothing.powers, nothing.sessions) == ("", (), ())
    assert "no roll call" in how_counted(nothing)
    assert nothing.session_on(2456000) is None


def test_words_say_interval_and_what_is_apart(of_2014: Agreed) -> None:
    said = spoken(of_2014, 0, of_2014.sessions.index(68))
    for part in ("Session 68", "Kazakhstan and Russia", "n 62", "opposed", "absent 2"):
        assert part in said


def test_only_the_newest_is_taken_and_calls_are_read_once(session: Session) -> None:
    later, heard = Later(), []
    ballots = Ballots(later, lambda: heard.append(1))
    ballots.ask(session.snapshot)
    ballots.ask(session.snapshot)
    assert len(later.jobs) == 1
    session.count_votes_by(VoteRule(state="UZB", issue="nuclear"))
    ballots.ask(session.snapshot)
    later.work()
    assert heard == [1]
    assert ballots.agreed is not None
    assert (ballots.agreed.state, ballots.agreed.rule.issue) == ("UZB", "nuclear")
    calls = ballots.agreed.calls
    session.count_votes_by(VoteRule(issue="nuclear"))
    ballots.ask(session.snapshot)
    later.work()
    assert ballots.agreed.calls is calls


def test_a_view_keeps_whose_votes_are_compared(session: Session) -> None:
    rule = VoteRule("TJK", "nuclear", DROP, True)
    session.count_votes_by(rule)
    parts = parts_of(session.snapshot)
    session.count_votes_by(VoteRule())
    show_parts(session, parts)
    assert session.snapshot.vote_rule == rule
    show_parts(session, {"votes": {"state": 3, "rule": "none", "paragraphs": "yes"}})
    assert session.snapshot.vote_rule == VoteRule()


def test_votes_are_of_the_state_that_is_asked_for_until_one_is_chosen(session: Session) -> None:
    def state() -> str:
        found = agreed_now(session.snapshot)
        assert found is not None
        return found.state

    session.set_terms("state", ["UZB", "RUS"])
    assert state() == "UZB"
    session.set_terms("state", ["UZB", "TKM"])
    assert state() == "KAZ"
    session.set_terms("state", ["TKM"])
    assert state() == "TKM"
    session.count_votes_by(VoteRule(state="TJK"))
    assert state() == "TJK"
