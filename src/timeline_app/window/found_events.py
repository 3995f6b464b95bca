"""The first events that were found: lines under the search box, some of them seen at a time."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.look import fonts, theme
from timeline_app.words.tr import tr

SEEN = 8
"""So many lines are seen; the others are reached by the arrow keys or the wheel."""

HIGH, DATE_WIDE, PAD = 20, 122, 3
_NOTCH = 120


class Line(NamedTuple):
    """An event by its occurrence, and what its line says."""

    occurrence: int
    date: str
    title: str


class FoundEvents(QWidget):
    """Paints its lines by itself, since a widget for each would cost more than finding them.

    `reached` is the line to which the arrow keys came, or the pointer; -1 for none.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: Sequence[Line] = ()
        self._first = 0
        self.reached = -1
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("First events found"))
        self.hide()

    def __len__(self) -> int:
        return len(self._lines)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Other lines, from the first on, none of them reached."""
        before, self._lines, self._first, self.reached = self._lines, lines, 0, -1
        self.setAccessibleDescription("; ".join(f"{date}: {title}" for _, date, title in lines))
        if min(SEEN, len(before)) != min(SEEN, len(lines)):
            self.updateGeometry()
        self.update()

    def reach(self, at: int) -> None:
        """Marks this line and brings it into sight; -1 marks none."""
        self.reached = max(at, -1)
        if self.reached >= 0:
            self._first = min(max(self._first, at - SEEN + 1), at)
            line = self._lines[at]
            self.setAccessibleDescription(f"{line.date}: {line.title}")
        self.update()

    def choose(self) -> None:
        """The line that is reached is what was meant."""
        if 0 <= self.reached < len(self._lines):
            self.chosen.emit(self._lines[self.reached].occurrence)

    def sizeHint(self) -> QSize:
        return QSize(200, fonts.scaled(HIGH) * min(SEEN, len(self._lines)))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, high = theme.current(), fonts.scaled(HIGH)
        painter = QPainter(self)
        painter.setFont(fonts.font(fonts.LIST))
        metrics = painter.fontMetrics()
        for n, line in enumerate(self._lines[self._first : self._first + SEEN]):
            rect = QRect(0, n * high, self.width(), high)
            if self._first + n == self.reached:
                painter.fillRect(rect, QColor(tokens.sunk))
            _paint_line(painter, metrics, rect.adjusted(PAD, 0, -PAD, 0), line)
        painter.end()

    def _at(self, y: float) -> int:
        at = self._first + int(y) // fonts.scaled(HIGH)
        return at if 0 <= at < len(self._lines) else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position().y())
        if at != self.reached:
            self.reach(at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.reach(self._at(event.position().y()))
            self.choose()

    def wheelEvent(self, event: QWheelEvent) -> None:
        by = -round(event.angleDelta().y() / _NOTCH)
        self._first = max(0, min(self._first + by, len(self._lines) - SEEN))
        self.update()
        event.accept()


def _paint_line(painter: QPainter, metrics: QFontMetrics, rect: QRect, line: Line) -> None:
    tokens, wide = theme.current(), fonts.scaled(DATE_WIDE)
    middle = Qt.AlignmentFlag.AlignVCenter
    for left, room, colour, text in (
        (rect.left(), wide - 2 * PAD, tokens.ink3, line.date),
        (rect.left() + wide, rect.width() - wide, tokens.ink, line.title),
    ):
        painter.setPen(QColor(colour))
        cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, rect.top(), room, rect.height()), middle, cut)
