"""Which actor belongs to which vector, as a table that can be written in."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.look import fonts
from timeline_app.model.vector_member import VectorMember
from timeline_app.session.asking import UnknownError, found_actor, found_term
from timeline_app.session.session import Session
from timeline_app.window.measuring import lines_of
from timeline_app.words.tr import mark, tr

_DATE_PX = 88
HEADINGS = (mark("Vector"), mark("Actor"), mark("From"), mark("To"))


class MembersTable(QWidget):
    """`changed` once every row is sound again; what is wrong is said below, and kept meanwhile."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._actors = session.known_terms("actor")
        self._states = session.known_terms("state")
        self._vectors = session.known_terms("vector")
        self.lines: tuple[str, ...] = ()
        self.rows = QTableWidget(0, len(HEADINGS))
        self.rows.setHorizontalHeaderLabels([tr(words) for words in HEADINGS])
        self.rows.setAccessibleName(tr("Members of the vectors"))
        self.rows.verticalHeader().hide()
        self.rows.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.rows.horizontalHeader().setDefaultSectionSize(fonts.scaled(_DATE_PX))
        self.rows.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.rows.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.rows.setTabKeyNavigation(False)
        self.refusal = QLabel()
        self.refusal.setProperty("look", "refusal")
        self.refusal.setTextFormat(Qt.TextFormat.PlainText)
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        self.add, self.remove = QPushButton(tr("Add a member")), QPushButton(tr("Remove"))
        for button in (self.add, self.remove):
            button.setAccessibleName(button.text())
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.rows.itemChanged.connect(lambda _: self._check())
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.rows, 1)
        column.addWidget(self.refusal)
        column.addLayout(buttons)

    def show_members(self, members: Iterable[VectorMember]) -> None:
        """Fills the table; nothing is told of it."""
        self.rows.blockSignals(True)
        self.rows.setRowCount(0)
        for one in members:
            actor = tr(self._actors.label(one.actor))
            self._put((one.vector, actor, one.since, one.until), one.actor)
        self.rows.blockSignals(False)
        self.refusal.hide()

    def _put(self, texts: tuple[str, ...], actor: str) -> None:
        row = self.rows.rowCount()
        self.rows.insertRow(row)
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            if column == 1:  # a name may be another's too, an id is not
                item.setData(Qt.ItemDataRole.UserRole, (text, actor))
            self.rows.setItem(row, column, item)

    def _add(self) -> None:
        self.rows.blockSignals(True)
        self._put(("", "", "", ""), "")
        self.rows.blockSignals(False)
        last = self.rows.item(self.rows.rowCount() - 1, 0)
        if last is not None:
            self.rows.setCurrentItem(last)
            self.rows.editItem(last)

    def _remove(self) -> None:
        for row in sorted({index.row() for index in self.rows.selectedIndexes()}, reverse=True):
            self.rows.removeRow(row)
        self._check()

    def _check(self) -> None:
        """Keeps what is written where every row can be understood; else says which cannot."""
        members = []
        for row in range(self.rows.rowCount()):
            try:
                member = self._member(row)
            except UnknownError as unknown:
                self._refuse(unknown.sentence)
                return
            if not member.is_sound:
                self._refuse(tr("Row {n}: a date cannot be read.", n=row + 1))
                return
            members.append(member)
        self.refusal.hide()
        self.lines = lines_of(members)
        self.changed.emit()

    def _member(self, row: int) -> VectorMember:
        """Raises `UnknownError` for what is no vector or no actor."""
        vector, actor, since, until = (self._text(row, n) for n in range(len(HEADINGS)))
        known = found_term(vector, self._vectors, mark("There is no vector “{asked}”."))
        item = self.rows.item(row, 1)
        kept = item.data(Qt.ItemDataRole.UserRole) if item else None
        if kept and kept[0] == actor and kept[1]:
            return VectorMember(known, kept[1], since, until)
        refusal = mark("There is no actor “{asked}”.")
        found = found_actor(actor, self._actors, self._states, refusal)
        return VectorMember(known, found, since, until)

    def _text(self, row: int, column: int) -> str:
        item = self.rows.item(row, column)
        return item.text().strip() if item else ""

    def _refuse(self, why: str) -> None:
        self.refusal.setText(why)
        self.refusal.setAccessibleName(why)
        self.refusal.show()
