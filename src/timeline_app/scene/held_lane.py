"""A lane about to be labelled, and what it holds from one frame to the next."""

from collections.abc import Iterable, Set
from dataclasses import field, replace
from typing import Any

import numpy as np

from timeline_app.dataclass import dataclass
from timeline_app.scene.content import Content, Rows
from timeline_app.scene.labels import Placement
from timeline_app.scene.lane_index import LaneIndex
from timeline_app.scene.lane_layout import LaneBox, Level

HASTY_NAMES = 6
"""How many names of a lane that came into sight look for a place in one frame while the view moves;
the others find theirs at rest."""
ENOUGH_NAMES = 3
"""Where so many names of a lane have come from another scale no other looks for a place."""


@dataclass(frozen=True, eq=False, slots=True)
class LabelledLane:
    """A lane about to be labelled: `named` are the rows in sight that may say their name in it;
    over stacks that may be None, for all of them. Of `loose` rows only the places are found: they
    are labelled frame by frame."""

    term: str
    lane: int
    box: LaneBox
    edges: tuple[float, float]
    named: Rows | None
    content: Content
    resting: bool
    loose: Set[int] = frozenset()
    unit: int = 0
    """The height of its cells, where it shows any."""
    most_new: int | None = None
    """How many may look for a place that had none before; None where that many frames will show."""


@dataclass(slots=True)
class Held:
    """What one lane holds: where labels are, and which rows were tried; `form` is what it rests on
    (the level and height of the lane), `unit` the height of cells that it was begun over, `pitch`
    how far apart its rows stand.

    Over stacks `bucket` says over which of 2^power days each label hangs, `seen` between which
    buckets all were tried, `index` what they were placed among, and `standing` which of them had
    their place when they were looked at last; `asked` is all that `found` followed from when the
    view rested last. What is `carried` was placed at another scale."""

    form: tuple[Level, float]
    unit: int
    pitch: float
    placed: dict[int, Placement] = field(default_factory=dict)
    tried: set[int] = field(default_factory=set)
    power: int = 0
    bucket: dict[int, int] = field(default_factory=dict)
    seen: tuple[int, int] = (1, 0)
    index: LaneIndex | None = None
    standing: set[int] = field(default_factory=set)
    asked: tuple[Any, ...] = ()
    found: dict[int, Placement] = field(default_factory=dict)
    carried: bool = False

    def copied(self) -> "Held":
        """The same; what is kept whole is never changed, only replaced."""
        mine = self.placed.copy(), self.tried.copy(), self.bucket.copy()
        placed, tried, bucket = mine
        return replace(self, placed=placed, tried=tried, bucket=bucket)

    def rescaled(self) -> "Held":
        """The same places at another scale, where nothing was tried yet."""
        mine = replace(self.copied(), tried=set(), seen=(1, 0), standing=set(), asked=())
        return replace(mine, carried=True)

    def buckets(self, content: Content, power: int) -> dict[int, int]:
        """Over which of 2^power days each label hangs."""
        if power != self.power:
            rows = list(self.bucket)
            days = content.shapes.anchor[np.array(rows, np.int64)].astype(np.int64)
            self.bucket = dict(zip(rows, (days >> power).tolist(), strict=True))
            self.power = power
        return self.bucket


def most_new(lane: LabelledLane, held: Held, rows: Iterable[int]) -> int | None:
    """How many may look for a place beside these rows; few where some of those go on to say their
    name at another scale."""
    if lane.resting or not held.carried:
        return lane.most_new
    go_on = sum(row in held.placed and bool(held.placed[row].text) for row in rows)
    return max(0, ENOUGH_NAMES - go_on) if go_on else lane.most_new
