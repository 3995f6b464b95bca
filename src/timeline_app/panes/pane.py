"""What every pane does alike: it shows snapshots while it is seen and nothing while it is not."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot


class Pane(QWidget):
    """A view on the session. Subclasses write `refresh`; its `before` is what they last showed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._latest: Snapshot | None = None
        self._shown: Snapshot | None = None

    def show_snapshot(self, before: Snapshot | None, after: Snapshot) -> None:
        """Shows `after`, now or when the pane is next seen."""
        self._latest = after
        if self.isVisible():
            self._catch_up()

    def refresh(self, before: Snapshot | None, after: Snapshot) -> None:
        """Brings the widgets from `before` (None at first) to `after`; parts that are the same
        objects in both need no work."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def _catch_up(self) -> None:
        before, after = self._shown, self._latest
        if after is None or after is before:
            return
        self._shown = after
        self.refresh(before, after)
