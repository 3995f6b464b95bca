"""Two people's states side by side, one conflict after the other, and undo brings each back."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from timeline_app.model.act import Writer
from timeline_app.model.annotation import About, Target
from timeline_app.model.note_commands import AddNote, EditNote, RemoveNote
from timeline_app.session.session import Session
from timeline_app.store.notebook import Notebook
from timeline_app.store.other_log import read_other
from timeline_app.window.conflicts_dialog import ConflictsDialog

EVENT = Target("event", "x")
ABOUT = About("a", "1", "A visit", "2014-05")


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Two notes that two people changed apart; the second was removed by one of them."""
    path, other = tmp_path / "own.notebook.sqlite", tmp_path / "other.notebook.sqlite"
    with Notebook.open(path, create=True) as mine:
        first, second = (mine.write(AddNote(EVENT, text, (), ABOUT)).target for text in "ab")
    shutil.copy(path, other)
    with Notebook.open(other, writer=Writer("Bolat", "b" * 16)) as theirs:
        theirs.write(EditNote(first, "Bolat's <b>words</b>", ("his",)))
        theirs.write(RemoveNote(second))
    made = Session()
    made.open_notebook(path)
    made.edit_note(first, "mine")
    made.edit_note(second, "mine too")
    made.join([read_other(other)])
    return made


def shown(dialog: ConflictsDialog) -> list[str]:
    """The sides, as a reader sees them."""
    fields = dialog._body.findChildren(QPlainTextEdit)
    return [field.toPlainText() for field in fields]


def test_each_is_shown_and_settled(qtbot: QtBot, session: Session) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    dialog = ConflictsDialog(session, over)
    assert shown(dialog) == ["Bolat's <b>words</b>\n\nTags: his", "mine"]
    assert list(dialog.takes) == ["A", "B", "both"]
    dialog.takes["both"].click()
    assert shown(dialog) == ["(removed)", "mine too"] and len(session.snapshot.conflicts) == 1
    dialog.takes["A"].click()
    assert session.snapshot.conflicts == () and dialog.takes == {}
    texts = [note.text for notes in session.snapshot.notes.values() for note in notes]
    assert sorted(texts) == ["Bolat's <b>words</b>", "mine"]
    session.undo()
    assert shown(dialog) == ["(removed)", "mine too"]
    dialog.reject()
    session.undo()
    assert len(session.snapshot.conflicts) == 2
