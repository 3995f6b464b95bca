"""Cells and columns of one lane as rectangles: one cell an event, or a column whose height is the
root of their number."""

from collections.abc import Iterator, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.distinct import distinct
from timeline_app.model.event_table import Mask
from timeline_app.scene.content import Content
from timeline_app.scene.day_table import INKS
from timeline_app.scene.display_list import Ink, Ints, SpotKind, SpotPart, Strokes
from timeline_app.scene.lane_index import Reaching
from timeline_app.scene.stack_frames import StackFrame
from timeline_app.scene.stack_labels import Skyline
from timeline_app.scene.time_scale import TimeScale

CELL_GAP = 1
FOOT_PX = 3
_THROUGH_PX, _LEAST_THROUGH_PX = 2, 2
_HEAD_PX = 2
_LEAST_MEASURE = 4
"""Where a lane holds next to nothing, one event is no full column yet."""

Places = NDArray[np.int64] | NDArray[np.floating]


def draw_cells(
    strokes: Strokes, content: Content, lanes: Sequence[tuple[StackFrame, float]], unit: int
) -> list[Skyline]:
    """One cell an event, stacked up from the foot of its lane; says for each lane what sky is
    left."""
    frames, sizes = [frame for frame, _ in lanes], [len(frame.x) for frame, _ in lanes]
    if not sum(sizes):
        return [_skyline(frame, frame.x) for frame in frames]
    counts, x, width = (
        np.concatenate([getattr(frame, name) for frame in frames])
        for name in ("count", "x", "width")
    )
    base = np.repeat([foot - FOOT_PX for _, foot in lanes], sizes)
    rows = np.concatenate([frame.rows for frame in frames])
    of_stack = np.repeat(np.arange(len(counts)), counts)
    step = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
    cell_x, cell_width = x[of_stack], width[of_stack]
    high = np.repeat([max(1, frame.tallest) for frame in frames], sizes)
    if (counts > high).any():
        # an edge of the window may cut all but nothing of a day's width away
        parts = np.clip(-(-counts // high), 1, np.maximum(width, 1))[of_stack]
        high_of = high[of_stack]
        beside, step = step // high_of, step % high_of
        begin = beside * cell_width // parts
        end = (beside + 1) * cell_width // parts
        cell_x, cell_width = cell_x + begin, np.maximum(end - begin - CELL_GAP, 1)
        counts = np.minimum(counts, high)
    pitch = unit + CELL_GAP
    y = base[of_stack] - (step + 1) * pitch
    cuts = np.cumsum([len(frame.members) for frame in frames])[:-1]
    inks = zip(frames, np.split(rows, cuts), strict=True)
    ink = np.concatenate([content.ink(frame.lane, of) for frame, of in inks])
    _cells(strokes, content, rows, ink, np.stack((cell_x, y, cell_width), 1), unit)
    bounds = cell_x, y, cell_x + cell_width, y + pitch
    strokes.spots(partial(_cell_spots, [frame.lane for frame in frames], cuts, rows, bounds))
    tops = np.split(base - counts * pitch, np.cumsum(sizes)[:-1])
    return [_skyline(frame, top) for frame, top in zip(frames, tops, strict=True)]


def _cell_spots(
    lanes: Sequence[int], cuts: Ints, rows: Ints, bounds: tuple[Places, Places, Places, Places]
) -> Iterator[SpotPart]:
    boxes = np.split(_box(*bounds), cuts)
    for lane, of, box in zip(lanes, np.split(rows, cuts), boxes, strict=True):
        yield SpotPart(box, SpotKind.CELL, lane, of, np.ones(len(of), np.int64))


def _cells(
    strokes: Strokes,
    content: Content,
    rows: Ints,
    own: NDArray[np.int16],
    place: Ints,
    unit: int,
) -> None:
    """Ghosts in hair, sure ones whole, unsure ones parted in their middle, coded ones hollow."""
    passing, machine = content.passing[rows], content.shapes.machine[rows]
    ink = np.where(passing, own, np.int16(Ink.HAIR))
    x, y, width = place.T
    height = np.full(len(rows), unit)
    solid = ~(machine & passing & (unit >= 3))
    parted = content.shapes.unsure[rows] & passing & (width >= 3) & solid
    half = np.where(width >= 5, (width - 1) // 2, 1)
    whole = np.where(parted, half, width)
    bounds = np.stack((x, y, whole, height), 1).astype(np.float32)
    strokes.blocks(bounds[solid], ink[solid])
    rest = np.stack((x + width - half, y, half, height), 1).astype(np.float32)
    strokes.blocks(rest[parted], ink[parted])
    strokes.outlines(bounds[~solid], ink[~solid])


Through = tuple[StackFrame, Reaching, float]
"""The stacks of a lane, what touches the days in sight and stands outside, and the pixel at the
foot of the lane."""


def draw_passing_through(
    strokes: Strokes, content: Content, lanes: Sequence[Through], scale: TimeScale
) -> None:
    """Events that touch the days in sight but stand on a day outside: a line along the foot of
    their lane, as long as they last."""
    through = [(frame, _through(frame, beyond, scale), foot) for frame, beyond, foot in lanes]
    through = [one for one in through if len(one[1])]
    if not through:
        return
    parts, sizes = [rows for _, rows, _ in through], [len(rows) for _, rows, _ in through]
    rows, lane = np.concatenate(parts), np.repeat(np.arange(len(parts)), sizes)
    table = content.shapes.table
    low, high = int(scale.left_px), int(scale.right_px)
    left = np.clip(np.rint(scale.xs(table.first[rows])), low, high - _LEAST_THROUGH_PX)
    right = np.clip(np.rint(scale.xs(table.last[rows] + 1)), left + _LEAST_THROUGH_PX, high)
    own = np.concatenate([content.ink(frame.lane, of) for frame, of, _ in through])
    ink = np.where(content.passing[rows], own, np.int16(Ink.HAIR))
    edges = left.astype(np.int64), right.astype(np.int64)
    row, x, end, inks = seen_through(lane, *edges, ink)
    top = np.array([int(foot) - _THROUGH_PX for _, _, foot in through])[row]
    thick = np.full(len(x), _THROUGH_PX)
    strokes.blocks(np.stack((x, top, end - x, thick), 1).astype(np.float32), inks)
    cuts = np.cumsum([0, *sizes[:-1]])
    sides = np.minimum.reduceat(left, cuts), np.maximum.reduceat(right, cuts)
    strokes.spots(partial(_through_spots, through, *sides))


def _through(frame: StackFrame, beyond: Reaching, scale: TimeScale) -> Ints:
    """The rows that do not stand in one of the stacks, either."""
    if not len(beyond.rows):
        return _NONE
    bucket, stacks = beyond.day >> frame.stacks.power, frame.stacks
    seen = stacks.bucket[stacks.visible(scale.first, scale.end)]
    low, high = (seen[0], seen[-1]) if len(seen) else (1, 0)
    rows: Ints = beyond.rows[(bucket < low) | (bucket > high)]
    return rows


def _through_spots(
    through: Sequence[tuple[StackFrame, Ints, float]],
    left: NDArray[np.floating],
    right: NDArray[np.floating],
) -> Iterator[SpotPart]:
    for (frame, rows, foot), *sides in zip(through, left.tolist(), right.tolist(), strict=True):
        whole = np.array([(sides[0], foot - FOOT_PX, sides[1], foot + 1)], np.float32)
        yield SpotPart(whole, SpotKind.COLUMN, frame.lane, rows, np.array([len(rows)]))


def seen_through(
    lane: Ints, left: Ints, right: Ints, ink: NDArray[np.int16]
) -> tuple[Ints, Ints, Ints, NDArray[np.int16]]:
    """What is seen of lines upon each other, those that pass in front: pieces by lane, left and
    right edge and ink."""
    inks = np.flatnonzero(np.bincount(ink))
    inks = inks[np.argsort(inks != Ink.HAIR, kind="stable")]  # from the hindmost on
    layer = np.zeros(int(inks.max()) + 1, np.int64)
    layer[inks] = np.arange(len(inks))
    begin, lanes = int(left.min()), int(lane.max()) + 1
    wide = int(right.max()) - begin
    total = lanes * wide
    ahead = layer[ink] * total + lane * wide - begin  # one lane after another, in every layer
    size = len(inks) * total
    step = np.bincount(left + ahead, minlength=size + 1)
    step -= np.bincount(right + ahead, minlength=size + 1)
    seen = np.full(total, -1, np.int16)
    covers = np.cumsum(step[:size]).reshape(len(inks), total) > 0
    for one, covered in zip(inks.tolist(), covers, strict=True):
        seen[covered] = one
    news = np.flatnonzero(np.diff(seen, prepend=-1))
    cuts = distinct(np.concatenate((news, np.arange(0, total, wide))))
    shown, ends = seen[cuts], np.append(cuts[1:], total)
    there = shown >= 0
    row, at = cuts[there] // wide, cuts[there] % wide + begin
    return row, at, at + (ends - cuts)[there], shown[there]


Standing = tuple[StackFrame, float, float]
"""The stacks of a lane, the pixel they stand on, and the height they have."""


def draw_columns(strokes: Strokes, content: Content, lanes: Sequence[Standing]) -> list[Skyline]:
    """Solid columns of some lanes, their height by the square root of the number over the third
    largest of the lane; what does not pass stands as `hair` on top. A column too high for its lane
    is notched. Says for each lane what sky is left."""
    frames = [frame for frame, _, _ in lanes]
    sizes = [len(frame.x) for frame in frames]
    if not sum(sizes):
        return [_skyline(frame, frame.x) for frame in frames]
    counts = np.concatenate([frame.count for frame in frames])
    passing = np.concatenate([frame.stacks.passing[frame.seen] for frame in frames])
    third = np.repeat([max(_LEAST_MEASURE, _third(frame)) for frame in frames], sizes)
    most = np.repeat([max(1.0, room - FOOT_PX - _HEAD_PX) for _, _, room in lanes], sizes)
    base = np.repeat([int(foot) - FOOT_PX for _, foot, _ in lanes], sizes)
    wanted = np.rint(np.sqrt(counts / third) * most)
    height = np.clip(wanted, 1, most).astype(np.int64)
    lit = np.rint(height * passing / np.maximum(counts, 1)).astype(np.int64)
    lit = np.where(passing > 0, np.maximum(lit, 1), 0)
    top = base - height
    x, width = (np.concatenate([getattr(f, name) for f in frames]) for name in ("x", "width"))
    _blocks(strokes, (x, top, width, height - lit), Ink.HAIR, height > lit)
    coloured = np.repeat([content.lanes[frame.lane].lane.vector for frame in frames], sizes)
    _blocks(strokes, (x, base - lit, width, lit), coloured, (coloured >= 0) & (lit > 0))
    _blocks(strokes, (x, top + 2, width, np.ones_like(x)), Ink.CANVAS, wanted > most)
    skies, cuts = [], np.cumsum(sizes)[:-1]
    parts = (np.split(of, cuts) for of in (base, top, lit))
    for frame, base_of, top_of, lit_of in zip(frames, *parts, strict=True):
        if content.lanes[frame.lane].lane.vector < 0:
            _parted(strokes, content, frame, base_of, lit_of)
        strokes.spots(partial(_column_spots, frame, top_of, base_of))
        skies.append(_skyline(frame, top_of))
    return skies


def _blocks(
    strokes: Strokes, bounds: tuple[Ints, Ints, Ints, Ints], ink: Ints | int, some: Mask
) -> None:
    """Adds those of these blocks that are `some`."""
    places = np.stack(bounds, 1)[some].astype(np.float32)
    inks = ink[some] if isinstance(ink, np.ndarray) else np.full(len(places), ink)
    strokes.blocks(places, inks.astype(np.int16))


def _column_spots(frame: StackFrame, top: Ints, base: Ints) -> Iterator[SpotPart]:
    bounds = _box(frame.x, top, frame.x + frame.width, base)
    if frame.alone is None:
        yield SpotPart(bounds, SpotKind.COLUMN, frame.lane, frame.rows, frame.count)
        return
    alone = frame.alone >= 0
    for mine, rows in ((alone, frame.alone[alone]), (~alone, _NONE)):
        yield SpotPart(bounds[mine], SpotKind.COLUMN, frame.lane, rows, frame.count[mine])


def _box(left: Places, top: Places, right: Places, bottom: Places) -> NDArray[np.float32]:
    return np.stack((left, top, right, bottom), 1).astype(np.float32)


def _third(frame: StackFrame) -> int:
    if frame.third is not None:
        return frame.third
    every = np.sort(frame.stacks.count)
    return int(every[-min(3, len(every))]) if len(every) else 0


def _parted(
    strokes: Strokes, content: Content, frame: StackFrame, base: Ints, height: Ints
) -> None:
    """The passing part where a lane has no colour: parted among the vectors of its events."""
    shares = _inks(content, frame)
    total = np.maximum(shares.sum(1), 1)
    upto = np.rint(np.cumsum(shares, 1) / total[:, None] * height[:, None]).astype(np.int64)
    part = np.diff(upto, axis=1, prepend=0)
    stack, ink = np.nonzero(part)
    top = base[stack] - upto[stack, ink]
    bars = (frame.x[stack], top, frame.width[stack], part[stack, ink])
    strokes.blocks(np.stack(bars, 1).astype(np.float32), ink.astype(np.int16))


def _inks(content: Content, frame: StackFrame) -> Ints:
    """How many of the passing events of each stack wear each ink."""
    n = len(frame.x)
    if not frame.single:
        bucket, power = frame.stacks.bucket[frame.seen], frame.stacks.power
        if not n:
            return np.zeros((0, INKS), np.int64)
        edges = np.arange(bucket[0], bucket[-1] + 2)
        shares: Ints = content.lit_inks(frame.lane, edges, power)[bucket - bucket[0]]
        return shares
    rows, of_stack = frame.members, frame.stack_of
    passing = content.passing[rows]
    code = of_stack[passing] * INKS + content.ink(frame.lane, rows[passing])
    inks: Ints = np.bincount(code, minlength=n * INKS).astype(np.int64).reshape(n, INKS)
    return inks


def _skyline(frame: StackFrame, tops: Ints | NDArray[np.floating]) -> Skyline:
    left = frame.x.astype(np.float64)
    return Skyline(left, left + frame.width, np.asarray(tops, np.float64))


_NONE = np.zeros(0, np.int64)
