"""From the command line to a window: chrome first, then the archive."""

import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from timeline_app.look import fonts, icons, theme
from timeline_app.places import user_cache
from timeline_app.window.arguments import Asked, read_arguments
from timeline_app.window.frame import Frame
from timeline_app.window.memory import Memory
from timeline_app.window.settings import settings_file
from timeline_app.window.worker import Worker
from timeline_app.words.tr import tr

if TYPE_CHECKING:
    from timeline_app.window.damage_watch import DamageWatch
    from timeline_app.window.main_window import MainWindow

DESKTOP_ID = "central-asia-timeline"
DONE, BAD_INPUT = 0, 2
LATEST_MS = 1000
"""A frame that nobody sees (minimised, another desktop) is furnished all the same."""
LAYOUT_ROUNDS = 4
"""A pane in a pane in a pane settles its size a round later than what is around it."""
SWITCH_S = 0.0005
"""How long a thread of Python may hold the others up; the system's own is ten times that."""


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
    return (
        _sit(app, asked) if asked.screenshot is None else _screenshot(app, asked, asked.screenshot)
    )


def _application() -> QApplication:
    QApplication.setDesktopFileName(DESKTOP_ID)
    app = QApplication([DESKTOP_ID])
    app.setApplicationName(DESKTOP_ID)
    app.setApplicationDisplayName(tr("Central Asia Timeline"))
    app.setStyle("Fusion")
    app.setWindowIcon(icons.app_icon())
    fonts.load()
    return app


def _sit(app: QApplication, asked: Asked) -> int:
    """One sitting: the frame is seen at once, and furnished after its first paint."""
    memory = _memory(app, asked, settings_file())
    sys.setswitchinterval(SWITCH_S)
    worker, aside, soon = Worker(), Worker(), Worker()
    frame = Frame(memory)
    frame.place(asked.size)
    windows: list[MainWindow] = []
    watches: list[DamageWatch] = []

    def fill() -> None:
        if not windows:
            # NumPy, the store and all panes: half a second that the first frame does not wait for.
            from timeline_app.window.damage_watch import DamageWatch  # noqa: PLC0415
            from timeline_app.window.opening import (  # noqa: PLC0415
                furnish,
                watch_editions,
                watch_faults,
            )

            windows.append(furnish(frame, memory, asked, worker, aside, soon))
            watch_faults(windows[0])
            watch_editions(windows[0])
            watches.append(DamageWatch(windows[0].session, user_cache()))
            app.styleHints().colorSchemeChanged.connect(lambda _: windows[0].put_on_theme())

    def keep() -> None:
        for window in windows:
            window.closing()

    # The desktop ends its session: nothing may ask, everything is kept.
    app.commitDataRequest.connect(lambda _: keep())
    frame.painted.connect(lambda: QTimer.singleShot(0, fill))
    QTimer.singleShot(LATEST_MS, fill)
    frame.show()
    code = app.exec()
    for watch in watches:
        watch.finish()
    for window in windows:
        window.session.close()
    worker.finish()
    aside.finish()
    soon.finish()
    return code


def _screenshot(app: QApplication, asked: Asked, picture: Path) -> int:
    """Paints the window once, saves it, and says after how many seconds the chrome and then the
    whole frame stood.

    Settings are neither read nor written, so that the same command makes the same picture.
    """
    if asked.view:
        print(tr("There is no saved view “{name}”.", name=asked.view), file=sys.stderr)
        return BAD_INPUT
    memory = _memory(app, asked, Path(os.devnull))
    memory.overrule(first_run_done=True)
    frame = Frame(memory)
    frame.place(asked.size)
    frame.show()
    app.processEvents()
    chrome_s = since_start_s()
    # As in `_sit`: the first frame waits for none of this.
    from timeline_app.session.running import at_once  # noqa: PLC0415
    from timeline_app.window.opening import furnish  # noqa: PLC0415

    window = furnish(frame, memory, asked, at_once)
    for _ in range(LAYOUT_ROUNDS):
        app.processEvents()
    painted = frame.grab()
    first_frame_s = since_start_s()
    window.session.close()
    if not painted.save(str(picture)):
        print(tr("The picture cannot be written: {path}", path=picture), file=sys.stderr)
        return BAD_INPUT
    print(json.dumps({"first_frame_s": round(first_frame_s, 4), "chrome_s": round(chrome_s, 4)}))
    return DONE


def _memory(app: QApplication, asked: Asked, file: Path) -> Memory:
    """The settings, and the theme they ask for, before any widget, so that each is dressed once."""
    memory = Memory(file)
    if asked.theme:
        memory.overrule(theme=asked.theme)
    theme.put_on(app, theme.Wish(memory.settings.theme, memory.settings.text_percent))
    return memory


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
