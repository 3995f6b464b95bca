"""The table the list is drawn in: fixed row heights, one painting delegate, whole rows."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from timeline_app.look import fonts, theme
from timeline_app.panes.event_delegate import EventDelegate, row_height
from timeline_app.panes.event_model import (
    DATE_AT,
    KIND_AT,
    NOTE_AT,
    PUBLISHERS_AT,
    TITLE_AT,
    VECTORS_AT,
    EventModel,
)
from timeline_app.panes.list_header import ListHeader
from timeline_app.session.session import Session
from timeline_app.words.tr import tr

WIDTHS = {DATE_AT: 132, KIND_AT: 132, VECTORS_AT: 106, PUBLISHERS_AT: 84, NOTE_AT: 46}
NARROW = {KIND_AT: 104, VECTORS_AT: 88}
NARROW_UNDER = 800
NARROWEST_TITLE = 160
LEAST_TITLE = 60
GIVEN_UP = (PUBLISHERS_AT, KIND_AT, VECTORS_AT)
"""Where even the title has no room, these columns go first: the detail pane says all of them."""
HEADER = 25


class EventTableView(QTableView):
    """A view of `EventModel`; the title takes what the other columns leave."""

    menu_wanted = Signal(QPoint)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.events = EventModel(session)
        self._cells = EventDelegate(self.events, self)
        self.header = ListHeader(self)
        self.setModel(self.events)
        self.setItemDelegate(self._cells)
        self.setHorizontalHeader(self.header)
        self.setAccessibleName(tr("List of events"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = ""
        self.entered.connect(self._hover)
        self._measure()

    def _measure(self) -> None:
        """Heights and widths at the reader's text size; the same for every row."""
        self.verticalHeader().setMinimumSectionSize(row_height())
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.header.setFixedHeight(max(HEADER, fonts.scaled(HEADER)))
        self._fit_columns()

    def _fit_columns(self) -> None:
        """The title takes what the others leave; in a narrow list they leave it more."""
        narrow = self.viewport().width() < fonts.scaled(NARROW_UNDER)
        for column, wide in (WIDTHS | NARROW if narrow else WIDTHS).items():
            self.setColumnWidth(column, fonts.scaled(wide))
        for column in WIDTHS:
            self.setColumnHidden(column, False)
        for column in GIVEN_UP:
            if self._left_for_title() >= fonts.scaled(NARROWEST_TITLE):
                break
            self.setColumnHidden(column, True)
        self.setColumnWidth(TITLE_AT, max(self._left_for_title(), fonts.scaled(LEAST_TITLE)))

    def _left_for_title(self) -> int:
        """What the other columns leave, as far as they are shown."""
        return self.viewport().width() - sum(self.columnWidth(column) for column in WIDTHS)

    def show_empty_words(self, is_open: bool) -> None:
        """What is said where no row stands."""
        self._empty = (
            tr("No event passes what is asked for.") if is_open else tr("No archive is open.")
        )
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.events.rowCount():
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
        self._fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._measure()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())
