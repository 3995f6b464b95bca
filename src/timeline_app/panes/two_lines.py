"""A button of two lines that leads somewhere: what, and below it when and how many."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from timeline_app.look import fonts, icons, theme
from timeline_app.panes.text import as_tooltip
from timeline_app.words.tr import tr

HIGH = 50
INSET = 7
"""How far the words stand from the ring of the focus; without it they align with their pane."""


class TwoLines(QAbstractButton):
    """As wide as its pane; an arrow stands at the right."""

    def __init__(self, title: str, below: str) -> None:
        super().__init__()
        self._title = title
        self._below = below
        self.setAccessibleName(tr("{title}: {below}", title=title, below=below))
        self.setToolTip(as_tooltip(f"{title}\n{below}"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return QSize(200, fonts.scaled(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        if self.isDown():
            painter.fillRect(self.rect(), QColor(tokens.sunk))
        half, inset = self.height() // 2, INSET if self.hasFocus() else 0
        wide = self.width() - icons.SIZE - 12 - 2 * inset
        title = fonts.font(fonts.BODY, semibold=True)
        title.setUnderline(self.underMouse())
        lines = (
            (title, tokens.ink, self._title, 0),
            (fonts.font(fonts.LABEL), tokens.ink3, self._below, half),
        )
        for font, colour, text, top in lines:
            painter.setFont(font)
            painter.setPen(QColor(colour))
            cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, wide)
            upper = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignBottom
            painter.drawText(QRect(inset, top, wide, half), Qt.AlignmentFlag.AlignLeft | upper, cut)
        arrow = icons.pixmap("arrow-right", tokens.ink, icons.SIZE, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - icons.SIZE - inset, half - icons.SIZE // 2, arrow)
        if self.hasFocus():
            painter.setPen(QColor(tokens.ink))
            painter.drawRect(0, 0, self.width() - 1, self.height() - 1)
            painter.drawRect(1, 1, self.width() - 3, self.height() - 3)
        painter.end()
