"""A box of choices with the program's own arrow."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyleOptionComboBox, QStylePainter

from timeline_app.look import fonts, icons, theme

_BESIDE_ARROW = 6


class ArrowBox(QComboBox):
    """As Qt's, but for the arrow, which follows theme and size of letters; words that have no room
    are shortened in their middle and told whole by the list."""

    def paintEvent(self, event: QPaintEvent) -> None:
        # Whoever first names one has all names of Qt's styles made; no box is seen at the start.
        from PySide6.QtWidgets import QStyle  # noqa: PLC0415 - see above

        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        if not self.isEditable():
            part = QStyle.SubControl.SC_ComboBoxEditField
            control = QStyle.ComplexControl.CC_ComboBox
            room = self.style().subControlRect(control, option, part, self).width()
            option.currentText = self.fontMetrics().elidedText(
                option.currentText, Qt.TextElideMode.ElideMiddle, room - _BESIDE_ARROW
            )
            painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        side = fonts.scaled(icons.SMALL)
        ratio = self.devicePixelRatioF()
        arrow = icons.pixmap("chevron-down", theme.current().ink2, side, ratio)
        left = self.width() - side - _BESIDE_ARROW
        painter.drawPixmap(left, (self.height() - side) // 2, arrow)
        painter.end()
