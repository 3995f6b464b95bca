"""A phrase of the sentence that is a button: a dotted line under it, a wash where it is brushed."""

from functools import lru_cache

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from timeline_app.look import fonts, theme
from timeline_app.model.filter import SECOND, SPAN

FOOT = 2


class PhraseButton(QAbstractButton):
    """Pressed, it opens what changes the phrase. `role` is the column it stands for."""

    def __init__(self, text: str, role: str, active: bool) -> None:
        super().__init__()
        self.role = role
        self._active = active
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_advance(self.text(), fonts.percent()) + 2, fonts.scaled(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        width, high = self.width(), self.height()
        painter.setFont(fonts.font(fonts.SENTENCE))
        metrics = QFontMetrics(painter.font())
        baseline = (high + metrics.ascent() - metrics.descent()) // 2
        foot = baseline + metrics.descent()
        if self.underMouse() and not self._active:
            painter.fillRect(self.rect(), QColor(tokens.sunk))
        if self._active and self.role == SPAN:
            painter.fillRect(0, baseline - metrics.ascent(), width, foot + 1, QColor(tokens.wash))
            painter.fillRect(0, foot, width, FOOT, QColor(tokens.hl))
        else:
            pen = QPen(QColor(tokens.ink if self._active else tokens.strong), 1.5)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if self.role == SECOND:
                pen.setDashPattern([3.0, 2.0])
            elif not self._active:
                pen.setStyle(Qt.PenStyle.CustomDashLine)
                pen.setDashPattern([1.0, 1.0])
            painter.setPen(pen)
            painter.drawLine(0, foot, width, foot)
        painter.setPen(QColor(tokens.ink))
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, width)
        painter.drawText(1, baseline, text)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.ink), 2))
            painter.drawRect(1, 1, width - 2, high - 2)
        painter.end()


@lru_cache(maxsize=256)
def _advance(text: str, percent: int) -> int:
    """How wide a text is at the reader's text size."""
    return QFontMetrics(fonts.font(fonts.SENTENCE)).horizontalAdvance(text)
