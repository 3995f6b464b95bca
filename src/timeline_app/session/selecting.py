"""Steps from the event in focus to another one."""

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.event_table import EventTable, Mask


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


def between(table: EventTable, mask: Mask, one: int, other: int) -> tuple[int, ...]:
    """The passing occurrences from one to the other, in time; the other one last."""
    ends = [table.row_of(one), table.row_of(other)]
    if ends[0] is None or ends[1] is None:
        return (other,)
    low, high = min(ends[0], ends[1]), max(ends[0], ends[1])
    rows = np.flatnonzero(mask[low : high + 1]) + low
    found = [int(o) for o in table.occurrence[rows] if o != other]
    return (*found, other)
