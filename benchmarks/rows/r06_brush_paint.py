"""6. A move of the brush, from the mouse event to the painted window with its list."""

from collections.abc import Iterator
from contextlib import ExitStack

from benchmarks.child import Child, node_peer, ours
from benchmarks.flat import flat
from benchmarks.goal import at_most, within_ms
from benchmarks.made import named, synthetic
from benchmarks.rounds import interleaved
from benchmarks.row import Line, MissingError, Plan, Row

MOSAIC = "Mosaic's queries, unpainted"


def measure(plan: Plan) -> Iterator[Line]:
    """The largest against a hundred thousand; a million against Mosaic, and by the clock."""
    large, small = plan.largest, max(plan.smallest, min(100_000, plan.largest))
    middle = min(1_000_000, large)
    contenders: dict[str, Child] = {}
    missing_peer = ""
    with ExitStack() as stack:
        for size in sorted({small, middle, large}):
            notebook = plan.cache / f"brush-{named(size)}.notebook.sqlite"
            child = ours("brush_paint", synthetic(size), notebook, cache=plan.cache)
            contenders[named(size)] = stack.enter_context(child)
        try:
            contenders[MOSAIC] = stack.enter_context(node_peer("mosaic", flat(synthetic(middle))))
        except MissingError as missing:
            missing_peer = str(missing)
        of = interleaved(contenders, plan.rounds)
    many, few, some = named(large), named(small), named(middle)
    why = of.why.get(many, "")
    if many != few:
        yield Line(f"{many} / {few}", of.of(many), at_most(1.25), few, of.of(few), why)
    why = missing_peer or of.why.get(MOSAIC, "") or of.why.get(some, "")
    yield Line(some, of.of(some), at_most(0.7), MOSAIC, of.of(MOSAIC), why)
    yield Line(f"{some}, p95", of.of(some, "p95"), within_ms(8), why=of.why.get(some, ""))


ROW = Row(6, "brush move, mouse event to painted window", measure)
