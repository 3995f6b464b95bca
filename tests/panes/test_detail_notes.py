"""The notes under a record: what is said stands, and a row that says the same stays."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from timeline_app.model.annotation import Target
from timeline_app.panes.detail_notes import NotesSection
from timeline_app.session.session import Session


@pytest.fixture
def section(session: Session, tmp_path: Path, qtbot: QtBot) -> NotesSection:
    session.open_notebook(tmp_path / "n.notebook.sqlite")
    target = Target("event", session.ordered_rows(0, 1)[0].id)
    made = NotesSection(session, target, lambda: session.snapshot.notes.get(str(target), ()))
    made.show()
    qtbot.addWidget(made)
    return made


def rows(section: NotesSection) -> list[QWidget]:
    """From the top down."""
    box = section._list_box
    return [item.widget() for n in range(box.count()) if (item := box.itemAt(n)) is not None]


def said(section: NotesSection) -> list[str]:
    return [row.accessibleName() for row in rows(section)]


WHAT = st.sampled_from(["add", "edit", "tag", "remove", "undo", "redo", "write"])
ACTS = st.lists(st.tuples(WHAT, st.integers(0, 99)), max_size=9)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS)
def test_rows_say_what_stands_and_stay_where_it_says_the_same(
    section: NotesSection, session: Session, acts: list[tuple[str, int]]
) -> None:
    target = section.editor._target
    for n, (act, which) in enumerate(acts):
        notes = session.snapshot.notes.get(str(target), ())
        note = notes[which % len(notes)] if notes else None
        before = rows(section)
        if act == "add" or note is None:
            session.add_note(f"Noted {n}", target=target)
        elif act == "edit":
            session.edit_note(note.id, text=f"Other {n}")
        elif act == "tag":
            session.edit_note(note.id, tags=[f"t{n}"])
        elif act == "remove":
            session.remove_note(note.id)
        elif act == "write":
            section.editor.write(note=note)
            section._list()
        else:
            (session.undo if act == "undo" else session.redo)()
        section.show_snapshot(session.snapshot)
        standing = session.snapshot.notes.get(str(target), ())
        wanted = [f"Note: {one.text}" for one in standing if one.id != section.editor.note]
        assert said(section) == wanted
        if len(wanted) > len(before):
            assert all(row in rows(section) for row in before)
        QCoreApplication.sendPostedEvents()
        assert all(row.isVisibleTo(section) for row in rows(section))
