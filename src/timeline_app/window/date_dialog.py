"""Go to a date: any EDTF text, "2014", "2014-03", "2014-03-18", "1991/2014"."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from timeline_app.dates.date_error import DateError
from timeline_app.dates.day import is_open
from timeline_app.dates.edtf import parse
from timeline_app.look import fonts
from timeline_app.model.view import View
from timeline_app.session.viewing import around
from timeline_app.words.tr import tr

SHORTEST_DAYS = 60
WIDE = 400


class DateDialog(QDialog):
    """Asks for a date; `view` is where it lies once accepted. A refusal says what to write."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Go to date"))
        self.view: View | None = None
        asked = QLabel(tr("A day, month, year or period, in EDTF"), self)
        self.field = QLineEdit(self)
        self.field.setAccessibleName(asked.text())
        self.field.setPlaceholderText("2014-03-18")
        asked.setBuddy(self.field)
        self.refusal = QLabel(self)
        self.refusal.setTextFormat(Qt.TextFormat.PlainText)
        self.refusal.setProperty("look", "refusal")
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        buttons = QDialogButtonBox(self)
        buttons.addButton(tr("Go there"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (asked, self.field, self.refusal, buttons):
            column.addWidget(widget)
        self.resize(fonts.scaled(WIDE), self.sizeHint().height())

    def accept(self) -> None:
        try:
            span = parse(self.field.text().strip()).bounds
        except DateError as refused:
            hint = tr("Do you mean {text}?", text=refused.suggestion) if refused.suggestion else ""
            self._refuse(f"{refused.why} {hint}".strip())
            return
        ends = [day for day in (span.first, span.last) if not is_open(day)]
        if not ends:
            self._refuse(tr("This period is open at both ends. Name a day or a year."))
            return
        self.view = view_of(ends[0], ends[-1])
        super().accept()

    def _refuse(self, why: str) -> None:
        """Says why, and makes room for it."""
        self.refusal.setText(why)
        self.refusal.setAccessibleName(why)
        self.refusal.show()
        self.adjustSize()
        self.resize(max(self.width(), fonts.scaled(WIDE)), self.height())


def view_of(first: int, last: int) -> View:
    """The days from `first` to `last` with what lies beside them, some weeks at least."""
    lacking = SHORTEST_DAYS - (last - first + 1)
    if lacking <= 0:
        return around(first, last)
    return around(first - lacking // 2, last + lacking // 2)
