"""Lanes composed for more days than are in sight: while days are dragged, one frame after another
is cut out of what was composed once.

What follows from the edges of the window is drawn for each frame, as far as an edge cuts it; and so
are the lines of what stands on a day outside.
"""

from collections.abc import Sequence
from functools import cache, partial

from timeline_app.model.event_table import Mask
from timeline_app.scene.content import Content
from timeline_app.scene.display_list import DisplayList, Strokes
from timeline_app.scene.laid import in_layers
from timeline_app.scene.layers import Layers, Mending, Torn, Upon
from timeline_app.scene.loose import Loose, Loosened, Reals
from timeline_app.scene.mark_strokes import underline
from timeline_app.scene.stack_frames import StackFrame, stack_places
from timeline_app.scene.stack_strokes import draw_passing_through
from timeline_app.scene.ticks import Tick
from timeline_app.scene.time_scale import TimeScale

_SHARP = 1e-3

Asked = tuple[float, float, float, frozenset[str]]
"""Height, how many times the lanes fill it, how far they are scrolled, the quiet ones that are
open."""


class Glide:
    """The frames of days that are dragged, from a `home` on: `far` is composed of all that may come
    into sight, its ticks too, but for what is `loose`; `standing` are its stacks, each with its
    foot."""

    def __init__(
        self,
        content: Content,
        home: TimeScale,
        asked: Asked,
        far: DisplayList,
        loose: Loose,
        standing: Sequence[tuple[StackFrame, float]],
    ) -> None:
        self._content, self._home, self._asked = content, home, asked
        self._far, self._loose, self._standing = far, loose, standing
        self._upon = self._made_upon()

    def by_px(self, content: Content, scale: TimeScale, asked: Asked) -> int | None:
        """How far to the right the window's days were dragged from home; None where a frame of
        these cannot be cut out."""
        if content is not self._content or asked != self._asked:
            return None
        by = self._home.dragged_px(scale)
        margin_px = self._home.left_px - self._far.scale.left_px
        if by is None or abs(by) > margin_px or abs(by - round(by)) > _SHARP:
            return None
        return round(by)

    def frame(self, scale: TimeScale, by_px: int, ticks: Sequence[Tick]) -> DisplayList:
        """The frame after the days were dragged so far."""
        bare, at = self._bare(scale, ticks), self._loose.dragged(scale, by_px)

        @cache
        def near() -> DisplayList:
            return self._drawn(bare, at, through=True)

        torn = self._torn(bare, *self._loose.torn(at))
        mended = partial(self._mended, at)
        return in_layers(Layers(self._far, by_px, near, self._upon, mended, bare, torn))

    def _made_upon(self) -> Upon | None:
        """What is drawn once of what is loose."""
        if not len(self._loose):
            return None
        lacks = self._loose.lacking(self._loose.dragged(self._home, 0))
        return Upon(self._drawn(self._far, self._loose.without(lacks)), lacks)

    def _mended(self, at: Loosened, lacks: Mask) -> Mending:
        """What becomes of a picture that lacks these names."""
        now = self._loose.lacking(at, lacks)
        return Mending(now, self._torn(self._far, *self._loose.mended(lacks, now)))

    def _bare(self, scale: TimeScale, ticks: Sequence[Tick]) -> DisplayList:
        """The frame without what is loose."""
        power = self._standing[0][0].stacks.power if self._standing else None
        nowhere = self._far.stack_places
        places = nowhere if power is None else stack_places(self._content, power, scale)
        through = Strokes()
        self._passing_through(through, scale)
        return through.frozen(scale, self._far.boxes, (), ticks, places)

    def _torn(self, upon: DisplayList, holes: Reals, beside: Loosened) -> Torn | None:
        return Torn(holes, self._drawn(upon, beside)) if len(holes) else None

    def _drawn(self, upon: DisplayList, of: Loosened, through: bool = False) -> DisplayList:
        """What is loose, where it is on this frame."""
        strokes = Strokes()
        if through:
            self._passing_through(strokes, upon.scale)
        labels = self._loose.draw(strokes, upon.scale, of)
        if self._content.found:
            underline(strokes, labels)
        return strokes.frozen(upon.scale, upon.boxes, labels, upon.ticks, upon.stack_places)

    def _passing_through(self, strokes: Strokes, scale: TimeScale) -> None:
        if not self._standing:
            return
        beyond = self._content.reaching(scale.first, scale.end)
        lanes = [(frame, beyond.within(frame.lane), foot) for frame, foot in self._standing]
        draw_passing_through(strokes, self._content, lanes, scale)
