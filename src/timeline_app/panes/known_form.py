"""The form of the day by which the archive is shown as it could be known."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from timeline_app.dates.civil import iso
from timeline_app.panes.text import words
from timeline_app.session.known_on import NoDayError, read_day
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import tr


class KnownForm(QWidget):
    """A field and a button; `done` once a day was chosen."""

    done = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setAccessibleName(tr("Known when"))
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Known on the day (EDTF)"))
        self.field.setPlaceholderText(tr("for example {date}", date="2014-05-13"))
        self.field.returnPressed.connect(self._take)
        self.refusal = words("", "refusal")
        self.refusal.hide()
        self.choose = QPushButton(tr("Show what was known then"))
        self.choose.setProperty("look", "primary")
        self.choose.setAccessibleName(self.choose.text())
        self.choose.clicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(words(tr("Published by the end of"), "caption"))
        for part in (self.field, self.refusal, self.choose):
            column.addWidget(part)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """The chosen day in the field, unless one is writing there."""
        known = snapshot.filter.known
        if known is not None and not self.field.isModified():
            self.field.setText(iso(known.day))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.field.setFocus(event.reason())

    def _take(self) -> None:
        try:
            day = read_day(self.field.text())
        except NoDayError as refusal:
            self.refusal.setText(refusal.why)
            self.refusal.setAccessibleName(refusal.why)
            self.refusal.show()
            self.adjustSize()
            return
        self._session.set_known(day)
        self.done.emit()
