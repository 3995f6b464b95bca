"""The archive as known on a day: events, claims and treaties by one clause."""

import numpy as np
import pytest

from timeline_app.dates.civil import day_of
from timeline_app.model.as_known import Undated
from timeline_app.model.claim_table import VERDICT
from timeline_app.model.event_table import UNDATED
from timeline_app.model.filter import KNOWN
from timeline_app.model.records import Layer
from timeline_app.model.verdict import OPEN
from timeline_app.session.as_known import shown_series
from timeline_app.session.claim_listing import ordered_claims
from timeline_app.session.known_on import (
    NoDayError,
    day_to_begin_with,
    days_to_choose,
    hidden_series_words,
    hidden_words,
    read_day,
    undated_words,
)
from timeline_app.session.sentence import said
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot

DAY = day_of(2014, 5, 13)


def test_off_is_everything_and_the_same_objects(session: Session) -> None:
    before = session.snapshot
    session.set_known(DAY)
    assert session.snapshot.passing.possible < before.passing.possible
    session.clear_clause(KNOWN)
    assert np.array_equal(session.snapshot.passing.mask, before.passing.mask)
    assert session.snapshot.claims is before.claims
    session.set_known(DAY)
    session.clear_all()
    assert session.snapshot.filter.known is None


def test_the_mask_is_a_plain_comparison(session: Session) -> None:
    for day in (DAY, day_of(2000, 1, 1), day_of(1990, 1, 1), day_of(2030, 1, 1)):
        session.set_known(day)
        now = session.snapshot
        assert np.array_equal(now.passing.mask, now.table.known_from <= day)
        assert now.passing.undated == int(np.count_nonzero(now.table.known_from == UNDATED))
        assert np.array_equal(now.claims_passing.mask, now.claims.said.known_from <= day)
        instruments = now.instruments.life.known_from <= day
        assert np.array_equal(now.instruments_passing.mask, instruments)


def test_an_outcome_is_not_known_before_its_source(session: Session) -> None:
    today = session.snapshot.claims
    session.set_known(DAY)
    then = session.snapshot.claims
    later = (today.outcome_from > DAY) & (today.verdict != OPEN)
    assert 0 < np.count_nonzero(later) < len(today)
    assert np.array_equal(then.verdict, np.where(later, OPEN, today.verdict))
    shown = [then.verdicts.of(row)[0] for row in range(len(then))]
    assert shown.count("open") == np.count_nonzero(then.verdict == OPEN)
    counts = session.snapshot.claims_passing.counts[VERDICT]
    assert counts.sum() == session.snapshot.claims_passing.possible


def test_a_claim_is_told_as_it_stood(session: Session) -> None:
    claims = session.snapshot.claims
    judged = np.flatnonzero((claims.verdict != OPEN) & (claims.outcome_from < UNDATED))
    row = int(judged[np.argmax(claims.outcome_from[judged])])
    key, day = int(claims.key[row]), int(claims.outcome_from[row])
    for asked, is_open in ((day - 1, True), (day, False)):
        session.set_known(asked)
        whole, (line,) = session.claim(key), session.claim_rows([key])
        assert whole is not None
        assert (whole.outcome is None) == is_open
        assert (whole.verdict == "open") == (line.verdict == "open") == is_open


def test_claims_are_new_objects_only_where_an_outcome_comes_or_goes(session: Session) -> None:
    session.set_known(DAY)
    then = session.snapshot.claims
    outcomes = set(then.outcome_from.tolist())
    day = next(day for day in range(DAY + 1, DAY + 400) if day not in outcomes)
    session.set_known(day - 1)
    before = session.snapshot.claims
    session.set_known(day)
    assert session.snapshot.claims is before


def test_the_brush_says_where_to_begin(session: Session) -> None:
    known = session.snapshot.table.known_from
    assert day_to_begin_with(session.snapshot) == known[known < UNDATED].max()
    session.set_span(day_of(2013, 11, 1), day_of(2014, 6, 30))
    assert day_to_begin_with(session.snapshot) == day_of(2014, 6, 30)


def test_the_days_to_choose_hold_every_publication(session: Session) -> None:
    session.switch_layers({layer.id for layer in _layers(session)})
    days, known = days_to_choose(session.snapshot), session.snapshot.table.known_from
    assert days is not None
    assert days[0] <= known.min() and known[known < UNDATED].max() <= days[1]


def test_the_undated_are_said(session: Session) -> None:
    assert undated_words(session.snapshot) == ""
    session.set_known(DAY)
    assert undated_words(session.snapshot) in said(session.sentence())
    assert undated_words(session.snapshot).endswith("undated are hidden")


def test_memberships_and_series_follow_the_day(session: Session) -> None:
    whole, every = session.snapshot.memberships, session.every_series()
    for day in (DAY, day_of(2014, 6, 1), day_of(2016, 12, 31), day_of(2026, 1, 1)):
        session.set_known(day)
        now = session.snapshot
        assert now.memberships.key.tolist() == whole.key[whole.known_from <= day].tolist()
        assert session.series() == tuple(one for one in every if one.known_from <= day)
        assert now.undated.series == sum(1 for one in every if one.known_from == UNDATED)
        assert now.undated.memberships == np.count_nonzero(whole.known_from == UNDATED)
        assert session.series() is session.series()
    session.clear_clause(KNOWN)
    assert session.snapshot.memberships is whole
    assert session.series() is every
    assert session.snapshot.undated == Undated()


def test_steps_follow_the_day_and_treaties_keep_their_numbers(session: Session) -> None:
    whole = session.snapshot.instruments
    session.set_known(DAY)
    now = session.snapshot
    assert now.instruments.key.tolist() == whole.key.tolist()
    known = 0
    for row in np.flatnonzero(now.instruments_passing.mask).tolist():
        steps = now.instruments.steps(row)
        assert steps == tuple(s for s in whole.steps(row) if s.known_from <= DAY)
        known += len(steps)
    assert 0 < known < len(whole.step)
    shown = np.repeat(now.instruments_passing.mask, np.diff(whole.offsets))
    undated = np.count_nonzero(shown & (whole.step_known_from == UNDATED))
    assert now.undated.steps == undated > 0


def test_what_stands_beside_the_events_stays_the_same_while_nothing_comes(session: Session) -> None:
    session.set_known(DAY)
    before = session.snapshot
    session.set_known(DAY - 1)
    session.set_known(DAY)
    now = session.snapshot
    assert now.memberships is before.memberships
    session.set_span(day_of(2014, 1, 1), day_of(2014, 3, 1))
    assert session.snapshot.instruments is now.instruments
    assert session.snapshot.memberships is now.memberships


def test_chosen_series_come_and_go_but_stay_chosen(session: Session) -> None:
    keys = [one.key for one in session.every_series() if one.source == "COW trade 4.0"][:2]
    session.choose_series(keys)
    session.set_known(DAY)
    now = session.snapshot
    assert [one.key for one in now.series_chosen] == keys
    assert shown_series(now) == ()
    assert hidden_series_words(now) == "Hidden: 2 series were published later"
    session.set_known(day_of(2016, 12, 31))
    assert shown_series(session.snapshot) == session.snapshot.series_chosen
    assert hidden_series_words(session.snapshot) == ""


def test_all_that_is_undated_is_counted_in_one_sentence(session: Session) -> None:
    assert hidden_words(session.snapshot) == ""
    session.set_known(DAY)
    now = session.snapshot
    said = hidden_words(now)
    for n, word in (
        (now.passing.undated, "event"),
        (now.claims_passing.undated, "claim"),
        (now.instruments_passing.undated, "treat"),
        (now.undated.memberships, "membership"),
        (now.undated.series, "series"),
    ):
        assert n > 0
        assert f"{n} {word}" in said


def test_a_claim_is_known_once_a_source_of_it_was_published(session: Session) -> None:
    claims = session.snapshot.claims
    for row in range(len(claims)):
        claim = session.claim(int(claims.key[row]))
        assert claim is not None
        days = [source.known_from for source in claim.sources if source.known_from is not None]
        assert claims.said.known_from[row] == min(days, default=UNDATED)


def _claims(now: Snapshot) -> tuple[int, ...]:
    return tuple(ordered_claims(now).tolist())


def test_a_search_finds_no_claim_of_later_and_no_event_by_one(session: Session) -> None:
    session.search("claim:kazakhstan")
    today, events = _claims(session.snapshot), session.snapshot.passing.possible
    session.set_known(DAY)
    now = session.snapshot
    known = set(now.claims.key[now.claims.said.known_from <= DAY].tolist())
    assert _claims(now) == tuple(key for key in today if key in known)
    assert 0 < len(_claims(now)) < len(today)
    assert now.passing.possible < events
    for occurrence in now.table.occurrence[now.passing.mask].tolist():
        assert any(claim.key in known for claim, _ in session.said_about(occurrence))
    session.clear_clause(KNOWN)
    assert session.snapshot.passing.possible == events
    assert _claims(session.snapshot) == today


@pytest.mark.parametrize("text", ["", "soon", "2014/..", "2014-02-30", "x" * 5000])
def test_what_has_no_last_day_is_refused(text: str) -> None:
    with pytest.raises(NoDayError):
        read_day(text)


def _layers(session: Session) -> tuple[Layer, ...]:
    assert session.snapshot.archive is not None
    return session.snapshot.archive.edition.layers
