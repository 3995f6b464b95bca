"""What two people changed apart: the states side by side, and the choice between them."""

import json
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app.look import fonts
from timeline_app.model.act import Act
from timeline_app.model.annotation import About
from timeline_app.model.conflict import BOTH, Conflict
from timeline_app.model.written.catalogue import BY_NAME
from timeline_app.panes.about_words import about_words
from timeline_app.panes.text import CAPTION, HEADING, words
from timeline_app.session.session import Session
from timeline_app.store.acts import state_of
from timeline_app.store.clock import time_of
from timeline_app.words.tr import tr, trn

_WIDE, _HIGH = 760, 440
_NOT_SAID = ("about", "target")


class ConflictsDialog(QDialog):
    """One conflict after the other; each choice is an act that undo takes back."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(tr("Settle conflicts"))
        self._column = QVBoxLayout(self)
        self._body = QWidget(self)
        self._column.addWidget(self._body, 1)
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        self._column.addWidget(buttons)
        self.takes: dict[str, QPushButton] = {}
        self._leave = session.listen(lambda before, after: self._show())
        self.finished.connect(lambda _: self._leave())
        self._shown: tuple[Conflict, ...] | None = None
        self._show()
        self.resize(fonts.scaled(_WIDE), fonts.scaled(_HIGH))

    def _show(self) -> None:
        """The first conflict that is left."""
        conflicts = self._session.snapshot.conflicts
        if conflicts == self._shown:
            return
        self._shown = conflicts
        self.takes = {}
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        if conflicts:
            self._fill(column, conflicts[0], len(conflicts))
        else:
            column.addWidget(words(tr("Nothing is left to settle.")))
            column.addStretch(1)
        self._column.replaceWidget(self._body, body)
        self._body.deleteLater()
        self._body = body
        first = next(iter(self.takes.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, column: QVBoxLayout, conflict: Conflict, n: int) -> None:
        column.addWidget(words(_heading(conflict), HEADING))
        left = trn("{n} conflict is to be settled.", "{n} conflicts are to be settled.", n)
        column.addWidget(words(left, CAPTION))
        row = QHBoxLayout()
        for letter, act in zip(conflict.letters, conflict.sides, strict=False):
            row.addLayout(self._side(conflict, letter, act), 1)
        column.addLayout(row, 1)
        both = self._button(conflict, BOTH, tr("Keep both"))
        column.addWidget(both)
        said = tr("Both: the first stays, and each of the others becomes one of its own.")
        column.addWidget(words(said, CAPTION))

    def _side(self, conflict: Conflict, letter: str, act: Act) -> QVBoxLayout:
        column = QVBoxLayout()
        when = time_of(act.hlc).replace("T", " ")[:16]
        who = act.author or tr("Somebody without a name")
        head = tr("{letter}: {who}, {when} UTC", letter=letter, who=who, when=when)
        text = QPlainTextEdit(_in_words(act), self)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(head)
        column.addWidget(words(head))
        column.addWidget(text, 1)
        column.addWidget(self._button(conflict, letter, tr("Take {letter}", letter=letter)))
        return column

    def _button(self, conflict: Conflict, take: str, said: str) -> QPushButton:
        button = QPushButton(said, self)
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._session.settle, conflict.id, take))
        self.takes[take] = button
        return button


def _heading(conflict: Conflict) -> str:
    """What it is, and about what."""
    kind = BY_NAME.get(conflict.kind)
    states = (state_of(act.payload) for act in conflict.sides)
    state = next((one for one in states if one is not None), {})
    about = About.read(state.get("about"))
    subject = about_words(about) or str(state.get("target", ""))
    title = tr(kind.title) if kind else conflict.kind
    return tr("{kind}: {subject}", kind=title, subject=subject) if subject else title


def _in_words(act: Act) -> str:
    """What stands on one side, a field a line where it is more than words."""
    state = state_of(act.payload)
    if state is None:
        return tr("(removed)")
    text = str(state.get("text") or "")
    rest = {k: v for k, v in state.items() if k not in (*_NOT_SAID, "text") and v}
    return "\n\n".join(filter(None, (text, _fields(act.kind, rest))))


def _fields(kind: str, rest: Mapping[str, object]) -> str:
    """A field a line, under the name that its form gives it."""
    known = BY_NAME[kind].fields if kind in BY_NAME else ()
    titles = {field.name: tr(field.title) for field in known if field.title}
    return "\n".join(f"{titles.get(name, name)}: {_plain(value)}" for name, value in rest.items())


def _plain(value: object) -> str:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
