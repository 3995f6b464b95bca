"""8. A frame with all events in view at 1920x1080, against a picture put there."""

from collections.abc import Iterator
from contextlib import ExitStack

from benchmarks.child import Child, ours
from benchmarks.goal import at_most, within_ms
from benchmarks.made import named, synthetic
from benchmarks.rounds import interleaved
from benchmarks.row import Line, Plan, Row

BLIT = "blit of that rectangle"
PEERS = {"pyqtgraph ScatterPlotItem": "scatter", "pyqtgraph BarGraphItem": "bars"}


def measure(plan: Plan) -> Iterator[Line]:
    """Every size against the blit, the largest against the smallest; a million beside items, for
    which the table of goals names none."""
    middle = min(1_000_000, plan.largest)
    contenders: dict[str, Child] = {}
    with ExitStack() as stack:
        for size in plan.sizes:
            notebook = plan.cache / f"frame-{named(size)}.notebook.sqlite"
            child = ours("frame", synthetic(size), notebook, cache=plan.cache)
            contenders[named(size)] = stack.enter_context(child)
        for peer, how in PEERS.items():
            child = ours("pyqtgraph_items", synthetic(middle), how, cache=plan.cache)
            contenders[peer] = stack.enter_context(child)
        of = interleaved(contenders, plan.rounds)
    for size in plan.sizes:
        name = named(size)
        why = of.why.get(name, "")
        yield Line(name, of.of(name), at_most(2.5), BLIT, of.of(name, "blit"), why)
    many, few = named(plan.largest), named(plan.smallest)
    why = of.why.get(many, "")
    if many != few:
        yield Line(f"{many} / {few}", of.of(many), at_most(1.2), few, of.of(few), why)
    labels = of.of(few, "labels")
    why = "" if labels else of.why.get(few, "no label in view")
    yield Line(f"{few}, 300 labels", labels, within_ms(2), why=why)
    for peer in PEERS:
        why = of.why.get(peer, "") or of.why.get(named(middle), "")
        yield Line(named(middle), of.of(named(middle)), at_most(1), peer, of.of(peer), why)


ROW = Row(8, "frame with all events in view", measure)
