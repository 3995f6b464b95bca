"""A window on the shipped edition, with settings and a notebook of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from timeline_app.look import fonts
from timeline_app.session.running import Run, at_once
from timeline_app.session.session import Session
from timeline_app.window.frame import Frame
from timeline_app.window.main_window import MainWindow
from timeline_app.window.memory import Memory
from timeline_app.window.settings import settings_file

MakeWindow = Callable[..., MainWindow]


@pytest.fixture
def make_window(qtbot: QtBot) -> Iterator[MakeWindow]:
    """Makes a window that is seen, with nothing open yet."""
    fonts.load()
    made: list[MainWindow] = []

    def make(
        size: tuple[int, int] = (1440, 900), run: Run = at_once, **settings: object
    ) -> MainWindow:
        session = Session(run)
        memory = Memory(settings_file())
        memory.change(**{"first_run_done": True} | settings)
        frame = Frame(memory)
        frame.place(size)
        frame.show()
        qtbot.waitExposed(frame)
        window = MainWindow(frame, session, memory)
        made.append(window)
        qtbot.wait(1)
        return window

    yield make
    for window in made:
        window.frame.close()
        window.session.close()
        window.frame.deleteLater()
        QCoreApplication.sendPostedEvents(window.frame, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def window(make_window: MakeWindow, shipped_archive: Path, tmp_path: Path) -> MainWindow:
    """A window on the shipped edition and an empty notebook."""
    made = make_window()
    made.open_archive(shipped_archive)
    made.open_notebook(tmp_path / "own.notebook.sqlite")
    return made
