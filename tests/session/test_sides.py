"""What is on neither side of a thesis is what passes without what was put on a side."""

from pathlib import Path

import pytest

from timeline_app.dates.edtf import parse
from timeline_app.model.annotation import Written
from timeline_app.model.written.catalogue import BY_NAME
from timeline_app.session.claim_listing import ordered_claims
from timeline_app.session.marking import add, editing
from timeline_app.session.session import Session
from timeline_app.session.sides import look_of, neither, placed


@pytest.fixture
def session(session: Session, notebook: Path) -> Session:
    session.open_notebook(notebook)
    return session


def thesis(session: Session) -> Written:
    (found,) = (one for one in session.snapshot.written if one.kind == "thesis")
    return found


def put(session: Session, target: str, side: str) -> None:
    one = thesis(session)
    session.write(editing(session, one, placed(one, [target], side)))


def test_it_follows_the_brush_and_what_is_put_on_a_side(session: Session) -> None:
    add(session, BY_NAME["thesis"], None, {"text": "It ends."})
    days = parse("2014").bounds
    session.set_span(days.first, days.last)
    rows, claims = session.order().tolist(), ordered_claims(session.snapshot).tolist()
    free = neither(session, thesis(session))
    assert (free.events.tolist(), free.claims.tolist()) == (rows, claims) and rows and claims
    assert len(free) == len(rows) + len(claims)
    event = session.rows(rows[:1])[0]
    (claim,) = session.claim_rows(claims[:1])
    put(session, f"event:{event.id}", "for")
    put(session, f"claim:{claim.id}", "against")
    free = neither(session, thesis(session))
    assert (free.events.tolist(), free.claims.tolist()) == (rows[1:], claims[1:])
    assert look_of(thesis(session), f"event:{event.id}").title == event.title
    session.clear_all()
    assert len(neither(session, thesis(session)).events) == session.snapshot.passing.possible - 1


def test_what_is_put_elsewhere_leaves_the_side_it_stood_on(session: Session) -> None:
    event = f"event:{session.ordered_rows(0, 1)[0].id}"
    add(session, BY_NAME["thesis"], None, {"text": "It ends.", "for": [event]})
    put(session, event, "against")
    assert thesis(session).state["for"] == [] and thesis(session).state["against"] == [event]
    put(session, event, "")
    assert thesis(session).state["against"] == []
    session.undo()
    session.undo()
    assert thesis(session).state["for"] == [event]


def test_what_the_archive_does_not_have_takes_nothing_away(session: Session) -> None:
    gone = ["event:gone", "claim:gone", "period:2014"]
    add(session, BY_NAME["thesis"], None, {"text": "It ends.", "for": gone})
    assert len(neither(session, thesis(session)).events) == len(session.order())
