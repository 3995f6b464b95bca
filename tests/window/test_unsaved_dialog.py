"""Nobody quits over words that the disk has refused without being told."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from timeline_app.model.annotation import Target
from timeline_app.window.main_window import MainWindow
from timeline_app.window.unsaved_dialog import UnsavedDialog

PERIOD = Target("period", "2014")


def answer(button: str) -> None:
    """Presses a button of the dialog that has just been opened."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, UnsavedDialog)
    getattr(dialog, button).click()


@pytest.fixture
def vanished(window: MainWindow, tmp_path: Path) -> Path:
    """The notebook has gone with its stick."""
    window.session.add_note("one before", target=PERIOD)
    notebook = tmp_path / "own.notebook.sqlite"
    notebook.rename(tmp_path / "away")
    return notebook


def test_what_was_refused_is_shown_before_the_window_closes(
    qtbot: QtBot, window: MainWindow, vanished: Path, tmp_path: Path
) -> None:
    window.session.add_note("a thought", target=PERIOD)
    assert window.session.unsaved == "a thought"
    QTimer.singleShot(0, lambda: answer("back"))
    assert not window.frame.close() and window.frame.isVisible()
    (tmp_path / "away").rename(vanished)
    window.session.try_again()
    assert window.session.unsaved == "" and window.frame.close()


def test_it_can_be_copied(qtbot: QtBot, window: MainWindow, vanished: Path) -> None:
    window.session.keep_draft(PERIOD, "half a thou")
    QTimer.singleShot(0, lambda: answer("copy"))
    assert window.frame.close()
    assert QApplication.clipboard().text() == "half a thou"
    assert not vanished.exists()
