"""1. The first frame from the command, whatever the archive's size, against a bare window."""

from collections.abc import Iterator

from benchmarks.goal import at_most
from benchmarks.made import named
from benchmarks.rounds import Rounds
from benchmarks.row import Line, Plan, Row
from benchmarks.sittings import BARE, sittings


def measure(plan: Plan) -> Iterator[Line]:
    """Every size, and the largest against a small one."""
    of = sittings(plan)
    bare = of.of(BARE, "first")
    for size in plan.sizes:
        name = named(size)
        yield Line(name, _useful(of, name), at_most(1.5), BARE, bare, of.why.get(name, ""))
    small = named(max(plan.smallest, min(100_000, plan.largest)))
    large = named(plan.largest)
    theirs, why = _useful(of, small), of.why.get(large, "")
    if large != small:
        yield Line(f"{large} / {small}", _useful(of, large), at_most(1.1), small, theirs, why)


def _useful(of: Rounds, name: str) -> list[float] | None:
    """When the frame was useful: at first where it showed the archive's overview, else loaded."""
    figures = [of.of(name, figure) for figure in ("first", "loaded", "useful")]
    if any(series is None for series in figures):
        return None
    rounds = zip(*(series or [] for series in figures), strict=True)
    return [first if useful else loaded for first, loaded, useful in rounds]


ROW = Row(1, "first frame from the command", measure)
