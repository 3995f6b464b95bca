"""Notes written in the real window: `note ARCHIVE NOTEBOOK`.

Told are how long the notebook takes for each until it is on disk, and when the window says that it
is saved. Beside it: four kilobytes written to a file in the same folder and `fdatasync`. How late a
tick of a millisecond came meanwhile is told too.
"""

import os
import sys
import time
from pathlib import Path
from typing import Any

from benchmarks.children.opened import Opened
from benchmarks.children.serving import serve, spread
from benchmarks.children.ticking import Ticking
from timeline_app.model.annotation import Target
from timeline_app.session.snapshot import Saving
from timeline_app.store.notebook import Notebook

NOTES, BLOCK, MOST_S = 20, 4096, 30.0
WORDS = "Встреча прошла в Астане; the communiqué names three projects, two of them old. "


def _timed_writes() -> list[float]:
    """From now on how long the notebook takes for each act is noted here, in seconds."""
    durable: list[float] = []
    write = Notebook.write

    def timed(*words: Any, **named: Any) -> Any:
        began = time.perf_counter()
        act = write(*words, **named)
        durable.append(time.perf_counter() - began)
        return act

    setattr(Notebook, write.__name__, timed)
    return durable


def _floor(handle: int) -> float:
    began = time.perf_counter()
    os.pwrite(handle, os.urandom(BLOCK), 0)
    getattr(os, "fdatasync", os.fsync)(handle)
    return time.perf_counter() - began


def main() -> None:
    """Serves turns of NOTES notes."""
    durable = _timed_writes()
    notebook = Path(sys.argv[2])
    opened = Opened(sys.argv[1], str(notebook))
    session = opened.session
    target, ticking = Target("period", "2013/2014"), Ticking()

    def is_saved() -> bool:
        now = session.snapshot.notebook
        return now is not None and now.saving is Saving.SAVED

    def noted(n: int) -> float:
        began = time.perf_counter()
        session.add_note(f"{WORDS} {n} {began}", ("measured",), target)
        if not opened.until(is_saved, MOST_S):
            raise SystemExit("a note was not saved")
        return time.perf_counter() - began

    beside = notebook.with_name("block")

    def turn() -> dict[str, float]:
        durable.clear()
        ticking.begin()
        notes = [noted(n) for n in range(NOTES)]
        late = ticking.end()
        handle = os.open(beside, os.O_RDWR | os.O_CREAT)
        blocks = [_floor(handle) for _ in range(NOTES)]
        os.close(handle)
        figures = spread(durable) | {"seen": spread(notes)["s"], "late": late}
        return figures | {"floor": spread(blocks)["s"]}

    opened.until(is_saved, MOST_S)
    serve(turn)


main()
