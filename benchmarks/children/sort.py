"""The list sorted by each of its columns, and scrolled in each order: `sort ARCHIVE NOTEBOOK`.

Timed is from the request until the list, 40 rows of it, is painted in that order; up and down by
turns, so that no order is kept from before. Told are also the longest that a tick of a millisecond
came late meanwhile, and how long a notch of the wheel, three rows, takes until it is painted.
"""

import sys
import time

from benchmarks.children.hand import Hand
from benchmarks.children.opened import Opened, Paints
from benchmarks.children.serving import serve, spread
from benchmarks.children.ticking import Ticking
from timeline_app.panes.event_model import COLUMNS
from timeline_app.session.snapshot import Sorting

ROWS, NOTCHES, MOST_S = 40, 8, 60.0


def main() -> None:
    """Serves turns; each sorts by every column once. Told first is which columns there are."""
    opened = Opened(sys.argv[1], sys.argv[2])
    session, view = opened.session, opened.fit_list(ROWS)
    opened.settle()
    painted, ticking = Paints(view.viewport()), Ticking()
    port = view.viewport()
    hand, (x, y) = Hand(port), (port.width() / 2, port.height() / 2)
    session.listen(lambda was, now: painted.forget() if was.sorting != now.sorting else None)
    downward = False

    def ordered(column: str) -> float:
        asked = Sorting(column, downward)
        painted.forget()
        began = time.perf_counter()
        session.sort_by(column, downward)
        if not opened.until(
            lambda: session.snapshot.sorting == asked and painted.have_come(), MOST_S
        ):
            raise SystemExit(f"the list was not sorted by {column}")
        return time.perf_counter() - began

    def scrolled() -> float:
        painted.forget()
        began = time.perf_counter()
        hand.turn(x, y, -1)
        if not opened.until(painted.have_come, MOST_S):
            raise SystemExit("the list was not scrolled")
        return time.perf_counter() - began

    def turn() -> dict[str, float]:
        nonlocal downward
        downward = not downward
        took, late, notches = {}, 0.0, list[float]()
        for column, _ in COLUMNS:
            ticking.begin()
            took[column] = ordered(column)
            late = max(late, ticking.end())
            opened.settle(0.1)
            notches += [scrolled() for _ in range(NOTCHES)]
        return {**took, "late": late, "scroll p95": spread(notches)["p95"]}

    serve(turn, **{column: n for n, (column, _) in enumerate(COLUMNS)})


main()
