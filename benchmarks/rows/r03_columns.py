"""3. All columns of an archive that was opened before, against libraries that read six of them."""

from collections.abc import Iterator
from contextlib import ExitStack

from benchmarks.child import Child, ours, python_peer
from benchmarks.goal import faster
from benchmarks.made import named, synthetic
from benchmarks.rounds import Rounds, interleaved
from benchmarks.row import Line, MissingError, Plan, Row

GOALS = {1_000_000: 10, 10_000_000: 6}
PEERS = {
    "pandas": "pandas",
    "Polars on ConnectorX": "polars",
    "ConnectorX": "connectorx",
    "DuckDB": "duckdb",
    "sqlite3 and fromiter": "fromiter",
}
OURS = "ours"


def measure(plan: Plan) -> Iterator[Line]:
    """Each peer is a line, so the fastest decides."""
    for size in plan.of(*GOALS) or (plan.largest,):
        of = _rounds(plan, size)
        mine, goal = of.of(OURS), faster(GOALS.get(size, 10))
        for name in PEERS:
            theirs, why = of.of(name), of.why.get(OURS, "") or of.why.get(name, "")
            yield Line(named(size), mine, goal, name, theirs, why)


def _rounds(plan: Plan, size: int) -> Rounds:
    with ExitStack() as stack:
        archive = synthetic(size)
        contenders: dict[str, Child] = {}
        absent = {}
        mine = ours("columns", archive, cache=plan.cache)
        contenders[OURS] = stack.enter_context(mine)
        for name, how in PEERS.items():
            try:
                peer = python_peer("read_columns", how, archive)
            except MissingError as missing:
                absent[name] = str(missing)
            else:
                contenders[name] = stack.enter_context(peer)
        of = interleaved(contenders, plan.rounds)
        of.why |= absent
    return of


ROW = Row(3, "columns of all events", measure)
