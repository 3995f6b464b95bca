"""The session's notice as the one Qt signal that crosses a folder."""

from PySide6.QtCore import QObject, Signal

from timeline_app.session.session import Session


class Notices(QObject):
    """`changed(before, after)` for every new snapshot."""

    changed = Signal(object, object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stop = session.listen(self.changed.emit)
