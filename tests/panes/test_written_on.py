"""Actors and sources that a record names are written on where the record is."""

from pathlib import Path

import pytest

from timeline_app.model.annotation import Target
from timeline_app.model.written.catalogue import BY_NAME
from timeline_app.panes.detail import DetailPane
from timeline_app.panes.written_on import WrittenOn
from timeline_app.session.marking import add
from timeline_app.session.session import Session

from .conftest import Show


@pytest.fixture
def written(session: Session, show: Show) -> WrittenOn:
    """Of an event with actors and sources."""
    detail = show(DetailPane)
    assert isinstance(detail, DetailPane)
    for row in session.ordered_rows(0, 50):
        (told,) = session.occurrences_of([row.id]).values()
        event = session.event(told)
        if event and event.sources and any(one.id for one in event.participants):
            session.select((told,))
            break
    assert detail.written is not None
    return detail.written


def at(written: WrittenOn, kind: str) -> int:
    heads = {"actor": "Actor: ", "source": "Source 1: "}
    texts = [written.box.itemText(n) for n in range(written.box.count())]
    return next(n for n, text in enumerate(texts) if text.startswith(heads[kind]))


@pytest.mark.parametrize("kind", ["actor", "source"])
def test_a_note_and_marks_on_what_the_record_names(
    written: WrittenOn, session: Session, notebook: Path, kind: str
) -> None:
    assert written.box.accessibleName() and written.box.itemText(0) == "This event"
    written.box.setCurrentIndex(at(written, kind))
    written.notes.editor.text.setPlainText("who is this?")
    written.notes.editor.finish()
    (note,) = session.snapshot.written
    assert note.target is not None and note.target.kind == kind and note.about.title
    add(session, BY_NAME["star"], note.target, {})
    assert written.box.currentText().endswith(" · 2")
    session.select(())
    session.show_target(note.target)
    if kind == "source":
        assert session.snapshot.selected
    else:
        assert "actor" in session.snapshot.filter.clauses


def test_what_is_being_written_is_saved_where_it_was_begun(
    written: WrittenOn, session: Session
) -> None:
    written.notes.editor.text.setPlainText("on the event")
    written.box.setCurrentIndex(at(written, "actor"))
    assert written.notes.editor.text.toPlainText() == ""
    (note,) = session.snapshot.written
    assert note.target is not None and note.target.kind == "event"
    written.box.setCurrentIndex(0)
    assert "on the event" in {one.text for one in session.notes_of(session.snapshot.selected[0])}


def test_one_subject_alone_needs_no_choice(session: Session, show: Show) -> None:
    detail = show(DetailPane)
    assert isinstance(detail, DetailPane)
    add(session, BY_NAME["own_event"], None, {"title": "Lunch", "edtf": "2014"})
    session.select_own_event(session.snapshot.written[0].id)
    assert detail.written is not None and not detail.written.box.isVisible()
    assert str(Target("own-event", session.snapshot.written[0].id)) not in session.snapshot.notes
