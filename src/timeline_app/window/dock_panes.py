"""The panes of the dock, each made when its tab is first seen: what nobody opens costs nothing."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from timeline_app.panes.catalogue import DOCK, DockPane
from timeline_app.panes.pane import Pane
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot


class DockSlot(QWidget):
    """The place of one pane behind its tab; `made` carries the pane, once."""

    made = Signal(object)

    def __init__(self, row: DockPane, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = row
        self._session = session
        self._pane: Pane | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def pane(self) -> Pane:
        """The pane, made now if it has not been."""
        if self._pane is None:
            self._pane = self.row.make(self._session, self)
            self._column.addWidget(self._pane)
            self.made.emit(self._pane)
            self._pane.show_snapshot(None, self._session.snapshot)
        return self._pane

    def show_snapshot(self, before: Snapshot | None, after: Snapshot) -> None:
        """Tells the pane, if there is one."""
        if self._pane is not None:
            self._pane.show_snapshot(before, after)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.pane.show()


class DockPanes(Mapping[str, Pane]):
    """The panes by the keys of their catalogue; who asks for one has it made."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        self.slots = {row.key: DockSlot(row, session, parent) for row in DOCK}

    def __getitem__(self, key: str) -> Pane:
        return self.slots[key].pane

    def __iter__(self) -> Iterator[str]:
        return iter(self.slots)

    def __len__(self) -> int:
        return len(self.slots)
