"""What one lane has between the edges of the window, and the room it would need."""

from collections.abc import Collection, Sequence
from functools import cached_property

import numpy as np

from timeline_app.dataclass import dataclass
from timeline_app.scene.content import Content, Rows
from timeline_app.scene.lane_index import Reaching
from timeline_app.scene.lane_layout import MOST_HELD_MARKS, MOST_MARKS, LaneNeed, label_rows
from timeline_app.scene.marks import Extents, extents
from timeline_app.scene.stack_frames import Footing, StackFrame, stack_frames
from timeline_app.scene.time_scale import TimeScale

TOO_TALL = 1_000_000
"""The tallest stack of a lane whose events are too many to be drawn one by one."""
_TYPICAL_LABEL_PX = 190.0


class Together:
    """What of all lanes touches the days in sight, where it is little enough for marks, and where
    marks of it lie: found of all lanes at once, when it is first asked for. `events` says how much
    touches them in each lane."""

    def __init__(self, content: Content, scale: TimeScale, events: Sequence[int]) -> None:
        self._content, self._scale, self._events = content, scale, events

    @cached_property
    def rows(self) -> list[Rows]:
        """The rows of each lane; none of one with too many."""
        first, end = self._scale.first, self._scale.end
        return [
            self._content.touching(lane, first, end) if n <= MOST_HELD_MARKS else _NONE
            for lane, n in enumerate(self._events)
        ]

    @cached_property
    def spreads(self) -> list[Extents]:
        """Their marks in pixels."""
        whole = extents(self._content.shapes, np.concatenate(self.rows), self._scale)
        return whole.parted(np.cumsum([len(rows) for rows in self.rows]).tolist())


@dataclass(frozen=True, eq=False)
class LaneSight:
    """What of a lane touches the days in sight: its stacks, and the rows that are `beyond`, which
    stand on a day outside."""

    content: Content
    scale: TimeScale
    frame: StackFrame
    events: int
    opened: bool
    panning: bool
    together: Together

    @property
    def lane(self) -> int:
        """Its number."""
        return self.frame.lane

    @property
    def rows(self) -> Rows:
        """All that touches the days in sight, where it is little enough for marks."""
        return self.together.rows[self.lane]

    @property
    def spread(self) -> Extents:
        """Where marks of these rows lie."""
        return self.together.spreads[self.lane]

    @cached_property
    def depth(self) -> int:
        """How many slots these need."""
        return self.spread.depth()

    @property
    def named(self) -> Rows:
        """Those of them that may say their name in this lane."""
        home = self.content.home[self.rows] == self.lane
        named: Rows = self.rows[self.content.passing[self.rows] & home]
        return named

    @property
    def beyond(self) -> Reaching:
        """What touches them and stands on a day outside."""
        return self.content.reaching(self.scale.first, self.scale.end).within(self.lane)

    @cached_property
    def need(self) -> LaneNeed:
        """How deep marks would lie over one another is not asked while panning."""
        single, frame = self.events <= MOST_MARKS and not self.panning, self.frame
        depth = wish = 0
        if single:
            depth = max(1, self.depth)
            wish = label_rows(len(self.named) * _TYPICAL_LABEL_PX, self.scale.width_px)
        return LaneNeed(
            lane=self.lane,
            events=self.events,
            depth=depth,
            tallest=frame.tallest if frame.single else TOO_TALL,
            wish=wish,
            opened=self.opened,
        )


def sights(
    content: Content, on: Footing, opened: Collection[str], panning: bool
) -> list[LaneSight]:
    """One for each lane, of the days that the footing is for; lanes whose term is in `opened` are
    never folded. While `panning` what lanes show stays."""
    frames, together = stack_frames(content, on), Together(content, on.scale, on.touching)
    return [
        LaneSight(content, on.scale, frame, n, lane.lane.term in opened, panning, together)
        for n, frame, lane in zip(on.touching, frames, content.lanes, strict=True)
    ]


_NONE = np.zeros(0, np.int64)
