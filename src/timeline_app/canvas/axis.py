"""What the parts of the centre share: the day under the pointer, and a brush being drawn."""

from PySide6.QtCore import QObject, Signal


class Axis(QObject):
    """One vertical line through all parts, at the pointer's day."""

    moved = Signal()
    """The pointer is over another day, or over none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._day: float | None = None

    @property
    def day(self) -> float | None:
        """The day (and part of it) under the pointer, wherever in the centre it is."""
        return self._day

    def point_at(self, day: float | None) -> None:
        """The pointer is here now."""
        if day != self._day:
            self._day = day
            self.moved.emit()
