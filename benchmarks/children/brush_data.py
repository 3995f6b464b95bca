"""The data of a brush move, unpainted: five linked counts. `brush_data ARCHIVE`.

Every turn walks a brush over time while one kind is asked for; each move asks the session for the
counts of five columns. The last move's are compared with a plain count of every row. Before that
the session is told which days the brush can reach, as its window tells it, and is ready for them:
the peers have made their indexes by then too.
"""

import sys
import time
from pathlib import Path

import numpy as np

from benchmarks.children.brush_columns import COLUMNS
from benchmarks.children.serving import serve, spread
from timeline_app.session.session import Session

MOVES, PIXELS, WIDE_PX = 56, 1024, 250


def main() -> None:
    """Serves turns of MOVES moves."""
    session = Session()
    session.open_edition(Path(sys.argv[1]))
    table, home = session.snapshot.table, session.snapshot.home
    kind = table.terms["kind"].terms[0].id
    session.set_terms("kind", [kind])
    first, day = int(home.first), home.days / PIXELS

    def moved(pixel: int) -> float:
        span = int(first + pixel * day), int(first + (pixel + WIDE_PX) * day)
        began = time.perf_counter()
        session.set_span(*span)
        counts = session.snapshot.passing.counts
        for column in COLUMNS:
            counts[column]
        return time.perf_counter() - began

    def exact() -> bool:
        now = session.snapshot
        span = now.filter.span
        if span is None:
            return False
        kinds = table.terms["kind"]
        wanted = np.flatnonzero([term.id == kind for term in kinds.terms])
        within = (table.first <= span.last) & (table.last >= span.first)
        of_kind = within & np.isin(kinds.codes, wanted)
        plain = np.bincount(kinds.codes[within], minlength=len(kinds.terms))
        return int(of_kind.sum()) == now.passing.possible and bool(
            np.array_equal(plain, now.passing.counts["kind"])
        )

    def turn() -> dict[str, float]:
        step = (PIXELS - WIDE_PX) // MOVES
        seconds = [moved(n * step) for n in range(MOVES)]
        if not exact():
            raise SystemExit("the counts are not those of a plain count of every row")
        return spread(seconds)

    moved(0)
    session.expect_brush("pixels", np.array([int(first + n * day) for n in range(PIXELS + 1)]))
    for n in range(8):
        moved(n * 7)
    serve(turn)


main()
