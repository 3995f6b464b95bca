"""What two people changed apart is told in the bar and at the note until somebody chooses."""

import shutil
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from timeline_app.model.act import Writer
from timeline_app.model.annotation import Target
from timeline_app.model.note_commands import EditNote
from timeline_app.store.notebook import Notebook
from timeline_app.store.other_log import read_other
from timeline_app.window.conflicts_dialog import ConflictsDialog
from timeline_app.window.main_window import MainWindow


def said(window: MainWindow) -> list[str]:
    return [label.text() for label in window.detail.findChildren(QLabel)]


def take_a() -> None:
    """In the dialog that has just been opened."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ConflictsDialog)
    dialog.takes["A"].click()
    dialog.close()


def test_a_conflict_stands_in_the_bar_and_at_its_note(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    session, other = window.session, tmp_path / "other.notebook.sqlite"
    event = session.ordered_rows(0, 1)[0]
    session.show_target(Target("event", event.id))
    session.add_note("once", target=Target("event", event.id))
    (note,) = session.snapshot.written
    shutil.copy(tmp_path / "own.notebook.sqlite", other)
    with Notebook.open(other, writer=Writer("Bolat", "b" * 16)) as theirs:
        theirs.write(EditNote(note.id, "his", ()))
    session.edit_note(note.id, "mine")
    assert window.status.conflicts.isHidden()
    session.join([read_other(other)])
    offered = window.status.conflicts
    assert offered.isVisible() and offered.text() == "1 conflict to settle…"
    assert any("Changed apart" in text for text in said(window))
    QTimer.singleShot(0, take_a)
    offered.click()
    assert offered.isHidden()
    qtbot.waitUntil(lambda: not any("Changed apart" in text for text in said(window)))
    session.undo()
    assert offered.isVisible()
