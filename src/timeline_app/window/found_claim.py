"""A claim that was found: a line under the search box that a click or Enter selects."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from timeline_app.look import theme
from timeline_app.panes.text import OneLine

ALL = -1
"""Stands for all claims that were found, in place of a claim's key."""


class FoundClaim(OneLine):
    """One line; `reached` marks the one to which the arrow keys came, or the pointer."""

    chosen = Signal(int)

    def __init__(self, key: int, text: str) -> None:
        super().__init__(text, "caption")
        self.key = key
        self.reached = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMargin(3)

    def tell(self, key: int, text: str) -> None:
        """Stands for another claim; the arrow keys have not come to it."""
        self.key = key
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
        self.reach(False)

    def reach(self, reached: bool) -> None:
        """Marks the line, or no longer."""
        if reached != self.reached:
            self.reached = reached
            self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        for line in _beside(self):
            line.reach(line is self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(self.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.reached:
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor(theme.current().sunk))
            painter.end()
        super().paintEvent(event)


def _beside(line: QWidget) -> list[FoundClaim]:
    holder = line.parentWidget()
    return holder.findChildren(FoundClaim) if holder is not None else []
