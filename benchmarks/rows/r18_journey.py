"""18. How long the window's loop is held on a reader's way through a million events, with claims,
bands and arcs."""

from collections.abc import Iterator

from benchmarks.child import ours
from benchmarks.goal import within_ms
from benchmarks.made import named, synthetic
from benchmarks.rounds import interleaved
from benchmarks.row import Line, Plan, Row


def measure(plan: Plan) -> Iterator[Line]:
    """The act that one in a hundred is slower than, and the worst beside."""
    size = min(1_000_000, plan.largest)
    archive, notebook = synthetic(size, claims=True), plan.cache / "journey.notebook.sqlite"
    with ours("journey", archive, notebook, cache=plan.cache) as child:
        of = interleaved({"ours": child}, plan.rounds)
    worst = of.of("ours", "worst")
    why = of.why.get("ours", "")
    why = why if worst is None else f"worst act {max(worst) * 1000:.3g} ms"
    yield Line(f"{named(size)}, p99 of acts", of.of("ours", "p99"), within_ms(16), why=why)


ROW = Row(18, "loop held, with claims, bands and arcs", measure)
