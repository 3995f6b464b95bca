"""Steps from the event in focus to another one."""

import numpy as np
from numpy.typing import NDArray

from timeline_app.crossfilter.passing import Passing


def stepped(rows: NDArray[np.int64], focus: int | None, step: int, middle: int) -> int | None:
    """The row `step` further in `rows` (ascending) than `focus`, held at the ends.

    Without a focus the first step goes to the row at or after `middle`. None where `rows` is empty.
    """
    if not len(rows):
        return None
    if focus is None:
        at = int(np.searchsorted(rows, middle))
    else:
        at = int(np.searchsorted(rows, focus))
        beside = at >= len(rows) or rows[at] != focus
        at += step - 1 if beside and step > 0 else step
    return int(rows[min(max(at, 0), len(rows) - 1)])


def stepped_in_table(passing: Passing, focus: int | None, step: int, middle: int) -> int | None:
    """The same among all rows that pass, without listing them."""
    if not passing.possible:
        return None
    at = passing.rank(middle if focus is None else focus)
    if focus is not None:
        beside = not passing.passes(np.array([focus]))[0]
        at += step - 1 if beside and step > 0 else step
    at = min(max(at, 0), passing.possible - 1)
    return int(passing.select(at, 1)[0])


def between(passing: Passing, one: int, other: int) -> tuple[int, ...]:
    """The passing occurrences from one to the other, in time; the other one last."""
    table = passing.base.table
    ends = [table.row_of(one), table.row_of(other)]
    if ends[0] is None or ends[1] is None:
        return (other,)
    rows = np.arange(min(ends[0], ends[1]), max(ends[0], ends[1]) + 1)
    chosen = table.occurrence[rows[passing.passes(rows)]]
    return (*chosen[chosen != other].tolist(), other)
