"""Memberships that pass, as rows for their list."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from timeline_app.dates.day import OPEN_FUTURE, OPEN_PAST
from timeline_app.dates.spoken_days import day_words
from timeline_app.model.membership_rows import by_changes, member_key, passing_rows
from timeline_app.model.membership_table import MembershipTable, no_memberships
from timeline_app.panes.date_words import date_words
from timeline_app.session.snapshot import Snapshot, Sorting
from timeline_app.words.tr import mark, tr

Index = QModelIndex | QPersistentModelIndex

ORGANISATION, STATE, FROM, TO, STATUS, PRECISION, SOURCE = (
    "organisation",
    "state",
    "from",
    "to",
    "status",
    "precision",
    "source",
)
COLUMNS = (
    (ORGANISATION, mark("Organisation")),
    (STATE, mark("Country")),
    (FROM, mark("From")),
    (TO, mark("To")),
    (STATUS, mark("Status")),
    (PRECISION, mark("Known to the")),
    (SOURCE, mark("Source")),
)
_NO_PARENT = QModelIndex()


class MembershipModel(QAbstractTableModel):
    """Rows in list order: by a column, and by organisation and country where that says nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._table = no_memberships()
        self.sorting = Sorting(ORGANISATION)
        self.rows: list[int] = []
        self.behind: frozenset[int] = frozenset()
        """Keys of the memberships that are drawn behind the lanes."""

    def show_list(self, snapshot: Snapshot, sorting: Sorting) -> None:
        """Another list: other rows, or another order."""
        self.beginResetModel()
        self._table, self.sorting = snapshot.memberships, sorting
        self.rows = passing_memberships(snapshot).tolist()
        place = {organisation: n for n, organisation in enumerate(by_changes(self._table))}
        self.rows.sort(key=lambda row: place[int(self._table.organisation[row])])
        if sorting.column != ORGANISATION:
            self.rows.sort(key=_key(self._table, sorting.column))
        if sorting.descending:
            self.rows.reverse()
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

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
        spoken = role == Qt.ItemDataRole.AccessibleTextRole
        if role == Qt.ItemDataRole.DisplayRole or spoken:
            words = self.words(index.row(), index.column(), short=not spoken)
            if spoken and index.column() == 0 and self.is_behind(index.row()):
                return tr("{membership}, behind the lanes", membership=words)
            return words
        return None

    def key(self, at: int) -> int:
        """What names the membership of a row of the list."""
        table, row = self._table, self.rows[at]
        return member_key(table, int(table.organisation[row]), int(table.state[row]))

    def is_behind(self, at: int) -> bool:
        """Whether the membership of a row of the list is drawn behind the lanes."""
        return self.key(at) in self.behind

    def words(self, at: int, column: int, short: bool) -> str:
        """What stands in a cell; dates are `short` in the list and whole where they are spoken."""
        table, row = self._table, self.rows[at]
        begun, _, status, precision, source = table.texts[row]
        organisation = table.organisations[table.organisation[row]]
        named = dict.fromkeys((organisation.code, organisation.name))
        said: dict[str, str] = {
            ORGANISATION: tr(", ").join(part for part in named if part),
            STATE: table.states[table.state[row]].label,
            FROM: date_words(begun, short),
            TO: _until(table, row, short),
            STATUS: tr(status),
            PRECISION: tr(precision),
            SOURCE: source,
        }
        return said[COLUMNS[column][0]]


def passing_memberships(now: Snapshot) -> NDArray[np.int64]:
    """Rows of the memberships of the countries asked for that may touch the marked period."""
    span = now.filter.span
    days = (span.first, span.last) if span else (OPEN_PAST, OPEN_FUTURE)
    return passing_rows(now.memberships, now.filter.terms("state"), *days)


def _until(table: MembershipTable, row: int, short: bool) -> str:
    ended, known = table.texts[row][1], int(table.known_to[row])
    if ended:
        return date_words(ended, short)
    if known != OPEN_FUTURE:
        return tr("known to {day}", day=day_words(known, short))
    return tr("no end known")


def _key(table: MembershipTable, column: str) -> Callable[[int], Any]:
    """What the list is sorted by under a heading."""
    ends = np.minimum(table.to_last, table.known_to)
    keys: dict[str, Callable[[int], Any]] = {
        STATE: lambda row: table.states[table.state[row]].label,
        FROM: lambda row: int(table.from_first[row]),
        TO: lambda row: int(ends[row]),
        STATUS: lambda row: table.texts[row][2],
        PRECISION: lambda row: int(table.precision[row]),
        SOURCE: lambda row: table.texts[row][4],
    }
    return keys[column]
