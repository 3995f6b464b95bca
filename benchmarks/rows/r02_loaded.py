"""2. Everything loaded and indexed, of an archive that was opened before, against a bare window;
and what of that is our own work, by the clock."""

from collections.abc import Iterator
from contextlib import ExitStack

from benchmarks.child import ours
from benchmarks.goal import at_most, within_ms
from benchmarks.made import MANY_ACTORS, named, synthetic
from benchmarks.rounds import interleaved
from benchmarks.row import Line, Plan, Row
from benchmarks.sittings import BARE, sittings

GOALS = {1_000_000: 2.5, 10_000_000: 4.5}
OWN_MS = {1_000_000: 100, 10_000_000: 500}


def measure(plan: Plan) -> Iterator[Line]:
    """The sizes that have a goal; the largest that is measured where none has."""
    of, sizes = sittings(plan), plan.of(*GOALS) or (plan.largest,)
    for size in sizes:
        name, goal = named(size), at_most(GOALS.get(size, 2.5))
        loaded, why = of.of(name, "loaded"), of.why.get(name, "")
        # The frame that a bare window paints, in the same rounds.
        yield Line(name, loaded, goal, BARE, of.of(BARE, "first"), why)
    again = {named(size): (synthetic(size), OWN_MS.get(size, 100)) for size in sizes}
    least = min(sizes)
    named_often = f"{named(least)} of {named(MANY_ACTORS)} actors, with claims"
    again[named_often] = synthetic(least, True, MANY_ACTORS), OWN_MS.get(least, 100)
    with ExitStack() as stack:
        contenders = {
            name: stack.enter_context(ours("again", archive, cache=plan.cache))
            for name, (archive, _) in again.items()
        }
        of = interleaved(contenders, plan.rounds)
    for name, (_, most) in again.items():
        goal, why = within_ms(most), of.why.get(name, "")
        yield Line(f"{name}, of our own work", of.of(name), goal, why=why)


ROW = Row(2, "everything loaded and indexed", measure)
