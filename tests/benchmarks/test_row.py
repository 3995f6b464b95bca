"""Rows: ratios round by round, held only where everything ran."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.goal import at_most, faster, within_ms
from benchmarks.row import Line, Measured, MissingError, Plan, Row, measured

PLAN = Plan(3, (10_000,), Path("nowhere"))
seconds = st.floats(1e-6, 1e3)
pairs = st.lists(st.tuples(seconds, seconds), min_size=1, max_size=9)


@given(pairs, st.floats(0.5, 50))
def test_faster_says_the_same_as_at_most_its_inverse(
    both: list[tuple[float, float]], n: float
) -> None:
    ours, theirs = [a for a, _ in both], [b for _, b in both]
    one, other = faster(n), at_most(1 / n)
    lines = [Line("", ours, goal, "peer", theirs) for goal in (one, other)]
    assert lines[0].figure == lines[1].figure and lines[0].held == lines[1].held


def test_the_ratio_is_the_median_of_the_rounds_not_that_of_medians() -> None:
    line = Line("", [1.0, 4.0, 9.0], at_most(2), "floor", [1.0, 1.0, 9.0])
    assert line.figure == 1.0 and line.held
    assert not Line("", [3.0, 4.0, 9.0], at_most(2), "floor", [1.0, 1.0, 9.0]).held


def test_a_bound_on_ours_alone_is_in_its_unit() -> None:
    assert Line("", [0.004, 0.009, 0.005], within_ms(8)).figure == pytest.approx(5)


@pytest.mark.parametrize("ours, theirs", [(None, [1.0]), ([1.0], None), (None, None)])
def test_what_was_not_run_is_not_held(ours: list[float] | None, theirs: list[float] | None) -> None:
    line = Line("", ours, at_most(1000), "peer", theirs, "not there")
    assert line.figure is None and not line.held and line.strain == float("inf")


def test_a_row_is_judged_by_its_worst_line() -> None:
    good, bad = (Line(what, [1.0], at_most(n), "p", [1.0]) for what, n in (("g", 2), ("b", 0.5)))
    row = Measured(1, "row", (good, bad))
    assert row.worst is bad and not row.held
    assert Measured(1, "row", (good,)).held
    assert not Measured(1, "row", ()).held


def test_a_row_whose_needs_are_missing_says_so() -> None:
    def measure(plan: Plan) -> list[Line]:
        raise MissingError("no disk")

    row = measured(Row(3, "row", measure), PLAN)
    assert (row.lines, row.why, row.held) == ((), "no disk", False)
