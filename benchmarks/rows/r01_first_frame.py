"""1. The first frame from the command, whatever the archive's size, against a bare window."""

from collections.abc import Iterator

from benchmarks.goal import at_most
from benchmarks.made import named
from benchmarks.row import Line, Plan, Row
from benchmarks.sittings import BARE, sittings


def measure(plan: Plan) -> Iterator[Line]:
    """Every size, and the largest against a small one."""
    of = sittings(plan)
    bare = of.of(BARE, "first")
    for size in plan.sizes:
        name = named(size)
        first, why = of.of(name, "first"), of.why.get(name, "")
        yield Line(name, first, at_most(1.5), BARE, bare, why)
    small = named(max(plan.smallest, min(100_000, plan.largest)))
    large = named(plan.largest)
    theirs, why = of.of(small, "first"), of.why.get(large, "")
    if large != small:
        yield Line(f"{large} / {small}", of.of(large, "first"), at_most(1.1), small, theirs, why)


ROW = Row(1, "first frame from the command", measure)
