"""The track of one's own events: their days, on rows of their own under the lanes."""

from collections.abc import Sequence
from dataclasses import field, replace

from timeline_app.dataclass import dataclass
from timeline_app.dates.day import OPEN_FUTURE, OPEN_PAST
from timeline_app.scene.text_measure import Measure, shortened
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.track import Band, TrackNeed, TrackPlace

ROW_PX = 22.0
SIGN_PX = 18.0
LABEL_SIZE = 12.5
_MARGIN_PX = 4.0
_MOST_ROWS = 4
_LABEL_PX = 230.0
_LEAST_LABEL_PX = 40.0
_AIR_PX, _LABEL_AIR_PX = 8.0, 5.0


@dataclass(frozen=True, slots=True)
class OwnDay:
    """One event of one's own: its key, outer days, title, and the vector its sign is of (-1:
    none)."""

    key: int
    first: int
    last: int
    title: str
    vector: int


@dataclass(frozen=True, slots=True)
class OwnMark:
    """One of them in pixels: its sign at (x, y), its days from `left` to `right`, its label."""

    day: OwnDay
    x: float
    y: float
    left: float
    right: float
    label: str = ""
    label_x: float = 0.0
    label_px: float = 0.0


@dataclass(frozen=True, eq=False, slots=True)
class OwnDrawing:
    """One frame of the track."""

    band: Band
    marks: tuple[OwnMark, ...]
    in_sight: int

    def place_at(self, x: float, y: float) -> TrackPlace | None:
        """The mark under a pixel, its label included."""
        if y not in self.band:
            return None
        half = SIGN_PX / 2 + 2
        for mark in reversed(self.marks):
            end = max(mark.right, mark.x + half, mark.label_x + mark.label_px)
            if abs(mark.y - y) <= half and min(mark.left, mark.x - half) <= x <= end:
                return _place(mark)
        return None

    def place_of(self, key: int) -> TrackPlace | None:
        """Where this one is drawn."""
        mark = next((one for one in self.marks if one.day.key == key), None)
        return None if mark is None else _place(mark)


@dataclass(slots=True)
class OwnTrack:
    """One's own events, by their first day; rows are kept while one pans. With larger letters they
    are `grown` times as high."""

    days: Sequence[OwnDay]
    measure: Measure
    grown: float = 1.0
    _rows: dict[int, int] = field(default_factory=dict)

    @property
    def row_px(self) -> float:
        """How high a row is."""
        return ROW_PX * self.grown

    def need(self, scale: TimeScale) -> TrackNeed:
        """A row at least, as many as lie upon each other at most."""
        rows = 1 + max(self._laid(scale).values(), default=0)
        row = self.row_px
        return TrackNeed(row + _MARGIN_PX, min(rows, _MOST_ROWS) * row + _MARGIN_PX)

    def compose(self, scale: TimeScale, band: Band, resting: bool) -> OwnDrawing:
        """Its picture."""
        seen = [day for day in self.days if _ends(day, scale) is not None]
        if resting or not self._rows.keys() >= {day.key for day in seen}:
            self._rows = self._laid(scale)
        row_px = self.row_px
        room = 1 if band.folded else max(1, int((band.height - _MARGIN_PX) // row_px))
        marks = []
        for day in seen:
            ends = _ends(day, scale)
            if ends is None:
                continue
            # Where rows lack room, signs share one and say less.
            row = min(self._rows.get(day.key, 0), room - 1)
            y = band.top + (band.height - room * row_px) / 2 + (row + 0.5) * row_px
            x = max(ends[0], scale.left_px) if day.last > day.first else sum(ends) / 2
            marks.append(OwnMark(day, x, y, *ends))
        return OwnDrawing(band, self._named(marks, scale.right_px), len(seen))

    def _named(self, marks: list[OwnMark], right_px: float) -> tuple[OwnMark, ...]:
        """The same with as much of its title as has room before the next one of its row."""
        named = []
        for mark in marks:
            x = max(mark.right, mark.x + SIGN_PX / 2) + _LABEL_AIR_PX
            others = (
                min(o.left, o.x - SIGN_PX / 2) for o in marks if o.y == mark.y and o is not mark
            )
            after = [left for left in others if left > mark.x - SIGN_PX / 2]
            room = min(
                [_LABEL_PX * self.grown, right_px - x, *(left - _AIR_PX - x for left in after)]
            )
            label = ""
            if room >= _LEAST_LABEL_PX:
                label = shortened(mark.day.title, room, LABEL_SIZE, self.measure)
            width = self.measure(label, LABEL_SIZE, False)
            named.append(replace(mark, label=label, label_x=x, label_px=width))
        return tuple(named)

    def _laid(self, scale: TimeScale) -> dict[int, int]:
        """By key the row of each that is in sight: the first in which it covers no other."""
        rows: dict[int, int] = {}
        free: list[float] = []
        for day in sorted(self.days, key=lambda one: (one.first, one.key)):
            ends = _ends(day, scale)
            if ends is None:
                continue
            left = max(ends[0], scale.left_px) - SIGN_PX / 2
            label = min(self.measure(day.title, LABEL_SIZE, False), _LABEL_PX * self.grown)
            right = max(ends[1], left + SIGN_PX) + _LABEL_AIR_PX + label + _AIR_PX
            row = next((n for n, until in enumerate(free) if until <= left), len(free))
            free[row : row + 1] = [right]
            rows[day.key] = row
        return rows


def _ends(day: OwnDay, scale: TimeScale) -> tuple[float, float] | None:
    """Its first and last pixel; None where it is out of sight."""
    left = scale.left_px - 30 if day.first <= OPEN_PAST else scale.x(day.first)
    right = scale.right_px + 30 if day.last >= OPEN_FUTURE else scale.x(day.last + 1)
    seen = right >= scale.left_px and left <= scale.right_px
    return (max(left, scale.left_px - 30), min(right, scale.right_px + 30)) if seen else None


def _place(mark: OwnMark) -> TrackPlace:
    half = SIGN_PX / 2
    left, right = min(mark.left, mark.x - half), max(mark.right, mark.x + half)
    return TrackPlace((mark.day.key,), left, mark.y - half, right, mark.y + half, mark.x, mark.y)
