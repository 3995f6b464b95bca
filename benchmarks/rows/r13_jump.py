"""13. A jump in the list of all events, against a table that asks SQL for each cell; and the list
sorted and scrolled, by the clock."""

import statistics
from collections.abc import Iterator
from contextlib import ExitStack

from benchmarks.child import ours
from benchmarks.goal import at_most, within_ms
from benchmarks.made import named, synthetic
from benchmarks.rounds import interleaved
from benchmarks.row import Line, Plan, Row

PEER = "QAbstractTableModel, one SELECT a cell"
SORTED = "sorted"


def measure(plan: Plan) -> Iterator[Line]:
    """At a million; of the columns the one that is sorted by slowest, which is told beside."""
    size = min(1_000_000, plan.largest)
    archive, name = synthetic(size), named(size)
    with ExitStack() as stack:
        jump = ours("jump", archive, plan.cache / "jump.notebook.sqlite", cache=plan.cache)
        sort = ours("sort", archive, plan.cache / "sort.notebook.sqlite", cache=plan.cache)
        contenders = {"ours": stack.enter_context(jump), SORTED: stack.enter_context(sort)}
        of = interleaved(contenders, plan.rounds)
        columns = {column: of.of(SORTED, column) or [0.0] for column in sort.told}
    why = of.why.get("ours", "")
    yield Line(f"{name}, jump", of.of("ours"), at_most(0.5), PEER, of.of("ours", "naive"), why)
    slowest = max(columns, key=lambda column: statistics.median(columns[column]), default="")
    why = of.why.get(SORTED, "")
    said = why or f"by {slowest}"
    yield Line(f"{name}, sorted", of.of(SORTED, slowest), within_ms(300), why=said)
    late, scrolled = of.of(SORTED, "late"), of.of(SORTED, "scroll p95")
    what = f"{name}, longest turn of the window while sorted"
    yield Line(what, late, within_ms(16), why=why)
    yield Line(f"{name}, scrolled by a notch, p95", scrolled, within_ms(8), why=why)


ROW = Row(13, "list", measure)
