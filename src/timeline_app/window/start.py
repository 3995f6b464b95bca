"""From the command line to a window: chrome first, then the archive."""

import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from timeline_app.look import fonts, theme
from timeline_app.places import shipped_archive, user_cache, user_door
from timeline_app.store.overview_memory import OVERVIEWS, OverviewMemory
from timeline_app.store.shipped_overview import recall_shipped
from timeline_app.window.arguments import Asked, read_arguments
from timeline_app.window.frame import Frame
from timeline_app.window.furnishing import Furnishing, spare_the_frames
from timeline_app.window.memory import Memory
from timeline_app.window.settings import settings_file
from timeline_app.window.wanted import sorted_out, wanted_archive
from timeline_app.words.tr import tr

if TYPE_CHECKING:
    from timeline_app.window.backstage import Backstage
    from timeline_app.window.main_window import MainWindow
    from timeline_app.window.open_sitting import OpenSitting

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
    asked = sorted_out(read_arguments(argv))
    if not _has_display():
        if asked.screenshot is None:
            print(_no_display(), file=sys.stderr)
            return BAD_INPUT
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    elif _taken_by_another(asked):
        return DONE
    app = _application()
    return (
        _sit(app, asked) if asked.screenshot is None else _screenshot(app, asked, asked.screenshot)
    )


def _application() -> QApplication:
    QApplication.setDesktopFileName(DESKTOP_ID)
    # Named here rather than by setStyle, whose answer makes Python dress a whole style.
    app = QApplication([DESKTOP_ID, "-style", "fusion"])
    app.setApplicationName(DESKTOP_ID)
    app.setApplicationDisplayName(tr("Central Asia Timeline"))
    fonts.load()
    return app


def _sit(app: QApplication, asked: Asked) -> int:
    """One sitting: the frame is seen at once, and furnished after its first paint."""
    sys.setswitchinterval(SWITCH_S)
    memory = _memory(app, asked, settings_file())
    frame = _frame(memory, asked)
    backstages: list[Backstage] = []
    sittings: list[OpenSitting] = []

    def early() -> None:
        from timeline_app.window.backstage import Backstage  # noqa: PLC0415 - after the frame

        backstages.append(Backstage(wanted_archive(asked, memory.settings)))

    def parts() -> Iterator[None]:
        from timeline_app.window.open_sitting import OpenSitting  # noqa: PLC0415 - after the frame

        sittings.append(OpenSitting(app, frame, memory, asked, backstages[0].session))
        yield from sittings[0].steps()

    def keep() -> None:
        for one in sittings:
            one.keep()

    furnishing = Furnishing(early, parts, frame)
    # The desktop ends its session: nothing may ask, everything is kept.
    app.commitDataRequest.connect(lambda _: keep())
    frame.painted.connect(lambda: QTimer.singleShot(0, furnishing.begin))
    QTimer.singleShot(LATEST_MS, furnishing.begin)
    frame.show()
    code = app.exec()
    for sitting in sittings:
        sitting.finish()
    for backstage in backstages:
        backstage.finish()
    return code


def _screenshot(app: QApplication, asked: Asked, picture: Path) -> int:
    """Paints the window once, saves it, and says after how many seconds what stood.

    "chrome_s" is the first paint, "whole_s" the finished window. "first_frame_s" is the first
    paint too where it showed the archive's overview, kept from an earlier sitting or shipped with
    the archive; else the finished window. Settings are neither read nor written, so that the same
    command makes the same picture.
    """
    memory = _memory(app, asked, Path(os.devnull))
    memory.overrule(first_run_done=True)
    frame = _frame(memory, asked)
    frame.show()
    app.processEvents()
    chrome_s = since_start_s()
    # As in `_sit`: the first frame waits for none of this.
    from timeline_app.session.running import at_once  # noqa: PLC0415
    from timeline_app.window.kept_overview import keep_overviews  # noqa: PLC0415
    from timeline_app.window.opening import furnish  # noqa: PLC0415

    window = furnish(frame, memory, asked, at_once)
    window.answers.finish()
    spare_the_frames()
    if asked.view and not _has_view(window, asked.view):
        window.session.close()
        print(tr("There is no saved view “{name}”.", name=asked.view), file=sys.stderr)
        return BAD_INPUT
    for _ in range(LAYOUT_ROUNDS):
        app.processEvents()
    painted = frame.grab()
    whole_s = since_start_s()
    keep_overviews(window.session, user_cache() / OVERVIEWS)
    window.session.close()
    if not painted.save(str(picture)):
        print(tr("The picture cannot be written: {path}", path=picture), file=sys.stderr)
        return BAD_INPUT
    first_s = chrome_s if frame.shows_overview else whole_s
    said = {"first_frame_s": first_s, "chrome_s": chrome_s, "whole_s": whole_s}
    print(json.dumps({name: round(seconds, 4) for name, seconds in said.items()}))
    return DONE


def _frame(memory: Memory, asked: Asked) -> Frame:
    """The frame with the overview that is kept of the archive it is for, placed but not shown."""
    archive = wanted_archive(asked, memory.settings)
    kept = OverviewMemory(user_cache() / OVERVIEWS).recall(archive)
    if kept is None and archive == shipped_archive():
        kept = recall_shipped(archive)
    frame = Frame(memory, kept)
    frame.place(asked.size)
    return frame


def _has_view(window: "MainWindow", name: str) -> bool:
    # As in `_screenshot`: the first frame waits for none of this.
    from timeline_app.session.views import named_view  # noqa: PLC0415

    views = (one for one in window.session.snapshot.written if one.kind == "view")
    return named_view(views, name) is not None


def _memory(app: QApplication, asked: Asked, file: Path) -> Memory:
    """The settings, and the theme they ask for, before any widget, so that each is dressed once."""
    memory = Memory(file)
    if asked.theme:
        memory.overrule(theme=asked.theme)
    theme.put_on(app, theme.Wish(memory.settings.theme, memory.settings.text_percent))
    return memory


def _taken_by_another(asked: Asked) -> bool:
    """Whether a window that is open already has taken the file that was handed over."""
    file = asked.archive or asked.notebook
    if not asked.handed or file is None or asked.screenshot is not None:
        return False
    door = user_door()
    if not door.exists():
        return False
    from timeline_app.window.doorbell import ring  # noqa: PLC0415 - most starts find no door

    return ring(door, file)


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
