"""The frame is furnished a part a turn, with the event loop alive between two of them."""

import subprocess
import sys
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from timeline_app.window.furnishing import Furnishing


def test_garbage_is_looked_for_once_the_window_stands() -> None:
    code = (
        "import gc; from timeline_app.look.plain_imports import import_plainly; import_plainly();"
        "off = gc.isenabled(); from timeline_app.window.furnishing import spare_the_frames;"
        "spare_the_frames(); print(off, gc.isenabled(), gc.get_freeze_count() > 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True", "True"]


def test_the_loop_turns_between_two_parts(qtbot: QtBot) -> None:
    owner, told = QObject(), list[str]()

    def parts() -> Iterator[None]:
        for n in range(3):
            told.append(f"part {n}")
            QTimer.singleShot(0, lambda n=n: told.append(f"turn {n}"))
            yield

    furnishing = Furnishing(parts, owner)
    with qtbot.waitSignal(furnishing.ready, timeout=60_000):
        furnishing.begin()
        furnishing.begin()
    assert [word for word in told if word.startswith("part")] == ["part 0", "part 1", "part 2"]
    assert told.index("turn 0") < told.index("part 1") < told.index("turn 1") < told.index("part 2")
