"""From the command line to a window: chrome first, then the archive."""

import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from timeline_app.look import fonts, icons, theme
from timeline_app.places import default_notebook, shipped_archive
from timeline_app.session.running import at_once
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Problem
from timeline_app.window.arguments import Asked, read_arguments
from timeline_app.window.faults import Faults
from timeline_app.window.main_window import MainWindow
from timeline_app.window.memory import Memory
from timeline_app.window.settings import settings_file
from timeline_app.window.worker import Worker
from timeline_app.words.tr import tr

DESKTOP_ID = "central-asia-timeline"
DONE, BAD_INPUT = 0, 2
LAYOUT_ROUNDS = 4
"""A pane in a pane in a pane settles its size a round later than what is around it."""


def start(argv: Sequence[str]) -> int:
    """Runs the program's window until it is closed; `argv` without the program's name.

    Answers the exit code: 0, or 2 where the command cannot be understood or no display is there.
    """
    asked = read_arguments(argv)
    if not _has_display():
        if asked.screenshot is None:
            print(_no_display(), file=sys.stderr)
            return BAD_INPUT
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = _application()
    return _screenshot(app, asked) if asked.screenshot is not None else _sit(app, asked)


def _application() -> QApplication:
    QApplication.setDesktopFileName(DESKTOP_ID)
    app = QApplication([DESKTOP_ID])
    app.setApplicationName(DESKTOP_ID)
    app.setApplicationDisplayName(tr("Central Asia Timeline"))
    app.setStyle("Fusion")
    app.setWindowIcon(icons.app_icon())
    fonts.load()
    return app


def _dress(app: QApplication, memory: Memory) -> None:
    """The theme before any widget, so that each is dressed once."""
    settings = memory.settings
    theme.put_on(app, theme.Wish(settings.theme, settings.text_percent))


def _sit(app: QApplication, asked: Asked) -> int:
    """One sitting: the window is seen at once, and filled in the first idle moment."""
    faults = Faults()
    faults.watch()
    worker = Worker()
    session = Session(worker)
    memory = Memory(settings_file())
    if asked.theme:
        memory.overrule(theme=asked.theme)
    _dress(app, memory)
    window = MainWindow(session, memory)
    faults.told.connect(window.say)
    app.styleHints().colorSchemeChanged.connect(lambda _: window.put_on_theme())
    window.place(asked.size)
    window.show()
    QTimer.singleShot(0, lambda: open_files(window, asked))
    code = app.exec()
    session.close()
    worker.finish()
    return code


def _screenshot(app: QApplication, asked: Asked) -> int:
    """Paints the window once, saves it, and says after how many seconds the chrome and then the
    whole frame stood.

    Settings are neither read nor written, so that the same command makes the same picture.
    """
    session = Session(at_once)
    memory = Memory(Path(os.devnull))
    memory.overrule(first_run_done=True)
    if asked.theme:
        memory.overrule(theme=asked.theme)
    _dress(app, memory)
    window = MainWindow(session, memory)
    window.place(asked.size)
    window.show()
    app.processEvents()
    chrome_s = since_start_s()
    open_files(window, asked)
    for _ in range(LAYOUT_ROUNDS):
        app.processEvents()
    picture = window.grab()
    first_frame_s = since_start_s()
    saved = picture.save(str(asked.screenshot))
    session.close()
    if not saved:
        print(tr("The picture cannot be written: {path}", path=asked.screenshot), file=sys.stderr)
        return BAD_INPUT
    print(json.dumps({"first_frame_s": round(first_frame_s, 4), "chrome_s": round(chrome_s, 4)}))
    return DONE


def open_files(window: MainWindow, asked: Asked) -> None:
    """Opens what was asked for, or else what was open last, or else what ships."""
    settings = window.memory.settings
    archive = asked.archive or _still_there(settings.archive) or shipped_archive()
    notebook = asked.notebook or _still_there(settings.notebook) or _own_notebook(window)
    window.open_archive(archive, remember=False)
    if notebook is not None:
        window.open_notebook(notebook, remember=False)
    window.resume()
    if not settings.first_run_done:
        window.show_first_run()
    if asked.view:
        sentence = tr("There is no saved view called {name}.", name=asked.view)
        window.say(Problem("warning", sentence))


def _own_notebook(window: MainWindow) -> Path | None:
    """The reader's own notebook, its folder made; None where that cannot be."""
    path = default_notebook()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as refused:
        sentence = tr(
            "The folder of your notebook cannot be made: {path} ({why}). Open another notebook to"
            " write notes.",
            path=path.parent,
            why=refused.strerror or refused,
        )
        window.say(Problem("error", sentence, "open-notebook"))
        return None
    return path


def _still_there(path: str) -> Path | None:
    return Path(path) if path and Path(path).exists() else None


def _has_display() -> bool:
    """Only Linux can lack one; a platform that was named is taken as named."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _no_display() -> str:
    return tr(
        "There is no display for the window. Use `timeline-app render` or --screenshot to make a"
        " picture instead."
    )


_IMPORTED = time.perf_counter()


def since_start_s() -> float:
    """Seconds since the process began, where the system tells; else since this was imported."""
    try:
        began = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19])
        return time.clock_gettime(time.CLOCK_BOOTTIME) - began / os.sysconf("SC_CLK_TCK")
    except (OSError, AttributeError, ValueError):
        return time.perf_counter() - _IMPORTED
