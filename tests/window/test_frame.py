"""Keys that come while the frame is still empty are heard once somebody lives in it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timeline_app.window.frame import Frame
from timeline_app.window.memory import Memory


def test_a_shortcut_is_done_once_there_is_who_can_do_it(qtbot: QtBot, tmp_path: Path) -> None:
    frame = Frame(Memory(tmp_path / "settings.json"))
    qtbot.addWidget(frame)
    frame.show()
    QTest.keyClick(frame, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    undo = QAction("Undo", frame)
    undo.setShortcut("Ctrl+Z")
    done: list[bool] = []
    undo.triggered.connect(lambda: done.append(True))
    frame.addAction(undo)
    assert not done
    frame.hear_early_keys()
    assert done == [True]
    frame.hear_early_keys()
    assert done == [True]


def test_another_key_goes_to_whoever_has_the_focus(qtbot: QtBot, tmp_path: Path) -> None:
    heard: list[int] = []

    class Listening(Frame):
        def keyPressEvent(self, event: QKeyEvent) -> None:
            heard.append(event.key())
            super().keyPressEvent(event)

    frame = Listening(Memory(tmp_path / "settings.json"))
    qtbot.addWidget(frame)
    frame.show()
    QTest.keyClick(frame, Qt.Key.Key_M)
    frame.hear_early_keys()
    assert heard == [Qt.Key.Key_M, Qt.Key.Key_M]
