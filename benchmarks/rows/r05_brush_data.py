"""5. A move of the brush, the data of five linked counts, against crossfilter libraries.

Ours counts columns of which an event may have several terms (three actors each); the peers get one
term an event, and the same days, brush and filter.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from benchmarks.child import Child, node_peer, ours
from benchmarks.flat import flat
from benchmarks.goal import faster
from benchmarks.made import named, synthetic
from benchmarks.rounds import Rounds, interleaved
from benchmarks.row import Line, MissingError, Plan, Row

PEERS = {"crossfilter2": 200, "Mosaic": 300, "falcon-vis": 2}
SCRIPTS = {"crossfilter2": "crossfilter", "Mosaic": "mosaic", "falcon-vis": "falcon"}
"""Each peer and how many times faster ours must be."""


def measure(plan: Plan) -> Iterator[Line]:
    """At a million and ten, or at the largest size that is measured."""
    for size in plan.of(1_000_000, 10_000_000) or (plan.largest,):
        of = _rounds(plan, synthetic(size))
        for peer, times in PEERS.items():
            why = of.why.get("ours", "") or of.why.get(peer, "")
            yield Line(named(size), of.of("ours"), faster(times), peer, of.of(peer), why)


def _rounds(plan: Plan, archive: Path) -> Rounds:
    contenders: dict[str, Child] = {}
    absent: dict[str, str] = {}
    with ExitStack() as stack:
        contenders["ours"] = stack.enter_context(ours("brush_data", archive, cache=plan.cache))
        for peer, script in SCRIPTS.items():
            try:
                child = node_peer(script, flat(archive))
            except MissingError as missing:
                absent[peer] = str(missing)
            else:
                contenders[peer] = stack.enter_context(child)
        of = interleaved(contenders, plan.rounds)
    of.why |= absent
    return of


ROW = Row(5, "brush move, data of five linked counts", measure)
