"""An error in an override is told of as any other, wherever the override was called from."""

import subprocess
import sys

import pytest

CODE = """
import sys
from timeline_app.look.plain_imports import import_plainly
import_plainly()
from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QListView, QWidget
app = QApplication([])
sys.excepthook = lambda kind, error, trace: print(kind.__name__, flush=True)

class Model(QAbstractListModel):
    def rowCount(self, parent=QModelIndex()):
        return 1

    def data(self, index, role=0):
        return [][0]

class Nested(QWidget):
    def event(self, event):
        return super().event(event)

    def keyPressEvent(self, event):
        1 / 0

    def paintEvent(self, event):
        int("none")

window = Nested()
window.show()
view = QListView()
view.setModel(Model())

def act():
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    %s

QTimer.singleShot(50, act)
QTimer.singleShot(300, app.quit)
app.exec()
print("still there", flush=True)
"""


@pytest.mark.parametrize(
    ("act", "error"),
    [
        ("app.postEvent(window, key)", "ZeroDivisionError"),
        ("window.repaint()", "ValueError"),
        ("view.show()", "IndexError"),
    ],
)
def test_an_error_in_an_override_is_heard_of_and_the_program_stays(act: str, error: str) -> None:
    code = [sys.executable, "-c", CODE % act]
    done = subprocess.run(code, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    heard = done.stdout.split("\n")
    assert error in heard
    assert "still there" in heard
