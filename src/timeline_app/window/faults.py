"""The one hook for unforeseen errors: logged whole, said once, and the window stays."""

import logging
import sys
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from timeline_app.session.snapshot import Problem
from timeline_app.words.tr import tr

FILE = "faults.log"
LARGEST_BYTES = 1_000_000


class Faults(QObject):
    """Hears of every error that nobody caught. `told` carries the sentence for the bar, once."""

    told = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = folder / FILE
        self._log: logging.Logger | None = None
        self._said = False

    def watch(self) -> None:
        """From now on errors come here, from every thread."""
        sys.excepthook = self.note
        threading.excepthook = lambda a: self.note(
            a.exc_type, a.exc_value or a.exc_type(), a.exc_traceback
        )

    def note(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Logs the error; Ctrl+C in the terminal ends the program as everywhere."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._logger().error("an unforeseen error", exc_info=(kind, error, trace))
        if not self._said:
            self._said = True
            self.told.emit(Problem("error", self._sentence()))

    def _sentence(self) -> str:
        return tr(
            "Something went wrong in this program. Your notes are safe. What happened is written"
            " in {file}.",
            file=self.file,
        )

    def _logger(self) -> logging.Logger:
        if self._log is None:
            self._log = logging.getLogger("timeline_app.faults")
            self._log.propagate = False
            self._log.addHandler(self._handler())
            self._log.addHandler(logging.StreamHandler())
        return self._log

    def _handler(self) -> logging.Handler:
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            made: logging.Handler = RotatingFileHandler(
                self.file, maxBytes=LARGEST_BYTES, backupCount=1, encoding="utf-8", delay=True
            )
        except OSError:
            made = logging.NullHandler()
        made.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        return made
