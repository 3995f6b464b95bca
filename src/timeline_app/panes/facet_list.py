"""The list of a facet block: click or Space toggles a term, Ctrl or a double click leaves it alone.

It is as high as its rows; the pane around it scrolls.
"""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from timeline_app.look import theme
from timeline_app.panes.facet_delegate import FacetDelegate, row_height
from timeline_app.panes.facet_model import FacetModel
from timeline_app.panes.own_rows import show_own

_TOGGLE = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FacetList(QListView):
    """Rows of terms; `chosen(term, only)` says what the reader asked for."""

    chosen = Signal(str, bool)
    reached = Signal(int)
    """The vertical middle of the row the keyboard came to, in pixels."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = FacetModel()
        show_own(self, self.rows)
        self._delegate = FacetDelegate(self.rows, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setProperty("look", "rows")
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._pressed = -1
        self._on_window = False

    def lie_on_window(self) -> None:
        """It lays the ground of the window itself: else all that lies under it would be painted
        whenever one of its numbers is another."""
        self._on_window = True
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_counts(self, counts: Sequence[int], largest: int) -> None:
        """The numbers of the rows that stand, which follow a brush: where they say nothing new,
        nothing is painted."""
        rows, wide = self.rows, self.viewport().width()
        before, measure, most = rows.counts, rows.largest, rows.most
        left = self._delegate.amounts_px(wide)
        rows.show_counts(counts, largest)
        moved = rows.most != most and self._delegate.amounts_px(wide) != left
        if moved or len(counts) != len(before):
            self.viewport().update()
            return
        other = measure != largest and rows.metered
        pairs = list(zip(before, counts, strict=True))
        news = [row for row, (was, now) in enumerate(pairs) if was != now or (other and now)]
        if not news:
            return
        # a name is another too where its row comes to none, or from none: it is quiet there
        told = all(bool(pairs[row][0]) == bool(pairs[row][1]) for row in news)
        high = row_height()
        top = news[0] * high  # it is as high as its rows, and never scrolls by itself
        begin = left if told else 0
        tall = (news[-1] - news[0] + 1) * high
        self.viewport().update(begin, top, wide - begin, tall)

    def paintEvent(self, event: QPaintEvent) -> None:
        at, left = event.rect(), self._delegate.amounts_px(self.viewport().width())
        if at.left() < left or self.hasFocus() or self.viewport().underMouse():
            if self._on_window:
                painter = QPainter(self.viewport())
                painter.fillRect(at, QColor(theme.current().bg))
                painter.end()
            super().paintEvent(event)
            return
        painter, high = QPainter(self.viewport()), row_height()
        if self._on_window:
            painter.fillRect(at, QColor(theme.current().bg))
        last = min(self.rows.rowCount() - 1, at.bottom() // high)
        rows = range(max(0, at.top() // high), last + 1)
        self._delegate.paint_amounts(painter, self.viewport().width(), rows)
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(184, self.rows.rowCount() * row_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = self.indexAt(event.position().toPoint()).row() if left else -1

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = self.indexAt(event.position().toPoint()).row()
        if row >= 0 and row == self._pressed:
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._choose(row, only=control)
        self._pressed = -1

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.indexAt(event.position().toPoint()).row()
        self._pressed = -1
        if row >= 0:
            self._choose(row, only=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() in _TOGGLE and row >= 0:
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._choose(row, only=control)
            return
        super().keyPressEvent(event)

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.reached.emit(self.visualRect(self.currentIndex()).center().y())

    def _choose(self, row: int, only: bool) -> None:
        self.chosen.emit(self.rows.terms[row].term, only)
