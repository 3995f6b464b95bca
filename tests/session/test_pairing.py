"""Two actors, weighed beside the reader's work."""

import numpy as np

from timeline_app.analysis.dyad import dyad
from timeline_app.analysis.months import Period
from timeline_app.session.pair_words import pair_words, silence_words
from timeline_app.session.pairing import Pairing, actors_by_events
from timeline_app.session.session import Session

from .later import Later


def _ids(session: Session, *names: str) -> list[str]:
    by_name = {term.label: term.id for term, _ in actors_by_events(session.snapshot)}
    return [by_name[name] for name in names]


def test_actors_stand_by_how_many_events_name_them(session: Session) -> None:
    actors = actors_by_events(session.snapshot)
    counts = [n for _, n in actors]
    assert counts == sorted(counts, reverse=True)
    term, n = actors[0]
    codes = session.snapshot.table.terms["actor"]
    assert n == int(codes.holding({term.id}).sum())
    assert actors_by_events(Session().snapshot) == []


def test_a_pair_is_what_the_shell_answers(session: Session) -> None:
    one, other = _ids(session, "Kazakhstan", "Russia")
    session.set_span(2455563, 2457388)
    heard: list[int] = []
    pairing = Pairing(session.aside, lambda: heard.append(1))
    pairing.ask(session.snapshot, one, other)
    made, now = pairing.paired, session.snapshot
    assert made is not None
    assert heard == [1]
    told = dyad(now.table, now.passing.mask, one, other, Period(2455563, 2457388))
    assert np.array_equal(made.found.rows, told.rows)
    assert made.found.silences == told.silences
    assert made.occurrences == now.table.occurrence[told.rows].tolist()
    assert str(len(told.rows)) in pair_words(made.found)
    assert str(told.silences[0].of_one) in silence_words(told.silences[0])
    actors = now.table.terms["actor"]
    alone = now.passing.mask & (actors.holding({one}) ^ actors.holding({other}))
    assert len(made.alone) == int(alone.sum())
    pairing.ask(now, one, other)
    assert heard == [1]


def test_one_and_the_same_is_no_pair_and_only_the_newest_is_taken(session: Session) -> None:
    one, other, third = _ids(session, "Kazakhstan", "Russia", "China")
    later = Later()
    pairing = Pairing(later, lambda: None)
    pairing.ask(session.snapshot, one, one)
    assert pairing.paired is None
    assert not later.jobs
    pairing.ask(session.snapshot, one, other)
    pairing.ask(session.snapshot, one, third)
    later.work()
    assert pairing.paired is not None
    assert pairing.paired.other == third
