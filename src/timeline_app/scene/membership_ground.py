"""Memberships as a background behind the lanes: their days over the full height, named once."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.model.membership_rows import MemberRow, member_row
from timeline_app.model.membership_table import MembershipTable
from timeline_app.scene.display_list import DisplayList, Label, Shade
from timeline_app.scene.membership_strokes import (
    EXTENT_FROM_PX,
    FADE_STEP,
    FADES,
    BandSpan,
    span_of,
)
from timeline_app.scene.text_measure import Measure
from timeline_app.scene.time_scale import TimeScale

NAME_SIZE = 11.5
_INSET, _AIR, _TOP_PX, _LINE_PX = 5.0, 3.0, 2.0, 15.0

Rect = tuple[float, float, float, float]
"""Left, top, right and bottom."""


@dataclass(frozen=True, slots=True)
class Ground:
    """One state's memberships of one organisation that are in sight, and their name."""

    key: int
    name: str
    spans: tuple[BandSpan, ...]

    @property
    def edges(self) -> tuple[float, ...]:
        """Where one begins or ends on a day that is known."""
        begins = (s.begin for s in self.spans if not _wide(s.left, s.begin))
        ends = (s.right for s in self.spans if not (s.fades or s.on or _wide(s.end, s.right)))
        return tuple(sorted((*begins, *ends)))

    @property
    def extents(self) -> tuple[tuple[float, float], ...]:
        """The days between which one began or ended."""
        both = (pair for s in self.spans for pair in ((s.left, s.begin), (s.end, s.right)))
        return tuple(pair for pair in both if _wide(*pair))

    @property
    def fading(self) -> tuple[tuple[float, Shade], ...]:
        """Where each step begins by which one fades after the last day its source knows."""
        return tuple(
            (span.right + n * FADE_STEP, shade)
            for span in self.spans
            if span.fades
            for n, shade in enumerate(FADES)
        )


@dataclass(frozen=True, slots=True)
class GroundName:
    """The name of one; y is the top of its line."""

    key: int
    text: str
    x: float
    y: float
    width: float


def grounds_of(table: MembershipTable, keys: Iterable[int], scale: TimeScale) -> tuple[Ground, ...]:
    """Those of these keys of which something is in sight, in their order."""
    found = []
    for key in keys:
        row = member_row(table, key)
        spans = () if row is None else tuple(span_of(table, n, scale) for n in row.rows)
        seen = tuple(span for span in spans if span is not None)
        if row is not None and seen:
            found.append(Ground(key, ground_name(table, row), seen))
    return tuple(found)


def ground_name(table: MembershipTable, row: MemberRow) -> str:
    """ "CSTO, Uzbekistan"."""
    organisation = table.organisations[row.organisation]
    return f"{organisation.code or organisation.name}, {table.states[row.state].label}"


def ground_names(
    grounds: Sequence[Ground],
    drawn: DisplayList,
    height: float,
    measure: Measure,
    held: Mapping[int, float],
    resting: bool,
) -> tuple[GroundName, ...]:
    """A name at the visible left edge of each, as near to the top of the lanes as it covers no
    mark, label, edge or other name; where there is no such place it has none. While the view does
    not rest each stays at the height that is `held`."""
    if not grounds:
        return ()
    taken, scale = _taken(drawn), drawn.scale
    heights = _heights(drawn, height)
    found = []
    for ground in grounds:
        span = min(ground.spans, key=lambda one: one.left)
        left = max(span.begin, scale.left_px) + _INSET
        right = left + measure(ground.name, NAME_SIZE, False)
        crossed = any(left - _AIR < x < right + _AIR for g in grounds for x in g.edges)
        if crossed or right + _INSET > min(span.end, scale.right_px):
            continue
        kept = [held[ground.key]] if ground.key in held else []
        tops = np.array([*kept, *heights] if resting else kept, np.float64)
        free = tops[_are_free(tops, left - _AIR, right + _AIR, taken)]
        if len(free):
            y = float(free[0])
            name = np.array([[left - _AIR, y, right + _AIR, y + _LINE_PX]])
            taken = np.concatenate((taken, name))
            found.append(GroundName(ground.key, ground.name, left, y, right - left))
    return tuple(found)


def _heights(drawn: DisplayList, height: float) -> list[float]:
    """Where names can stand from the top down, first the line at the head of each lane."""
    tops = [
        (line, box.top + _TOP_PX + line * _LINE_PX)
        for box in drawn.boxes
        for line in range(max(1, int(box.height // _LINE_PX) - 1))
    ]
    return [y for line, y in sorted(tops) if y >= 0 and y + _LINE_PX <= height]


def _taken(drawn: DisplayList) -> NDArray[np.float64]:
    """What a name must not cover: (n, 4) of left, top, right, bottom."""
    taken = [label_rect(label) for label in drawn.labels]
    leaders = [label.leader for label in drawn.labels if label.leader is not None]
    taken += [(min(o.x, o.arm), o.top, max(o.x, o.arm), o.foot) for o in leaders]
    return np.concatenate((drawn.spots.bounds, np.array(taken, np.float64).reshape(-1, 4)))


def _are_free(
    tops: NDArray[np.float64], left: float, right: float, taken: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Under which of these tops a line so wide covers nothing."""
    beside = taken[(taken[:, 0] < right) & (taken[:, 2] > left)]
    down = (tops[:, None] < beside[:, 3]) & (tops[:, None] + _LINE_PX > beside[:, 1])
    free: NDArray[np.bool_] = np.logical_not(down.any(axis=1))
    return free


def label_rect(label: Label) -> Rect:
    """What a label covers."""
    return label.x, label.y - label.size, label.x + label.width, label.y + _AIR


def _wide(left: float, right: float) -> bool:
    return right - left >= EXTENT_FROM_PX
