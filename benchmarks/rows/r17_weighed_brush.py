"""17. A move of the brush with the balance and the comparison in sight, at a hundred thousand."""

from collections.abc import Iterator
from contextlib import ExitStack

from benchmarks.child import ours
from benchmarks.goal import at_most, within_ms
from benchmarks.made import named, synthetic
from benchmarks.rounds import interleaved
from benchmarks.row import Line, Plan, Row

WEIGHED, LISTED = "with balance and comparison", "with the list"


def measure(plan: Plan) -> Iterator[Line]:
    """By the clock, the turn of the hand and with that of the charts; beside the same window with
    the list."""
    size = max(plan.smallest, min(100_000, plan.largest))
    archive, notebook = synthetic(size), plan.cache / f"brush-{named(size)}.notebook.sqlite"
    with ExitStack() as stack:
        weighed = ours("brush_paint", archive, notebook, "weighed", cache=plan.cache)
        listed = ours("brush_paint", archive, notebook, cache=plan.cache)
        contenders = {
            WEIGHED: stack.enter_context(weighed),
            LISTED: stack.enter_context(listed),
        }
        of = interleaved(contenders, plan.rounds)
    why = of.why.get(WEIGHED, "")
    yield Line(named(size), of.of(WEIGHED), within_ms(16), why=why)
    yield Line(f"{named(size)}, until its charts", of.of(WEIGHED, "whole"), within_ms(16), why=why)
    why = why or of.why.get(LISTED, "")
    yield Line("beside the list", of.of(WEIGHED), at_most(1.25), LISTED, of.of(LISTED), why)


ROW = Row(17, "brush move with balance and comparison", measure)
