"""Another filter changed until moves of the brush are quick again: `refilter ARCHIVE NOTEBOOK`.

In the real window, so that the worker works as it does there. Ready means: what was chosen is
shown, no worker has work, and one move of the brush over the five counts has been answered. Also
told: the longest that a tick of a millisecond came late meanwhile.
"""

import sys
import time

from benchmarks.children.brush_columns import COLUMNS
from benchmarks.children.opened import Opened
from benchmarks.children.serving import serve
from benchmarks.children.ticking import Ticking

MOST_S = 60.0


def main() -> None:
    """Serves turns of one change each."""
    opened = Opened(sys.argv[1], sys.argv[2])
    session = opened.session
    kinds = [term.id for term in session.snapshot.table.terms["kind"].terms]
    home = session.snapshot.home
    middle, tenth = int(home.first + home.days / 2), int(home.days / 10)
    turns, ticking = 0, Ticking()

    def moved(n: int) -> None:
        session.set_span(middle - tenth + n, middle + tenth + n)
        for column in COLUMNS:
            session.snapshot.passing.counts[column]

    def turn() -> dict[str, float]:
        nonlocal turns
        opened.settle(0.1)  # the last move of the turn before is painted
        turns += 1
        kind = kinds[turns % len(kinds)]

        def is_shown() -> bool:
            return opened.is_ready() and session.snapshot.filter.terms("kind") == {kind}

        ticking.begin()
        began = time.perf_counter()
        session.set_terms("kind", [kind])
        if not opened.until(is_shown, MOST_S):
            raise SystemExit("what was chosen is not shown")
        moved(turns)
        took = time.perf_counter() - began
        return {"s": took, "late": ticking.end()}

    serve(turn)


main()
