"""The form in which anything but a plain note is written: made from the fields of its kind."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from timeline_app.look import fonts
from timeline_app.model.annotation import texts_of
from timeline_app.model.command import RefusedError, State
from timeline_app.model.written.kind import Field, Kind
from timeline_app.panes.text import CAPTION, words
from timeline_app.words.tr import tr

Values = dict[str, object]
Write = Callable[[Values], None]
WIDTH = 420
LONG_PX = 84
_SEPARATOR = ";"


class WritingForm(QDialog):
    """Asks for the fields of a kind that have a title, and hands them on once they make sense.

    `about` says in words what is written on. Ctrl+Enter writes, Esc leaves everything as it was.
    """

    def __init__(
        self,
        kind: Kind,
        about: str,
        state: State,
        write: Write,
        parent: QWidget | None = None,
        typed: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr(kind.title))
        self.setAccessibleName(tr(kind.title))
        self.setMinimumWidth(fonts.scaled(WIDTH))
        self._kind, self._state, self._write = kind, state, write
        self.fields: dict[str, QWidget] = {}
        self.trouble = words("", "remark")
        self.trouble.hide()
        column = QVBoxLayout(self)
        if about:
            column.addWidget(words(about, CAPTION))
        column.addLayout(self._rows())
        column.addWidget(self.trouble)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        save = buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setText(tr("Save"))
        save.setToolTip(tr("Save (Ctrl+Enter)"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        buttons.accepted.connect(self.finish)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        text = self.fields.get("text")
        if typed is not None and isinstance(text, QPlainTextEdit):
            text.textChanged.connect(lambda: typed(text.toPlainText()))
        first = next(iter(self.fields.values()))
        first.setFocus()

    def values(self) -> Values:
        """What stands in the fields."""
        return {
            field.name: self._value(field, self.fields[field.name])
            for field in self._kind.fields
            if field.name in self.fields
        }

    def finish(self) -> None:
        """Writes, or says beside the fields what is missing."""
        values = self.values()
        try:
            self._kind.settled({**self._state, **self._kind.state({**self._state, **values})})
        except RefusedError as refusal:
            self.trouble.setText(refusal.sentence)
            self.trouble.setAccessibleName(refusal.sentence)
            self.trouble.show()
            return
        self._write(values)
        self.accept()

    def _rows(self) -> QFormLayout:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for field in self._kind.fields:
            if not field.title:
                continue
            made = self._made(field)
            made.setAccessibleName(tr(field.title))
            made.installEventFilter(self)
            self.fields[field.name] = made
            form.addRow(tr(field.title), made)
        return form

    def _made(self, field: Field) -> QWidget:
        value = self._state.get(field.name)
        if field.choices and not field.many:
            return _choice(field, str(value or field.default))
        if field.long:
            text = QPlainTextEdit(str(value or ""))
            text.setTabChangesFocus(True)
            text.setMinimumHeight(fonts.scaled(LONG_PX))
            return text
        if field.many:
            line = QLineEdit(f"{_SEPARATOR} ".join(texts_of(self._state, field.name)))
            line.setPlaceholderText(
                ", ".join(map(tr, field.choices.values()))
                if field.choices
                else tr("Several with semicolons between")
            )
            return line
        return QLineEdit(str(value or ""))

    def _value(self, field: Field, made: QWidget) -> object:
        if isinstance(made, QComboBox):
            chosen = made.currentData()
            same = made.currentText() == made.itemText(made.currentIndex())
            return chosen if chosen and same else made.currentText()
        if isinstance(made, QPlainTextEdit):
            return made.toPlainText()
        text = made.text() if isinstance(made, QLineEdit) else ""
        if field.many:
            return [part.strip() for part in text.split(_SEPARATOR) if part.strip()]
        return text

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.finish()
                return True
        return super().eventFilter(watched, event)


def _choice(field: Field, value: str) -> QComboBox:
    """One of the choices; where the kind takes one's own word, that can be typed."""
    box = QComboBox()
    box.setEditable(_takes_own_word(field))
    for id_, said in field.choices.items():
        box.addItem(tr(said), id_)
    at = box.findData(value)
    if at >= 0:
        box.setCurrentIndex(at)
    elif box.isEditable():
        box.setEditText(value)
    return box


def _takes_own_word(field: Field) -> bool:
    try:
        field.read("some other word")
    except RefusedError:
        return False
    return True


def about_words(look: Mapping[str, str]) -> str:
    """What is written on, in one line."""
    return " · ".join(part for part in (look.get("date"), look.get("title")) if part)
