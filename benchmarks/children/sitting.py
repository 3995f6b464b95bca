"""The program itself, started as its command starts it: `sitting.py ARCHIVE [--tick]`.

Says when (by the clock that all processes share) the first frame stood and when everything was
loaded, how late a tick of a millisecond came meanwhile, and how much memory that took. Nothing of
the program is imported here before it does so itself.
"""

import json
import os
import sys
import time
from typing import Any

MOST_S = 300.0
EVERY_MS = 4
SETTLED_S = 0.5
"""So long nothing more may begin: the memory that a work beside takes counts too."""

_archive, _ticking = sys.argv[1], "--tick" in sys.argv
_told: dict[str, float] = {}
_late: list[float] = []


def _watch() -> None:
    """Before any window is made: its first paint is noted, and what follows is followed."""
    from timeline_app.look.plain_imports import import_plainly

    import_plainly()  # as the program does before it imports its window
    from PySide6.QtCore import QTimer

    from timeline_app.window.frame import Frame

    painted = Frame.paintEvent

    def first(frame: Any, event: Any) -> None:
        if "first" not in _told:
            _told["first"] = 0.0
            QTimer.singleShot(0, lambda: _begin(frame))
        painted(frame, event)

    setattr(Frame, painted.__name__, first)


def _begin(frame: Any) -> None:
    """The first frame stands; it is a useful one where it shows the archive's overview."""
    from PySide6.QtCore import Qt, QTimer

    _told["first"] = time.monotonic()
    _told["useful"] = float(frame.shows_overview)
    from benchmarks.children.waiting import Waiting

    _follow(frame, Waiting(), QTimer(frame, interval=EVERY_MS))
    if _ticking:
        _tick(QTimer(frame, interval=1, timerType=Qt.TimerType.PreciseTimer))


def _follow(frame: Any, waiting: Any, timer: Any) -> None:
    """Looks again and again whether everything is loaded, and ends the program some time after."""
    from PySide6.QtCore import QCoreApplication

    def look() -> None:
        kind = getattr(sys.modules.get("timeline_app.window.main_window"), "MainWindow", None)
        window = frame.findChild(kind) if kind is not None else None
        if time.monotonic() - _told["first"] > MOST_S:
            QCoreApplication.exit(1)
        elif window is None or not waiting.is_over(window.session) or window.answers.waiting:
            _told.pop("loaded", None)
        elif "loaded" not in _told:
            _told["loaded"] = time.monotonic()
        elif time.monotonic() - _told["loaded"] > SETTLED_S:
            timer.stop()
            _told["columns"] = float(column_bytes(window.session.snapshot.table))
            QCoreApplication.quit()

    timer.timeout.connect(look)
    timer.start()


def column_bytes(table: Any) -> int:
    """The bytes of all arrays that a table of events consists of, each once."""
    found: dict[int, int] = {}
    seen: set[int] = set()

    def walk(thing: Any) -> None:
        if id(thing) in seen:
            return
        seen.add(id(thing))
        if hasattr(thing, "nbytes") and hasattr(thing, "dtype"):
            found[id(thing)] = thing.nbytes
        elif isinstance(thing, dict) or hasattr(thing, "items"):
            for value in dict(thing).values():
                walk(value)
        elif isinstance(thing, tuple) and len(thing) < 100:
            for value in thing:
                walk(value)
        elif hasattr(thing, "__dataclass_fields__"):
            for name in thing.__dataclass_fields__:
                walk(getattr(thing, name))

    walk(table)
    return sum(found.values())


def _tick(timer: Any) -> None:
    """How late each millisecond came."""
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        if "loaded" not in _told:
            _late.append(max(0.0, now - last - 0.001))
        last = now

    timer.timeout.connect(tick)
    timer.start()


def _peak_bytes() -> float:
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


if __name__ == "__main__":
    _watch()
    from timeline_app.__main__ import main

    try:
        main([_archive, "--notebook", f"{_archive}.notebook.sqlite"])
    except SystemExit as ended:
        if ended.code:
            raise
    if "loaded" not in _told:
        sys.exit(f"not loaded within {MOST_S:g} s")
    from benchmarks.children.serving import spread

    said = _told | (spread(_late) if _late else {}) | {"peak": _peak_bytes()}
    print(json.dumps(said), flush=True)
    os._exit(0)  # what is measured is over: in which order the rest is taken apart is not of it
