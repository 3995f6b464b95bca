"""A backup is put back in two clicks from the menu; one that is not sound cannot be chosen."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from timeline_app.model.annotation import Target
from timeline_app.session.keeping import keep_backup, listed_backups
from timeline_app.session.session import Session
from timeline_app.store.backup_names import BY_HAND
from timeline_app.window.backups_dialog import BackupsDialog

PERIOD = Target("period", "2014")


def begun(qtbot: QtBot, path: Path, notes: int) -> tuple[Session, QWidget]:
    """A session with a note and a backup, so many times."""
    session = Session()
    session.open_notebook(path)
    for n in range(notes):
        session.add_note(f"note {n}", target=PERIOD)
        keep_backup(session, BY_HAND)
    over = QWidget()
    qtbot.addWidget(over)
    return session, over


def count(session: Session) -> int:
    return sum(len(notes) for notes in session.snapshot.notes.values())


def test_the_newest_is_chosen_and_put_back(qtbot: QtBot, tmp_path: Path) -> None:
    session, over = begun(qtbot, tmp_path / "own.notebook.sqlite", 2)
    session.add_note("since", target=PERIOD)
    dialog = BackupsDialog(session, over)
    assert dialog.list.count() == 2 and "2 acts" in dialog.list.item(0).text()
    dialog.restore.click()
    assert dialog.result() and count(session) == 2 and len(listed_backups(session)) == 3
    again = BackupsDialog(session, over)
    rows = [again.list.item(n).text() for n in range(3)]
    assert [row.endswith("as it is now") for row in rows] == [False, True, False]
    assert again.list.currentRow() == 0
    again.restore.click()
    assert count(session) == 3


def test_one_that_is_spoilt_cannot_be_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    session, over = begun(qtbot, tmp_path / "own.notebook.sqlite", 2)
    newest = listed_backups(session)[0].path
    newest.write_bytes(newest.read_bytes()[:5000])
    dialog = BackupsDialog(session, over)
    spoilt = dialog.list.item(0)
    assert "cannot be restored" in spoilt.text()
    assert not spoilt.flags() & Qt.ItemFlag.ItemIsEnabled and dialog.list.currentRow() == 1
    dialog.restore.click()
    assert count(session) == 1


def test_of_what_stands_now_the_one_before_is_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    session, over = begun(qtbot, tmp_path / "own.notebook.sqlite", 2)
    dialog = BackupsDialog(session, over)
    assert dialog.list.item(0).text().endswith("as it is now") and dialog.list.currentRow() == 1
    dialog.restore.click()
    assert count(session) == 1


def test_without_backups_there_is_nothing_to_restore(qtbot: QtBot, tmp_path: Path) -> None:
    session, over = begun(qtbot, tmp_path / "own.notebook.sqlite", 0)
    dialog = BackupsDialog(session, over)
    assert "no backups yet" in dialog.list.item(0).text() and not dialog.restore.isEnabled()
