"""How the frame is furnished after its first paint, while it answers to the hands all the same.

What is slow to import comes on a thread; then the parts are made, one a turn of the event loop.
Nothing heavy is imported here.
"""

import gc
from collections.abc import Callable, Iterator
from importlib import import_module
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

NEEDED = ("timeline_app.window.open_sitting", "PySide6.QtSvg")
"""The first brings NumPy, the store and all panes; the other one draws the icons."""

WANTED_NEXT = "timeline_app.canvas.series_plots"
"""Brings the library of the charts."""

NEXT_MS = 3000
"""That comes later: the archive that is being opened meanwhile has the machine to itself."""


class Furnishing(QObject):
    """Begins once; `ready` comes when all stands."""

    ready = Signal()
    _imported = Signal()

    def __init__(self, parts: Callable[[], Iterator[None]], parent: QObject) -> None:
        """`parts` makes the window, a part a step; it is called once NEEDED is imported."""
        super().__init__(parent)
        self._parts = parts
        self._steps: Iterator[None] = iter(())
        self._begun = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        self._imported.connect(self._make)

    def begin(self) -> None:
        """Imports, then makes."""
        if not self._begun:
            self._begun = True
            Thread(target=self._import, name="imports", daemon=True).start()

    def _import(self) -> None:
        """What fails here fails again, and is told, where the parts import it."""
        try:
            for module in NEEDED:
                import_module(module)
        finally:
            self._imported.emit()

    def _make(self) -> None:
        self._steps = self._parts()
        self._timer.start(0)

    def _step(self) -> None:
        try:
            next(self._steps)
        except StopIteration:
            self._timer.stop()
            QTimer.singleShot(NEXT_MS, self, self._import_next)
            spare_the_frames()
            self.ready.emit()

    def _import_next(self) -> None:
        Thread(target=import_module, args=(WANTED_NEXT,), daemon=True).start()


def spare_the_frames() -> None:
    """What stands now stands to the end, so no collection of garbage looks at it again; and those
    that come from now on look at little, seldom: one of everything would hold a frame up."""
    gc.freeze()
    gc.enable()
    gc.set_threshold(10_000, 20, 100)
