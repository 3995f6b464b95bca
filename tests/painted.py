"""Which widgets are painted, for tests of what is not."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget


class Painted(QObject):
    """Notes which of some widgets are painted."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.seen: list[QWidget] = []
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
            self.seen.append(watched)
        return False

    def settle(self) -> list[QWidget]:
        self.seen.clear()
        for _ in range(3):
            QApplication.processEvents()
        return self.seen
