"""9. A pan frame at 10,000 events, against vis-timeline and d3 in headless Chromium."""

from collections.abc import Iterator
from contextlib import ExitStack

from benchmarks.child import Child, node_peer, ours
from benchmarks.flat import flat
from benchmarks.goal import faster
from benchmarks.made import named, synthetic
from benchmarks.rounds import interleaved
from benchmarks.row import Line, MissingError, Plan, Row

PEERS = {"vis-timeline": 15, "d3, an SVG element an event": 15}
SCRIPTS = {"vis-timeline": "vis", "d3, an SVG element an event": "d3"}


def measure(plan: Plan) -> Iterator[Line]:
    """At the smallest size."""
    archive, name = synthetic(plan.smallest), named(plan.smallest)
    contenders: dict[str, Child] = {}
    absent: dict[str, str] = {}
    with ExitStack() as stack:
        mine = ours("frame", archive, plan.cache / "pan.notebook.sqlite", cache=plan.cache)
        contenders["ours"] = stack.enter_context(mine)
        for peer, page in SCRIPTS.items():
            try:
                child = node_peer("browser", page, flat(archive))
            except MissingError as missing:
                absent[peer] = str(missing)
            else:
                contenders[peer] = stack.enter_context(child)
        of = interleaved(contenders, plan.rounds)
    for peer, times in PEERS.items():
        why = of.why.get("ours", "") or absent.get(peer, "") or of.why.get(peer, "")
        yield Line(name, of.of("ours", "pan"), faster(times), peer, of.of(peer), why)


ROW = Row(9, "pan frame", measure)
