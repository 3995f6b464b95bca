"""Dragging a period: drawing a new one, moving its edges, moving it whole."""

from enum import Enum
from math import floor
from typing import TYPE_CHECKING

from timeline_app.dataclass import dataclass
from timeline_app.scene.ticks import snapped
from timeline_app.scene.time_scale import TimeScale

if TYPE_CHECKING:  # the first frame is painted before NumPy is there
    from timeline_app.model.filter import SpanClause

REACH_PX = 12.0
NARROW_PX = 26.0
LEAST_DRAG_PX = 4.0


class Part(Enum):
    """What of a brush is held."""

    NEW = "new"
    LEFT = "left"
    RIGHT = "right"
    WHOLE = "whole"


def part_at(scale: TimeScale, span: "SpanClause | None", x: float, reach: float) -> Part:
    """What of the brushed period lies at a pixel; edges win, a narrow brush is moved whole."""
    if span is None:
        return Part.NEW
    left, right = scale.x(float(span.first)), scale.x(float(span.last + 1))
    reach = min(reach, max(3.0, (right - left) / 3)) if left < x < right else reach
    to_left, to_right = abs(x - left), abs(x - right)
    if min(to_left, to_right) <= reach:
        return Part.LEFT if to_left < to_right else Part.RIGHT
    return Part.WHOLE if left < x < right else Part.NEW


@dataclass(frozen=True, slots=True)
class BrushDrag:
    """A drag that began at `start` (a day and part of it) on `part` of the period `before`."""

    part: Part
    start: float
    before: "SpanClause | None"

    def moved(self, scale: TimeScale, day: float, snap: bool) -> tuple[int, int]:
        """First and last day of the period with the pointer at `day`; whole months or years, as
        the ruler shows, where `snap`."""
        if self.part is Part.WHOLE and self.before is not None:
            return self._shifted(scale, day, snap)
        first_edge, last_edge = self._edges(day)
        low, high = min(first_edge, last_edge), max(first_edge, last_edge)
        if snap:
            first, after = snapped(scale, low), snapped(scale, high)
            return first, max(first, after - 1)
        return floor(low), max(floor(low), self._last(high))

    def _last(self, edge: float) -> int:
        """The last day inside: an edge on the border of two days belongs to the one before."""
        day = floor(edge)
        return day - 1 if edge == day else day

    def _edges(self, day: float) -> tuple[float, float]:
        if self.before is None or self.part is Part.NEW:
            return self.start, day
        if self.part is Part.LEFT:
            return day, float(self.before.last + 1)
        return float(self.before.first), day

    def _shifted(self, scale: TimeScale, day: float, snap: bool) -> tuple[int, int]:
        if self.before is None:
            raise ValueError("there is no period to move")
        by = round(day - self.start)
        first = snapped(scale, float(self.before.first + by)) if snap else self.before.first + by
        return first, first + self.before.last - self.before.first
