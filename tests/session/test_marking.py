"""Marks on what is selected: there once, seen from every end, taken back by name."""

from pathlib import Path

import pytest

from timeline_app.model.annotation import Target
from timeline_app.model.written.catalogue import BY_NAME
from timeline_app.session.marking import (
    HIGHLIGHT,
    STAR,
    TAG,
    add,
    edit,
    marks_on,
    one_of_kind,
    remove,
    toggle,
)
from timeline_app.session.session import Session


@pytest.fixture
def session(session: Session, notebook: Path) -> Session:
    session.open_notebook(notebook)
    return session


@pytest.fixture
def events(session: Session) -> list[Target]:
    return [Target("event", row.id) for row in session.ordered_rows(0, 3)]


def test_a_star_is_put_on_and_taken_off(session: Session, events: list[Target]) -> None:
    toggle(session, STAR, events[0], {})
    assert [one.kind for one in marks_on(session.snapshot, events[0])] == ["star"]
    assert session.snapshot.notebook and session.snapshot.notebook.history.undo == "star"
    toggle(session, STAR, events[0], {})
    assert marks_on(session.snapshot, events[0]) == ()
    session.undo()
    assert one_of_kind(session.snapshot, STAR, events[0]) is not None


def test_another_colour_changes_the_highlight(session: Session, events: list[Target]) -> None:
    toggle(session, HIGHLIGHT, events[0], {"colour": "green"})
    toggle(session, HIGHLIGHT, events[0], {"colour": "blue"})
    (one,) = marks_on(session.snapshot, events[0])
    assert one.said("colour") == "blue"
    toggle(session, HIGHLIGHT, events[0], {"colour": "blue"})
    assert marks_on(session.snapshot, events[0]) == ()


def test_a_link_is_seen_from_both_ends_and_drawn_once(
    session: Session, events: list[Target]
) -> None:
    add(session, BY_NAME["link"], events[0], {"to": str(events[1]), "link": "answers"})
    for end in events[:2]:
        assert [one.kind for one in marks_on(session.snapshot, end)] == ["link"]
    (pair,) = session.snapshot.links
    told = session.occurrences_of([events[0].id, events[1].id])
    assert (pair.one, pair.other) == (told[events[0].id], told[events[1].id])
    (link,) = marks_on(session.snapshot, events[0])
    assert link.about.title and link.state["about_others"]
    remove(session, link)
    assert session.snapshot.links == ()


def test_a_tag_that_stands_alone_is_asked_like_those_of_notes(
    session: Session, events: list[Target]
) -> None:
    add(session, TAG, events[0], {"tag": "to check"})
    assert [term.id for term in session.snapshot.note_terms.terms][1:] == ["to check"]
    assert session.snapshot.noted == frozenset()
    session.set_terms("notes", ["to check"])
    assert session.snapshot.passing.possible == 1
    (tag,) = marks_on(session.snapshot, events[0])
    edit(session, tag, {"tag": "checked"})
    assert [term.id for term in session.snapshot.note_terms.terms][1:] == ["checked"]


def test_what_is_refused_is_said_and_changes_nothing(
    session: Session, events: list[Target]
) -> None:
    add(session, BY_NAME["link"], events[0], {"to": str(events[0])})
    assert session.snapshot.problem is not None and session.snapshot.problem.grade == "warning"
    assert session.snapshot.written == ()


def test_an_own_event_is_selected_alone_and_written_on(session: Session) -> None:
    values = {"title": "Lunch", "edtf": "2014-05-08"}
    add(session, BY_NAME["own_event"], None, values)
    (own,) = session.snapshot.written
    session.select_end(last=True)
    session.select_own_event(own.id)
    assert session.snapshot.selected == () and session.snapshot.own_event == own.id
    assert session.target_in_focus() == Target("own-event", own.id)
    session.add_note("on it")
    (note,) = session.snapshot.notes[f"own-event:{own.id}"]
    assert note.about.title == "Lunch"
    session.select_end(last=False)
    assert session.snapshot.own_event is None
    session.select_own_event(own.id)
    remove(session, own)
    assert session.snapshot.own_event is None


def test_one_goes_to_what_was_written_on(session: Session, events: list[Target]) -> None:
    session.show_target(events[2])
    told = session.occurrences_of([events[2].id])[events[2].id]
    assert session.snapshot.selected == (told,)
    session.show_target(Target("passage", f"event:{events[1].id}#summary:0-3"))
    assert session.snapshot.selected == (session.occurrences_of([events[1].id])[events[1].id],)
    session.show_target(Target("claim", "claim-burns-2014"))
    assert session.snapshot.claim is not None
    session.show_target(Target("period", "2014"))
    assert 300 < session.snapshot.view.days < 500
