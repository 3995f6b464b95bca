"""14. How late a tick of a millisecond comes in the window while the largest archive is loaded."""

from collections.abc import Iterator

from benchmarks.goal import within_ms
from benchmarks.made import named, synthetic
from benchmarks.rounds import interleaved
from benchmarks.row import Line, Plan, Row
from benchmarks.sittings import environment, spawned

GOALS = {"p95": 4, "p99": 16}


def measure(plan: Plan) -> Iterator[Line]:
    """From the first frame on; the worst of all rounds is told beside."""
    archive, name = synthetic(plan.largest), named(plan.largest)
    turn = spawned("sitting.py", str(archive), "--tick", env=environment(plan.cache))
    of = interleaved({"ours": turn}, plan.rounds)
    worst = of.of("ours", "worst")
    said = of.why.get("ours", "")
    said = said if worst is None else f"worst {max(worst) * 1000:.3g} ms"
    for share, most in GOALS.items():
        yield Line(f"{name}, {share}", of.of("ours", share), within_ms(most), why=said)


ROW = Row(14, "lateness of a tick while loading", measure)
