"""The table that a list is drawn in: rows of one height, painted by hand, however many there are.

Qt's own table keeps something for each of its rows and makes it anew with each other list; here a
list of ten million costs what is seen of it. It is a table still: to a screen reader by what Qt
tells of one, to the eye and the hand by what is written here.
"""

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QToolTip,
)

from timeline_app.look import fonts, theme
from timeline_app.panes.list_cells import ListCells, row_height
from timeline_app.panes.list_header import PAD, ListHeader
from timeline_app.panes.own_rows import show_own
from timeline_app.panes.text import as_tooltip

HEADER = 25

Index = QModelIndex | QPersistentModelIndex
_Action = QAbstractItemView.CursorAction


class ListView(QTableView):
    """Rows under headings. Subclasses write `fit_columns`, which is called at every width."""

    menu_wanted = Signal(QPoint)
    _made = False
    """Qt asks for geometries before there is anything to measure, and after the model has gone."""

    def __init__(
        self, model: QAbstractTableModel, cells: ListCells, header: ListHeader, name: str
    ) -> None:
        super().__init__()
        self._cells = cells
        self._empty = ""
        self.header = header
        show_own(self, model)
        self.setHorizontalHeader(header)
        # The header of rows, which is never shown, would keep something for each of them.
        unseen = QHeaderView(Qt.Orientation.Vertical, self)
        unseen.setModel(QStandardItemModel(unseen))
        unseen.hide()
        self.setVerticalHeader(unseen)
        for corner in self.findChildren(QAbstractButton):  # it would stand there without a name
            corner.hide()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.entered.connect(self._hover)
        header.sectionResized.connect(lambda *_: self.viewport().update())
        self._made = True
        self._measure()

    def fit_columns(self) -> None:
        """Gives every column its width."""
        raise NotImplementedError

    def say_when_empty(self, words: str) -> None:
        """What is said where no row stands."""
        if words != self._empty:
            self._empty = words
            self.viewport().update()

    # -- where things are

    def selectRow(self, row: int) -> None:
        """Selects a row, alone."""
        self.setCurrentIndex(self.model().index(row, 0))

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        left = self.header.sectionViewportPosition(index.column())
        top = index.row() * row_height() - self.verticalOffset()
        return QRect(left, top, self.columnWidth(index.column()), row_height())

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = (point.y() + self.verticalOffset()) // row_height()
        column = self.header.logicalIndexAt(point.x())
        return self.model().index(row, column)

    def horizontalOffset(self) -> int:
        return self.header.offset()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        return self.isColumnHidden(index.column())

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if not index.isValid():
            return
        bar, room = self.verticalScrollBar(), self.viewport().height() - row_height()
        top = index.row() * row_height()
        hints = QAbstractItemView.ScrollHint
        seen = bar.value() <= top <= bar.value() + room
        if hint is hints.PositionAtTop or (hint is hints.EnsureVisible and top < bar.value()):
            bar.setValue(top)
        elif hint is hints.PositionAtCenter:
            bar.setValue(top - room // 2)
        elif hint is hints.PositionAtBottom or not seen:
            bar.setValue(top - room)

    def moveCursor(self, action: _Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        now, rows = self.currentIndex(), self.model().rowCount()
        page = max(1, self.viewport().height() // row_height() - 1)
        at = max(now.row(), 0)
        to = {
            _Action.MoveUp: at - 1,
            _Action.MovePrevious: at - 1,
            _Action.MoveDown: at + 1 if now.isValid() else 0,
            _Action.MoveNext: at + 1,
            _Action.MovePageUp: at - page,
            _Action.MovePageDown: at + page,
            _Action.MoveHome: 0,
            _Action.MoveEnd: rows - 1,
        }.get(action, at)
        column = now.column() if now.isValid() else self.header.logicalIndexAt(0)
        return self.model().index(min(max(to, 0), rows - 1), max(column, 0))

    def keyboardSearch(self, search: str) -> None:
        """Letters are the window's; to walk over all rows for one would hold it up."""

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        rows, high = self.model().rowCount(), row_height()
        ends = sorted((y + self.verticalOffset()) // high for y in (rect.top(), rect.bottom()))
        top, bottom = max(ends[0], 0), min(ends[1], rows - 1)
        chosen = QItemSelection()
        if top <= bottom:
            last = self.model().columnCount() - 1
            chosen.select(self.model().index(top, 0), self.model().index(bottom, last))
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    # -- what is seen

    def _measure(self) -> None:
        """Heights and widths at the reader's text size; the same for every row."""
        self.updateGeometries()
        self.fit_columns()

    def updateGeometries(self) -> None:
        if not self._made or self.model() is None:
            return
        high = max(HEADER, fonts.scaled(HEADER))
        self.setViewportMargins(0, high, 0, 0)
        room = self.viewport().geometry()
        self.header.setGeometry(room.left(), room.top() - high, room.width(), high)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self.model().rowCount() * row_height() - room.height()))
        bar.setPageStep(room.height())
        bar.setSingleStep(row_height())
        QAbstractItemView.updateGeometries(self)  # the table's own would measure its rows

    def reset(self) -> None:
        super().reset()
        self.updateGeometries()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(theme.current().canvas))
        painter.setFont(fonts.font(fonts.LIST))
        rows = self.model().rowCount()
        if not rows:
            painter.setPen(QColor(theme.current().ink3))
            room = self.viewport().rect()
            room.adjust(PAD, row_height() - painter.fontMetrics().ascent(), -PAD, 0)
            painter.drawText(room, int(Qt.TextFlag.TextWordWrap), self._empty)
        high, offset = row_height(), self.verticalOffset()
        first = max(0, (event.rect().top() + offset) // high)
        last = min(rows - 1, (event.rect().bottom() + offset) // high)
        ranges = [(r.top(), r.bottom()) for r in self.selectionModel().selection().toList()]
        columns = self._columns_seen(event.rect())
        self._cells.expect(first, last)
        for row in range(first, last + 1):
            selected = any(top <= row <= bottom for top, bottom in ranges)
            self._paint_row(painter, row, row * high - offset, selected, columns)
        painter.end()

    def _columns_seen(self, room: QRect) -> list[tuple[int, int, int]]:
        """Number, left edge and width of each column that is shown in this part of the list."""
        header = self.header
        columns = (
            (n, header.sectionViewportPosition(n), header.sectionSize(n))
            for n in range(header.count())
            if not header.isSectionHidden(n)
        )
        return [(n, x, wide) for n, x, wide in columns if x <= room.right() and x + wide > room.x()]

    def _paint_row(
        self,
        painter: QPainter,
        row: int,
        top: int,
        selected: bool,
        columns: list[tuple[int, int, int]],
    ) -> None:
        tokens, high = theme.current(), row_height()
        if selected or row == self._cells.hovered:
            ground = tokens.ink if selected else tokens.sunk
            painter.fillRect(0, top, self.header.length(), high, QColor(ground))
        cells = [(column, QRect(left, top, wide, high)) for column, left, wide in columns]
        self._cells.paint_row(painter, row, cells, selected)
        now = self.currentIndex()
        if now.row() == row and self.hasFocus() and not selected:
            painter.setPen(QColor(tokens.ink))
            painter.drawRect(self.visualRect(now).adjusted(0, 0, -1, -1))

    def _hover(self, index: QModelIndex) -> None:
        if index.row() != self._cells.hovered:
            self._cells.hovered = index.row()
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave and self._cells.hovered >= 0:
            self._cells.hovered = -1
            self.viewport().update()
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self.indexAt(event.pos())
            said, cell = as_tooltip(self.unseen(at)), self.visualRect(at)
            QToolTip.showText(event.globalPos(), said, self.viewport(), cell)
            return True
        return super().viewportEvent(event)

    def unseen(self, at: Index) -> str:
        """The words of a cell that does not show them whole; nothing of one that does."""
        seen: str = at.data(Qt.ItemDataRole.DisplayRole) or ""
        if self._cells.shows(seen, at.column(), self.columnWidth(at.column())):
            return ""
        return at.data(Qt.ItemDataRole.AccessibleTextRole) or seen

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometries()
        self.fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._measure()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())
