"""2. Everything loaded and indexed, of an archive that was opened before, against a bare window."""

from collections.abc import Iterator

from benchmarks.goal import at_most
from benchmarks.made import named
from benchmarks.row import Line, Plan, Row
from benchmarks.sittings import BARE, sittings

GOALS = {1_000_000: 2.5, 10_000_000: 4.5}


def measure(plan: Plan) -> Iterator[Line]:
    """The sizes that have a goal; the largest that is measured where none has."""
    of = sittings(plan)
    for size in plan.of(*GOALS) or (plan.largest,):
        name, goal = named(size), at_most(GOALS.get(size, 2.5))
        loaded, why = of.of(name, "loaded"), of.why.get(name, "")
        # The frame that a bare window paints, in the same rounds.
        yield Line(name, loaded, goal, BARE, of.of(BARE, "first"), why)


ROW = Row(2, "everything loaded and indexed", measure)
