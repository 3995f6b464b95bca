"""What one lane has between the edges of the window, and the room it would need."""

from collections.abc import Collection
from dataclasses import dataclass

from timeline_app.scene.buckets import bucket_power
from timeline_app.scene.content import Content, Rows
from timeline_app.scene.lane_layout import LaneNeed, label_rows
from timeline_app.scene.marks import extents
from timeline_app.scene.stack_strokes import StackFrame, stack_frame
from timeline_app.scene.time_scale import TimeScale

MOST_MARKS = 400
_TYPICAL_LABEL_PX = 190.0


@dataclass(frozen=True, eq=False, slots=True)
class LaneSight:
    """The `rows` of a lane that touch the days in sight, and its stacks; the `named` ones may say
    their name in this lane."""

    lane: int
    rows: Rows
    named: Rows
    frame: StackFrame
    need: LaneNeed


def sights(
    content: Content, scale: TimeScale, opened: Collection[str], panning: bool
) -> list[LaneSight]:
    """One for each lane; lanes whose term is in `opened` are never folded. How deep marks would lie
    over one another is not asked while `panning`, when what lanes show stays."""
    power = bucket_power(scale.px_per_day)
    return [
        _sight(content, i, scale, power, lane.lane.term in opened, panning)
        for i, lane in enumerate(content.lanes)
    ]


def _sight(
    content: Content, lane: int, scale: TimeScale, power: int, opened: bool, panning: bool
) -> LaneSight:
    rows = content.lanes[lane].touching(scale.first, scale.end)
    frame = stack_frame(content, lane, power, scale)
    named = rows[content.passing[rows] & (content.home[rows] == lane)]
    single = len(rows) <= MOST_MARKS and not panning
    need = LaneNeed(
        lane=lane,
        events=len(rows),
        depth=max(1, extents(content.shapes, rows, scale).depth()) if single else 0,
        tallest=int(frame.count.max(initial=0)),
        wish=label_rows(len(named) * _TYPICAL_LABEL_PX, scale.width_px),
        opened=opened,
    )
    return LaneSight(lane, rows, named, frame, need)
