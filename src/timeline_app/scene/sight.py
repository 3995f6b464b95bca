"""What one lane has between the edges of the window, and the room it would need."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from timeline_app.scene.buckets import bucket_power
from timeline_app.scene.content import Content, Rows
from timeline_app.scene.lane_layout import MOST_HELD_MARKS, MOST_MARKS, LaneNeed, label_rows
from timeline_app.scene.marks import extents
from timeline_app.scene.stack_strokes import StackFrame, stack_frames
from timeline_app.scene.time_scale import TimeScale

TOO_TALL = 1_000_000
"""The tallest stack of a lane whose events are too many to be drawn one by one."""
_TYPICAL_LABEL_PX = 190.0


@dataclass(frozen=True, eq=False, slots=True)
class LaneSight:
    """What of a lane touches the days in sight: its stacks, and the rows that are `beyond`, which
    stand on a day outside. `rows` are all of them, where these are few enough for marks; the
    `named` ones may say their name in this lane."""

    lane: int
    rows: Rows
    named: Rows
    beyond: Rows
    frame: StackFrame
    need: LaneNeed


def sights(
    content: Content, scale: TimeScale, opened: Collection[str], panning: bool
) -> list[LaneSight]:
    """One for each lane; lanes whose term is in `opened` are never folded. How deep marks would lie
    over one another is not asked while `panning`, when what lanes show stays."""
    power = bucket_power(scale.px_per_day)
    events = content.count_touching(scale.first, scale.end).tolist()
    return [
        _sight(content, frame, scale, n, lane.lane.term in opened, panning)
        for n, frame, lane in zip(
            events, stack_frames(content, power, scale), content.lanes, strict=True
        )
    ]


def _sight(
    content: Content, frame: StackFrame, scale: TimeScale, events: int, opened: bool, panning: bool
) -> LaneSight:
    lane, few = frame.lane, events <= MOST_HELD_MARKS
    reach = content.reaching(scale.first, scale.end)
    rows = content.touching(lane, scale.first, scale.end) if few else _NONE
    named = rows[content.passing[rows] & (content.home[rows] == lane)]
    single = events <= MOST_MARKS and not panning
    need = LaneNeed(
        lane=lane,
        events=events,
        depth=max(1, extents(content.shapes, rows, scale).depth()) if single else 0,
        tallest=int(frame.count.max(initial=0)) if frame.single else TOO_TALL,
        wish=label_rows(len(named) * _TYPICAL_LABEL_PX, scale.width_px),
        opened=opened,
    )
    return LaneSight(lane, rows, named, reach.rows[reach.lane == lane], frame, need)


_NONE = np.zeros(0, np.int64)
