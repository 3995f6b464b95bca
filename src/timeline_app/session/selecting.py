"""Steps from the event in focus to another one."""

import numpy as np
from numpy.typing import NDArray

from timeline_app.crossfilter.passing import Passing
from timeline_app.model.codes import Whole

_FIRST_LOOKED_AT = 64
"""So many rows of a lane are looked at before twice as many are."""


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


def stepped_in_lane(
    passing: Passing, lane: Whole, focus: int | None, step: int, middle: int
) -> int | None:
    """The next (1) or previous (-1) of the rows of `lane` (ascending) that pass, as `stepped` finds
    it in a list of these; what lies nearest is looked at first."""
    at = int(lane.searchsorted(middle if focus is None else focus))
    if focus is not None and step > 0 and at < len(lane) and lane[at] == focus:
        at += 1
    ahead, way = (at - 1, -1) if focus is not None and step < 0 else (at, 1)
    found = _first_passing(passing, lane, ahead, way)
    return _first_passing(passing, lane, ahead - way, -way) if found is None else found


def _first_passing(passing: Passing, lane: Whole, at: int, way: int) -> int | None:
    """The first row of a lane that passes, from this place on or back."""
    many = _FIRST_LOOKED_AT
    while 0 <= at < len(lane):
        rows = lane[at : at + many] if way > 0 else lane[max(0, at + 1 - many) : at + 1][::-1]
        passes = np.flatnonzero(passing.passes(rows))
        if len(passes):
            return int(rows[passes[0]])
        at, many = at + way * len(rows), 2 * many
    return None


def between(passing: Passing, one: int, other: int) -> tuple[int, ...]:
    """The passing occurrences from one to the other, in time; the other one last."""
    table = passing.base.table
    ends = [table.row_of(one), table.row_of(other)]
    if ends[0] is None or ends[1] is None:
        return (other,)
    rows = np.arange(min(ends[0], ends[1]), max(ends[0], ends[1]) + 1)
    chosen = table.occurrence[rows[passing.passes(rows)]]
    return (*chosen[chosen != other].tolist(), other)
