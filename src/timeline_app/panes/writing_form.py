"""The form in which anything but a plain note is written: made from the fields of its kind.

It stays until the disk has answered, and what stands in it is kept as it is typed.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app.look import fonts
from timeline_app.model.command import RefusedError, State
from timeline_app.model.written.kind import Kind
from timeline_app.panes.form_fields import made, put, value_of, when_changed
from timeline_app.panes.text import CAPTION, words
from timeline_app.session.drafting import FormDraft
from timeline_app.words.tr import tr

Values = dict[str, object]
Answered = Callable[[str], None]
"""Hears why nothing was written, or an empty text once it is on disk."""
Write = Callable[[Values, Answered], None]
WIDTH = 420
DRAFT_MS = 500


class WritingForm(QDialog):
    """Asks for the fields of a kind that have a title, and hands them on once they make sense.
    Records that stand on a side are no matter of typing: they are put there where they are seen.

    `about` says in words what is written on, `state` what stands there. Ctrl+Enter writes; Esc
    writes nothing, and what was typed waits as a draft.
    """

    def __init__(
        self,
        kind: Kind,
        about: str,
        state: State,
        write: Write,
        parent: QWidget | None = None,
        draft: FormDraft | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr(kind.title))
        self.setAccessibleName(tr(kind.title))
        self.setMinimumWidth(fonts.scaled(WIDTH))
        self._kind, self._state, self._write, self._draft = kind, state, write, draft
        self._saving = self._written = False
        self._shown = [one for one in kind.fields if one.title and not (one.targets and one.many)]
        self.fields: dict[str, QWidget] = {field.name: made(field) for field in self._shown}
        self.trouble = words("", "remark")
        self.trouble.hide()
        self._begun = self._begun_row()
        self._pause = QTimer(self, singleShot=True, interval=DRAFT_MS)
        self._pause.timeout.connect(self.keep)
        self._lay_out(about)
        self._fill({**state, **self._old()})
        self._begun.setVisible(bool(self._old()))
        next(iter(self.fields.values())).setFocus()

    def values(self) -> Values:
        """What stands in the fields."""
        return {field.name: value_of(field, self.fields[field.name]) for field in self._shown}

    def finish(self) -> None:
        """Writes, or says beside the fields what is missing."""
        if self._saving:
            return
        values = self.values()
        try:
            self._kind.settled({**self._state, **self._kind.state({**self._state, **values})})
        except RefusedError as refusal:
            self._say(refusal.sentence)
            return
        self._pause.stop()
        self._stand(saving=True)
        self._say(tr("Saving…"))
        self._write(values, self._answered)

    def keep(self) -> None:
        """Keeps what was typed as a draft; nothing where it stands so already."""
        if self._draft is None or self._saving or self._written:
            return
        self._pause.stop()
        values = self.values()
        self._draft.keep(values if values != self._unchanged else {})

    def _answered(self, fault: str) -> None:
        if not self._saving:
            return  # closed meanwhile
        self._stand(saving=False)
        if fault:
            self._say(tr("Not saved. What you wrote is kept here. {why}", why=fault))
        else:
            self._written = True
            self.accept()

    def _stand(self, *, saving: bool) -> None:
        self._saving = saving
        self.save.setEnabled(not saving)

    def _say(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setAccessibleName(sentence)
        self.trouble.show()

    # -- what was begun before

    def _old(self) -> Values:
        return self._draft.begun() if self._draft else {}

    def _fill(self, state: State) -> None:
        """Fills the fields with a state, and remembers what they are without what was typed."""
        for shown in (self._state, state):
            for field in self._shown:
                put(field, self.fields[field.name], shown)
            if shown is self._state:
                self._unchanged = self.values()
        self._pause.stop()

    def _begin_anew(self) -> None:
        self._fill(self._state)
        self._begun.hide()
        self.keep()

    # -- the look of it

    def _lay_out(self, about: str) -> None:
        column = QVBoxLayout(self)
        if about:
            column.addWidget(words(about, CAPTION))
        column.addWidget(self._begun)
        column.addLayout(self._rows())
        column.addWidget(self.trouble)
        column.addWidget(self._buttons())

    def _begun_row(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words(tr("You began this before and did not save it."), CAPTION), 1)
        anew = QPushButton(tr("Begin anew"))
        anew.setAutoDefault(False)
        anew.clicked.connect(self._begin_anew)
        row.addWidget(anew)
        return holder

    def _rows(self) -> QFormLayout:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for field in self._shown:
            widget = self.fields[field.name]
            widget.setAccessibleName(tr(field.title))
            widget.installEventFilter(self)
            when_changed(widget, self._pause.start)
            form.addRow(tr(field.title), widget)
        return form

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self.save = buttons.button(QDialogButtonBox.StandardButton.Save)
        self.save.setText(tr("Save"))
        self.save.setToolTip(tr("Save (Ctrl+Enter)"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        buttons.accepted.connect(self.finish)
        buttons.rejected.connect(self.reject)
        return buttons

    # -- what happens to it

    def hideEvent(self, event: QHideEvent) -> None:
        self.keep()
        self._saving = False
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.finish()
                return True
        return super().eventFilter(watched, event)
