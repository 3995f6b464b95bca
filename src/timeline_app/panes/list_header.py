"""The headings of the list; a click sorts, the arrow says by what."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from timeline_app.look import fonts, icons, theme
from timeline_app.panes.event_model import COLUMNS, PUBLISHERS_AT
from timeline_app.session.snapshot import Sorting
from timeline_app.words.tr import tr

PAD = 8
ARROW = 12


class ListHeader(QHeaderView):
    """Painted by hand, for the exact look; sections are those of `COLUMNS`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sorting = Sorting()
        self.setAccessibleName(tr("Headings of the list; a click sorts"))
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def show_sorting(self, sorting: Sorting) -> None:
        """Which heading carries the arrow."""
        if sorting != self._sorting:
            self._sorting = sorting
            self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        tokens = theme.current()
        painter.save()
        painter.fillRect(rect, QColor(tokens.canvas))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.hair))
        column, heading = COLUMNS[section]
        sorted_by = column == self._sorting.column
        painter.setFont(fonts.font(fonts.CELL_LABEL))
        painter.setPen(QColor(tokens.ink if sorted_by else tokens.ink3))
        words = tr(heading)
        wide = painter.fontMetrics().horizontalAdvance(words)
        room = rect.adjusted(PAD, 0, -PAD, 0)
        if section == PUBLISHERS_AT:
            room.setLeft(max(room.left(), room.right() - wide - (ARROW + 4) * sorted_by))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        if sorted_by:
            name = "chevron-down" if self._sorting.descending else "chevron-up"
            arrow = icons.pixmap(name, tokens.ink, ARROW, self.devicePixelRatioF())
            top = rect.top() + (rect.height() - ARROW) // 2
            painter.drawPixmap(room.left() + wide + 4, top, arrow)
        painter.restore()
