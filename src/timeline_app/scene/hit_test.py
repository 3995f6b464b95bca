"""From a pixel to what is drawn there, and from an event to where it is drawn."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.scene.display_list import DisplayList, Ints, Label, SpotKind

REACH_PX = 12.0
_LABEL_ABOVE, _LABEL_BELOW = 13.0, 5.0
_WIDEST_PX = float(1 << 20)


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
    return [_place(drawn, spot) for spot in spots_of(drawn, (row,))[0]]


def spots_of(drawn: DisplayList, rows: Sequence[int]) -> list[list[int]]:
    """For each of these events, which are different ones, the spots at which it is drawn,
    ascending."""
    spots, asked = drawn.spots, np.array(rows, np.int64)
    if not len(spots) or not len(asked):
        return [[] for _ in rows]
    order = np.argsort(asked)
    near = np.searchsorted(asked, spots.rows, sorter=order)
    place = order[np.minimum(near, len(order) - 1)]
    named = np.flatnonzero(asked[place] == spots.rows)
    of = np.searchsorted(spots.stop, named, side="right")
    found: list[list[int]] = [[] for _ in rows]
    both = zip(place[named].tolist(), of.tolist(), strict=True)
    for one, spot in sorted([*both, *_nameless(drawn, asked)]):
        found[one].append(spot)
    return found


def _nameless(drawn: DisplayList, rows: Ints) -> Iterator[tuple[int, int]]:
    """The columns that stand for some of these rows and many others: place in `rows`, and spot."""
    spots = drawn.spots
    many = np.flatnonzero(spots.start == spots.stop)
    which, lane, left = drawn.stack_places(rows)
    if not len(many) or not len(which):
        return
    held: dict[float, list[int]] = {}
    for key, one in zip(_key(lane, left).tolist(), which.tolist(), strict=True):
        held.setdefault(key, []).append(one)
    keys, wanted = _key(spots.lane[many], spots.bounds[many, 0]), np.array(sorted(held))
    near = np.minimum(np.searchsorted(wanted, keys), len(wanted) - 1)
    some = wanted[near] == keys
    for key, spot in zip(keys[some].tolist(), many[some].tolist(), strict=True):
        yield from ((one, spot) for one in held[key])


def _key(lane: NDArray[np.integer], left: NDArray[Any]) -> NDArray[np.float64]:
    """One number for a lane and a place in it."""
    key: NDArray[np.float64] = lane.astype(np.float64) * _WIDEST_PX + left
    return key


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
