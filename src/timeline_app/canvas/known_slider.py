"""The slider of days on which the archive could be known; it stands on the overview's scale."""

from collections.abc import Callable
from math import floor

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from timeline_app.dates.civil import months_later
from timeline_app.dates.spoken_days import day_words
from timeline_app.look import fonts
from timeline_app.look.theme import current
from timeline_app.scene.time_scale import TimeScale
from timeline_app.words.tr import tr

HIGH_PX = 20
HANDLE_PX = (5, 14)
MOST = 2**31 - 1
"""The farthest day that a slider of Qt can hold: some five million years away."""

MONTHS_A_YEAR = 12


class KnownSlider(QSlider):
    """Its value is the day itself. `wanted` carries the day that the reader moved it to."""

    wanted = Signal(int)

    def __init__(self, scale: Callable[[], TimeScale], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._scale = scale
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSingleStep(1)
        self.setPageStep(365)
        self.setToolTip(
            tr("Arrow keys move it by a day, with Ctrl by a month, Page keys by a year")
        )
        self.valueChanged.connect(self.wanted)

    def sizeHint(self) -> QSize:
        return QSize(200, max(HIGH_PX, fonts.scaled(HIGH_PX)))

    def show_day(self, day: int, first: int, last: int) -> None:
        """Stands at `day`, and can be moved from `first` to `last`."""
        day, low, high = _held(day), _held(min(first, day)), _held(max(last, day))
        # The range holds the old day as long as the new one is not set: no third one is given.
        self.setRange(min(low, self.value()), max(high, self.value()))
        self.setValue(day)
        self.setRange(low, high)
        self.setAccessibleName(tr("Known when: {day}", day=day_words(day)))
        self.update()

    # -- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._move_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._move_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel that passes over it moves nothing."""
        event.ignore()

    def _move_to(self, x: float) -> None:
        """The handle stands at the end of its day, so the pointer is on the day before it."""
        scale = self._scale()
        held = min(max(x, scale.left_px), scale.right_px)
        self.setValue(_held(floor(scale.day(held))))

    # -- the keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right by a day, with Ctrl by a month; Page Up and Page Down by a year."""
        by_month = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        step = {Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1}.get(event.key(), 0)
        years = {Qt.Key.Key_PageUp.value: 1, Qt.Key.Key_PageDown.value: -1}.get(event.key(), 0)
        ends = {Qt.Key.Key_Home.value: self.minimum(), Qt.Key.Key_End.value: self.maximum()}
        if step:
            day = months_later(self.value(), step) if by_month else self.value() + step
            self.setValue(_held(day))
        elif years:
            self.setValue(_held(months_later(self.value(), MONTHS_A_YEAR * years)))
        elif event.key() in ends:
            self.setValue(ends[event.key()])
        else:
            event.ignore()

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens, scale = QPainter(self), current(), self._scale()
        middle = self.height() // 2 + 0.5
        x = scale.x(float(self.value() + 1))
        at = min(max(x, scale.left_px), scale.right_px)
        painter.setPen(QPen(QColor(tokens.strong), 1))
        painter.drawLine(QLineF(at, middle, scale.right_px, middle))
        painter.setPen(QPen(QColor(tokens.ink), 3))
        painter.drawLine(QLineF(scale.left_px, middle, at, middle))
        if x == at:
            painter.setPen(QPen(QColor(tokens.ink), 1))
            painter.drawLine(QLineF(round(at) + 0.5, middle, round(at) + 0.5, self.height()))
        self._paint_handle(painter, round(at), middle, x - at)
        painter.end()

    def _paint_handle(self, painter: QPainter, at: int, middle: float, beyond: float) -> None:
        """A handle; where the day lies beyond the scale's ends, an arrow head towards it."""
        tokens, (wide, high) = current(), HANDLE_PX
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.ink), 2))
            painter.setBrush(QColor(tokens.canvas))
            painter.drawRect(QRectF(at - 6, middle - high / 2 - 3 + 1, 12, high + 4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.ink))
        if beyond:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            tip = at + (4 if beyond > 0 else -4)
            back = tip + (-8 if beyond > 0 else 8)
            points = (QPointF(tip, middle), QPointF(back, middle - 6), QPointF(back, middle + 6))
            painter.drawPolygon(QPolygonF(points))
            return
        painter.drawRect(QRectF(at - wide // 2, middle - high / 2, wide, high))
        painter.setBrush(QColor(tokens.canvas))
        painter.drawRect(QRectF(at, middle - 4, 1, 8))


def _held(day: int) -> int:
    return min(max(day, -MOST), MOST)
