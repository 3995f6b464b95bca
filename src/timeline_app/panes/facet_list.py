"""The list of a facet block: click or Space toggles a term, Ctrl or a double click leaves it alone.

It is as high as its rows; the pane around it scrolls.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from timeline_app.panes.facet_delegate import FacetDelegate, row_height
from timeline_app.panes.facet_model import FacetModel

_TOGGLE = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FacetList(QListView):
    """Rows of terms; `chosen(term, only)` says what the reader asked for."""

    chosen = Signal(str, bool)
    reached = Signal(int)
    """The vertical middle of the row the keyboard came to, in pixels."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = FacetModel()
        self.setModel(self.rows)
        self.setItemDelegate(FacetDelegate(self.rows, self))
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
