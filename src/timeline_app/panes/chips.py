"""Plain chips that flow from line to line: who took part, in what role, in which lanes."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QLayoutItem, QSizePolicy, QWidget

from timeline_app.look import fonts, theme
from timeline_app.look.glyphs import draw_glyph
from timeline_app.panes.text import OneLine

GLYPH = 10.0
ACROSS = 6
BETWEEN_LINES = 4


class GlyphMark(QWidget):
    """The glyph of a vector, 12 pixels wide."""

    def __init__(self, vector: int, name: str = "") -> None:
        super().__init__()
        self._vector = vector
        self.setFixedSize(12, 12)
        if name:
            self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = theme.current().vector(self._vector)
        draw_glyph(painter, self._vector, 6, 6, GLYPH, colour)
        painter.end()


class Chip(QFrame):
    """A name, the glyph of its vector if it is one, and a quiet word after it."""

    def __init__(self, text: str, vector: int = -1, remark: str = "") -> None:
        super().__init__()
        self.setProperty("look", "chip")
        self.setAccessibleName(f"{text}, {remark}" if remark else text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(fonts.scaled(24))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(6)
        if vector >= 0:
            row.addWidget(GlyphMark(vector))
        row.addWidget(OneLine(text))
        if remark:
            row.addWidget(OneLine(remark, "caption"))


class Flow(QLayout):
    """Lays items side by side and goes on in a new line where the width ends."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize(0, 0)
        for item in self._items:
            size = size.expandedTo(QSize(40, item.minimumSize().height()))
        return size.grownBy(self.contentsMargins())

    def _lay(self, whole: QRect, move: bool) -> int:
        """Places the items within the margins if `move`; the height they need either way."""
        rect = whole.marginsRemoved(self.contentsMargins())
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():  # what is hidden takes no room
                continue
            hint = item.sizeHint()
            wide = min(hint.width(), max(rect.width(), 1))
            if x > rect.x() and x + wide > rect.x() + rect.width():
                x, y, line = rect.x(), y + line + BETWEEN_LINES, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(wide, hint.height())))
            x += wide + ACROSS
            line = max(line, hint.height())
        return y + line + self.contentsMargins().bottom() - whole.y()


def flowing(widgets: list[QWidget]) -> QWidget:
    """These widgets in a flow of their own."""
    holder = QWidget()
    flow = Flow()
    for widget in widgets:
        flow.addWidget(widget)
    holder.setLayout(flow)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder
