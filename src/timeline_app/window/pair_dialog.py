"""Two actors beside the window, in step with it."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from timeline_app.look import fonts
from timeline_app.panes.pair import PairPane
from timeline_app.session.session import Session
from timeline_app.words.tr import tr


class PairDialog(QDialog):
    """Holds the pane; once closed it hears of nothing more."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Two actors"))
        self.pane = PairPane(session, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pane)
        self.resize(fonts.scaled(900), fonts.scaled(440))
        self.finished.connect(session.listen(self.pane.show_snapshot))
        self.pane.show_snapshot(None, session.snapshot)
