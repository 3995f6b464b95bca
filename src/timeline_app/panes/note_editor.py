"""The field a note is written in. It saves as one pauses, and always says how the words stand.

Words that are not on disk yet are kept as a draft; what could not be saved stays in the field.
"""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from timeline_app.look import fonts
from timeline_app.model.annotation import Target, Written
from timeline_app.panes.text import short_words
from timeline_app.session.noted import ACTOR, CLAIM, EVENT, SOURCE
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Saving, Snapshot
from timeline_app.words.tr import mark, tr

_ASKED = {
    EVENT: mark("Write a note on this event"),
    CLAIM: mark("Write a note on this claim"),
    ACTOR: mark("Write a note on this actor"),
    SOURCE: mark("Write a note on this source"),
}
PAUSE_MS = 1500
DRAFT_MS = 500


class Standing(Enum):
    """How the words in the field stand."""

    EMPTY = "empty"
    UNSAVED = "unsaved"
    SAVING = "saving"
    SAVED = "saved"
    FAILED = "failed"


class NoteEditor(QFrame):
    """Writes one note on `target`; once saved, further words change that same note."""

    finished = Signal()
    """Saved by Ctrl+Enter or the button: the field is empty again."""

    def __init__(self, session: Session, target: Target) -> None:
        super().__init__()
        self.setProperty("look", "editor")
        self.setAccessibleName(tr("My note"))
        self._session = session
        self._target = target
        self._note = ""
        self._known: frozenset[str] = frozenset()
        self._sent: tuple[str, tuple[str, ...]] = ("", ())
        self._finishing = False
        self.standing = Standing.EMPTY
        self.text = QPlainTextEdit()
        self.tags = QLineEdit()
        self.state = short_words("", "caption")
        self.again = QPushButton(tr("Try again"))
        self.save = QPushButton(tr("Save"))
        self._pause = _timer(self, PAUSE_MS, self.commit)
        self._draft = _timer(self, DRAFT_MS, self._keep_draft)
        self._build()

    def _build(self) -> None:
        self.text.setAccessibleName(tr("My note"))
        self.set_read_only(False)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(fonts.scaled(96))
        self.tags.setAccessibleName(tr("Tags, with commas between"))
        self.tags.setPlaceholderText(tr("Tags, with commas between"))
        self.save.setAccessibleName(tr("Save the note"))
        self.save.setToolTip(tr("Save the note (Ctrl+Enter)"))
        self.again.setAccessibleName(tr("Try again to save the note"))
        self.again.hide()
        self.save.setEnabled(False)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.tags, 1)
        foot.addWidget(self.again)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(2)
        column.addWidget(self.text)
        column.addLayout(foot)
        self.text.textChanged.connect(self._written)
        self.tags.textEdited.connect(self._written)
        self.save.clicked.connect(self.finish)
        self.again.clicked.connect(self.commit)
        for field in (self.text, self.tags):
            field.installEventFilter(self)

    @property
    def note(self) -> str:
        """The id of the note that is being written, or empty before it was first saved."""
        return self._note

    @property
    def dirty(self) -> bool:
        """Whether there are words or tags here that are not on disk."""
        return bool(self._text().strip()) and self._content() != self._sent

    def write(self, text: str = "", note: Written | None = None) -> None:
        """Begin with these words, or with those of a note that is to be changed."""
        self._note = note.id if note else ""
        self._sent = (note.text, note.tags) if note else ("", ())
        self.text.setPlainText(note.text if note else text)
        self.tags.setText(", ".join(note.tags) if note else "")
        self._stop()
        self._stand(Standing.UNSAVED if self.dirty else Standing.EMPTY)

    def commit(self) -> None:
        """Save what stands here, if it is new."""
        self._stop()
        if not self.dirty or self.standing is Standing.SAVING:
            return
        text, tags = self._content()
        self._known = frozenset(note.id for note in self._notes())
        self._sent = (text, tags)
        self._stand(Standing.SAVING)
        if self._note:
            self._session.edit_note(self._note, text, tags)
        else:
            self._session.add_note(text, tags, self._target)

    def leave(self) -> None:
        """Another event is about to be shown: save; what came after words still on their way to
        the disk waits as a draft."""
        if self.standing is Standing.SAVING and self.dirty:
            self._session.keep_draft(self._target, self._text())
        self.commit()

    def set_read_only(self, read_only: bool) -> None:
        """Whether the notebook takes no words."""
        self.text.setReadOnly(read_only)
        self.tags.setReadOnly(read_only)
        asked = tr(_ASKED.get(self._target.kind, _ASKED[EVENT]))
        asked = tr("This notebook is read-only") if read_only else asked
        self.text.setPlaceholderText(asked)

    def finish(self) -> None:
        """Save, and be ready for another note."""
        self._finishing = True
        self.commit()
        if self.standing in (Standing.SAVED, Standing.EMPTY):
            self._begin_anew()

    def show_snapshot(self, after: Snapshot) -> None:
        """Learns whether the words are on disk, and whether undo took them back."""
        if self.standing is Standing.SAVING:
            self._learn(after)
        elif self._note and not self.dirty:
            self._follow(after)

    def _learn(self, after: Snapshot) -> None:
        notebook = after.notebook
        if notebook is None or notebook.saving is Saving.FAILED:
            self._sent = ("", ())
            self._finishing = False
            self._stand(Standing.FAILED)
            return
        if notebook.saving is Saving.SAVING:
            return
        if not self._note:
            new = [note for note in self._notes() if note.id not in self._known]
            self._note = new[-1].id if new else ""
        if self.dirty:
            self._stand(Standing.UNSAVED)
            self._pause.start()
            return
        self._stand(Standing.SAVED, tr("Saved {time}", time=notebook.saved_at))
        if self._finishing:
            self._begin_anew()

    def _follow(self, after: Snapshot) -> None:
        """The note as undo or redo left it."""
        note = next((n for n in self._notes() if n.id == self._note), None)
        if note is None:
            self.write()
        elif (note.text, note.tags) != self._sent:
            self.write(note=note)

    def _begin_anew(self) -> None:
        said = self.state.text()
        self._finishing = False
        self.write()
        self._say(said)
        self.finished.emit()

    def _notes(self) -> tuple[Written, ...]:
        return self._session.snapshot.notes.get(str(self._target), ())

    def _text(self) -> str:
        return self.text.toPlainText()

    def _content(self) -> tuple[str, tuple[str, ...]]:
        tags = (tag.strip() for tag in self.tags.text().split(","))
        return self._text(), tuple(dict.fromkeys(tag for tag in tags if tag))

    def _written(self) -> None:
        if not self.dirty:
            self._stop()
            return
        if self.standing is not Standing.SAVING:
            self._stand(Standing.UNSAVED)
        self._pause.start()
        self._draft.start()

    def _keep_draft(self) -> None:
        if self.dirty and not self._note and self.standing is not Standing.SAVING:
            self._session.keep_draft(self._target, self._text())

    def _stop(self) -> None:
        self._pause.stop()
        self._draft.stop()

    def _stand(self, standing: Standing, saved: str = "") -> None:
        self.standing = standing
        said = {
            Standing.EMPTY: "",
            Standing.UNSAVED: tr("Not saved yet"),
            Standing.SAVING: tr("Saving…"),
            Standing.SAVED: saved,
            Standing.FAILED: tr("Not saved. Your text is kept here."),
        }
        self._say(said[standing])
        self.again.setVisible(standing is Standing.FAILED)
        self.save.setEnabled(bool(self._text().strip()))

    def _say(self, said: str) -> None:
        self.state.setText(said)
        self.state.setAccessibleName(said)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.commit()
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._frame(event.type() is QEvent.Type.FocusIn)
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.finish()
                return True
        return super().eventFilter(watched, event)

    def _frame(self, active: bool) -> None:
        """An ink frame while one writes."""
        self.setProperty("active", active)
        self.style().unpolish(self)
        self.style().polish(self)


def _timer(owner: QObject, ms: int, act: Callable[[], None]) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(ms)
    timer.timeout.connect(act)
    return timer
