"""The list of what an edition changed, from which one jumps to the events."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from timeline_app.look import fonts
from timeline_app.model.edition_changes import RECORD_KINDS, RecordChange
from timeline_app.session.noted import EVENT
from timeline_app.session.session import Session
from timeline_app.words.tr import mark, tr

ADDED = mark("New: {title} ({kind} {id})")
CHANGED = mark("Changed: {title} ({kind} {id})")
REMOVED = mark("Gone: {kind} {id}")


class EditionChangesList(QDialog):
    """Stays open beside the window; an event that is chosen is selected there.

    An event of a layer that is off, and records of other kinds, are read here only.
    """

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(tr("What this edition changed"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._jump)
        column = QVBoxLayout(self)
        column.addWidget(self.list)
        since = session.snapshot.since
        changes = since.changes if since is not None else None
        if changes is not None:
            self._add(ADDED, changes.added)
            self._add(CHANGED, changes.changed)
            self._add(REMOVED, changes.removed)
        self.resize(fonts.scaled(620), fonts.scaled(520))

    def _add(self, words: str, some: tuple[RecordChange, ...]) -> None:
        for one in some:
            said = {"kind": tr(RECORD_KINDS[one.kind]), "id": one.id}
            if words != REMOVED:
                said["title"] = " ".join(one.title.split())
            entry = QListWidgetItem(tr(words, **said), self.list)
            leads = one.kind == EVENT and words != REMOVED
            entry.setData(Qt.ItemDataRole.UserRole, one.id if leads else "")

    def _jump(self, entry: QListWidgetItem) -> None:
        event = entry.data(Qt.ItemDataRole.UserRole)
        found = self._session.occurrences_of([event]) if event else {}
        table = self._session.snapshot.table
        chosen = [told for told in found.values() if table.row_of(told) is not None]
        if chosen:
            self._session.select(chosen)
