"""The table of a comparison: shares in A and in B with their intervals, side by side."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView

from timeline_app.analysis.engagement import PARTNERS
from timeline_app.look import fonts, theme
from timeline_app.look.glyphs import put_glyph
from timeline_app.model.columns import VECTORS
from timeline_app.panes.compare_marks import Marks, paint_marks
from timeline_app.panes.list_cells import PAD, ListCells, colour_of, paint_text
from timeline_app.panes.list_header import ListHeader
from timeline_app.panes.list_view import ListView
from timeline_app.session.balance_words import percent
from timeline_app.session.behind import shares_of_rows, touching
from timeline_app.session.comparison import Comparison
from timeline_app.session.comparison_words import (
    NOTHING,
    holm_words,
    interval,
    lean_words,
    moved_words,
)
from timeline_app.words.tr import grouped, mark, tr

COLUMNS = (
    ("vector", mark("Vector")),
    ("chart", mark("○ A, ● B")),
    ("a", mark("A")),
    ("n-a", mark("n")),
    ("b", mark("B")),
    ("n-b", mark("n")),
    ("moved", mark("B less A")),
    ("lean", mark("Less one publisher")),
    ("holm", mark("p, Holm")),
)
"""What stands in each column; a click on those of A or of B lists their events."""

NAME_AT, CHART_AT, A_AT, N_A_AT, B_AT, N_B_AT, MOVED_AT, LEAN_AT, HOLM_AT = range(len(COLUMNS))
NUMBERS = {A_AT, N_A_AT, B_AT, N_B_AT, HOLM_AT}
WIDTHS = (104, 0, 50, 38, 50, 38, 118, 124, 64)
LEAST_CHART = 84
GIVEN_UP = (LEAN_AT, HOLM_AT, MOVED_AT)

_GLYPH, _NAME_LEFT = 10.0, 24
_NO_PARENT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class CompareModel(QAbstractTableModel):
    """Nine rows while there is something to compare, none before."""

    def __init__(self) -> None:
        super().__init__()
        self.made: Comparison | None = None
        self._texts: list[list[str]] = []
        self._marks: list[Marks] = []

    def show_comparison(self, made: Comparison | None) -> None:
        """Another comparison, or a surer one; the selected row stays."""
        if (made is None) != (self.made is None):
            self.beginResetModel()
            self._take(made)
            self.endResetModel()
        elif made is not self.made:
            texts, marks = self._texts, self._marks
            self._take(made)
            other = [c for c in range(len(COLUMNS)) if self._differs(c, texts, marks)]
            if other:
                first = self.index(0, other[0])
                self.dataChanged.emit(first, self.index(len(VECTORS) - 1, other[-1]))

    def _differs(self, column: int, texts: list[list[str]], marks: list[Marks]) -> bool:
        """Whether a column says something else than before."""
        if column == CHART_AT:
            return marks != self._marks
        return [row[column] for row in texts] != [row[column] for row in self._texts]

    def _take(self, made: Comparison | None) -> None:
        """Words and marks are made once, not with each paint."""
        self.made, self._texts, self._marks = made, [], []
        if made is not None:
            shares = shares_of_rows(made)
            columns, rows = range(len(COLUMNS)), range(len(VECTORS))
            self._texts = [[_words(made, shares, n, c) for c in columns] for n in rows]
            self._marks = [_marks(made, shares, n) for n in rows]

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() or self.made is None else len(VECTORS)

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
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == CHART_AT:
            return self._spoken(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.words(index.row(), index.column())
        return None

    def words(self, row: int, column: int) -> str:
        """What stands in a cell, as text."""
        return self._texts[row][column] if self._texts else ""

    def _spoken(self, row: int) -> str:
        """The intervals, for who does not see them."""
        made = self.made
        if made is None or made.found is None or row >= len(PARTNERS):
            return tr("no interval")
        a = interval(made.found.a.shares, row)
        b = interval(made.found.b.shares, row)
        if not (a and b):
            return tr("too few for an interval")
        return tr("A {a} %, B {b} %", a=a, b=b)

    def marks(self, row: int) -> Marks | None:
        """What the chart of a row draws."""
        return self._marks[row] if self._marks else None


def _words(made: Comparison, shares: Sequence[tuple[float, float]], row: int, column: int) -> str:
    if column == CHART_AT:
        return ""
    if column == NAME_AT:
        return tr(VECTORS[row])
    if column in (A_AT, B_AT):
        return percent(shares[row][column == B_AT])
    if column in (N_A_AT, N_B_AT):
        return grouped(touching(made, row)[column == N_B_AT])
    if row >= len(PARTNERS) or made.found is None:
        return NOTHING
    if column == MOVED_AT:
        return moved_words(made.found, row)
    return lean_words(made, row) if column == LEAN_AT else holm_words(made, row)


def _marks(made: Comparison, shares: Sequence[tuple[float, float]], row: int) -> Marks:
    a, b = shares[row]
    if made.found is None or row >= len(PARTNERS):
        return Marks(a, b)
    of_a, of_b = made.found.a.shares, made.found.b.shares
    ends = (float(of_a.low[row]), float(of_a.high[row]))
    return Marks(a, b, ends, (float(of_b.low[row]), float(of_b.high[row])))


class CompareTable(ListView):
    """`asked` carries a vector, and whether its events in B are asked for (else those in A)."""

    asked = Signal(int, bool)

    def __init__(self) -> None:
        self.model_ = CompareModel()
        header = ListHeader(COLUMNS, NUMBERS)
        super().__init__(self.model_, _Cells(self.model_), header, tr("Shares in A and in B"))
        header.setSectionsClickable(False)
        header.setAccessibleName(tr("Headings of the list"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.clicked.connect(self._ask)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and at.isValid():
            second = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.asked.emit(at.row(), second or at.column() in (B_AT, N_B_AT))
        else:
            super().keyPressEvent(event)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """While a brush moves the same few columns change: the others are not painted."""
        self.viewport().update(self.visualRect(first).united(self.visualRect(last)))

    def _ask(self, index: QModelIndex) -> None:
        if index.column() in (A_AT, N_A_AT, B_AT, N_B_AT):
            self.asked.emit(index.row(), index.column() in (B_AT, N_B_AT))

    def fit_columns(self) -> None:
        """The chart takes what the others leave; in a narrow table the last ones go."""
        hidden: set[int] = set()
        for column in (None, *GIVEN_UP):
            hidden |= set() if column is None else {column}
            rest = sum(fonts.scaled(w) for n, w in enumerate(WIDTHS) if n not in hidden)
            chart = self.viewport().width() - rest
            if chart >= fonts.scaled(LEAST_CHART):
                break
        for column, wide in enumerate(WIDTHS):
            self.setColumnHidden(column, column in hidden)
            self.setColumnWidth(column, fonts.scaled(wide))
        self.setColumnWidth(CHART_AT, max(60, chart))


class _Cells(ListCells):
    def __init__(self, model: CompareModel) -> None:
        super().__init__()
        self._model = model

    def paint_cell(
        self, painter: QPainter, rect: QRect, row: int, column: int, selected: bool
    ) -> None:
        tokens = theme.current()
        colour = colour_of(selected, tokens)
        if column == CHART_AT:
            marks = self._model.marks(row)
            if marks is not None:
                paint_marks(painter, rect.adjusted(PAD, 0, -PAD, 0), marks, selected, tokens)
        elif column == NAME_AT:
            glyph = colour if selected else tokens.vector(row)
            middle = rect.top() + rect.height() / 2
            put_glyph(painter, row, rect.left() + PAD + 6, middle, _GLYPH, glyph)
            beside = rect.adjusted(_NAME_LEFT - PAD + 4, 0, 0, 0)
            paint_text(painter, beside, self._model.words(row, column), colour)
        else:
            words = self._model.words(row, column)
            paint_text(painter, rect, words, colour, right=column in NUMBERS)

    def shows(self, text: str, column: int, wide: int) -> bool:
        glyph = _NAME_LEFT - PAD + 4 if column == NAME_AT else 0
        return column != CHART_AT and super().shows(text, column, wide - glyph)
