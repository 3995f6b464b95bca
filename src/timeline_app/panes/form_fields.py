"""The widgets of a form's fields: made from what a kind says of them, filled, and read."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from timeline_app.look import fonts
from timeline_app.model.annotation import texts_of
from timeline_app.model.command import RefusedError, State
from timeline_app.model.written.kind import Field
from timeline_app.panes.arrow_box import ArrowBox
from timeline_app.words.tr import tr

LONG_PX = 84
_SEPARATOR = ";"


def made(field: Field) -> QWidget:
    """A widget for this field, empty."""
    if field.choices and not field.many:
        return _choice(field)
    if field.long:
        text = QPlainTextEdit()
        text.setTabChangesFocus(True)
        text.setMinimumHeight(fonts.scaled(LONG_PX))
        return text
    line = QLineEdit()
    if field.many:
        line.setPlaceholderText(_example(field))
    return line


def put(field: Field, widget: QWidget, state: State) -> None:
    """Fills it with what stands in a state."""
    text = str(state.get(field.name) or "")
    if isinstance(widget, QComboBox):
        _choose(widget, text or field.default)
    elif isinstance(widget, QPlainTextEdit):
        widget.setPlainText(text)
    elif isinstance(widget, QLineEdit):
        listed = f"{_SEPARATOR} ".join(texts_of(state, field.name))
        widget.setText(listed if field.many else text)


def value_of(field: Field, widget: QWidget) -> str | list[str]:
    """What stands in it."""
    if isinstance(widget, QComboBox):
        chosen = widget.currentData()
        same = widget.currentText() == widget.itemText(widget.currentIndex())
        return str(chosen) if chosen and same else widget.currentText()
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    text = widget.text() if isinstance(widget, QLineEdit) else ""
    if field.many:
        return [part.strip() for part in text.split(_SEPARATOR) if part.strip()]
    return text


def when_changed(widget: QWidget, act: Callable[[], object]) -> None:
    """Does this with every change of what stands in it."""
    if isinstance(widget, QComboBox):
        widget.currentTextChanged.connect(lambda _: act())
    elif isinstance(widget, QPlainTextEdit | QLineEdit):
        widget.textChanged.connect(lambda *_: act())


def _example(field: Field) -> str:
    """What may stand in a list."""
    if field.choices:
        return ", ".join(map(tr, field.choices.values()))
    return "event:…; claim:…" if field.targets else tr("Several with semicolons between")


def _choice(field: Field) -> QComboBox:
    """One of the choices; where the kind takes one's own word, that can be typed."""
    box = ArrowBox()
    box.setEditable(_takes_own_word(field))
    for id_, said in field.choices.items():
        box.addItem(tr(said), id_)
    return box


def _choose(box: QComboBox, value: str) -> None:
    at = box.findData(value)
    if at >= 0:
        box.setCurrentIndex(at)
    elif box.isEditable():
        box.setEditText(value)


def _takes_own_word(field: Field) -> bool:
    try:
        field.read("some other word")
    except RefusedError:
        return False
    return True
