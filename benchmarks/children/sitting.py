"""The program itself, started as its command starts it: `sitting.py ARCHIVE [--tick]`.

Says when (by the clock that all processes share) the first frame stood and when everything was
loaded, how late a tick of a millisecond came meanwhile, and how much memory that took. Nothing of
the program is imported here before it does so itself.
"""

import json
import sys
import time
from typing import Any

MOST_S = 300.0
EVERY_MS = 4
SETTLED_S = 0.5
"""So long nothing more may begin: the memory that a work beside takes counts too."""

_archive, _ticking = sys.argv[1], "--tick" in sys.argv
_told: dict[str, float] = {}


def _watch() -> None:
    """Before any window is made: its first paint is noted, and what follows is followed."""
    from PySide6.QtCore import Qt, QTimer

    from timeline_app.window.frame import Frame

    painted = Frame.paintEvent

    def first(frame: Any, event: Any) -> None:
        if "first" not in _told:
            _told["first"] = 0.0
            QTimer.singleShot(0, lambda: begin(frame))
        painted(frame, event)

    def begin(frame: Any) -> None:
        _told["first"] = time.monotonic()
        _follow(frame, QTimer(frame, interval=EVERY_MS))
        if _ticking:
            _tick(QTimer(frame, interval=1, timerType=Qt.TimerType.PreciseTimer))

    setattr(Frame, painted.__name__, first)


def _follow(frame: Any, timer: Any) -> None:
    """Looks again and again whether everything is loaded, and ends the program then."""
    from PySide6.QtCore import QCoreApplication

    def look() -> None:
        module = sys.modules.get("timeline_app.window.main_window")
        kind = getattr(module, "MainWindow", None)
        window = frame.findChild(kind) if kind is not None else None
        if time.monotonic() - _told["first"] > MOST_S:
            sys.exit(f"not loaded within {MOST_S:g} s")
        if window is None or not is_loaded(window.session):
            return
        if "loaded" not in _told:
            _told["loaded"] = time.monotonic()
            _told["columns"] = float(column_bytes(window.session.snapshot.table))
        elif time.monotonic() - _told["loaded"] > SETTLED_S:
            timer.stop()
            QCoreApplication.quit()

    timer.timeout.connect(look)
    timer.start()


def is_loaded(session: Any) -> bool:
    """Whether an archive is open and nothing is waited for."""
    now = session.snapshot
    return now.archive is not None and not now.busy


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
    late: list[float] = []
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        late.append(max(0.0, now - last - 0.001))
        last = now
        ordered = sorted(late) if "loaded" in _told and "p95" not in _told else []
        for name, share in (("p95", 0.95), ("p99", 0.99), ("worst", 1.0)):
            if ordered:
                _told[name] = ordered[min(int(share * len(ordered)), len(ordered) - 1)]

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
        if isinstance(ended.code, str):
            raise
    print(json.dumps(_told | {"peak": _peak_bytes()}), flush=True)
