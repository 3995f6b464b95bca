"""A window that hands use by chance: no error, nothing written is lost. On the shipped archive, and
on one that is so large that workers answer and parts of the window are told in turns."""

import gc
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random

from PySide6.QtCore import QEvent, QMessageLogContext, QObject, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid, ownedByPython

from sweeps.chance_hand import ChanceHand
from sweeps.small_folder import DATA
from sweeps.subject import BrokenPromise, Subject, Try, told
from timeline_app.look import fonts, theme
from timeline_app.session.filtering import LARGE
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Saving, Snapshot
from timeline_app.store.build.edition import build
from timeline_app.store.build.synthetic import synthesize
from timeline_app.window.arguments import Asked
from timeline_app.window.backstage import Backstage
from timeline_app.window.frame import Frame
from timeline_app.window.main_window import MainWindow
from timeline_app.window.memory import Memory
from timeline_app.window.opening import open_files

ACTS = 60
SIZE = (1280, 800)
_MOST_S, _SLOW_S = 30.0, 20.0
"""A sitting waits for its workers at the end, and what some are asked takes seconds."""
_OF_THE_PLATFORM = "This plugin does not support"
"""Qt says so where there is no screen."""


class _Heard:
    """What nobody caught: errors of Python on any thread, and what Qt complains of."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def error(self, error: BaseException) -> None:
        self.said.append(told(error))

    def qt(self, kind: QtMsgType, _: QMessageLogContext, said: str) -> None:
        if not said.startswith(_OF_THE_PLATFORM):
            self.said.append(f"Qt: {said}")


@contextmanager
def listening() -> Iterator[_Heard]:
    """Hears what nobody catches meanwhile."""
    heard, before, threads = _Heard(), sys.excepthook, threading.excepthook
    sys.excepthook = lambda _, error, __: heard.error(error)
    threading.excepthook = lambda a: heard.error(a.exc_value or a.exc_type())
    qt = qInstallMessageHandler(heard.qt)
    try:
        yield heard
    finally:
        sys.excepthook, threading.excepthook = before, threads
        qInstallMessageHandler(qt)


def _start(make: Callable[[Path], object], folder: Path) -> Try:
    archive = folder / "used.archive.sqlite"
    make(archive)
    raw = archive.read_bytes()
    gc.disable()  # many windows come and go here, and no thread may take what is left of one
    _move_in(folder / "home")
    app = QApplication.instance() or QApplication(["sweeps", "-style", "fusion"])
    assert isinstance(app, QApplication)
    fonts.load()
    theme.put_on(app, theme.Wish("light", 100))

    def try_one(random: Random) -> str:
        notebook = folder / f"{random.randrange(2**32)}.notebook.sqlite"
        with listening() as heard:
            try:
                hand, written = _sitting(archive, notebook, random, heard)
            finally:
                gc.collect()  # here: a window that is gone takes some of Qt's with it
            if heard.said:
                raise BrokenPromise(f"{heard.said[0]}, after {hand.told()}")
            if archive.read_bytes() != raw:
                raise BrokenPromise("the archive was written to")
            if written is not None and _written(notebook) != written:
                raise BrokenPromise(
                    f"what was written is not what is in the notebook, after {hand.told()}"
                )
        return "ok"

    return try_one


def _sitting(
    archive: Path, notebook: Path, random: Random, heard: _Heard
) -> tuple[ChanceHand, list[str] | None]:
    """Opens a window, uses it, and closes it; returns what its notebook was said to hold, or None
    where another was opened."""
    memory = Memory(Path(os.devnull))
    memory.overrule(first_run_done=True)
    frame = Frame(memory)
    frame.place(SIZE)
    frame.show()
    backstage = Backstage(archive)
    window = MainWindow(frame, backstage.session, memory)
    open_files(window, Asked(archive, notebook))
    _until(lambda: not window.answers.waiting and window.session.snapshot.archive is not None)
    hand = ChanceHand(frame, random)
    gc.collect()
    for _ in range(ACTS):
        hand.act()
        if heard.said:
            break
        frame.show()
    _until(lambda: not window.answers.waiting)
    _look_for_garbage()
    frame.close()  # a question that this asks is answered by the hand
    hand.stop()
    _until(lambda: not _is_saving(window.session.snapshot))
    written = _told(window.session.snapshot, notebook)
    backstage.finish()
    frame.hide()
    frame.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return hand, written


def _is_saving(now: Snapshot) -> bool:
    return now.notebook is not None and now.notebook.saving is Saving.SAVING


def _look_for_garbage() -> None:
    """What becomes garbage goes on whatever thread looks for it, and none may call into Qt."""
    gc.set_debug(gc.DEBUG_SAVEALL)
    gc.collect()
    gc.set_debug(0)
    here = [one for one in gc.garbage if isinstance(one, QObject) and isValid(one)]
    kinds = {type(one).__name__ for one in here if ownedByPython(one)}
    here.clear()
    gc.garbage.clear()
    if kinds:
        raise BrokenPromise(f"garbage that is Qt's: {', '.join(sorted(kinds))}")


def _told(now: Snapshot, notebook: Path) -> list[str] | None:
    """What this notebook holds, as the window has it."""
    if now.notebook is None or now.notebook.path != notebook:
        return None
    return sorted(repr(one) for one in now.written)


def _written(notebook: Path) -> list[str] | None:
    """The same, as who opens it next finds it."""
    session = Session()
    try:
        session.open_notebook(notebook)
        return _told(session.snapshot, notebook)
    finally:
        session.close()


def _until(come: Callable[[], bool]) -> None:
    end = time.monotonic() + _MOST_S
    while not come():
        if time.monotonic() > end:
            raise BrokenPromise(f"no answer within {_MOST_S:g} s")
        QApplication.processEvents()
        time.sleep(0.002)


def _move_in(home: Path) -> None:
    """Whatever a dialog writes lies in the sweep's own folder."""
    home.mkdir(exist_ok=True)
    for name, folder in (
        ("HOME", home),
        ("XDG_DATA_HOME", home / "share"),
        ("XDG_CONFIG_HOME", home / "config"),
        ("XDG_CACHE_HOME", home / "cache"),
    ):
        os.environ[name] = str(folder)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.chdir(home)


def _ship(archive: Path) -> None:
    build(DATA, archive)


def _fill(archive: Path) -> None:
    synthesize(LARGE + 10_000, archive, seed=1, claims=True)


HANDS = Subject(
    "hands", "a window that is used by chance, each time anew", partial(_start, _ship), _SLOW_S
)
HANDS_ON_MANY = Subject(
    "hands-on-many",
    "the same where workers answer and the window is told in turns",
    partial(_start, _fill),
    _SLOW_S,
)
