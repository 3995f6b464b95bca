"""13. A jump in the list of all events, against a table that asks SQL for each cell."""

from collections.abc import Iterator

from benchmarks.child import ours
from benchmarks.goal import at_most
from benchmarks.made import named, synthetic
from benchmarks.rounds import interleaved
from benchmarks.row import Line, Plan, Row

PEER = "QAbstractTableModel, one SELECT a cell"


def measure(plan: Plan) -> Iterator[Line]:
    """At a million."""
    size = min(1_000_000, plan.largest)
    notebook = plan.cache / "jump.notebook.sqlite"
    with ours("jump", synthetic(size), notebook, cache=plan.cache) as child:
        of = interleaved({"ours": child}, plan.rounds)
    why = of.why.get("ours", "")
    yield Line(named(size), of.of("ours"), at_most(0.5), PEER, of.of("ours", "naive"), why)


ROW = Row(13, "list, jump", measure)
