"""The places labels have found, kept for as long as the scale stays the same."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import field, replace
from itertools import islice
from math import isclose
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.model.event_table import Mask
from timeline_app.scene.content import Content, Rows
from timeline_app.scene.display_list import Label, Leader
from timeline_app.scene.labels import (
    MARK_LABEL,
    MOST_CANDIDATES,
    STACK_LABEL,
    Placement,
    Words,
    telling,
)
from timeline_app.scene.lane_index import LaneIndex
from timeline_app.scene.lane_layout import TEXT_ROW_PX, LaneBox, Level
from timeline_app.scene.marks import Mark, MarkLane, Texts
from timeline_app.scene.per_row import PerRow
from timeline_app.scene.stack_frames import StackFrame
from timeline_app.scene.stack_labels import Skyline, StackLabels

_ASCENT, _MIDDLE = 13.0, 4.5
_LEADER_RISE = 8.0
_MOST_HEAD_PX = 14.0
HASTY_CANDIDATES = 40
"""How many rows of a lane look for a place while the view moves; the others follow at rest."""
HASTY_NAMES = 12
"""How many marks of a lane that came into sight say their name in one frame while the view moves;
the others stand where they are seen, and find their place at rest."""

_NONE = np.zeros(0, np.int64)


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
    most_new: int | None = None
    """How many marks may say their name that did not before; None for all."""


@dataclass(slots=True)
class _Held:
    """What one lane holds: where labels are, and which rows were tried; `form` is what it rests on
    (the level and height of the lane), `pitch` how far apart its rows stand.

    Over stacks `bucket` says over which each label hangs, `seen` between which buckets all were
    tried, `index` what they were placed among, and `standing` which of them had their place when
    they were looked at last; `asked` is all that `found` followed from when
    the view rested last."""

    form: tuple[Level, float]
    pitch: float
    placed: dict[int, Placement] = field(default_factory=dict)
    tried: set[int] = field(default_factory=set)
    bucket: dict[int, int] = field(default_factory=dict)
    seen: tuple[int, int] = (1, 0)
    index: LaneIndex | None = None
    standing: set[int] = field(default_factory=set)
    asked: tuple[Any, ...] = ()
    found: dict[int, Placement] = field(default_factory=dict)

    def copied(self) -> "_Held":
        """The same; what is kept whole is never changed, only replaced."""
        mine = self.placed.copy(), self.tried.copy(), self.bucket.copy()
        placed, tried, bucket = mine
        return replace(self, placed=placed, tried=tried, bucket=bucket)


class _Measured(Mapping[int, Texts]):
    """What marks may say, measured when it is asked for: where a mark has no room it never is."""

    def __init__(self, titles: Mapping[int, str], words: Words) -> None:
        self._titles, self._words = titles, words

    def __getitem__(self, row: int) -> Texts:
        return self._words.lengths(self._titles[row], MARK_LABEL)

    def __iter__(self) -> Iterator[int]:
        return iter(self._titles)

    def __len__(self) -> int:
        return len(self._titles)


class HeldLabels:
    """Places labels anew where it must and keeps them where it can."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._lanes: dict[str, _Held] = {}
        self._at: tuple[float, tuple[float, float], float] = (0.0, (0.0, 0.0), 1.0)

    @property
    def grown(self) -> float:
        """How much higher than usual rows of text must be."""
        return self._words.grown()

    def forget(self) -> None:
        """No label has a place."""
        self._lanes.clear()

    def copied(self) -> "HeldLabels":
        """The same places, to go on from apart."""
        made = HeldLabels(self._words)
        made._lanes = {term: held.copied() for term, held in self._lanes.items()}
        made._at = self._at
        return made

    def begin(self, px_per_day: float, size: tuple[float, float]) -> None:
        """A frame at this scale; one that differs from the last begins anew."""
        (before, *same), text = self._at, self._words.text()
        if [size, text] != same or not isclose(px_per_day, before):
            self._lanes.clear()
            self._at = (px_per_day, size, text)

    def on_marks(
        self,
        lane: LabelledLane,
        marks: Sequence[Mark],
        pitch: float,
        head_px: float | None = None,
    ) -> tuple[dict[int, float], list[Label]]:
        """The height of every mark, and the labels of those that have one; rows stand `pitch`
        apart, or as far as they did before. Over them is `head_px`, or some of what is free."""
        held = self._held(lane, pitch)
        pitch = held.pitch
        slots = max(1, int((lane.box.height - 6) // pitch))
        order = telling(
            np.array([mark.row for mark in marks], np.int64),
            _weight(lane.content),
            len(marks),
        )
        fresh = self._fresh(lane, held)
        waiting = {row for row in fresh if row in held.placed and row not in held.tried}
        if lane.most_new is not None:  # who was not heard as it came waits until the view rests
            new = (row for row in order if row in fresh and row not in waiting)
            fresh, waiting = set(islice(new, lane.most_new)), set()
        speaking = fresh | {row for row, placement in held.placed.items() if placement.text}
        titles = self._words.read([row for row in order if row in speaking])
        texts = _Measured(titles, self._words)
        places = MarkLane(marks, slots, lane.edges)
        if lane.resting:
            held.placed |= _free_hidden(places, marks, held.placed)
        pinned = {row: place for row, place in held.placed.items() if row not in waiting}
        found = places.place(texts, order, pinned, lane.resting)
        held.placed |= found
        held.tried |= fresh
        used = 1 + max((p.slot for p in found.values()), default=0)
        spare = (lane.box.height - used * pitch) // 2
        head = min(max(3.0, spare), _MOST_HEAD_PX) if head_px is None else head_px
        first = lane.box.top + head + pitch / 2
        heights = {row: float(int(first + p.slot * pitch)) for row, p in found.items()}
        return heights, self._mark_labels(lane, marks, found, heights)

    def _mark_labels(
        self,
        lane: LabelledLane,
        marks: Sequence[Mark],
        found: Mapping[int, Placement],
        heights: Mapping[int, float],
    ) -> list[Label]:
        places, middle = MarkLane((), 1, lane.edges), middle_px(self.grown)
        shown = [
            mark
            for mark in marks
            if mark.row not in lane.loose and places.shows(mark, found[mark.row])
        ]
        grounds = grounds_of_labels(lane.content, lane.lane, [mark.row for mark in shown])
        return [
            mark_label(places, lane.lane, mark, found[mark.row], heights[mark.row] + middle, ground)
            for mark, ground in zip(shown, grounds, strict=True)
        ]

    def placement(self, term: str, row: int) -> Placement | None:
        """Where a row stands in a lane, and what it says there; None where nobody asked."""
        held = self._lanes.get(term)
        return held.placed.get(row) if held is not None else None

    def over_stacks(
        self, lane: LabelledLane, frame: StackFrame, sky: Skyline, rows: int
    ) -> list[Label]:
        """The labels that hang over the stacks of a lane, each with its leader."""
        if not rows:
            return []
        held = self._held(lane, TEXT_ROW_PX)
        stack_of, fresh = _candidates(lane, frame, held)
        most = MOST_CANDIDATES if lane.resting else HASTY_CANDIDATES + len(held.placed)
        wanted = np.array(list(stack_of), np.int64)
        order = telling(wanted, lane.content.shapes.table.importance, most)
        grown = self.grown
        base = lane.box.top + _ASCENT * grown
        hung = StackLabels(sky, lane.edges, rows, base, TEXT_ROW_PX * grown, grown)
        asked: tuple[Any, ...] = ()
        if lane.resting:
            skyline = sky.left.tolist(), sky.right.tolist(), sky.top.tolist()
            table = lane.content.shapes.table
            asked = (*skyline, base, rows, lane.edges, grown, stack_of, order, fresh, table)
        if asked and held.asked == asked:
            found = held.found  # a note was written, or something chosen: nothing stands elsewhere
        else:
            found = {row: held.placed[row] for row in order if row in held.placed}
            if fresh or held.index is not lane.content.index or not found.keys() <= held.standing:
                found = hung.place(self._words, stack_of, fresh, order, held.placed)
            # else what was placed still stands: only the pixels have moved
        held.standing = set(found)
        if asked:
            held.asked, held.found = asked, found
        found = {r: p for r, p in found.items() if hung.in_sight(stack_of[r], p)}
        buckets = frame.stacks.bucket[frame.seen]
        held.placed |= found
        held.bucket |= {row: int(buckets[stack_of[row]]) for row in found}
        held.index = lane.content.index
        return [
            self._hung_label(lane, hung, stack_of[row], row, placement)
            for row, placement in found.items()
        ]

    def _hung_label(
        self, lane: LabelledLane, hung: StackLabels, stack: int, row: int, placement: Placement
    ) -> Label:
        x, y = hung.text_left(stack, placement), hung.baseline(placement.slot)
        at = float(hung.skyline.left[stack]) + 1.5
        arm = at + (2.5 if placement.side > 0 else -3.5)
        return Label(
            row=row,
            lane=lane.lane,
            text=placement.text,
            x=x,
            y=y,
            width=placement.width,
            size=STACK_LABEL,
            to_right=placement.side > 0,
            slot=placement.slot,
            leader=Leader(
                at, y - _LEADER_RISE * hung.grown, float(hung.skyline.top[stack]) - 1, arm
            ),
        )

    def _held(self, lane: LabelledLane, pitch: float) -> _Held:
        """What the lane holds; nothing where it changed, or came to rest at a closer pitch."""
        form = (lane.box.level, lane.box.height)
        held = self._lanes.get(lane.term)
        if held is None or held.form != form or (lane.resting and held.pitch > pitch):
            held = self._lanes[lane.term] = _Held(form, pitch)
        return held

    def _fresh(self, lane: LabelledLane, held: _Held) -> set[int]:
        """The rows that may look for a place now: all when at rest, else those new in sight."""
        named = set(lane.named.tolist()) if lane.named is not None else set()
        return named if lane.resting else named - held.tried


def middle_px(grown: float) -> float:
    """How far the letters of a mark's label stand below its middle."""
    return _MIDDLE * grown


def grounds_of_labels(content: Content, lane: int, rows: Sequence[int]) -> list[int]:
    """For each row the ink of its bar, where that is full from end to end; else -1."""
    some = np.array(rows, np.int64)
    grounds = np.where(content.shapes.solid[some], content.ink(lane, some), np.int16(-1))
    return [int(ground) for ground in grounds.tolist()]


def mark_label(
    places: MarkLane, lane: int, mark: Mark, placement: Placement, y: float, ground: int
) -> Label:
    """The label of a mark that shows it, with its baseline at `y`; `ground` is the ink of a bar
    that is full, or -1."""
    return Label(
        row=mark.row,
        lane=lane,
        text=placement.text,
        x=places.text_left(mark, placement),
        y=y,
        width=placement.width,
        size=MARK_LABEL,
        to_right=placement.side >= 0,
        slot=placement.slot,
        on_vector=ground if placement.side == 0 else -1,
    )


def _candidates(
    lane: LabelledLane, frame: StackFrame, held: _Held
) -> tuple[dict[int, int], set[int]]:
    """Over which stack of the frame each row would hang that may say its name, and which of them
    look for a place now: all at rest, else those of stacks that have come into sight."""
    content, buckets, whole = lane.content, frame.stacks.bucket[frame.seen], ~frame.cut
    (low, high), new = held.seen, whole
    if not lane.resting and low <= high:
        new = whole & ((buckets < low) | (buckets > high))
    if whole.any():
        seen = int(buckets[whole][0]), int(buckets[whole][-1])
        held.seen = seen if lane.resting or low > high else (min(low, seen[0]), max(high, seen[1]))
    rows, stack = _namable(lane, frame, new)
    stack_of = dict(zip(rows.tolist(), stack.tolist(), strict=True))
    fresh = set(stack_of)
    if not lane.resting and held.placed:
        before = np.array(list(held.placed), np.int64)
        bucket = np.array([held.bucket[row] for row in held.placed], np.int64)
        at = np.minimum(np.searchsorted(buckets, bucket), max(0, len(buckets) - 1))
        still = content.passing[before]
        still &= (buckets[at] == bucket) & whole[at] if len(buckets) else False
        stack_of |= dict(zip(before[still].tolist(), at[still].tolist(), strict=True))
    return stack_of, fresh


def _namable(lane: LabelledLane, frame: StackFrame, wanted: Mask) -> tuple[Rows, Rows]:
    """The rows that may say their name over these stacks of a frame, and the stack of each. Of too
    many to be drawn one by one, the most telling of each stack."""
    content = lane.content
    if not wanted.any():
        return _NONE, _NONE
    if frame.single:
        rows, stack = frame.rows, frame.stack_of
        rows, stack = rows[wanted[stack]], stack[wanted[stack]]
    else:
        rows, stack = _most_telling(content, frame, np.flatnonzero(wanted))
    named = content.passing[rows] & (content.home[rows] == lane.lane)
    if lane.named is not None:
        named &= np.isin(rows, lane.named)
    return rows[named], stack[named]


def _most_telling(content: Content, frame: StackFrame, stacks: Rows) -> tuple[Rows, Rows]:
    """`stacks` are such as follow each other, or lie at both ends of those in sight."""
    buckets = frame.stacks.bucket[frame.seen]
    best = np.full(len(buckets), -1, np.int64)
    for run in np.split(stacks, np.flatnonzero(np.diff(stacks) > 1) + 1):
        best[run] = content.index.best(frame.lane, buckets[run], frame.stacks.power)
    stack = np.flatnonzero(best >= 0)
    return best[stack], stack


def _weight(content: Content) -> PerRow[NDArray[np.int32]]:
    """Importance, with what does not pass far below what does."""
    importance = content.shapes.table.importance

    def of(rows: NDArray[np.integer[Any]]) -> NDArray[np.int32]:
        own = importance[rows]
        weight: NDArray[np.int32] = np.where(content.passing[rows], own, own - 2**20)
        return weight

    return PerRow(of)


def _free_hidden(
    places: MarkLane, marks: Sequence[Mark], placed: Mapping[int, Placement]
) -> dict[int, Placement]:
    """Those whose text has left the window may look for another side of their slot."""
    return {
        mark.row: Placement(placed[mark.row].slot)
        for mark in marks
        if mark.row in placed and placed[mark.row].text and not places.shows(mark, placed[mark.row])
    }
