"""15. Peak memory of the program, against the bytes of its columns."""

from collections.abc import Iterator

from benchmarks.goal import at_most
from benchmarks.made import named
from benchmarks.row import Line, MissingError, Plan, Row
from benchmarks.sittings import sittings

COLUMNS = "bytes of the columns"


def measure(plan: Plan) -> Iterator[Line]:
    """What the largest archive takes beyond the smallest, whose peak is that of the window."""
    if plan.largest == plan.smallest:
        raise MissingError("needs archives of two sizes")
    of = sittings(plan)
    many, few = named(plan.largest), named(plan.smallest)
    whole, window = of.of(many, "peak"), of.of(few, "peak")
    columns, why = of.of(many, "columns"), of.why.get(many, "") or of.why.get(few, "")
    more = None
    if whole is not None and window is not None:
        more = [a - b for a, b in zip(whole, window, strict=True)]
    yield Line(f"{many} beyond {few}", more, at_most(1.3), COLUMNS, columns, why, "MB")


ROW = Row(15, "peak memory", measure)
