"""What one lane has between the edges of the window, and the room it would need."""

from collections.abc import Collection
from dataclasses import dataclass

from timeline_app.scene.buckets import bucket_power
from timeline_app.scene.content import Content, Rows
from timeline_app.scene.lane_layout import LaneNeed, label_rows
from timeline_app.scene.marks import Extents, extents
from timeline_app.scene.stack_strokes import StackFrame, stack_frame
from timeline_app.scene.time_scale import TimeScale

MOST_MARKS = 400
_TYPICAL_LABEL_PX = 190.0


@dataclass(frozen=True, eq=False, slots=True)
class LaneSight:
    """The `rows` of a lane that touch the days in sight, in pixels as marks and as stacks."""

    lane: int
    rows: Rows
    extents: Extents
    frame: StackFrame
    need: LaneNeed


def sights(content: Content, scale: TimeScale, opened: Collection[str]) -> list[LaneSight]:
    """One for each lane; lanes whose term is in `opened` are never folded."""
    power = bucket_power(scale.px_per_day)
    return [
        _sight(content, i, scale, power, lane.lane.term in opened)
        for i, lane in enumerate(content.lanes)
    ]


def _sight(content: Content, lane: int, scale: TimeScale, power: int, opened: bool) -> LaneSight:
    rows = content.lanes[lane].touching(scale.first, scale.end)
    single = len(rows) <= MOST_MARKS
    marks = extents(content.shapes, rows, scale)
    frame = stack_frame(content, lane, power, scale)
    labelled = int((content.passing[rows] & (content.home[rows] == lane)).sum())
    need = LaneNeed(
        lane=lane,
        events=len(rows),
        depth=max(1, marks.depth()) if single else 0,
        tallest=int(frame.count.max(initial=0)),
        wish=label_rows(labelled * _TYPICAL_LABEL_PX, scale.width_px),
        opened=opened,
    )
    return LaneSight(lane, rows, marks, frame, need)
