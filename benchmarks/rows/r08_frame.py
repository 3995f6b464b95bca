"""8. A frame with all events in view at 1920x1080, against a picture put there; and frames under a
hand that drags and zooms, by the clock."""

import statistics
from collections.abc import Iterator
from contextlib import ExitStack

from benchmarks.child import Child, ours
from benchmarks.goal import at_most, within_ms
from benchmarks.made import named, synthetic
from benchmarks.rounds import Rounds, interleaved
from benchmarks.row import Line, Plan, Row

BLIT = "blit of that rectangle"
PEERS = {"pyqtgraph ScatterPlotItem": "scatter", "pyqtgraph BarGraphItem": "bars"}
RATIOS = (1.5, 2)
"""So many pixels of the device a pixel of Qt's; the frame is of as many of Qt's as at one."""
HANDS = {"dragged": "drag", "zoomed": "zoom"}


def measure(plan: Plan) -> Iterator[Line]:
    """Every size against the blit, the largest against the smallest; a million beside items, for
    which the table of goals names none. Under the hand every size, and a million at each ratio."""
    middle = min(1_000_000, plan.largest)
    frames = {named(size): (size, 1.0) for size in plan.sizes}
    frames |= {f"{named(middle)} at pixel ratio {ratio:g}": (middle, ratio) for ratio in RATIOS}
    contenders: dict[str, Child] = {}
    with ExitStack() as stack:
        for name, (size, ratio) in frames.items():
            notebook = plan.cache / f"frame-{named(size)}-{ratio:g}.notebook.sqlite"
            env = {"QT_SCALE_FACTOR": f"{ratio:g}"}
            child = ours("frame", synthetic(size), notebook, cache=plan.cache, env=env)
            contenders[name] = stack.enter_context(child)
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
    for name in frames:
        yield from _under_the_hand(of, name)


def _under_the_hand(of: Rounds, name: str) -> Iterator[Line]:
    for what, figure in HANDS.items():
        bad = of.of(name, f"{figure} p95")
        why = of.why.get(name, "") if bad is None else f"p95 {statistics.median(bad) * 1000:.3g} ms"
        yield Line(f"{name}, {what}", of.of(name, figure), within_ms(8), why=why)


ROW = Row(8, "frame of 1920x1080", measure)
