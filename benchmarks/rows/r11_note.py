"""11. A note until it is on disk, against four kilobytes written and synchronised."""

import shutil
import statistics
from collections.abc import Iterator

from benchmarks.child import ours
from benchmarks.goal import at_most, within_ms
from benchmarks.made import archives, named, synthetic
from benchmarks.rounds import interleaved
from benchmarks.row import Line, Plan, Row

FLOOR = "4 KiB and fdatasync"


def measure(plan: Plan) -> Iterator[Line]:
    """On the disk where the made archives lie, since a folder for what is temporary may be none."""
    folder = archives() / "notebooks"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    size = plan.smallest
    with ours("note", synthetic(size), folder / "a.notebook.sqlite", cache=plan.cache) as child:
        of = interleaved({"ours": child}, plan.rounds)
    shutil.rmtree(folder, ignore_errors=True)
    why = of.why.get("ours", "")
    seen = of.of("ours", "seen")
    beside = FLOOR + (
        f" (seen as saved after {statistics.median(seen) * 1000:.3g} ms)" if seen else ""
    )
    yield Line(named(size), of.of("ours"), at_most(4), beside, of.of("ours", "floor"), why)
    late = of.of("ours", "late")
    yield Line(f"{named(size)}, longest turn of the window", late, within_ms(16), why=why)


ROW = Row(11, "durable note", measure)
