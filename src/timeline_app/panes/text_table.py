"""A list of plain texts under headings, from which one jumps."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView

from timeline_app.look import fonts, theme
from timeline_app.panes.list_cells import ListCells, colour_of, paint_text
from timeline_app.panes.list_header import ListHeader
from timeline_app.panes.list_view import ListView
from timeline_app.words.tr import tr

Index = QModelIndex | QPersistentModelIndex
Headings = tuple[tuple[str, str], ...]
"""Key and heading of each column; a key that begins with # is of numbers, at the right."""

NUMBER = 84
LEAST = 60
_NO_PARENT = QModelIndex()


class TextModel(QAbstractTableModel):
    """Rows of texts, a text a column."""

    def __init__(self, headings: Headings) -> None:
        super().__init__()
        self.headings = headings
        self.rows: Sequence[tuple[str, ...]] = ()

    def show_headings(self, headings: Headings) -> None:
        """The same columns under other headings."""
        self.headings = headings
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(headings) - 1)

    def show_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole and section < len(self.headings):
            return tr(self.headings[section][1])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        text = self.rows[index.row()][index.column()]
        return text if role == Qt.ItemDataRole.DisplayRole else None


class TextCells(ListCells):
    """One cell: a text, numbers at the right."""

    def __init__(self, model: TextModel) -> None:
        super().__init__()
        self._model = model

    def paint_cell(
        self, painter: QPainter, rect: QRect, row: int, column: int, selected: bool
    ) -> None:
        if row < len(self._model.rows):
            number = self._model.headings[column][0].startswith("#")
            text = self._model.rows[row][column]
            paint_text(painter, rect, text, colour_of(selected, theme.current()), right=number)


class TextTable(ListView):
    """A view of texts; columns share the room alike, or by `shares`, but for those of numbers.

    None is cut off by the edge: where there is not room for all, those of the least share give way.
    """

    def __init__(self, headings: Headings, name: str, shares: tuple[int, ...] = ()) -> None:
        self.texts = TextModel(headings)
        self._shares = shares or (1,) * len(headings)
        numbers = {c for c, (key, _) in enumerate(headings) if key.startswith("#")}
        header = ListHeader(headings, numbers)
        super().__init__(self.texts, TextCells(self.texts), header, name)
        header.setSectionsClickable(False)
        header.setAccessibleName(tr("Headings of the list"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def show_headings(self, headings: Headings) -> None:
        """The same columns under other headings."""
        self.texts.show_headings(headings)
        self.header.show_columns(headings)

    def fit_columns(self) -> None:
        numbers = [c for c, (key, _) in enumerate(self.texts.headings) if key.startswith("#")]
        left = self.viewport().width() - len(numbers) * fonts.scaled(NUMBER)
        texts = self._with_room([c for c in range(len(self._shares)) if c not in numbers], left)
        for column in range(len(self._shares)):
            self.setColumnHidden(column, column not in (*numbers, *texts))
        for column in numbers:
            self.setColumnWidth(column, fonts.scaled(NUMBER))
        least, whole = fonts.scaled(LEAST), sum(self._shares[c] for c in texts)
        more = max(0, left - len(texts) * least)
        for column in texts:
            self.setColumnWidth(column, least + more * self._shares[column] // max(1, whole))

    def _with_room(self, texts: list[int], left: int) -> list[int]:
        """Those of the columns for which there is room; the ones of the least share give way."""
        by_share = sorted(texts, key=lambda c: (-self._shares[c], c))
        return sorted(by_share[: max(1, left // fonts.scaled(LEAST))])
