"""What a person's hands do to a widget, as the events that come of it."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

Keys = Qt.KeyboardModifier
NO_KEYS = Keys.NoModifier
NOTCH = 120
"""What Qt counts a notch of the wheel as."""


class Hand:
    """Presses, moves, lets go and turns the wheel over one widget, and types into it."""

    def __init__(self, over: QWidget, keys: Keys = NO_KEYS) -> None:
        self._over, self._keys = over, keys

    def send(self, kind: QEvent.Type, x: float, y: float, held: bool) -> None:
        """One event of the mouse there."""
        at = QPointF(x, y)
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        button = none if kind is QEvent.Type.MouseMove else left
        buttons = left if held else none
        place = QPointF(self._over.mapToGlobal(QPoint(0, 0))) + at
        QApplication.sendEvent(
            self._over, QMouseEvent(kind, at, place, button, buttons, self._keys)
        )

    def press(self, x: float, y: float) -> None:
        """The button goes down."""
        self.send(QEvent.Type.MouseButtonPress, x, y, True)

    def drag(self, x: float, y: float) -> None:
        """With the button down to there."""
        self.send(QEvent.Type.MouseMove, x, y, True)

    def let_go(self, x: float, y: float) -> None:
        """The button goes up."""
        self.send(QEvent.Type.MouseButtonRelease, x, y, False)

    def hover(self, x: float, y: float) -> None:
        """With no button down to there."""
        self.send(QEvent.Type.MouseMove, x, y, False)

    def click(self, x: float, y: float) -> None:
        """Down and up."""
        self.press(x, y)
        self.let_go(x, y)

    def turn(self, x: float, y: float, notches: int) -> None:
        """The wheel, away from oneself where `notches` are above none."""
        at = QPointF(x, y)
        place = QPointF(self._over.mapToGlobal(QPoint(0, 0))) + at
        none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        turned = QPoint(0, NOTCH * notches)
        event = QWheelEvent(at, place, QPoint(), turned, none, self._keys, phase, False)
        QApplication.sendEvent(self._over, event)

    def strike(self, key: Qt.Key, text: str = "") -> None:
        """A key, down and up."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(self._over, QKeyEvent(kind, key, self._keys, text))


def along(start: float, end: float, steps: int) -> Iterator[float]:
    """So many places from one to another, the last of them the other."""
    return (start + (end - start) * step / steps for step in range(1, steps + 1))
