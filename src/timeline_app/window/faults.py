"""The one hook for unforeseen errors: logged whole, said once, and the window stays."""

import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from timeline_app.fault_log import log_fault
from timeline_app.session.snapshot import Problem
from timeline_app.words.tr import tr


class Faults(QObject):
    """Hears of every error that nobody caught. `told` carries a `Problem` for the bar, once."""

    told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
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
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt):
            return
        file = log_fault("".join(traceback.format_exception(kind, error, trace)))
        # A thread may not call into Qt; what our workers raise comes here by the event loop.
        if not self._said and threading.current_thread() is threading.main_thread():
            self._said = True
            where = tr("What happened is written in {file}.", file=file) if file else ""
            said = tr("Something went wrong in this program. What is saved is safe.")
            self.told.emit(Problem("error", f"{said} {where}".strip()))
