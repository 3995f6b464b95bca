"""What is to be painted, as arrays: whatever strokes it needs to know nothing of events.

Pixels are logical, from the upper left corner of the lanes; y grows downwards. Colours are names
(`Ink`), so one list serves every theme.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import field, replace
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.scene.lane_layout import LaneBox, Level
from timeline_app.scene.ticks import Tick
from timeline_app.scene.time_scale import TimeScale

if TYPE_CHECKING:
    from timeline_app.scene.layers import Layers

Reals = NDArray[np.float32]
Shorts = NDArray[np.int16]


class Ink(IntEnum):
    """A colour: 0 to 8 are the nine vectors, the others tokens of the theme."""

    NO_VECTOR = 9
    CANVAS = 10
    HAIR = 11
    STRONG = 12
    INK = 13
    INK2 = 14
    INK3 = 15


class Shade(IntEnum):
    """How full a rectangle is: opaque, an outer span, or one of the three strokes of a feather."""

    FULL = 0
    PALE = 1
    NEAR = 2
    MIDDLE = 3
    FAR = 4


class Form(IntEnum):
    """How a glyph is filled."""

    SOLID = 0
    HOLLOW = 1
    BROKEN = 2


@dataclass(frozen=True, eq=False, slots=True)
class Rects:
    """Rectangles: `bounds` is (n, 4) of x, y, width, height; `ink` and `shade` are (n,)."""

    bounds: Reals
    ink: Shorts
    shade: Shorts

    def __len__(self) -> int:
        return len(self.ink)


@dataclass(frozen=True, eq=False, slots=True)
class Glyphs:
    """Glyphs of a vector: `place` is (n, 3) of centre x, y and size; the others are (n,)."""

    place: Reals
    vector: Shorts
    ink: Shorts
    form: Shorts

    def __len__(self) -> int:
        return len(self.vector)


class SpotKind(IntEnum):
    """What is drawn at a spot."""

    CELL = 0
    GLYPH = 1
    BAR = 2
    COLUMN = 3


@dataclass(frozen=True, eq=False, slots=True)
class Spots:
    """What answers to the pointer: `bounds` is (n, 4) of left, top, right, bottom.

    Spot i stands for `count[i]` events in lane `lane[i]`, `rows[start[i]:stop[i]]` of the event
    table; of a column they need not be known. `x` is the centre of its glyph.
    """

    bounds: Reals
    x: Reals
    kind: Shorts
    lane: Shorts
    start: NDArray[np.int64]
    stop: NDArray[np.int64]
    rows: NDArray[np.int64]
    count: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.lane)

    def rows_of(self, spot: int) -> NDArray[np.int64]:
        """The event rows of one spot."""
        return self.rows[self.start[spot] : self.stop[spot]]

    def stand_as(self, other: "Spots") -> bool:
        """Whether the same stand for the same events at the same places."""
        parts = "bounds", "x", "lane", "start", "stop", "rows"
        return all(np.array_equal(getattr(self, part), getattr(other, part)) for part in parts)


class Leader(NamedTuple):
    """A hair from a label down to the stack it speaks of, with a short arm to the text."""

    x: float
    top: float
    foot: float
    arm: float


class Label(NamedTuple):
    """A text with its baseline at y; `ink` is INK, or a vector whose bar it stands upon."""

    row: int
    lane: int
    text: str
    x: float
    y: float
    width: float
    size: float
    to_right: bool
    slot: int
    on_vector: int = -1
    leader: Leader | None = None


Ints = NDArray[np.int64]
StackPlaces = Callable[[Ints], tuple[Ints, Ints, Ints]]


def _nowhere(_rows: Ints) -> tuple[Ints, Ints, Ints]:
    none = np.zeros(0, np.int64)
    return none, none, none


@dataclass(frozen=True, eq=False, slots=True)
class DisplayList:
    """One frame of the lanes. `blocks` are rectangles of whole pixels, under all others; of
    `outlines` only the border is drawn, `arrows` are (n, 4) of tip x, y, direction and height,
    `corners` (n, 2) the marks of notes. `stack_places` finds the columns that hold some rows
    without naming them: for each its place in the rows, its lane and its left edge. Where days are
    dragged, two `layers` have all strokes, and these are the upper one's."""

    scale: TimeScale
    boxes: tuple[LaneBox, ...]
    blocks: Rects
    rects: Rects
    outlines: Rects
    glyphs: Glyphs
    arrows: Reals
    arrow_ink: Shorts
    corners: Reals
    labels: Sequence[Label]
    ticks: Sequence[Tick]
    asked: "AskedSpots"
    stack_places: StackPlaces = _nowhere
    layers: "Layers | None" = None

    @property
    def spots(self) -> Spots:
        """What answers to the pointer: made when it is first asked for, which most frames never
        are."""
        return self.asked.spots

    def marked(self) -> NDArray[np.int64]:
        """The rows that are drawn as marks of their own, in no order."""
        if all(box.level is not Level.MARKS and not box.folded for box in self.boxes):
            return np.zeros(0, np.int64)
        spots = self.spots
        own = np.isin(spots.kind, (SpotKind.GLYPH, SpotKind.BAR))
        return spots.rows[np.repeat(own, spots.stop - spots.start)]


@dataclass(frozen=True, eq=False, slots=True)
class SpotPart:
    """Spots of one lane: `bounds` is (n, 4), and spot i stands for the next `counts[i]` of `rows`,
    or where there are no rows, for so many. The glyph is centred in each, or at `x`."""

    bounds: Reals
    kind: SpotKind | Shorts
    lane: int
    rows: NDArray[np.int64]
    counts: NDArray[np.int64]
    x: Reals | None = None


SpotParts = Callable[[], Iterable[SpotPart]]


@dataclass(slots=True)
class AskedSpots:
    """The spots of a frame, by what makes them."""

    _parts: Sequence[SpotParts]
    _made: Spots | None = None

    @property
    def spots(self) -> Spots:
        """All of them, in the order in which they were added."""
        if self._made is None:
            parts = [one for part in self._parts for one in part() if len(one.bounds)]
            self._made = _joined_spots(parts)
        return self._made

    def moved(self, by_px: int) -> "AskedSpots":
        """The same, so far to the right."""
        right = np.array([by_px, 0, by_px, 0], np.float32)

        def made() -> Iterable[SpotPart]:
            for part in (one for parts in self._parts for one in parts()):
                x = part.x if part.x is None else part.x + np.float32(by_px)
                yield replace(part, bounds=part.bounds + right, x=x)

        return AskedSpots((made,))

    def and_then(self, after: Callable[[], "AskedSpots"]) -> "AskedSpots":
        """These, and those after them."""

        def made() -> Iterable[SpotPart]:
            for parts in after()._parts:
                yield from parts()

        return AskedSpots((*self._parts, made))


@dataclass(slots=True)
class Strokes:
    """A display list in the making; `frozen` closes it."""

    _blocks: list[tuple[Reals, Shorts, Shorts]] = field(default_factory=list)
    _rects: list[tuple[Reals, Shorts, Shorts]] = field(default_factory=list)
    _single: list[tuple[float, float, float, float, int, int]] = field(default_factory=list)
    _outlines: list[tuple[Reals, Shorts, Shorts]] = field(default_factory=list)
    _glyphs: list[tuple[float, float, float, int, int, int]] = field(default_factory=list)
    _arrows: list[tuple[float, float, float, float, int]] = field(default_factory=list)
    _corners: list[tuple[float, float]] = field(default_factory=list)
    _spots: list[SpotParts] = field(default_factory=list)

    def blocks(self, bounds: Reals, ink: Shorts) -> None:
        """Adds (n, 4) filled rectangles of whole pixels."""
        self._blocks.append((bounds, ink, np.zeros(len(ink), np.int16)))

    def rects(self, bounds: Reals, ink: Shorts, shade: Shade = Shade.FULL) -> None:
        """Adds (n, 4) filled rectangles of the inks given."""
        self._rects.append((bounds, ink, np.full(len(ink), shade, np.int16)))

    def rect(self, x: float, y: float, w: float, h: float, ink: int, shade: Shade) -> None:
        """Adds one filled rectangle."""
        self._single.append((x, y, w, h, ink, shade))

    def outlines(self, bounds: Reals, ink: Shorts, broken: bool = False) -> None:
        """Adds (n, 4) rectangles of which the border alone is drawn, in dashes where `broken`."""
        self._outlines.append((bounds, ink, np.full(len(ink), broken, np.int16)))

    def glyph(
        self, x: float, y: float, size: float, vector: int, ink: int, form: Form = Form.SOLID
    ) -> None:
        """Adds the glyph of a vector."""
        self._glyphs.append((x, y, size, vector, ink, form))

    def arrow(self, x: float, y: float, direction: int, height: float, ink: int) -> None:
        """Adds an arrow head with its tip at x, pointing right (1) or left (-1)."""
        self._arrows.append((x, y, direction, height, ink))

    def corner(self, x: float, y: float) -> None:
        """Adds the folded corner of a note upon the mark centred there."""
        self._corners.append((x, y))

    def spots(self, parts: SpotParts) -> None:
        """Adds spots, which are made when they are asked for."""
        self._spots.append(parts)

    def spot(
        self, bounds: tuple[float, float, float, float], x: float, bar: bool, lane: int, row: int
    ) -> None:
        """Adds the spot of a single event, whose glyph is centred at x."""
        self.pile(bounds, x, bar, lane, (row,))

    def pile(
        self,
        bounds: tuple[float, float, float, float],
        x: float,
        bar: bool,
        lane: int,
        rows: Sequence[int] | NDArray[np.int64],
    ) -> None:
        """Adds one spot for several that share a mark, its glyph centred at x."""

        def made() -> Iterable[SpotPart]:
            kind = SpotKind.BAR if bar else SpotKind.GLYPH
            place, centre = np.array([bounds], np.float32), np.array([x], np.float32)
            held, count = np.asarray(rows, np.int64), np.array([len(rows)], np.int64)
            yield SpotPart(place, kind, lane, held, count, centre)

        self._spots.append(made)

    def frozen(
        self,
        scale: TimeScale,
        boxes: Sequence[LaneBox],
        labels: Iterable[Label],
        ticks: Sequence[Tick],
        stack_places: StackPlaces = _nowhere,
    ) -> DisplayList:
        """The finished list."""
        arrows = np.array(self._arrows, np.float32).reshape(-1, 5)
        return DisplayList(
            scale=scale,
            boxes=tuple(boxes),
            blocks=_joined(self._blocks),
            rects=_joined([*self._rects, *_columns(self._single)]),
            outlines=_joined(self._outlines),
            glyphs=_glyphs(self._glyphs) if self._glyphs else _NO_GLYPHS,
            arrows=arrows[:, :4],
            arrow_ink=arrows[:, 4].astype(np.int16),
            corners=np.array(self._corners, np.float32).reshape(-1, 2),
            labels=tuple(labels),
            ticks=ticks,
            asked=AskedSpots(self._spots),
            stack_places=stack_places,
        )


def _glyphs(single: Sequence[tuple[float, float, float, int, int, int]]) -> Glyphs:
    """Glyphs that were added one by one, as columns."""
    values = np.array(single, np.float32).reshape(-1, 6)
    signs = values[:, 3:].astype(np.int16)
    return Glyphs(values[:, :3], *signs.T)


_NO_GLYPHS = _glyphs(())
_NO_RECTS = Rects(np.zeros((0, 4), np.float32), np.zeros(0, np.int16), np.zeros(0, np.int16))


def _joined_spots(parts: Sequence[SpotPart]) -> Spots:
    if not parts:
        none, no = np.zeros(0, np.int64), np.zeros(0, np.int16)
        flat = np.zeros((0, 4), np.float32)
        return Spots(flat, flat[:, 0], no, no, none, none, none, none)
    bounds = np.concatenate([part.bounds for part in parts])
    x = (bounds[:, 0] + bounds[:, 2]) / 2
    kind, lane = np.empty((2, len(bounds)), np.int16)
    each, end = np.zeros(len(bounds), np.int64), 0
    for part in parts:
        here = slice(end, end := end + len(part.bounds))
        kind[here], lane[here] = part.kind, part.lane
        if part.x is not None:
            x[here] = part.x
        if len(part.rows):
            each[here] = part.counts
    stop = np.cumsum(each)
    rows, count = (np.concatenate([getattr(p, of) for p in parts]) for of in ("rows", "counts"))
    return Spots(bounds, x, kind, lane, stop - each, stop, rows, count)


def _columns(
    single: list[tuple[float, float, float, float, int, int]],
) -> list[tuple[Reals, Shorts, Shorts]]:
    """Rectangles that were added one by one, as columns."""
    if not single:
        return []
    values = np.array(single, np.float64)
    inks = values[:, 4:].astype(np.int16)
    return [(values[:, :4].astype(np.float32), inks[:, 0], inks[:, 1])]


def _joined(parts: list[tuple[Reals, Shorts, Shorts]]) -> Rects:
    if not parts:
        return _NO_RECTS
    bounds, ink, shade = zip(*parts, strict=True)
    return Rects(np.concatenate(bounds), np.concatenate(ink), np.concatenate(shade))
