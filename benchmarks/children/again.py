"""What opening an archive that was opened before costs of our own work: `again ARCHIVE`.

Everything is imported by then, and no window is drawn. Timed is all that the program does with the
file until a first picture can be drawn, here on one thread: the file is opened, its columns are
recalled and laid into lanes, what passes is counted for the facets of the window, the rows of each
lane and the columns of the overview are indexed, and the first rows of the list are read.
"""

import sys
import time
from pathlib import Path

from benchmarks.children.brush_columns import COLUMNS
from benchmarks.children.serving import serve
from timeline_app.canvas.content_making import ContentMaking
from timeline_app.canvas.counting import Counting
from timeline_app.scene.overview import columns_of, edges_over
from timeline_app.scene.shapes import shapes_of
from timeline_app.scene.time_scale import TimeScale
from timeline_app.session.running import at_once
from timeline_app.session.session import Session

LEFT_PX, WIDE_PX, ROWS = 180, 1740, 40
"""The days of a timeline of 1920 pixels; so many rows of the list are in sight."""


def main() -> None:
    """Serves turns; each opens the archive in a session of its own, and closes it."""
    path = Path(sys.argv[1])

    def opened(session: Session) -> None:
        session.begin_opening(path)
        now = session.snapshot
        if now.archive is None:
            raise SystemExit(f"not opened: {now.problem.sentence if now.problem else ''}")
        for column in COLUMNS:
            now.passing.counts[column]
        ContentMaking().content(shapes_of(now.table), now)
        edges = edges_over(now.home, TimeScale.of(now.home, LEFT_PX, WIDE_PX))
        counting = Counting(columns_of, at_once, lambda: None)
        columns = counting.columns(now.passing, edges, here=True)
        if columns is None:
            raise SystemExit("the overview is not counted")
        counting.passing(now.passing, columns)
        session.ordered_rows(0, ROWS)

    def turn() -> dict[str, float]:
        session = Session()
        began = time.perf_counter()
        opened(session)
        took = time.perf_counter() - began
        session.close()
        return {"s": took}

    turn()  # what an archive is opened for the first time for is kept from now on
    serve(turn)


main()
