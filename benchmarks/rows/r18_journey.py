"""18. How long the window's loop is held on a reader's way through a million events, with claims,
bands and arcs."""

from collections.abc import Iterator
from contextlib import ExitStack

from benchmarks.child import ours
from benchmarks.goal import within_ms
from benchmarks.made import MANY_ACTORS, named, synthetic
from benchmarks.rounds import interleaved
from benchmarks.row import Line, Plan, Row


def measure(plan: Plan) -> Iterator[Line]:
    """The act that one in a hundred is slower than, and the worst beside; also of an archive that
    names very many actors."""
    size = min(1_000_000, plan.largest)
    archives = {
        named(size): synthetic(size, claims=True),
        f"{named(size)} of {named(MANY_ACTORS)} actors": synthetic(size, True, MANY_ACTORS),
    }
    with ExitStack() as stack:
        contenders = {
            name: stack.enter_context(
                ours("journey", archive, plan.cache / f"{archive.stem}.journey", cache=plan.cache)
            )
            for name, archive in archives.items()
        }
        of = interleaved(contenders, plan.rounds)
    for name in archives:
        worst, why = of.of(name, "worst"), of.why.get(name, "")
        why = why if worst is None else f"worst act {max(worst) * 1000:.3g} ms"
        yield Line(f"{name}, p99 of acts", of.of(name, "p99"), within_ms(16), why=why)


ROW = Row(18, "loop held, with claims, bands and arcs", measure)
