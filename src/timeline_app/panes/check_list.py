"""The checks of the data quality pane as rows under headings: box, title, meter, count."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from timeline_app.dataclass import dataclass
from timeline_app.look import fonts, theme
from timeline_app.look.tokens import Tokens
from timeline_app.model.quality import Check
from timeline_app.panes.facet_delegate import (
    GAP,
    LEFT,
    METER,
    METER_HIGH,
    RIGHT,
    SIGN,
    draw_box,
    focus_ring,
    row_height,
)
from timeline_app.panes.own_rows import show_own
from timeline_app.panes.row_state import row_state
from timeline_app.panes.text import as_tooltip
from timeline_app.words.tr import grouped, tr

Index = QModelIndex | QPersistentModelIndex

COUNT = 52
HEADING_AIR = 8
_NO_PARENT = QModelIndex()
_CHOOSE = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A row: a check with its count and what part of all events that is, or a heading."""

    words: str
    check: Check | None = None
    n: int = 0
    part: float = 0.0

    @property
    def said(self) -> str:
        """The row for who does not see it."""
        return tr("{title}: {n}", title=self.words, n=grouped(self.n)) if self.check else self.words


class CheckModel(QAbstractListModel):
    """The rows, and the id of the check that is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[CheckRow, ...] = ()
        self.ticked = ""

    def show_rows(self, rows: tuple[CheckRow, ...], ticked: str) -> None:
        """Other rows, or other numbers in the same rows: then the keyboard stays where it is."""
        same = [row.words for row in rows] == [row.words for row in self.rows]
        if (rows, ticked) == (self.rows, self.ticked):
            return
        if not same:
            self.beginResetModel()
        self.rows, self.ticked = rows, ticked
        if same:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        else:
            self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.rows[index.row()].check is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            ticked = row.check is not None and row.check.id == self.ticked
            return tr("{row}, shown alone", row=row.said) if ticked else row.said
        if role == Qt.ItemDataRole.ToolTipRole and row.check is not None:
            return as_tooltip(tr(row.check.meaning))
        return None


class CheckList(QListView):
    """`chosen` carries the id of the check that was clicked, or chosen by Enter or Space;
    `reached` that of the one the keyboard came to."""

    chosen = Signal(str)
    reached = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows = CheckModel()
        show_own(self, self.rows)
        self.setItemDelegate(CheckCells(self.rows, self))
        self.setAccessibleName(tr("Checks of data quality"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._choose(self.indexAt(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CHOOSE and self.currentIndex().isValid():
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and (check := self.rows.rows[current.row()].check):
            self.reached.emit(check.id)

    def _choose(self, index: Index) -> None:
        if index.isValid() and (check := self.rows.rows[index.row()].check):
            self.chosen.emit(check.id)


class CheckCells(QStyledItemDelegate):
    """Paints a row of the list of checks."""

    def __init__(self, model: CheckModel, parent: QListView) -> None:
        super().__init__(parent)
        self._model, self._view = model, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = self._model.rows[index.row()].check is None
        return QSize(120, row_height() + (HEADING_AIR if heading else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, tokens = self._model.rows[index.row()], theme.current()
        rect: QRect = option.rect
        hovered, focused = row_state(self._view, option)
        painter.save()
        if row.check is None:
            painter.setFont(fonts.font(fonts.LABEL, semibold=True))
            painter.setPen(QColor(tokens.ink))
            _cut(painter, rect.adjusted(LEFT, HEADING_AIR, -RIGHT, 0), row.words)
            painter.restore()
            return
        if hovered:
            painter.fillRect(rect, QColor(tokens.sunk))
        ticked = row.check.id == self._model.ticked
        top = round(rect.top() + rect.height() / 2 - SIGN / 2)
        draw_box(painter, QRectF(rect.left() + LEFT, top, SIGN, SIGN), ticked, tokens)
        left = rect.left() + LEFT + SIGN + GAP
        room = QRect(left, rect.top(), self._amounts(painter, rect, row, tokens) - left, 0)
        room.setHeight(rect.height())
        painter.setFont(fonts.font(fonts.LIST, semibold=ticked))
        painter.setPen(QColor(tokens.ink if row.n else tokens.ink3))
        _cut(painter, room.adjusted(0, 0, -GAP, 0), row.words)
        if focused:
            focus_ring(painter, rect, tokens)
        painter.restore()

    def _amounts(self, painter: QPainter, rect: QRect, row: CheckRow, tokens: Tokens) -> int:
        """Draws meter and count; returns the left edge of both."""
        painter.setFont(fonts.font(fonts.LABEL))
        painter.setPen(QColor(tokens.ink2 if row.n else tokens.ink3))
        most = max((one.n for one in self._model.rows), default=0)
        wide = max(COUNT, QFontMetrics(painter.font()).horizontalAdvance(grouped(most)) + GAP)
        room = QRect(rect.right() + 1 - RIGHT - wide, rect.top(), wide, rect.height())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | middle, grouped(row.n))
        left = room.left() - METER
        if row.part:
            long = max(1, round(METER * min(1.0, row.part)))
            top = rect.top() + (rect.height() - METER_HIGH) // 2
            painter.fillRect(left, top, long, METER_HIGH, QColor(tokens.strong))
        return left


def _cut(painter: QPainter, room: QRect, words: str) -> None:
    metrics = QFontMetrics(painter.font())
    cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cut)
