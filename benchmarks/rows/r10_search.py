"""10. A key typed until the first hits and their number stand, against plain SQL; and until a
search that was running has ended."""

from collections.abc import Iterator
from contextlib import ExitStack

from benchmarks.child import Child, ours, plain_peer
from benchmarks.goal import at_most, within_ms
from benchmarks.made import named, synthetic
from benchmarks.rounds import interleaved
from benchmarks.row import Line, Plan, Row

PEERS = {"LIKE": "like", "bm25 over all matches": "bm25"}
CUT = "cut short"


def measure(plan: Plan) -> Iterator[Line]:
    """At a million: the key that one in a hundred is slower than, and the worst beside."""
    size = min(1_000_000, plan.largest)
    archive, name = synthetic(size), named(size)
    with ExitStack() as stack:
        notebook = plan.cache / "keys.notebook.sqlite"
        mine = stack.enter_context(ours("keys", archive, notebook, cache=plan.cache))
        cut = ours("cut", archive, plan.cache / "cut.notebook.sqlite", cache=plan.cache)
        contenders: dict[str, Child] = {"ours": mine, CUT: stack.enter_context(cut)}
        for peer, how in PEERS.items():
            child = plain_peer("search_sql", archive, how)
            contenders[peer] = stack.enter_context(child)
        of = interleaved(contenders, plan.rounds)
    why = of.why.get("ours", "")
    yield Line(f"{name}, p99 of keys", of.of("ours", "p99"), within_ms(16), why=why)
    worst = of.of("ours", "worst")
    said = why if worst is None else f"worst key {max(worst) * 1000:.3g} ms"
    for peer in PEERS:
        why = of.why.get(peer, "") or said
        yield Line(f"{name}, middle key", of.of("ours"), at_most(1), peer, of.of(peer), why)
    worst = of.of(CUT, "worst")
    said = of.why.get(CUT, "") if worst is None else f"worst {max(worst) * 1000:.3g} ms"
    what = f"{name}, a running search cut short, p99"
    yield Line(what, of.of(CUT, "p99"), within_ms(5), why=said)


ROW = Row(10, "key typed, first hits and their number", measure)
