"""From a mark to each other date that is asserted: where the line runs, and where its words stand.

A whisker lies in the mark's own row if nothing is in its way, else in a row below or above it, to
which a stem leads. Its words stand beyond its end; where the window ends first, upon the line.
"""

from collections.abc import Iterable, Iterator, Sequence

from timeline_app.dataclass import dataclass
from timeline_app.scene.asserted_dates import AssertedDate
from timeline_app.scene.hit_test import Place
from timeline_app.scene.text_measure import Measure, shortened
from timeline_app.scene.time_scale import TimeScale

TEXT_PX = 12.5
END_PX = 10.0
"""The hollow glyph at the end of a whisker."""

TICK_PX = 8.0
"""How far its upright tick reaches up and down from the middle."""

_ROWS = (0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6)
_RING = 10.0
_HALF = 8.0
_GAP = 5.0
_MOST_TEXT = 240.0
_LEAST_TEXT = 60.0
_LEAST_BAR = 14.0
_COVERED, _LINE_CROSSED, _FAR_ROW, _ANOTHER_LANE = 2.0, 0.3, 0.3, 1.0

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""


@dataclass(frozen=True, slots=True)
class Whisker:
    """`root` is where the line leaves the mark, (x, y) its end: a hollow glyph, or where `beyond`
    is -1 or 1 the window's edge. `left` to `right` are its days, if they have room for a bar."""

    root: tuple[float, float]
    x: float
    y: float
    left: float
    right: float
    beyond: int
    text: str
    text_x: float
    text_width: float
    preferred: bool

    @property
    def is_bar(self) -> bool:
        """Whether its days are wide enough to be drawn as such."""
        return not self.beyond and self.right - self.left >= _LEAST_BAR

    @property
    def boxes(self) -> tuple[Box, ...]:
        """What its end and its words cover."""
        end = (self.x - _HALF, self.y - TICK_PX, self.x + _HALF, self.y + TICK_PX)
        if self.is_bar:
            end = (min(end[0], self.left), end[1], max(end[2], self.right), end[3])
        return end, (self.text_x, self.y - _HALF, self.text_x + self.text_width, self.y + _HALF)

    @property
    def line(self) -> Box:
        """What its line covers in its row."""
        ends = sorted((self.root[0], self.x))
        return ends[0], self.y - 2, ends[1], self.y + 2


@dataclass(frozen=True, slots=True)
class Room:
    """Where whiskers may be: from 0 to `height`, best between the top and bottom of their `lane`,
    `row_px` apart, never over what is `taken`, and over as few `others` (marks and their labels)
    as can be."""

    height: float
    lane: tuple[float, float]
    row_px: float
    taken: Sequence[Box] = ()
    others: Sequence[Box] = ()


def whiskers(
    dates: Sequence[AssertedDate],
    mark: Place,
    scale: TimeScale,
    room: Room,
    measure: Measure,
) -> tuple[Whisker, ...]:
    """One whisker a date, none over another nor over what is taken, if there is any room for it."""
    wide = _is_wide(mark)
    left, right = (mark.left - 4, mark.right + 4) if wide else (mark.x - _RING, mark.x + _RING)
    hard = [*room.taken, (left, mark.y - _RING, right, mark.y + _RING)]
    found: list[Whisker] = []
    nearest = sorted(dates, key=lambda date: abs(scale.x((date.first + date.last) / 2) - mark.x))
    for date in nearest:
        tries = list(_tries(date, mark, scale, room, measure))
        free = [one for one in tries if not _touches((*one.boxes, one.line), hard)]
        chosen = min(free or tries, key=lambda one: _cost(one, mark, room))
        hard += [*chosen.boxes, chosen.line]
        found.append(chosen)
    return tuple(found)


def _tries(
    date: AssertedDate, mark: Place, scale: TimeScale, room: Room, measure: Measure
) -> Iterator[Whisker]:
    """The ways in which this date can be shown; at least one."""
    left, right, x, beyond = _end(date, scale)
    inside = _is_wide(mark) and mark.left - 4 <= x <= mark.right + 4
    low, high = _HALF, room.height - _HALF
    rows = [row for row in _ROWS if low <= mark.y + row * room.row_px <= high] or [0]
    for row in rows:
        if inside and row == 0 and len(rows) > 1:
            continue
        y = mark.y + row * room.row_px
        for text, text_x, width in _words(
            date.words, (left, right, x, beyond), mark, scale, measure
        ):
            root = _root(mark, x, row, inside)
            yield Whisker(root, x, y, left, right, beyond, text, text_x, width, date.preferred)


def _end(date: AssertedDate, scale: TimeScale) -> tuple[float, float, float, int]:
    """Its days in pixels within the window, the middle of its glyph, and the edge it is beyond."""
    low, high = scale.left_px, scale.right_px
    left, right = scale.x(date.first), scale.x(date.last + 1)
    if right <= low + _HALF / 2:
        return low, low, low + _HALF, -1
    if left >= high - _HALF / 2:
        return high, high, high - _HALF, 1
    left, right = max(left, low), min(right, high)
    x = min(left + _HALF, (left + right) / 2) if date.first < date.last else (left + right) / 2
    return left, right, min(max(x, low + _HALF), high - _HALF), 0


def _words(
    words: str,
    end: tuple[float, float, float, int],
    mark: Place,
    scale: TimeScale,
    measure: Measure,
) -> Iterator[tuple[str, float, float]]:
    """The text and where it begins: beyond the end, else upon the line; shorter where it must."""
    left, right, x, beyond = end
    low, high = scale.left_px + 2, scale.right_px - 2
    room = {
        -1: min(left, x - _HALF) - _GAP - low,
        1: high - max(right, x + _HALF) - _GAP,
    }
    outward = -1 if x < mark.x else 1
    if not beyond:
        for side in (outward, -outward):
            if room[side] >= _LEAST_TEXT:
                text = shortened(words, min(_MOST_TEXT, room[side]), TEXT_PX, measure)
                width = measure(text, TEXT_PX, False)
                begin = min(left, x - _HALF) - _GAP - width
                yield text, begin if side < 0 else max(right, x + _HALF) + _GAP, width
    text = shortened(words, min(_MOST_TEXT, max(_LEAST_TEXT, high - low)), TEXT_PX, measure)
    width = measure(text, TEXT_PX, False)
    begin = x + _HALF + _GAP if outward < 0 else x - _HALF - _GAP - width
    yield text, min(max(begin, low), max(low, high - width)), width


def _root(mark: Place, x: float, row: int, inside: bool) -> tuple[float, float]:
    """Where the line leaves the mark: at its side, or in a stem to another row."""
    if row:
        way = 1 if row > 0 else -1
        return (x if inside else mark.x), mark.y + way * _RING
    wide = _is_wide(mark)
    if x < mark.x:
        return (mark.left - 4 if wide else mark.x - _RING), mark.y
    return (mark.right + 4 if wide else mark.x + _RING), mark.y


def _is_wide(mark: Place) -> bool:
    """Whether the mark's ring is a frame rather than a circle."""
    return mark.right - mark.left > 2 * _RING


def _cost(one: Whisker, mark: Place, room: Room) -> float:
    """How much it covers, how far it is from the mark's row, and whether it leaves its lane."""
    covered = sum(_touches(one.boxes, (other,)) for other in room.others)
    crossed = sum(_touches((one.line,), (other,)) for other in room.others)
    top, bottom = room.lane
    strays = not top <= one.y - _HALF <= one.y + _HALF <= bottom
    far = _FAR_ROW * abs(one.y - mark.y) / room.row_px
    return _COVERED * covered + _LINE_CROSSED * crossed + far + _ANOTHER_LANE * strays


def _touches(boxes: Iterable[Box], others: Iterable[Box]) -> bool:
    return any(
        a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for a in boxes for b in others
    )
