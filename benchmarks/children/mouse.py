"""A mouse over one widget of the real window, by the events that a hand sends."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

NOTCH = 120
"""Qt's unit for a notch of the wheel."""


class Mouse:
    """Presses, moves, lets go and turns its wheel over one widget, as a person does."""

    def __init__(self, over: QWidget) -> None:
        self._over = over

    def send(self, kind: QEvent.Type, x: float, held: bool) -> None:
        """One event in the middle of the widget's height."""
        at, place = self._at(x)
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        button = none if kind is QEvent.Type.MouseMove else left
        buttons = left if held else none
        keys = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(self._over, QMouseEvent(kind, at, place, button, buttons, keys))

    def drag(self, start: float, end: float) -> None:
        """From one place to another in a few moves."""
        self.send(QEvent.Type.MouseButtonPress, start, True)
        for n in range(1, 5):
            self.send(QEvent.Type.MouseMove, start + (end - start) * n / 4, True)
        self.send(QEvent.Type.MouseButtonRelease, end, False)

    def turn(self, notches: int, x: float) -> None:
        """The wheel is turned so far away from the hand (or towards it where negative)."""
        at, place = self._at(x)
        none, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        by, phase = QPoint(0, notches * NOTCH), Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(at, place, QPoint(), by, none, keys, phase, False)
        QApplication.sendEvent(self._over, event)

    def _at(self, x: float) -> tuple[QPointF, QPointF]:
        """A place in the widget, and on the screen."""
        at = QPointF(x, self._over.height() / 2)
        return at, QPointF(self._over.mapToGlobal(QPoint(0, 0))) + at
