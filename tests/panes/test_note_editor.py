"""Notes: saved as one pauses, said to be saved only once they are on disk, never lost."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from timeline_app.model.annotation import Written
from timeline_app.panes.detail import DetailPane
from timeline_app.panes.note_editor import NoteEditor, Standing
from timeline_app.session.session import Session

T = TypeVar("T")


@pytest.fixture
def detail(show: Callable[[type[DetailPane]], DetailPane], session: Session) -> DetailPane:
    pane = show(DetailPane)
    session.select((int(session.snapshot.table.occurrence[5]),))
    return pane


def _editor(detail: DetailPane) -> NoteEditor:
    assert detail.notes is not None
    return detail.notes.editor


def _notes(session: Session) -> list[Written]:
    return [note for notes in session.snapshot.notes.values() for note in notes]


def _on_disk(session: Session, notebook: Path) -> list[str]:
    """The notes another session reads from the notebook's file."""
    other = Session()
    other.open_notebook(notebook)
    texts = [note.text for note in _notes(other)]
    other.close()
    return texts


def _press_save(qtbot: QtBot, editor: NoteEditor) -> None:
    qtbot.keyClick(editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_note_is_written_tagged_and_saved(
    detail: DetailPane, session: Session, qtbot: QtBot, notebook: Path
) -> None:
    editor = _editor(detail)
    qtbot.keyClicks(editor.text, "Check the Akorda text")
    qtbot.keyClicks(editor.tags, "dating, Crimea, dating")
    assert editor.state.text() == "Not saved yet"
    assert not _notes(session)
    _press_save(qtbot, editor)
    assert _on_disk(session, notebook) == ["Check the Akorda text"]
    assert _notes(session)[0].tags == ("dating", "Crimea")
    assert session.snapshot.notebook is not None
    assert editor.state.text() == f"Saved {session.snapshot.notebook.saved_at}"
    assert editor.text.toPlainText() == "", "ready for another note"
    assert "Check the Akorda text" in [label.text() for label in detail.findChildren(QLabel)]


def test_a_pause_saves_and_more_words_change_the_same_note(
    detail: DetailPane, session: Session, qtbot: QtBot
) -> None:
    editor = _editor(detail)
    qtbot.keyClicks(editor.text, "First")
    qtbot.waitUntil(lambda: editor.standing is Standing.SAVED, timeout=5000)
    qtbot.keyClicks(editor.text, " and second")
    assert editor.standing is Standing.UNSAVED
    qtbot.waitUntil(lambda: editor.standing is Standing.SAVED, timeout=5000)
    assert [note.text for note in _notes(session)] == ["First and second"]


def test_leaving_the_field_saves(detail: DetailPane, session: Session, qtbot: QtBot) -> None:
    editor = _editor(detail)
    qtbot.keyClicks(editor.text, "Left")
    QApplication.sendEvent(editor.text, QFocusEvent(QEvent.Type.FocusOut))
    assert [note.text for note in _notes(session)] == ["Left"]


def test_choosing_another_event_saves_on_the_first(
    detail: DetailPane, session: Session, qtbot: QtBot
) -> None:
    first = session.target_in_focus()
    qtbot.keyClicks(_editor(detail).text, "About the first")
    session.select((int(session.snapshot.table.occurrence[50]),))
    assert [(note.target, note.text) for note in _notes(session)] == [(first, "About the first")]
    assert _editor(detail).text.toPlainText() == ""


def test_what_cannot_be_saved_stays_and_can_be_tried_again(
    detail: DetailPane, session: Session, qtbot: QtBot, notebook: Path, tmp_path: Path
) -> None:
    session.open_notebook(tmp_path / "missing folder" / "n.notebook.sqlite")
    editor = _editor(detail)
    qtbot.keyClicks(editor.text, "Do not lose me")
    _press_save(qtbot, editor)
    assert editor.standing is Standing.FAILED
    assert editor.state.text() == "Not saved. Your text is kept here."
    assert editor.text.toPlainText() == "Do not lose me"
    assert not editor.again.isHidden()
    session.open_notebook(notebook)
    editor.again.click()
    assert editor.standing is Standing.SAVED
    assert _on_disk(session, notebook) == ["Do not lose me"]


def test_undo_and_redo_are_seen_in_the_field(
    detail: DetailPane, session: Session, qtbot: QtBot
) -> None:
    editor = _editor(detail)
    qtbot.keyClicks(editor.text, "Mine")
    editor.commit()
    qtbot.keyClicks(editor.text, " and yours")
    editor.commit()
    session.undo()
    assert editor.text.toPlainText() == "Mine"
    session.undo()
    assert editor.text.toPlainText() == ""
    assert not _notes(session)
    session.redo()
    assert [note.text for note in _notes(session)] == ["Mine"]


def _note_button(detail: DetailPane, name: str) -> QPushButton:
    return next(b for b in detail.findChildren(QPushButton) if b.accessibleName() == name)


def test_a_note_is_changed_and_removed(detail: DetailPane, session: Session, qtbot: QtBot) -> None:
    session.add_note("Old words", ("tag",))
    _note_button(detail, "Edit this note").click()
    editor = _editor(detail)
    assert editor.text.toPlainText() == "Old words"
    editor.text.setPlainText("New words")
    _press_save(qtbot, editor)
    assert [(note.text, note.tags) for note in _notes(session)] == [("New words", ("tag",))]
    qtbot.waitUntil(lambda: len(detail.findChildren(NoteEditor)) == 1)
    _note_button(detail, "Remove this note").click()
    assert not _notes(session)


def test_a_draft_waits_for_its_event(detail: DetailPane, session: Session) -> None:
    target = session.target_in_focus()
    assert target is not None
    here = session.snapshot.selected
    session.select((int(session.snapshot.table.occurrence[50]),))
    session.keep_draft(target, "half a thought")
    session.select(here)
    editor = _editor(detail)
    assert editor.text.toPlainText() == "half a thought"
    assert editor.state.text() == "Not saved yet"


def test_nothing_but_blanks_is_no_note(detail: DetailPane, session: Session, qtbot: QtBot) -> None:
    editor = _editor(detail)
    qtbot.keyClicks(editor.text, "  ")
    _press_save(qtbot, editor)
    assert not _notes(session)
    assert not editor.save.isEnabled()


class Slow:
    """Runs jobs in order, but only when told: a disk that takes its time."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def __call__(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        self.waiting.append(lambda: done(job()))

    def catch_up(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


@pytest.fixture
def slow(shipped_archive: Path, notebook: Path, qtbot: QtBot) -> Iterator[tuple[DetailPane, Slow]]:
    """A pane whose session waits for its disk, on an event."""
    disk = Slow()
    session = Session(disk)
    assert session.open_archive(shipped_archive)
    session.open_notebook(notebook)
    disk.catch_up()
    pane = DetailPane(session)
    qtbot.addWidget(pane)
    stop = session.listen(pane.show_snapshot)
    with qtbot.waitExposed(pane):
        pane.show()
    session.select((int(session.snapshot.table.occurrence[5]),))
    yield pane, disk
    stop()
    session.close()
    disk.catch_up()


def test_saved_is_said_only_once_it_is_on_disk(
    slow: tuple[DetailPane, Slow], qtbot: QtBot, notebook: Path
) -> None:
    pane, disk = slow
    editor = _editor(pane)
    qtbot.keyClicks(editor.text, "On its way")
    editor.commit()
    assert editor.state.text() == "Saving…"
    assert not notebook.exists()
    disk.catch_up()
    assert editor.standing is Standing.SAVED
    assert _on_disk(pane.session, notebook) == ["On its way"]


def test_words_written_while_saving_become_part_of_the_same_note(
    slow: tuple[DetailPane, Slow], qtbot: QtBot
) -> None:
    pane, disk = slow
    editor = _editor(pane)
    qtbot.keyClicks(editor.text, "One")
    editor.commit()
    qtbot.keyClicks(editor.text, " two")
    disk.catch_up()
    assert editor.standing is Standing.UNSAVED
    editor.commit()
    disk.catch_up()
    assert [note.text for note in _notes(pane.session)] == ["One two"]


def test_words_written_while_saving_outlive_another_choice(
    slow: tuple[DetailPane, Slow], qtbot: QtBot
) -> None:
    pane, disk = slow
    session = pane.session
    here = session.snapshot.selected
    editor = _editor(pane)
    qtbot.keyClicks(editor.text, "One")
    editor.commit()
    qtbot.keyClicks(editor.text, " two")
    session.select((int(session.snapshot.table.occurrence[50]),))
    disk.catch_up()
    session.select(here)
    assert _editor(pane).text.toPlainText() == "One two"
    assert [note.text for note in _notes(session)] == ["One"]
