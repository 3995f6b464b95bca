"""Another filter changed until moves of the brush are quick again: `refilter ARCHIVE NOTEBOOK`.

In the real window, so that the worker works as it does there. Ready means: nothing is waited for,
and a move of the brush over the five counts takes at most READY_S. Also told: the longest that a
tick of a millisecond came late meanwhile.
"""

import sys
import time

from PySide6.QtCore import Qt, QTimer

from benchmarks.children.brush_columns import COLUMNS
from benchmarks.children.opened import Opened
from benchmarks.children.serving import serve

READY_S, MOST_S, QUIET = 0.001, 60.0, 3


def main() -> None:
    """Serves turns of one change each."""
    opened = Opened(sys.argv[1], sys.argv[2])
    session = opened.session
    kinds = [term.id for term in session.snapshot.table.terms["kind"].terms]
    home = session.snapshot.home
    middle, tenth = int(home.first + home.days / 2), int(home.days / 10)
    turns, last, late = 0, 0.0, 0.0

    def tick() -> None:
        nonlocal last, late
        now = time.perf_counter()
        late, last = max(late, now - last - 0.001), now

    timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)

    def move(n: int) -> float:
        began = time.perf_counter()
        session.set_span(middle - tenth + n, middle + tenth + n)
        for column in COLUMNS:
            session.snapshot.passing.counts[column]
        return time.perf_counter() - began

    def turn() -> dict[str, float]:
        nonlocal turns, last, late
        turns += 1
        late, last = 0.0, time.perf_counter()
        timer.start()
        began = time.perf_counter()
        session.set_terms("kind", [kinds[turns % len(kinds)]])
        quick, n = 0, 0
        while quick < QUIET:
            n += 1
            if n > 100_000 or time.perf_counter() - began > MOST_S:
                raise SystemExit("no move was quick again")
            opened.app.processEvents()
            is_quick = opened.is_ready() and move(n) <= READY_S
            quick = quick + 1 if is_quick else 0
        took = time.perf_counter() - began
        timer.stop()
        return {"s": took, "late": late}

    serve(turn)


main()
