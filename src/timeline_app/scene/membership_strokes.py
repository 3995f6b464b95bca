"""A membership as a band: solid for members, hatched for partners and observers.

The days on which it may have begun or ended are pale between two ends. Where the source stops
telling, and not the membership, the band fades out in three steps; where no source says how far it
knows, it goes on with an arrow.
"""

from collections.abc import Iterable, Sequence

from timeline_app.dataclass import dataclass
from timeline_app.dates.day import OPEN_FUTURE
from timeline_app.model.membership_table import MembershipTable
from timeline_app.scene.display_list import Ink, Shade, Strokes
from timeline_app.scene.time_scale import TimeScale

BAND_PX, OTHER_PX = 9.0, 2.0
OTHER_BELOW_PX = 6.0
FADE_STEP, FADES = 8.0, (Shade.NEAR, Shade.MIDDLE, Shade.FAR)
EXTENT_FROM_PX = 4.0
_END_PX = 1.5
_INK = Ink.INK3


@dataclass(frozen=True, slots=True)
class BandSpan:
    """A membership in pixels: surely from `begin` to `end`, possibly from `left` to `right`; it
    `fades` or goes `on` after that."""

    left: float
    begin: float
    end: float
    right: float
    full: bool
    fades: bool
    on: bool

    @property
    def drawn_to(self) -> float:
        """The last pixel that is drawn of it."""
        return self.right + (FADE_STEP * len(FADES) if self.fades else 0)


Hatched = tuple[float, float, float, float]
"""x, y, width and height of what is hatched, which no rectangle of a display list can be."""


def span_of(table: MembershipTable, row: int, scale: TimeScale) -> BandSpan | None:
    """The membership of a row of the table in pixels; None where it is out of sight."""
    low, high = scale.left_px - 40, scale.right_px + 40

    def x(day: int) -> float:
        return min(max(scale.x(float(day)), low), high)

    left, begin = x(int(table.from_first[row])), x(int(table.from_last[row]))
    on = fades = False
    if table.to_last[row] != OPEN_FUTURE:
        end, right = x(int(table.to_first[row])), x(int(table.to_last[row]) + 1)
    elif table.known_to[row] != OPEN_FUTURE:
        end = right = x(int(table.known_to[row]) + 1)
        fades = True
    else:
        end = right = scale.right_px
        on = True
    begin, end = max(begin, left), min(max(end, begin), right)
    span = BandSpan(left, begin, end, right, bool(table.full[row]), fades, on)
    outside = span.drawn_to < scale.left_px or span.left > scale.right_px
    return None if outside else span


def draw_band(
    strokes: Strokes,
    span: BandSpan,
    y: float,
    scale: TimeScale,
    cut: tuple[float, float] | None = None,
) -> list[Hatched]:
    """Draws it with its middle at `y` and nothing between the pixels of `cut`; what is to be
    hatched is returned."""
    top, hatched = y - BAND_PX / 2, []
    end = scale.right_px - BAND_PX if span.on else span.end
    for left, right in _uncut(span.begin, end, cut):
        if span.full:
            strokes.rect(left, top, right - left, BAND_PX, _INK, Shade.FULL)
        else:
            hatched.append((left, top, right - left, BAND_PX))
    for left, right in ((span.left, span.begin), (span.end, span.right)):
        if right - left >= EXTENT_FROM_PX:
            strokes.rect(left, top, right - left, BAND_PX, _INK, Shade.PALE)
            for x in (left, right - _END_PX):
                strokes.rect(x, top, _END_PX, BAND_PX, _INK, Shade.FULL)
    if span.fades:
        fade(strokes, span.right, top, BAND_PX)
    if span.on:
        strokes.arrow(scale.right_px, y, 1, BAND_PX, _INK)
    return hatched


def draw_other(
    strokes: Strokes, span: BandSpan, y: float, cut: tuple[float, float] | None = None
) -> None:
    """What another source says, as a line under the band."""
    top = y + OTHER_BELOW_PX - OTHER_PX / 2
    for left, right in _uncut(span.left, span.right, cut):
        strokes.rect(left, top, max(2.0, right - left), OTHER_PX, _INK, Shade.FULL)
    if span.fades:
        fade(strokes, span.right, top, OTHER_PX)


def fade(strokes: Strokes, x: float, top: float, high: float) -> None:
    """Three steps, each paler than the one before."""
    for n, shade in enumerate(FADES):
        strokes.rect(x + n * FADE_STEP, top, FADE_STEP - 1, high, _INK, shade)


def _uncut(
    left: float, right: float, cut: tuple[float, float] | None
) -> Iterable[tuple[float, float]]:
    if cut is None or cut[1] <= left or cut[0] >= right:
        yield left, right
        return
    if cut[0] > left:
        yield left, cut[0]
    if cut[1] < right:
        yield cut[1], right


def outermost(spans: Sequence[BandSpan]) -> tuple[float, float]:
    """The first and the last pixel of several."""
    return min(span.left for span in spans), max(span.drawn_to for span in spans)
