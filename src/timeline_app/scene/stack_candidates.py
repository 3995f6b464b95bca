"""Which events may hang their names over the stacks of a lane."""

import numpy as np

from timeline_app.model.event_table import Mask
from timeline_app.scene.content import Content, Rows
from timeline_app.scene.held_lane import Held, LabelledLane, most_new
from timeline_app.scene.labels import telling
from timeline_app.scene.stack_frames import StackFrame

HASTY_CANDIDATES = 24
"""How many rows of a lane look for a place in what is composed for many frames of days that are
dragged; the others follow at rest."""
_NONE = np.zeros(0, np.int64)


def candidates(
    lane: LabelledLane, frame: StackFrame, held: Held
) -> tuple[dict[int, int], set[int]]:
    """Over which stack of the frame each row would hang that may say its name, and which of them
    look for a place now: all at rest, else those of stacks that have come into sight."""
    buckets, whole = frame.stacks.bucket[frame.seen], ~frame.cut
    (low, high), new = held.seen, whole
    before = _still(lane, frame, held) if not lane.resting else {}
    if not lane.resting and low <= high:
        new = whole & ((buckets < low) | (buckets > high))
    if whole.any():
        seen = int(buckets[whole][0]), int(buckets[whole][-1])
        held.seen = seen if lane.resting or low > high else (min(low, seen[0]), max(high, seen[1]))
    most = most_new(lane, held, before)
    most = HASTY_CANDIDATES if most is None else most
    if not lane.resting and not most:
        return before, set()
    rows, stack = _namable(lane, frame, new)
    if not lane.resting and len(rows) > most:
        few = np.isin(rows, telling(rows, lane.content.shapes.table.importance, most))
        rows, stack = rows[few], stack[few]
    stack_of = dict(zip(rows.tolist(), stack.tolist(), strict=True))
    return stack_of | before, set(stack_of)


def _still(lane: LabelledLane, frame: StackFrame, held: Held) -> dict[int, int]:
    """Over which stack of the frame each row hangs that did before."""
    content, buckets = lane.content, frame.stacks.bucket[frame.seen]
    if not held.placed or not len(buckets):
        return {}
    hung = held.buckets(content, frame.stacks.power)
    rows, bucket = (np.array(list(of), np.int64) for of in (hung, hung.values()))
    at = np.minimum(np.searchsorted(buckets, bucket), len(buckets) - 1)
    still = content.passing[rows] & (buckets[at] == bucket) & ~frame.cut[at]
    return dict(zip(rows[still].tolist(), at[still].tolist(), strict=True))


def _namable(lane: LabelledLane, frame: StackFrame, wanted: Mask) -> tuple[Rows, Rows]:
    """The rows that may say their name over these stacks of a frame, and the stack of each. Of too
    many to be drawn one by one, the most telling of each stack."""
    content = lane.content
    if not wanted.any():
        return _NONE, _NONE
    if frame.single:
        rows, stack = frame.rows, frame.stack_of
        rows, stack = rows[wanted[stack]], stack[wanted[stack]]
    else:
        rows, stack = _most_telling(content, frame, np.flatnonzero(wanted))
    named = content.passing[rows] & (content.home[rows] == lane.lane)
    if lane.named is not None:
        named &= np.isin(rows, lane.named)
    return rows[named], stack[named]


def _most_telling(content: Content, frame: StackFrame, stacks: Rows) -> tuple[Rows, Rows]:
    """`stacks` are such as follow each other, or lie at both ends of those in sight."""
    buckets = frame.stacks.bucket[frame.seen]
    best = np.full(len(buckets), -1, np.int64)
    for run in np.split(stacks, np.flatnonzero(np.diff(stacks) > 1) + 1):
        best[run] = content.index.best(frame.lane, buckets[run], frame.stacks.power)
    stack = np.flatnonzero(best >= 0)
    return best[stack], stack
