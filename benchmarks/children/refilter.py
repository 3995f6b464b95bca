"""Another filter changed until moves of the brush are quick again: `refilter ARCHIVE NOTEBOOK`.

In the real window, so that the worker works as it does there. Ready means: what was chosen is
asked, the index of the days that a brush can be dragged to is made anew, and a move over the five
counts has been answered from it. Also told: when each part of the window shows it, no worker has
work, and a move has been told to all of them; and the longest that a tick of a millisecond came
late meanwhile.
"""

import sys
import time
from itertools import islice

from benchmarks.children.brush_columns import COLUMNS
from benchmarks.children.opened import Opened
from benchmarks.children.serving import serve
from benchmarks.children.ticking import Ticking
from timeline_app.model.filter import SpanClause
from timeline_app.session.filtering import LARGE
from timeline_app.session.session import Session

MOST_S = 60.0
DAYS = 32
"""So many days are brushes begun on, one a turn."""


def main() -> None:
    """Serves turns of one change each."""
    opened = Opened(sys.argv[1], sys.argv[2])
    session = opened.session
    kinds = [term.id for term in session.snapshot.table.terms["kind"].terms]
    home = session.snapshot.home
    middle, tenth = int(home.first + home.days / 2), int(home.days / 10)
    begins, ends = (_days_of_pixels(session, day) for day in (middle - tenth, middle + tenth))
    turns, ticking = 0, Ticking()

    def turn() -> dict[str, float]:
        nonlocal turns
        opened.settle(0.1)  # the last move of the turn before is painted
        turns += 1
        kind = kinds[turns % len(kinds)]
        span = SpanClause(begins[turns % len(begins)], ends[turns % len(ends)])

        def is_chosen() -> bool:
            return session.snapshot.filter.terms("kind") == {kind}

        def is_ready() -> bool:
            return is_chosen() and _is_quick(session, span)

        def is_shown() -> bool:
            return is_chosen() and opened.is_ready()

        ticking.begin()
        began = time.perf_counter()
        session.set_terms("kind", [kind])
        if not opened.until(is_ready, MOST_S):
            raise SystemExit("no brush is ready")
        moved = session.snapshot.passing.brushed(span)
        for column in COLUMNS:
            moved.counts[column]
        ready = time.perf_counter() - began
        if not opened.until(is_shown, MOST_S):
            raise SystemExit("what was chosen is not shown")
        session.set_span(span.first, span.last)
        shown = time.perf_counter() - began
        return {"s": ready, "shown": shown, "late": ticking.end()}

    serve(turn)


def _is_quick(session: Session, span: SpanClause) -> bool:
    """Whether a move to these days is looked up; of a small table it is counted as quickly."""
    base = session.snapshot.passing.base
    return len(base.table) <= LARGE or base.looked_up(span) is not None


def _days_of_pixels(session: Session, day: int) -> list[int]:
    """Some days from this one on at which a brush that is dragged can begin and end."""
    days = range(day, int(session.snapshot.home.end))
    found = islice((n for n in days if _is_quick(session, SpanClause(n, n))), DAYS)
    return list(found) or [day]


main()
