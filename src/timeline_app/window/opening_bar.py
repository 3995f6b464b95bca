"""How far the archive has been read that is being opened, and the button that stops it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from timeline_app.store.progress import Progress
from timeline_app.window.bars import BUSY_AFTER_MS
from timeline_app.words.tr import grouped, tr

LOOK_MS = 100


class OpeningBar(QFrame):
    """At the right of the sentence, once opening has taken its time; `stopped` when it is not
    wanted any more."""

    stopped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "sheet")
        self.setAccessibleName(tr("Opening an archive"))
        self._progress: Progress | None = None
        self.words = QLabel(self)
        self.words.setProperty("look", "remark")
        self.stop = QPushButton(tr("Stop"), self)
        self.stop.setAccessibleName(tr("Stop opening the archive"))
        self.stop.clicked.connect(self.stopped)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.addWidget(self.words)
        row.addWidget(self.stop)
        self._wait, self._look = QTimer(self), QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(BUSY_AFTER_MS)
        self._wait.timeout.connect(self._appear)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._tell)
        self.hide()

    def show_progress(self, progress: Progress | None) -> None:
        """Follows this reading from now on; None ends it."""
        if progress is self._progress:
            return
        self._progress = progress
        if progress is None:
            self._wait.stop()
            self._look.stop()
            self.hide()
        else:
            self._wait.start()

    def _appear(self) -> None:
        self._tell()
        self._look.start()
        self.show()
        self.raise_()

    def _tell(self) -> None:
        if self._progress is not None:
            self.words.setText(progress_in_words(self._progress))
            self.words.setAccessibleName(self.words.text())


def progress_in_words(progress: Progress) -> str:
    """What is being done, and how many rows of how many have been read."""
    if not progress.phase:
        return tr("Opening the archive")
    phase = tr(progress.phase)
    if not progress.total or progress.done >= progress.total:
        return phase
    numbers = {"done": grouped(progress.done), "total": grouped(progress.total)}
    return tr("{phase}: {done} of {total} rows", phase=phase, **numbers)
