"""The table that a list is drawn in: fixed row heights, one painting delegate, whole rows."""

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from timeline_app.look import fonts, theme
from timeline_app.panes.list_cells import ListCells, row_height
from timeline_app.panes.list_header import ListHeader

HEADER = 25


class ListView(QTableView):
    """Rows under headings. Subclasses write `fit_columns`, which is called at every width."""

    menu_wanted = Signal(QPoint)

    def __init__(
        self, model: QAbstractTableModel, cells: ListCells, header: ListHeader, name: str
    ) -> None:
        super().__init__()
        self._cells = cells
        self._empty = ""
        self.header = header
        self.setModel(model)
        cells.setParent(self)
        self.setItemDelegate(cells)
        self.setHorizontalHeader(header)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.entered.connect(self._hover)
        self._measure()

    def fit_columns(self) -> None:
        """Gives every column its width."""
        raise NotImplementedError

    def say_when_empty(self, words: str) -> None:
        """What is said where no row stands."""
        self._empty = words
        self.viewport().update()

    def _measure(self) -> None:
        """Heights and widths at the reader's text size; the same for every row."""
        self.verticalHeader().setMinimumSectionSize(row_height())
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.header.setFixedHeight(max(HEADER, fonts.scaled(HEADER)))
        self.fit_columns()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model().rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setFont(fonts.font(fonts.LIST))
        painter.setPen(QColor(theme.current().ink3))
        painter.drawText(8, row_height(), self._empty)
        painter.end()

    def _hover(self, index: QModelIndex) -> None:
        if index.row() != self._cells.hovered:
            self._cells.hovered = index.row()
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave and self._cells.hovered >= 0:
            self._cells.hovered = -1
            self.viewport().update()
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._measure()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())
