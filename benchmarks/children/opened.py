"""The real window on an archive, offscreen, for measurements that drive it with events."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QSplitter, QWidget

from benchmarks.children.waiting import Waiting
from timeline_app.look import fonts, theme
from timeline_app.window.arguments import read_arguments
from timeline_app.window.backstage import WORKERS
from timeline_app.window.frame import Frame
from timeline_app.window.furnishing import spare_the_frames
from timeline_app.window.main_window import MainWindow
from timeline_app.window.memory import Memory
from timeline_app.window.opening import furnish
from timeline_app.window.start import SWITCH_S
from timeline_app.window.worker import Worker

MOST_S = 600.0
AWAKE_MS = 10
"""So often whoever waits looks up, though nothing has happened."""
WINDOW = (1920, 1080)


class Opened:
    """A window whose archive is loaded."""

    def __init__(self, archive: str, notebook: str, size: tuple[int, int] = WINDOW) -> None:
        self.app = QApplication(["benchmarks"])
        self.waiting = Waiting()
        self._awake = QTimer(interval=AWAKE_MS)
        sys.setswitchinterval(SWITCH_S)
        self.app.setStyle("Fusion")
        fonts.load()
        memory = Memory(Path(os.devnull))
        theme.put_on(self.app, theme.Wish("light", memory.settings.text_percent))
        memory.overrule(first_run_done=True)
        self.frame = Frame(memory)
        self.frame.place(size)
        self.frame.show()
        self.workers = tuple(Worker() for _ in range(WORKERS))
        asked = read_arguments([archive, "--notebook", notebook])
        self.window: MainWindow = furnish(self.frame, memory, asked, *self.workers)
        self.session = self.window.session
        if not self.until(self.is_ready, MOST_S):
            raise SystemExit(f"not loaded within {MOST_S:g} s")
        spare_the_frames()  # as the program does once it has loaded
        self.settle()
        self.until(self.is_ready, MOST_S)

    def is_ready(self) -> bool:
        """Whether everything is loaded and nothing is under way."""
        return self.waiting.is_over(self.session) and not self.window.answers.waiting

    def until(self, come: Callable[[], bool], most_s: float) -> bool:
        """Lets events run until that has come, or that time has passed; says whether it came."""
        end = time.monotonic() + most_s
        self._awake.start()
        while not (has_come := come()) and time.monotonic() < end:
            # As in the real loop: nothing to do is no work, and other threads have their turn.
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self._awake.stop()
        return has_come

    def settle(self, seconds: float = 0.3) -> None:
        """Whatever is still under way ends."""
        end = time.monotonic() + seconds
        self.until(lambda: time.monotonic() > end, seconds + 1)

    def fit_timeline(self, width: int, height: int) -> QWidget:
        """Makes the frame so large that the timeline has this size; returns the timeline."""
        timeline = self.window.centre.timeline
        for _ in range(6):
            lacking = QSize(width, height) - timeline.size()
            if lacking.isNull():
                break
            self.frame.resize(self.frame.size() + lacking)
            self.settle(0.1)
        return timeline

    def fit_list(self, rows: int) -> QAbstractItemView:
        """Makes the window and its dock so high that the list shows so many rows; returns it."""
        self.window.bring("list")
        view: QAbstractItemView = self.window.list.view
        wanted = rows * view.verticalScrollBar().singleStep()
        self.frame.resize(self.frame.size() + QSize(0, wanted))
        self.settle(0.1)
        downward = (
            splitter
            for splitter in self.frame.findChildren(QSplitter)
            if splitter.orientation() == Qt.Orientation.Vertical and splitter.isAncestorOf(view)
        )
        split = next(downward)
        for _ in range(6):
            lacking = wanted - view.viewport().height()
            if not lacking:
                break
            above, *under, last = split.sizes()
            split.setSizes([above - lacking, *under, last + lacking])
            self.settle(0.1)
        return view


class Paints(QObject):
    """Notes which of some widgets have been painted."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self._widgets = widgets
        self._left: set[int] = set()
        for widget in widgets:
            widget.installEventFilter(self)

    def forget(self) -> None:
        """From now on all of them are waited for."""
        self._left = {id(widget) for widget in self._widgets}

    def have_come(self) -> bool:
        """Whether each has been painted since."""
        return not self._left

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._left.discard(id(watched))
        return False
