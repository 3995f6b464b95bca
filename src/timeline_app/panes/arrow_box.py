"""A box of choices with the program's own arrow."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

from timeline_app.look import fonts, icons, theme


class ArrowBox(QComboBox):
    """As Qt's, but for the arrow, which follows theme and size of letters."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = fonts.scaled(icons.SMALL)
        ratio = self.devicePixelRatioF()
        arrow = icons.pixmap("chevron-down", theme.current().ink2, side, ratio)
        painter.drawPixmap(self.width() - side - 6, (self.height() - side) // 2, arrow)
        painter.end()
