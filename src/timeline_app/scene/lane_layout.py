"""Which lane gets how much room, and what it can show in it: marks, cells or columns.

Room alone decides. What a lane showed before has 15 % more patience than what it would change to,
so that the picture does not flicker at a threshold: where room and needs are about what they were,
since else what one sees would tell of where one came from. Heights that hold letters are for
letters of the usual size; `grown` is how many times as high the reader's are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import IntEnum
from math import ceil

from timeline_app.dataclass import dataclass

LEAST_LANE_PX = 30.0
SQUEEZED_LANE_PX = 22.0
TIGHT_LANE_PX = 14.0
FOLD_PX, FOLD_LETTERS_PX = 26.0, 19.0
MARK_ROW_PX = 17.0
TALL_MARK_ROW_PX = 24.0
TIGHT_MARK_ROW_PX = 15.0
MARK_MARGIN_PX = 7.0
STACK_MARGIN_PX = 7.0
TIGHT_STACK_MARGIN_PX = 4.0
LEAST_UNIT, MOST_UNIT = 2, 6
TEXT_ROW_PX = 15.0
QUIET_MOST = 2
PATIENCE = 1.15
MOST_MARKS, MOST_HELD_MARKS = 400, 800
"""So many events of a lane can be marks; while one pans, some more."""
HELD_MARK_PX = 20.0
"""Marks that come as one pans have so much of a row each: what is nearer lies over one another."""
_ROUNDS = 8
"""More have never been seen to change anything."""


class Level(IntEnum):
    """What a lane shows: each event a mark with a slot, each a cell, or columns of their number."""

    MARKS = 0
    CELLS = 1
    COLUMNS = 2


@dataclass(frozen=True, slots=True)
class LaneNeed:
    """What lane `lane` has in sight: `events`, the most that lie over one another as marks
    (`depth`), the most in one bucket (`tallest`), the rows its labels would fill (`wish`)."""

    lane: int
    events: int
    depth: int
    tallest: int
    wish: int
    opened: bool = False


@dataclass(frozen=True, slots=True)
class LaneBox:
    """A strip of the picture: one lane, or several quiet ones folded into one line of glyphs."""

    lanes: tuple[int, ...]
    top: float
    height: float
    level: Level
    folded: bool = False

    @property
    def bottom(self) -> float:
        """Where the next one begins."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Layout:
    """All boxes from above, the height they fill together, that of a cell in every lane, and how
    much higher than usual letters were. When the view rested last there was `room` for each lane's
    `needs`, which showed these `levels`."""

    boxes: tuple[LaneBox, ...]
    height: float
    unit: int
    grown: float
    room: float
    needs: Mapping[int, LaneNeed]
    levels: Mapping[int, Level]

    def at(self, y: float) -> LaneBox | None:
        """The box at a height."""
        return next((box for box in self.boxes if box.top <= y < box.bottom), None)

    def showed(self, need: LaneNeed, room: float) -> Level | None:
        """What this lane showed in about this room, as much being in sight; None where that was
        another time."""
        was = self.needs.get(need.lane)
        pairs = [(room, self.room)]
        if was is not None:
            pairs += (need.tallest, was.tallest), (need.depth, was.depth)
        alike = all(max(pair) <= PATIENCE * min(pair) for pair in pairs)
        return self.levels.get(need.lane) if was is not None and alike else None


def stack_px(tallest: int, unit: int, margin: float = STACK_MARGIN_PX) -> float:
    """The height of a stack of cells with one pixel between them, and its margin."""
    return tallest * (unit + 1) + margin


def marks_px(depth: int, row_px: float = MARK_ROW_PX) -> float:
    """The height of so many rows of marks, and their margin."""
    return max(1, depth) * row_px + MARK_MARGIN_PX


def fold_px(grown: float) -> float:
    """The height of a line of folded lanes, or of a folded track: its letters have room."""
    return max(FOLD_PX, float(int(FOLD_LETTERS_PX * grown)))


def lay_out(
    needs: Sequence[LaneNeed], height: float, before: Layout | None = None, grown: float = 1.0
) -> Layout:
    """Boxes for all lanes. They fill `height`, or more where even the least room is too much.

    A lane that shows another thing than before may leave room in which the next one does: that is
    seen at once, and not as the view rests again and again.
    """
    layout = _laid_out(needs, height, before, grown)
    for _ in range(_ROUNDS):
        again = _laid_out(needs, height, layout, grown)
        if again == layout:
            break
        layout = again
    return layout


def _laid_out(
    needs: Sequence[LaneNeed], height: float, before: Layout | None, grown: float
) -> Layout:
    folds = _folds(needs, height, grown)
    open_needs = [n for n in needs if n.lane not in folds]
    room = height - (fold_px(grown) if folds else 0)
    was = {n.lane: before.showed(n, height) if before else None for n in open_needs}
    least = _Least(_least_px(open_needs, room, grown, was), grown)
    levels = _levels(open_needs, room, least, was)
    unit, heights = _heights(open_needs, levels, room, least)
    if ample := _ample(open_needs, levels, heights, was):
        levels |= dict.fromkeys(ample, Level.CELLS)
        unit, heights = _heights(open_needs, levels, room, least)
    boxes, y = [], 0.0
    folded = False
    for need in needs:
        if need.lane not in folds:
            boxes.append(LaneBox((need.lane,), y, heights[need.lane], levels[need.lane]))
        elif folded:
            continue
        else:
            folded = True
            low = LaneBox(tuple(sorted(folds)), y, fold_px(grown), Level.MARKS, folded=True)
            boxes.append(low)
        y = boxes[-1].bottom
    by_lane = {need.lane: need for need in open_needs}
    return Layout(tuple(boxes), y, unit, grown, height, by_lane, levels)


def kept(layout: Layout, needs: Sequence[LaneNeed], width_px: float, panning: bool) -> Layout:
    """The same boxes with what they can show now on so many pixels of days; for the frames of a
    gesture, while heights rest.

    A lane whose tallest stack no longer fits at two pixels a cell shows columns. While `panning`
    marks stay marks where these have room, stacks stay stacks, and cells stay as high as they are.
    """
    by_lane, grown = {n.lane: n for n in needs}, layout.grown

    def fitting(box: LaneBox, unit: int) -> Level:
        need = by_lane[box.lanes[0]]
        if panning and box.level is Level.MARKS and need.events <= held_marks(box, width_px, grown):
            return Level.MARKS
        pitch = TIGHT_MARK_ROW_PX if box.level is Level.MARKS else MARK_ROW_PX
        row_px = pitch * grown
        if not panning and need.depth and marks_px(need.depth, row_px) <= box.height:
            return Level.MARKS
        patience = PATIENCE if box.level is Level.COLUMNS else 1.0
        fits = stack_px(need.tallest, unit, TIGHT_STACK_MARGIN_PX) * patience <= box.height
        return Level.CELLS if fits else Level.COLUMNS

    whole = [box for box in layout.boxes if not box.folded]
    cells = [b for b in whole if fitting(b, LEAST_UNIT) is Level.CELLS]
    unit = MOST_UNIT
    for box in cells:
        tallest = max(1, by_lane[box.lanes[0]].tallest)
        unit = min(unit, int((box.height - TIGHT_STACK_MARGIN_PX) // tallest) - 1)
    unit = max(LEAST_UNIT, min(unit, layout.unit) if cells and not panning else layout.unit)

    def now(box: LaneBox) -> LaneBox:
        level = box.level if box.folded else fitting(box, unit)
        return box if level is box.level else replace(box, level=level)

    boxes = tuple(map(now, layout.boxes))
    return replace(layout, boxes=boxes, unit=unit)


def held_marks(box: LaneBox, width_px: float, grown: float) -> int:
    """How many marks a lane holds while one pans over so many pixels of days."""
    rows = max(1.0, (box.height - MARK_MARGIN_PX) // (TIGHT_MARK_ROW_PX * grown))
    return min(MOST_HELD_MARKS, int(rows * width_px / HELD_MARK_PX))


@dataclass(frozen=True, slots=True)
class _Least:
    """The least height of a lane here, and how much higher than usual letters are."""

    px: float
    grown: float


def _folds(needs: Sequence[LaneNeed], height: float, grown: float) -> frozenset[int]:
    """The quiet lanes, where the others need their room: the empty ones, and if that does not do
    those with one event, and then with two. A single lane is not worth folding."""

    def wanted(kept: Sequence[LaneNeed]) -> float:
        return sum(max(LEAST_LANE_PX * grown, _wished_px(n, grown)) for n in kept)

    folds: frozenset[int] = frozenset()
    for most in range(QUIET_MOST + 1):
        open_needs = [n for n in needs if n.lane not in folds]
        if wanted(open_needs) + (fold_px(grown) if folds else 0) <= height:
            break
        quiet = frozenset(n.lane for n in needs if n.events <= most and not n.opened)
        folds = quiet if len(quiet) > 1 else folds
    return folds


def _wished_px(need: LaneNeed, grown: float) -> float:
    """What a lane would like to have: its marks and the rows of their labels."""
    if not need.depth:
        return stack_px(need.tallest, LEAST_UNIT)
    return marks_px(max(need.depth, need.wish), MARK_ROW_PX * grown)


def _need_px(need: LaneNeed, level: Level, least: _Least, unit: int, tight: bool = False) -> float:
    if level is Level.MARKS:
        row_px = TIGHT_MARK_ROW_PX if tight else MARK_ROW_PX
        return max(least.px, marks_px(need.depth, row_px * least.grown))
    if level is Level.COLUMNS:
        return least.px
    roomy = least.px >= SQUEEZED_LANE_PX * least.grown and not tight
    margin = STACK_MARGIN_PX if roomy else TIGHT_STACK_MARGIN_PX
    return max(least.px, stack_px(need.tallest, unit, margin))


def _least_px(
    needs: Sequence[LaneNeed], room: float, grown: float, was: Mapping[int, Level | None]
) -> float:
    """The least height of a lane: a little less than usual if that leaves all stacks whole, and
    much less where there are many lanes."""
    share = room // max(1, len(needs))
    most = int(LEAST_LANE_PX * grown)
    for least in range(most, int(SQUEEZED_LANE_PX * grown) - 1, -2):
        some = _Least(least, grown)
        stacked = (
            _need_px(n, Level.CELLS, some, LEAST_UNIT, was[n.lane] is Level.CELLS) for n in needs
        )
        if sum(stacked) <= room:
            return float(least)
    return max(float(int(TIGHT_LANE_PX * grown)), min(float(most), share))


def _levels(
    needs: Sequence[LaneNeed], room: float, least: _Least, was: Mapping[int, Level | None]
) -> dict[int, Level]:
    """Marks where a lane needs no more for them than its share of the room, which is shared out
    from the most modest lane on; stacks elsewhere, columns where these are too high."""

    def px(need: LaneNeed, level: Level) -> float:
        wanted = _need_px(need, level, least, LEAST_UNIT, tight=was[need.lane] is level)
        leaving = level is Level.CELLS and was[need.lane] is Level.COLUMNS
        return wanted * PATIENCE if leaving and wanted > least.px else wanted

    marks = {n.lane: px(n, Level.MARKS) if n.depth else float("inf") for n in needs}
    marked = _within_share(marks, room, least.px)
    left = room - sum(marks[lane] for lane in marked)
    cells = {n.lane: px(n, Level.CELLS) for n in needs if n.lane not in marked}
    celled = _within_share(cells, left, least.px)
    return {
        n.lane: Level.MARKS
        if n.lane in marked
        else Level.CELLS
        if n.lane in celled
        else Level.COLUMNS
        for n in needs
    }


def _within_share(wanted: dict[int, float], room: float, least: float) -> set[int]:
    """The lanes that want no more than their share; what the modest leave falls to the others."""
    inside: set[int] = set()
    for i, lane in enumerate(sorted(wanted, key=wanted.__getitem__)):
        if wanted[lane] > max(least, room / (len(wanted) - i)):
            break
        inside.add(lane)
        room -= wanted[lane]
    return inside


def _heights(
    needs: Sequence[LaneNeed], levels: dict[int, Level], room: float, least: _Least
) -> tuple[int, dict[int, float]]:
    """The height of a cell, and that of each lane: what stays where it has little room is tight."""
    unit, heights = _unit(needs, levels, room, least), dict[int, float]()
    for tight in (False, True):
        heights = {n.lane: _need_px(n, levels[n.lane], least, unit, tight) for n in needs}
        if sum(heights.values()) <= room:
            break
    _share_rest(needs, levels, heights, room, least.grown)
    return unit, heights


def _ample(
    needs: Sequence[LaneNeed],
    levels: dict[int, Level],
    heights: dict[int, float],
    was: Mapping[int, Level | None],
) -> list[int]:
    """The lanes of columns that have come to be as high as their cells would be: beside lanes of
    cells they would seem to hold many more events than they do."""
    found = []
    for need in needs:
        patience = PATIENCE if was[need.lane] is Level.COLUMNS else 1.0
        wanted = stack_px(need.tallest, LEAST_UNIT) * patience
        if levels[need.lane] is Level.COLUMNS and wanted <= heights[need.lane]:
            found.append(need.lane)
    return found


def _unit(needs: Sequence[LaneNeed], levels: dict[int, Level], room: float, least: _Least) -> int:
    """The tallest cell with which all stacks fit and a row of text stands free above them."""
    stacks = sum(1 for n in needs if levels[n.lane] is Level.CELLS)
    for unit in range(MOST_UNIT, LEAST_UNIT, -1):
        wanted = sum(_need_px(n, levels[n.lane], least, unit) for n in needs)
        if wanted + stacks * TEXT_ROW_PX * least.grown <= room:
            return unit
    return LEAST_UNIT


def _share_rest(
    needs: Sequence[LaneNeed],
    levels: dict[int, Level],
    heights: dict[int, float],
    room: float,
    grown: float,
) -> None:
    """Marks first get the rows their labels would fill, columns some height; then all alike."""
    spare = room - sum(heights.values())
    if spare <= 0 or not needs:
        return
    wishes = {n.lane: 0.0 for n in needs}
    for need in needs:
        if levels[need.lane] is Level.MARKS:
            wished_px = marks_px(need.wish, MARK_ROW_PX * grown)
            wishes[need.lane] = max(0.0, wished_px - heights[need.lane])
        elif levels[need.lane] is Level.COLUMNS:
            wishes[need.lane] = 2 * LEAST_LANE_PX * grown
    wished = sum(wishes.values())
    part = min(1.0, spare / wished) if wished else 0.0
    rest = max(0.0, spare - wished) / len(needs)
    for lane in heights:
        heights[lane] = float(int(heights[lane] + wishes[lane] * part + rest))


def label_rows(needed_px: float, width_px: float) -> int:
    """How many rows of labels so many pixels of text fill, with room to place them."""
    return ceil(1.4 * needed_px / max(1.0, width_px))
