"""The reader's notes on a record: those that are there, and the field for the next."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from timeline_app.model.act import Act
from timeline_app.model.annotation import Target, Written
from timeline_app.panes.history_list import HistoryList
from timeline_app.panes.markdown_subset import as_html, has_signs
from timeline_app.panes.note_editor import NoteEditor
from timeline_app.panes.text import Section, words
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import tr


class NotesSection(Section):
    """Under the sources of a record. `read` gives the notes on it as they stand."""

    def __init__(
        self, session: Session, target: Target, read: Callable[[], tuple[Written, ...]]
    ) -> None:
        super().__init__(tr("My note"))
        self._session = session
        self._read = read
        self._drawn: tuple[tuple[Written, ...], str, frozenset[str]] = ((), "", frozenset())
        self._rows: dict[str, tuple[Written, bool, QWidget]] = {}
        self.editor = NoteEditor(session, target)
        self.editor.finished.connect(self._list)
        self.editor.write(session.snapshot.drafts.get(str(target), ""))
        self.show_state(self.editor.state)
        self._list_box = QVBoxLayout()
        self._list_box.setSpacing(6)
        self.content.addLayout(self._list_box)
        self.content.addWidget(self.editor)
        self._list()

    def show_snapshot(self, after: Snapshot) -> None:
        """The notes as they stand now."""
        self.editor.show_snapshot(after)
        notebook = after.notebook
        self.editor.set_read_only(notebook is not None and notebook.read_only)
        self._list()

    def leave(self) -> None:
        """Save what is still being written: another record is about to be shown."""
        self.editor.leave()

    def _list(self) -> None:
        """The notes but the one that stands in the field; a row that says the same stays."""
        notes, apart = self._read(), self._apart()
        stands = (notes, self.editor.note, apart)
        if stands == self._drawn:
            return
        self._drawn, before, self._rows = stands, self._rows, {}
        for note in notes:
            if note.id != self.editor.note:
                there = before.get(note.id)
                if there is not None and there[:2] == (note, note.id in apart):
                    self._rows[note.id] = before.pop(note.id)
                else:
                    self._rows[note.id] = note, note.id in apart, self._shown(note)
        for _, _, row in before.values():
            self._list_box.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, (_, _, row) in enumerate(self._rows.values()):
            if self._list_box.indexOf(row) != place:
                self._list_box.insertWidget(place, row)

    def _shown(self, note: Written) -> QWidget:
        holder = QWidget()
        holder.setAccessibleName(tr("Note: {text}", text=note.text))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if note.about.quote:
            column.addWidget(words(f"“{note.about.quote}”", "caption"))
        column.addWidget(_note_words(note.text))
        if note.id in self._apart():
            said = tr("Changed apart in two notebooks: File, Settle conflicts… shows both states.")
            column.addWidget(words(said, "remark"))
        if note.tags:
            column.addWidget(words(" · ".join(note.tags), "caption"))
        row = QHBoxLayout()
        row.addStretch(1)
        for text, name, act in (
            (tr("History"), tr("History of this note"), partial(self._show_history, note)),
            (tr("Edit"), tr("Edit this note"), partial(self._edit, note)),
            (tr("Remove"), tr("Remove this note"), partial(self._remove, note)),
        ):
            button = QPushButton(text)
            button.setAccessibleName(name)
            button.setProperty("look", "plain")
            button.clicked.connect(act)
            row.addWidget(button)
        column.addLayout(row)
        return holder

    def _apart(self) -> frozenset[str]:
        """The notes that stand in several states."""
        return frozenset(one.target for one in self._session.snapshot.conflicts)

    def _edit(self, note: Written) -> None:
        self.editor.commit()
        self.editor.write(note=note)
        self._list()
        self.editor.text.setFocus()

    def _remove(self, note: Written) -> None:
        self._session.remove_note(note.id)

    def _show_history(self, note: Written, *_: object) -> None:
        def told(acts: list[Act]) -> None:
            if acts:
                HistoryList(acts, self._session.bring_back, self.window()).open()

        self._session.ask_history(note, told)


def _note_words(text: str) -> QLabel:
    """A note as its reader sees it, in the small subset of Markdown."""
    label = words(text)
    if has_signs(text):
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setText(as_html(text))
    return label
