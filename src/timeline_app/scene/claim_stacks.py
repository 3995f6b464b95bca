"""Claims as cells, one each; the few stacks that are too high for the band are columns that say
their number. Where many are too high, all are columns."""

from dataclasses import replace

import numpy as np

from timeline_app.dataclass import dataclass
from timeline_app.model.event_table import Mask
from timeline_app.scene.buckets import Stacks
from timeline_app.scene.claim_drawing import Pile
from timeline_app.scene.content import Content, Rows
from timeline_app.scene.display_list import Ink, SpotKind, SpotPart, Strokes
from timeline_app.scene.labels import Words
from timeline_app.scene.lane_layout import (
    LEAST_UNIT,
    MOST_UNIT,
    TEXT_ROW_PX,
    TIGHT_STACK_MARGIN_PX,
    Level,
    stack_px,
)
from timeline_app.scene.per_row import PerRow
from timeline_app.scene.stack_frames import Footing, StackFrame, footing, stack_frames
from timeline_app.scene.stack_labels import Skyline
from timeline_app.scene.stack_strokes import CELL_GAP, FOOT_PX, draw_cells
from timeline_app.scene.time_scale import TimeScale

NUMBER = 11.5
MOST_TOO_HIGH = 3
"""So many stacks may be cut to columns among cells."""
_BESIDE, _NUMBER_DROP, _NUMBER_REACH = 3.0, 6.0, 4.5


@dataclass(frozen=True, slots=True)
class StackForm:
    """The level of a dense band, and how high a cell is."""

    level: Level
    unit: int


class KeptStacks:
    """The stacks of one content after another, at a cost that follows the pixels; what they stand
    on is kept while the days stay where they are, whatever is brushed."""

    def __init__(self) -> None:
        self._on: Footing | None = None
        self._made: tuple[Content, Footing, StackFrame] | None = None

    def frame(self, content: Content, scale: TimeScale) -> StackFrame:
        """Those in sight. Too many to be drawn one by one stand as they follow each other in time,
        for the pointer to ask."""
        if self._on is None or not self._on.serves(content, scale):
            self._on = footing(content, scale)
        made, on = self._made, self._on
        if made is None or made[0] is not content or made[1] is not on:
            (frame,) = stack_frames(content, on)
            frame = replace(frame, abreast=1)  # a claim stands over the one before it
            if not frame.single:
                held = on.index.rows[int(on.places[0, 0]) : int(on.places[0, -1])]
                frame = replace(frame, alone=None, ordered=lambda: held.astype(np.int64))
            self._made = made = content, on, frame
        return made[2]


def usual_height(frame: StackFrame) -> int:
    """How many claims the highest stack holds but for the few that may be cut."""
    counts = np.sort(frame.count)[::-1]
    return int(counts[min(MOST_TOO_HIGH, len(counts) - 1)]) if len(counts) else 0


def stack_form(frame: StackFrame, height: float, text_px: float = TEXT_ROW_PX) -> StackForm:
    """Cells as high as fit under a row of text; columns where not even the lowest do, or where they
    are too many."""
    usual = usual_height(frame)
    if not frame.single:
        return StackForm(Level.COLUMNS, 0)
    for unit in range(MOST_UNIT, LEAST_UNIT - 1, -1):
        text = text_px if unit > LEAST_UNIT else 0
        if stack_px(usual, unit, TIGHT_STACK_MARGIN_PX) + text <= height:
            return StackForm(Level.CELLS, unit)
    return StackForm(Level.COLUMNS, 0)


def draw_cut_cells(
    strokes: Strokes,
    content: Content,
    frame: StackFrame,
    unit: int,
    place: tuple[float, float],
    edge: float,
    words: Words,
) -> tuple[Skyline, tuple[Pile, ...]]:
    """Draws the stacks of a band, `place` being its top and its foot and `edge` the end of its
    days; says what sky is left, and the numbers of the stacks that are cut."""
    top, foot = place
    room = foot - top - FOOT_PX - 1
    high = frame.count * (unit + CELL_GAP) > room
    draw_cells(strokes, content, [(_those(frame, ~high), foot)], unit)
    base = int(foot) - FOOT_PX
    heights = np.where(high, int(room), frame.count * (unit + CELL_GAP))
    _columns(strokes, _those(frame, high), base, int(room))
    left = frame.x.astype(np.float64)
    right = left + frame.width
    piles, drop = [], _NUMBER_DROP * words.grown()
    foot_of_number = room - drop - _NUMBER_REACH * words.grown()
    # a stack of which the edge leaves nothing to see has no number either
    for i in np.flatnonzero(high & (frame.width > 0)).tolist():
        number = int(frame.count[i])
        end = float(right[i]) + 2 * _BESIDE + words.measure(str(number), NUMBER, True)
        beside = (np.arange(len(left)) > i) & (left < end)
        if end <= edge and (heights[beside] <= foot_of_number).all() and foot_of_number >= 0:
            piles.append(Pile(float(right[i]) + _BESIDE, base - room + drop, number))
            heights[beside] = int(room)  # no text hangs over these
            right[i] = end
    return Skyline(left, right, base - heights.astype(np.float64)), tuple(piles)


def _columns(strokes: Strokes, frame: StackFrame, base: int, height: int) -> None:
    """What passes stands at the foot, what does not as `hair` on it."""
    passing = frame.stacks.passing[frame.seen]
    lit = np.rint(height * passing / np.maximum(frame.count, 1)).astype(np.int64)
    lit = np.where(passing > 0, np.maximum(lit, 1), 0)
    for top, high, ink in (
        (np.full_like(lit, base - height), height - lit, Ink.HAIR),
        (base - lit, lit, Ink.NO_VECTOR),
    ):
        bars = np.stack((frame.x, top, frame.width, high), 1)[high > 0].astype(np.float32)
        strokes.rects(bars, np.full(len(bars), ink, np.int16))
    tall = np.full_like(lit, height)
    spots = np.stack((frame.x, base - tall, frame.x + frame.width, tall * 0 + base), 1)
    bounds, kind = spots.astype(np.float32), SpotKind.COLUMN
    strokes.spots(lambda: [SpotPart(bounds, kind, frame.lane, frame.rows, frame.count)])


def without(frame: StackFrame, gone: Rows, passing: PerRow[Mask]) -> StackFrame:
    """The stacks less these rows; `passing` is by row."""
    kept, before = ~np.isin(frame.rows, gone), frame.stacks
    rows, of = frame.rows[kept], frame.stack_of[kept]
    n = len(frame.x)
    counts, pass_ = np.bincount(of, minlength=n), np.bincount(of[passing[rows]], minlength=n)
    some = counts > 0
    start = np.concatenate(([0], np.cumsum(counts[some]))).astype(np.int64)
    bucket = before.bucket[frame.seen][some]
    stacks = Stacks(before.power, bucket, start, rows, pass_[some])
    every = slice(0, int(some.sum()))
    at = frame.x[some], frame.width[some], frame.cut[some]
    return StackFrame(frame.lane, stacks, every, *at, frame.single)


def _those(frame: StackFrame, wanted: Mask) -> StackFrame:
    """These stacks of the frame."""
    counts, stacks = frame.count[wanted], frame.stacks
    rows = frame.rows[wanted[frame.stack_of]]
    start = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
    seen = np.flatnonzero(wanted) + (frame.seen.start or 0)
    kept = Stacks(stacks.power, stacks.bucket[seen], start, rows, stacks.passing[seen])
    every = slice(0, len(counts))
    return StackFrame(
        frame.lane, kept, every, frame.x[wanted], frame.width[wanted], frame.cut[wanted]
    )
