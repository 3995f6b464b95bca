"""How the frame is furnished after its first paint, while it answers to the hands all the same.

What is slow to import and knows no Qt comes on a thread; then come the other modules and the parts,
one a turn of the event loop. Nothing heavy is imported here.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from timeline_app.look.late_modules import HELP, read_late
from timeline_app.window.wanted_modules import ASIDE, IN_TURN, LATER

LOOK_MS = 4
"""So often the window looks whether the thread is done: a thread may not call into Qt."""
PAUSE_MS = 40
"""Once the window stands, between two modules that it can do without."""


class Furnishing(QObject):
    """Begins once; `ready` comes when all stands."""

    ready = Signal()

    def __init__(
        self, early: Callable[[], None], parts: Callable[[], Iterator[None]], parent: QObject
    ) -> None:
        """`early` begins what needs no window, once the thread is done; `parts` makes the window, a
        part a step, once all modules are there."""
        super().__init__(parent)
        self._early, self._parts = early, parts
        self._steps: Iterator[None] = iter(())
        self._begun = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)

    def begin(self) -> None:
        """Imports, then makes."""
        if not self._begun:
            self._begun = True
            self._steps = self._all_steps()
            self._timer.start(LOOK_MS)

    def _all_steps(self) -> Iterator[None]:
        thread = Thread(target=_import_aside, name="imports", daemon=True)
        thread.start()
        while thread.is_alive():
            yield
        self._early()
        yield
        self._timer.setInterval(0)
        for module in IN_TURN:
            import_module(module)
            yield
        yield from self._parts()
        spare_the_frames()
        self.ready.emit()
        self._timer.setInterval(PAUSE_MS)
        for module in LATER:
            yield
            import_module(module)

    def _step(self) -> None:
        try:
            next(self._steps)
            self._timer.start()  # anew: else it stays before all that has come due meanwhile
        except StopIteration:
            self._timer.stop()


def _import_aside() -> None:
    """What fails here fails again, and is told, where the window imports it."""
    with suppress(Exception), read_late(HELP):
        import_module("numpy")
    for module in ASIDE:
        with suppress(Exception):
            import_module(module)


def spare_the_frames() -> None:
    """What stands now stands to the end, so no collection of garbage looks at it again; and those
    that come from now on look at little, seldom: one of everything would hold a frame up."""
    gc.freeze()
    gc.enable()
    gc.set_threshold(10_000, 20, 100)
