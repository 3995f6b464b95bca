"""What one wrote about records that the open archive lacks: it waits for one that has them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QVBoxLayout, QWidget

from timeline_app.look import fonts
from timeline_app.model.annotation import Written
from timeline_app.model.written.catalogue import BY_NAME
from timeline_app.panes.about_words import about_words
from timeline_app.panes.put_away import while_it_is
from timeline_app.panes.text import words
from timeline_app.session.keeping import find_orphans
from timeline_app.session.session import Session
from timeline_app.words.tr import tr


class WaitingList(QDialog):
    """Stays open beside the window; each with what its record was when it was written on."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Waiting for another archive"))
        said = tr(
            "What you wrote about records that the open archive does not have is kept here, and "
            "stands at its records again in an archive that has them."
        )
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(words(said))
        column.addWidget(self.list, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.resize(fonts.scaled(620), fonts.scaled(420))
        find_orphans(session, while_it_is(self, self._show))

    def _show(self, found: list[Written]) -> None:
        self.list.addItems([_line(one) for one in found] or [tr("Nothing waits.")])


def _line(one: Written) -> str:
    """What it is, what it was about, and its words."""
    kind = BY_NAME.get(one.kind)
    subject = about_words(one.about) or str(one.target or "")
    heading = (tr(kind.title) if kind else one.kind, subject)
    said = one.text or ", ".join(one.tags)
    return "\n".join(filter(None, (": ".join(filter(None, heading)), said)))
