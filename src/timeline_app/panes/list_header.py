"""The headings of the list; a click sorts, the arrow says by what."""

from collections.abc import Sequence, Set

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView

from timeline_app.look import fonts, icons, theme
from timeline_app.session.snapshot import Sorting
from timeline_app.words.tr import tr

PAD = 8
ARROW = 12


class ListHeader(QHeaderView):
    """Painted by hand, for the exact look.

    `columns` are what is sorted by under each heading, and the heading; `right` are the sections
    whose words stand at the right.
    """

    def __init__(self, columns: Sequence[tuple[str, str]], right: Set[int] = frozenset()) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._columns, self._right = columns, right
        self._sorting = Sorting()
        self.setAccessibleName(tr("Headings of the list; a click sorts"))
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def show_columns(self, columns: Sequence[tuple[str, str]]) -> None:
        """Other headings of the same columns."""
        self._columns = columns
        self.viewport().update()

    def show_sorting(self, sorting: Sorting) -> None:
        """Which heading carries the arrow."""
        if sorting != self._sorting:
            self._sorting = sorting
            self.viewport().update()

    def reset(self) -> None:
        """Another list has the same headings: they are not measured and painted again."""
        if self.model() is None or self.count() != self.model().columnCount():
            super().reset()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second click that comes quickly is a click like the first: it turns the order round."""
        self.mousePressEvent(event)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        tokens = theme.current()
        painter.save()
        painter.fillRect(rect, QColor(tokens.canvas))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.hair))
        column, heading = self._columns[section]
        sorted_by = column == self._sorting.column
        painter.setFont(fonts.font(fonts.CELL_LABEL))
        painter.setPen(QColor(tokens.ink if sorted_by else tokens.ink3))
        words = tr(heading)
        wide = painter.fontMetrics().horizontalAdvance(words)
        room = rect.adjusted(PAD, 0, -PAD, 0)
        if section in self._right:
            room.setLeft(max(room.left(), room.right() - wide - (ARROW + 4) * sorted_by))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        if sorted_by:
            name = "chevron-down" if self._sorting.descending else "chevron-up"
            arrow = icons.pixmap(name, tokens.ink, ARROW, self.devicePixelRatioF())
            top = rect.top() + (rect.height() - ARROW) // 2
            painter.drawPixmap(room.left() + wide + 4, top, arrow)
        painter.restore()
