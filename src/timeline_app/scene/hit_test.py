"""From a pixel to what is drawn there, and from an event to where it is drawn."""

from collections.abc import Sequence

import numpy as np

from timeline_app.dataclass import dataclass
from timeline_app.scene.display_list import DisplayList, Label, SpotKind

REACH_PX = 12.0
_LABEL_ABOVE, _LABEL_BELOW = 13.0, 5.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is drawn: its spot and kind, the pixels it fills, the centre of its glyph,
    how many events it stands for, and their rows (unknown where a column stands for many)."""

    spot: int
    kind: SpotKind
    lane: int
    left: float
    top: float
    right: float
    bottom: float
    x: float
    rows: tuple[int, ...]
    count: int = 1

    @property
    def y(self) -> float:
        """Its middle."""
        return (self.top + self.bottom) / 2


def place_at(drawn: DisplayList, x: float, y: float) -> Place | None:
    """What lies at a pixel or nearest to it within REACH_PX; a label means its event."""
    label = _label_at(drawn.labels, x, y)
    if label is not None:
        places = places_of(drawn, label.row)
        return next((p for p in places if p.lane == label.lane), places[0] if places else None)
    spots = drawn.spots
    if not len(spots):
        return None
    left, top, right, bottom = spots.bounds.T
    across = np.maximum(np.maximum(left - x, x - right), 0)
    down = np.maximum(np.maximum(top - y, y - bottom), 0)
    beside = np.hypot(across, down)
    near = np.flatnonzero(beside == beside.min())
    centre = np.hypot((left[near] + right[near]) / 2 - x, (top[near] + bottom[near]) / 2 - y)
    nearest = int(near[centre.argmin()])
    return _place(drawn, nearest) if beside[nearest] <= REACH_PX else None


def places_of(drawn: DisplayList, row: int) -> list[Place]:
    """Every place at which this event is drawn: one in each of its lanes."""
    spots = drawn.spots
    found = np.flatnonzero(spots.rows == row)
    of = np.searchsorted(spots.stop, found, side="right").tolist()
    for lane, left in drawn.stack_places(row):
        nameless = (spots.lane == lane) & (spots.start == spots.stop)
        of += np.flatnonzero(nameless & (spots.bounds[:, 0] == left)).tolist()
    return [_place(drawn, int(spot)) for spot in sorted(of)]


def _place(drawn: DisplayList, spot: int) -> Place:
    spots = drawn.spots
    left, top, right, bottom = (float(v) for v in spots.bounds[spot])
    rows = tuple(int(row) for row in spots.rows_of(spot))
    return Place(
        spot=spot,
        kind=SpotKind(int(spots.kind[spot])),
        lane=int(spots.lane[spot]),
        left=left,
        top=top,
        right=right,
        bottom=bottom,
        x=float(spots.x[spot]),
        rows=rows,
        count=int(spots.count[spot]),
    )


def _label_at(labels: Sequence[Label], x: float, y: float) -> Label | None:
    for label in labels:
        inside = label.x <= x <= label.x + label.width
        if inside and label.y - _LABEL_ABOVE <= y <= label.y + _LABEL_BELOW:
            return label
    return None
