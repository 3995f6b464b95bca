"""A note changes what follows from notes, and what follows from nothing else stays the same."""

from pathlib import Path

import pytest

from timeline_app.model.annotation import Target
from timeline_app.model.filter import NOTES, WITH_NOTE
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot

PERIOD = Target("period", "2013/2014")


@pytest.fixture
def session(session: Session, notebook: Path) -> Session:
    session.open_notebook(notebook)
    return session


def event(session: Session, at: int = 0) -> Target:
    return Target("event", session.ordered_rows(at, 1)[0].id)


def others(before: Snapshot, after: Snapshot) -> set[str]:
    return {name for name, part in vars(after).items() if part is not vars(before)[name]}


def test_a_note_on_a_period_is_no_other_answer(session: Session) -> None:
    session.add_note("first", ("tag",), event(session))
    before = session.snapshot
    session.add_note("second", ("tag",), PERIOD)
    alike = {"passing", "filter", "note_terms", "noted", "links", "claims_passing"}
    assert not others(before, session.snapshot) & (alike | {"instruments_passing"})
    assert len(session.snapshot.written) == 2


def test_a_note_on_an_event_is_counted_and_passes_no_other_rows(session: Session) -> None:
    session.set_terms("kind", [session.snapshot.table.terms["kind"].terms[0].id])
    before = session.snapshot
    session.add_note("said", ("tag",), event(session))
    after = session.snapshot
    assert after.passing.counts[NOTES].tolist() == [1, 1]
    assert after.passing.base.same_rows(before.passing.base)
    assert after.passing.mask.tolist() == before.passing.mask.tolist()
    assert not others(before, after) & {"filter", "claims_passing", "instruments_passing"}


def test_where_notes_are_asked_for_a_note_passes_one_more(session: Session) -> None:
    session.add_note("first", (), event(session))
    session.set_terms(NOTES, [WITH_NOTE])
    before = session.snapshot
    session.add_note("second", (), Target("event", session.rows([7])[0].id))
    after = session.snapshot
    assert (before.passing.possible, after.passing.possible) == (1, 2)
    assert not after.passing.base.same_rows(before.passing.base)
