"""Claims that pass, as rows for their list; texts are read forty at a time, for those seen."""

from collections import OrderedDict
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from timeline_app.model.claim_table import CLAIM_TYPE, SPEAKER, VERDICT
from timeline_app.model.records import ClaimRow
from timeline_app.panes.claim_words import horizon_words, speaker_words, verdict_words
from timeline_app.panes.date_words import date_words
from timeline_app.session.claim_listing import DAY, HORIZON, ordered_claims
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import mark, tr

Index = QModelIndex | QPersistentModelIndex

CLAIM = "claim"
COLUMNS = (
    (DAY, mark("Date")),
    (SPEAKER, mark("Speaker")),
    (CLAIM, mark("Claim")),
    (CLAIM_TYPE, mark("Type")),
    (HORIZON, mark("About the time")),
    (VERDICT, mark("What came of it")),
)
"""The list's columns: what it is sorted by under each, and its heading. It is not sorted by what
is claimed, nor by type: there is a filter for that."""

DATE_AT, SPEAKER_AT, CLAIM_AT, TYPE_AT, HORIZON_AT, OUTCOME_AT = range(len(COLUMNS))

PAGE = 40
PAGES_KEPT = 64
_NO_PARENT = QModelIndex()
_NO_KEYS: NDArray[np.int64] = np.zeros(0, np.int64)


class ClaimModel(QAbstractTableModel):
    """Rows in list order. A page of texts is kept until the list is another one."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.keys = _NO_KEYS
        self._pages: OrderedDict[int, dict[int, ClaimRow]] = OrderedDict()

    def show_list(self, snapshot: Snapshot) -> None:
        """Another list: other rows, or another order."""
        self.beginResetModel()
        self.keys = ordered_claims(snapshot)
        self._pages.clear()
        self.endResetModel()

    def position_of(self, key: int | None) -> int | None:
        """Where in the list this claim stands; None where it does not pass."""
        at = np.flatnonzero(self.keys == (-1 if key is None else key))
        return int(at[0]) if len(at) else None

    def row(self, position: int) -> ClaimRow | None:
        """The texts of one row of the list; None where its claim is damaged."""
        number = position // PAGE
        page = self._pages.get(number)
        if page is None:
            keys = self.keys[number * PAGE : (number + 1) * PAGE].tolist()
            page = {row.key: row for row in self._session.claim_rows(keys)}
            self._pages[number] = page
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        return page.get(int(self.keys[position])) if position < len(self.keys) else None

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.keys)

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
        row = self.row(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_words(row, index.column(), short=True)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell_words(row, index.column(), short=False)
        return None


def cell_words(row: ClaimRow, column: int, short: bool) -> str:
    """What stands in a cell; dates are `short` in the list and whole where they are spoken."""
    said = {
        DATE_AT: date_words(row.stated, short),
        SPEAKER_AT: speaker_words(row.speaker_of_day, row.capacity),
        CLAIM_AT: row.text,
        TYPE_AT: tr(row.type),
        HORIZON_AT: horizon_words(row.horizon, row.horizon_as_written, short),
        OUTCOME_AT: verdict_words(row.verdict),
    }
    return said[column]
