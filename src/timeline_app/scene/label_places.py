"""The places labels have found, kept while days are dragged and zoomed."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from math import isclose
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.scene.content import Content
from timeline_app.scene.display_list import Label, Leader
from timeline_app.scene.held_lane import Held, LabelledLane, most_new
from timeline_app.scene.labels import (
    MARK_LABEL,
    MOST_CANDIDATES,
    STACK_LABEL,
    Placement,
    Words,
    telling,
)
from timeline_app.scene.lane_layout import TEXT_ROW_PX
from timeline_app.scene.marks import Mark, MarkLane, Texts
from timeline_app.scene.per_row import PerRow
from timeline_app.scene.stack_candidates import candidates
from timeline_app.scene.stack_frames import StackFrame
from timeline_app.scene.stack_labels import Skyline, StackLabels

_ASCENT, _MIDDLE = 13.0, 4.5
_LEADER_RISE = 8.0
_MOST_HEAD_PX = 14.0
_MOST_STEP = 2.0
"""What becomes larger or smaller than so many times leaps."""


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
        self._lanes: dict[str, Held] = {}
        self._at: tuple[float, tuple[float, float], float] = (0.0, (0.0, 0.0), 1.0)
        self._carried = False

    @property
    def grown(self) -> float:
        """How much higher than usual rows of text must be."""
        return self._words.grown()

    def forget(self) -> None:
        """No label has a place."""
        self._lanes.clear()
        self._carried = False

    def copied(self) -> "HeldLabels":
        """The same places, to go on from apart."""
        made = HeldLabels(self._words)
        made._lanes = {term: held.copied() for term, held in self._lanes.items()}
        made._at, made._carried = self._at, self._carried
        return made

    def begin(
        self,
        px_per_day: float,
        size: tuple[float, float],
        resting: bool = True,
    ) -> None:
        """A frame at this scale. One of another size begins anew, and so does one that leaps closer
        or farther. In smaller steps labels stay in their rows, and few come beside them; when the
        view rests all are placed anew."""
        (before, *same), text = self._at, self._words.text()
        rescaled = not isclose(px_per_day, before)
        leaps = not before / _MOST_STEP <= px_per_day <= before * _MOST_STEP
        if [size, text] != same or leaps or (resting and (rescaled or self._carried)):
            self.forget()
        elif rescaled:
            self._lanes = {term: held.rescaled() for term, held in self._lanes.items()}
            self._carried = True
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
            fresh, waiting = set(islice(new, most_new(lane, held, order))), set()
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
        held.carried = False
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
        stack_of, fresh = candidates(lane, frame, held)
        wanted = np.array(list(stack_of), np.int64)
        order = telling(wanted, lane.content.shapes.table.importance, MOST_CANDIDATES)
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
        bucket, held.carried = held.buckets(lane.content, frame.stacks.power), False
        bucket |= {row: int(buckets[stack_of[row]]) for row in found}
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

    def _held(self, lane: LabelledLane, pitch: float) -> Held:
        """What the lane holds; nothing where it changed, or came to rest at a closer pitch or over
        other cells."""
        form = (lane.box.level, lane.box.height)
        held = self._lanes.get(lane.term)
        other = held is not None and (held.pitch > pitch or held.unit != lane.unit)
        if held is None or held.form != form or (lane.resting and other):
            held = self._lanes[lane.term] = Held(form, lane.unit, pitch)
        return held

    def _fresh(self, lane: LabelledLane, held: Held) -> set[int]:
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
