"""What passes, as rows for the list; texts are read for the rows that are seen."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from timeline_app.model.codes import Codes
from timeline_app.model.event_table import EventTable
from timeline_app.model.records import EventRow
from timeline_app.panes.date_words import date_words
from timeline_app.session.listing import DAY, NOTES, PLACE, PUBLISHERS, TITLE
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import grouped, mark, tr

Index = QModelIndex | QPersistentModelIndex

COLUMNS = (
    (DAY, mark("Date")),
    (TITLE, mark("Title")),
    (PLACE, mark("Place")),
    ("kind", mark("Kind")),
    ("vector", mark("Vectors")),
    (PUBLISHERS, mark("Publishers")),
    (NOTES, mark("Note")),
)
"""The list's columns: what it is sorted by under each, and its heading."""

DATE_AT, TITLE_AT, PLACE_AT, KIND_AT, VECTORS_AT, PUBLISHERS_AT, NOTE_AT = range(len(COLUMNS))

PAGE = 40
"""So many rows are read where one is asked for that nobody was told to expect."""

MOST_KEPT = 4_000
_NO_PARENT = QModelIndex()


class EventModel(QAbstractTableModel):
    """Rows in list order; by place the occurrence and the texts of those that were seen."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._rows = 0
        self._told: dict[int, tuple[int, EventRow]] = {}
        self._texts: dict[int, EventRow] = {}
        self._table: EventTable | None = None
        self._codes: Codes | None = None
        self._kinds: dict[str, str] = {}
        self._noted: frozenset[int] = frozenset()

    def show_list(self, snapshot: Snapshot) -> None:
        """Another list: other rows, or another order."""
        self._begin_again(snapshot, snapshot.passing.possible)

    def _begin_again(self, snapshot: Snapshot, count: int) -> None:
        """So many rows, of which nothing is known yet."""
        self.beginResetModel()
        self._rows = count
        self._told.clear()
        codes = snapshot.table.terms.get("kind")
        if codes is not self._codes:  # with every move of a brush they are as they were
            self._codes = codes
            self._kinds = {t.id: tr(t.label) for t in codes.terms} if codes is not None else {}
        self._noted = snapshot.noted
        self.endResetModel()

    def show_noted(self, noted: frozenset[int]) -> None:
        """Which occurrences carry a note."""
        self._noted = noted

    def expect(self, first: int, last: int) -> None:
        """The rows from `first` to `last` are about to be seen: they are read in one question."""
        missing = [n for n in range(first, last + 1) if n not in self._told]
        if missing:
            self._read(missing[0], missing[-1] + 1 - missing[0])

    def row(self, position: int) -> EventRow | None:
        """The texts of one row of the list; None where nobody knows yet which one stands there."""
        if position not in self._told:
            self._read(position // PAGE * PAGE, PAGE)
        told = self._told.get(position)
        return None if told is None else told[1]

    def _read(self, first: int, count: int) -> None:
        rows = self._listed(first, count)
        occurrences = self._session.snapshot.table.occurrence[rows].tolist()
        if len(self._told) > MOST_KEPT:
            self._told.clear()
        texts = self._read_texts(rows.tolist())
        self._told.update(enumerate(zip(occurrences, texts, strict=False), first))

    def _listed(self, first: int, count: int) -> NDArray[np.integer]:
        """The rows of the table that stand there; none where nobody knows yet."""
        return self._session.listed_rows(first, count)

    def _read_texts(self, rows: list[int]) -> list[EventRow]:
        """The texts of these rows of the table; those of another list that stand in this one too
        are known already."""
        table = self._session.snapshot.table
        if table is not self._table or len(self._texts) > MOST_KEPT:
            self._table, self._texts = table, {}
        missing = [row for row in rows if row not in self._texts]
        if missing:
            self._texts.update(zip(missing, self._session.rows(missing), strict=True))
        return [self._texts[row] for row in rows]

    def has_note(self, position: int) -> bool:
        """Whether the reader has written on the event in this row."""
        if self.row(position) is None:
            return False
        return self._told[position][0] in self._noted

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole:
            return tr(COLUMNS[section][1])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._said(index.row(), index.column(), short=True)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(index.row(), index.column(), short=False)
        return None

    def _said(self, position: int, column: int, short: bool) -> str:
        row = self.row(position)
        if row is None:
            return ""
        if column == NOTE_AT:
            return tr("with a note") if self.has_note(position) else ""
        return self.words(row, column, short)

    def words(self, row: EventRow, column: int, short: bool) -> str:
        """What stands in a row's cell, but for that of its note."""
        if column == DATE_AT:
            return date_words(row.edtf, short)
        if column == TITLE_AT:
            return row.title
        if column == PLACE_AT:
            return ", ".join(row.places)
        if column == KIND_AT:
            return self._kinds.get(row.kind, row.kind)
        if column == VECTORS_AT:
            return ", ".join(tr(vector) for vector in row.vectors)
        return grouped(row.publishers)
