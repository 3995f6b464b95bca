"""What every pane does alike: it shows snapshots while it is seen and nothing while it is not."""

from collections.abc import Iterator

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot


class Pane(QWidget):
    """A view on the session. Subclasses write `refresh`; its `before` is what they last showed.

    One that is a `chart` may follow a hand a turn later."""

    chart = False

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._latest: Snapshot | None = None
        self._shown: Snapshot | None = None

    def show_snapshot(self, before: Snapshot | None, after: Snapshot) -> None:
        """Shows `after`, now or when the pane is next seen."""
        for _ in self.showing(before, after):
            pass

    def showing(self, before: Snapshot | None, after: Snapshot) -> Iterator[None]:
        """The same, step by step."""
        self._latest = after
        if not self.isVisible():
            return
        if self.chart:
            self.session.pace.follow(self, self._catch_up)
        else:
            yield from self._catching_up()

    def refresh(self, before: Snapshot | None, after: Snapshot) -> None:
        """Brings the widgets from `before` (None at first) to `after`; parts that are the same
        objects in both need no work."""
        raise NotImplementedError

    def refreshing(self, before: Snapshot | None, after: Snapshot) -> Iterator[None]:
        """The same, step by step where it may take long."""
        self.refresh(before, after)
        yield

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def _catch_up(self) -> None:
        for _ in self._catching_up():
            pass

    def _catching_up(self) -> Iterator[None]:
        before, after = self._shown, self._latest
        if after is None or after is before:
            return
        self._shown = after
        yield from self.refreshing(before, after)
