"""7. Another filter changed until the brush is quick again, against falcon-vis' new index."""

import statistics
from collections.abc import Iterator
from contextlib import ExitStack

from benchmarks.child import Child, node_peer, ours
from benchmarks.flat import flat
from benchmarks.goal import faster, within_ms
from benchmarks.made import named, synthetic
from benchmarks.rounds import interleaved
from benchmarks.row import Line, MissingError, Plan, Row

PEER = "falcon-vis"


def measure(plan: Plan) -> Iterator[Line]:
    """At a million."""
    size = min(1_000_000, plan.largest)
    absent = ""
    with ExitStack() as stack:
        notebook = plan.cache / "refilter.notebook.sqlite"
        mine = ours("refilter", synthetic(size), notebook, cache=plan.cache)
        contenders: dict[str, Child] = {"ours": stack.enter_context(mine)}
        try:
            peer = node_peer("falcon", flat(synthetic(size)), "reindex")
            contenders[PEER] = stack.enter_context(peer)
        except MissingError as missing:
            absent = str(missing)
        of = interleaved(contenders, plan.rounds)
    why = of.why.get("ours", "") or absent or of.why.get(PEER, "")
    shown = of.of("ours", "shown")
    beside = PEER + (
        f" (all shown after {statistics.median(shown) * 1000:.3g} ms)" if shown else ""
    )
    yield Line(named(size), of.of("ours"), faster(6), beside, of.of(PEER), why)
    what = f"{named(size)}, longest turn of the window"
    yield Line(what, of.of("ours", "late"), within_ms(8), why=of.why.get("ours", ""))


ROW = Row(7, "another filter changed, brush ready", measure)
