"""What the disk has refused would be lost by quitting: the words are shown, and can be copied."""

from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from timeline_app.look import fonts
from timeline_app.panes.put_away import agreed
from timeline_app.panes.text import HEADING, words
from timeline_app.session.drafting import unsaved_words
from timeline_app.session.session import Session
from timeline_app.words.tr import tr

_WIDE, _HIGH = 480, 300


class UnsavedDialog(QDialog):
    """Accepted where the reader quits all the same."""

    def __init__(self, unsaved: str, why: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Not saved"))
        self._unsaved = unsaved
        text = QPlainTextEdit(unsaved, self)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(tr("What is not saved"))
        column = QVBoxLayout(self)
        column.addWidget(
            words(tr("This is not on the disk, and is lost if you quit now."), HEADING)
        )
        if why:
            column.addWidget(words(why))
        column.addWidget(text, 1)
        buttons = QDialogButtonBox(self)
        self.back = buttons.addButton(tr("Go back"), QDialogButtonBox.ButtonRole.RejectRole)
        self.copy = buttons.addButton(tr("Copy and quit"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.quit = buttons.addButton(
            tr("Quit without it"), QDialogButtonBox.ButtonRole.DestructiveRole
        )
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(self._unsaved))
        self.quit.clicked.connect(self.accept)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.back.setDefault(True)
        self.back.setFocus()
        self.resize(fonts.scaled(_WIDE), fonts.scaled(_HIGH))


def may_leave(session: Session, parent: QWidget) -> bool:
    """Whether nothing written would be lost, or the reader quits all the same."""
    unsaved = unsaved_words(session)
    if not unsaved.strip():
        return True
    problem = session.snapshot.problem
    why = problem.sentence if problem is not None and problem.of_notebook else ""
    return agreed(UnsavedDialog(unsaved, why, parent))
