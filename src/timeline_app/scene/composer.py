"""From what there is to show to one frame: room for the lanes, marks or stacks in them, labels.

The composer remembers heights and label places between frames, so that nothing jumps while one
pans; a change of scale or size begins the labels anew.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from math import isclose

import numpy as np

from timeline_app.scene.content import Content
from timeline_app.scene.display_list import DisplayList, Label
from timeline_app.scene.glide import Asked, Glide
from timeline_app.scene.label_places import HeldLabels
from timeline_app.scene.labels import Words
from timeline_app.scene.lane_drawing import LaneDrawing
from timeline_app.scene.lane_layout import LaneBox, Layout, fold_px, kept, lay_out
from timeline_app.scene.lane_wishes import ample_px, modest_px, scarce_px
from timeline_app.scene.later import Later
from timeline_app.scene.loose import Loose, firm_and_loose
from timeline_app.scene.mark_strokes import underline
from timeline_app.scene.sight import LaneSight, sights
from timeline_app.scene.stack_frames import MOST_CELLS, Footing, footing, stack_places
from timeline_app.scene.steps import Steps, whole
from timeline_app.scene.ticks import Tick, ticks_of
from timeline_app.scene.time_scale import MARGIN_PX, TimeScale
from timeline_app.scene.track_layout import LanesWish

MARGINS_PX = MARGIN_PX, 64, 16
"""So much more than is in sight is composed while days are dragged: less where, that far away, a
lane holds more than it can show as it does now."""


class Composer:
    """Makes the frames of one view of lanes."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._layout: Layout | None = None
        self._held = HeldLabels(words)
        self._size: tuple[float, float] = (0, 0)
        self._px_per_day = 0.0
        self._lanes: tuple[str, ...] = ()
        self._ticks: tuple[TimeScale, tuple[Tick, ...]] | None = None
        self._footing: Footing | None = None
        self._scale: TimeScale | None = None
        self._glide: Glide | None = None
        self._next: tuple[Glide, HeldLabels] | None = None
        self._refused: TimeScale | None = None
        self.opened: frozenset[str] = frozenset()
        """Terms of the quiet lanes the reader has opened."""

    @property
    def layout(self) -> Layout | None:
        """The boxes of the last frame, before scrolling."""
        return self._layout

    def forget(self) -> None:
        """Begin anew."""
        self._layout = self._ticks = self._footing = self._glide = None
        self._next = self._refused = None
        self._held.forget()

    def twin(self) -> "Composer":
        """Another that stands where this one does, to go on from there at another scale."""
        made = Composer(self._words)
        made._layout, made._size, made._lanes = self._layout, self._size, self._lanes
        made._held = self._held.copied()
        made.opened = self.opened
        return made

    def wish(self, content: Content, scale: TimeScale) -> LanesWish:
        """The room these lanes want for the days in sight."""
        on = self._stood(content, scale)
        needs = [s.need for s in sights(content, on, self.opened, panning=False)]
        grown = self._words.grown()
        scarce, modest, ample = (px(needs, grown) for px in (scarce_px, modest_px, ample_px))
        return LanesWish(scarce, modest, ample, fold_px(grown))

    def _stood(self, content: Content, scale: TimeScale) -> Footing:
        """Kept while what is lit changes."""
        if self._footing is None or not self._footing.serves(content, scale):
            self._footing = footing(content, scale)
        return self._footing

    def compose(
        self,
        content: Content,
        scale: TimeScale,
        height: float,
        stretch: float = 1.0,
        scroll_px: float = 0.0,
        resting: bool = True,
    ) -> DisplayList:
        """One frame of `height` pixels, which the lanes fill `stretch` times, scrolled up by
        `scroll_px`. Heights of lanes change only while `resting`."""
        return whole(self.composing(content, scale, height, stretch, scroll_px, resting))

    def composing(
        self,
        content: Content,
        scale: TimeScale,
        height: float,
        stretch: float = 1.0,
        scroll_px: float = 0.0,
        resting: bool = True,
        glides: bool = True,
    ) -> Steps[DisplayList]:
        """The same lane by lane. Another frame may be composed before the last step of this one,
        which nobody wants then. Where days that were dragged `glides`, more than is in sight is
        composed, since they will be dragged further; where they leapt, they will not."""
        lanes = _terms(content)
        if lanes != self._lanes:
            self.forget()
            self._lanes = lanes
        size = (scale.width_px, height * stretch)
        hold = not resting and self._layout is not None and size == self._size
        panning = hold and isclose(scale.px_per_day, self._px_per_day)
        asked = (height, stretch, scroll_px, self.opened)
        near, self._scale = _is_near(self._scale, scale), scale
        by_px = self._taken_up(content, scale, asked) if panning else None
        if self._glide is not None and by_px is not None:
            ticks = Later(partial(self._ticks_of, scale))
            return self._glide.frame(scale, by_px, ticks)
        self._glide = self._next = None
        on = self._stood(content, scale)
        seen = sights(content, on, self.opened, panning)
        self._lay_out(seen, size, hold, panning)
        self._size, self._px_per_day = size, scale.px_per_day
        self._held.begin(scale.px_per_day, size, resting)
        layout = self._layout
        if panning and near and glides:
            self._glide = whole(self._gliding(content, scale, asked, seen, self._held, layout))
        if self._glide is not None:
            ticks = Later(partial(self._ticks_of, scale))
            return self._glide.frame(scale, 0, ticks)
        yield
        frame = LaneDrawing(content, scale, self._held, height, resting)
        boxes, labels = yield from _drawing(frame, layout, seen, scroll_px)
        if content.found:
            underline(frame.strokes, labels)
        places = stack_places(content, on.power, scale)
        return frame.strokes.frozen(scale, boxes, labels, self._ticks_of(scale), places)

    def ahead(
        self,
        content: Content,
        scale: TimeScale,
        height: float,
        stretch: float = 1.0,
        scroll_px: float = 0.0,
    ) -> Steps[DisplayList | None]:
        """Composes, lane by lane, what is seen of days that are dragged, or about to be, once they
        have come to this scale. A frame that is composed then is cut out of that. None where it
        cannot be composed for more than is in sight, or what it goes on from is no more."""
        if _terms(content) != self._lanes:
            return None
        of, held = (self._glide, self._layout, self._footing), self._held.copied()
        layout = self._layout  # between two steps another may be made, of other lanes
        asked = (height, stretch, scroll_px, self.opened)
        near = sights(content, footing(content, scale), self.opened, panning=True)
        yield
        glide = yield from self._gliding(content, scale, asked, near, held, layout)
        now = self._glide, self._layout, self._footing
        if glide is None or any(one is not other for one, other in zip(of, now, strict=True)):
            return None
        self._next = glide, held
        return glide.frame(scale, 0, ())

    def _taken_up(self, content: Content, scale: TimeScale, asked: Asked) -> int | None:
        """How far days were dragged in what is composed, or else in what was composed ahead."""
        by_px = self._glide.by_px(content, scale, asked) if self._glide else None
        if by_px is None and self._next is not None:
            (glide, held), self._next = self._next, None
            by_px = glide.by_px(content, scale, asked)
            if by_px is not None:
                self._glide, self._held = glide, held
        return by_px

    def _gliding(
        self,
        content: Content,
        scale: TimeScale,
        asked: Asked,
        near: Sequence[LaneSight],
        held: HeldLabels,
        layout: Layout | None,
    ) -> Steps[Glide | None]:
        """Composes more than is in sight, while days are dragged; None where not all of it can be
        shown as what is in sight is, since next to it a lane holds too many."""
        far_px = None if self._refused is None else self._refused.dragged_px(scale)
        if layout is None or (far_px is not None and abs(far_px) < MARGINS_PX[-1]):
            return None
        found = (
            (px, _shown_alike(content, scale.widened(px), asked, near, layout)) for px in MARGINS_PX
        )
        margin_px, seen = next(((px, seen) for px, seen in found if seen), (0, []))
        self._refused = None if seen else scale
        if not seen:
            return None
        yield
        height, _, scroll_px, _ = asked
        wide = scale.widened(margin_px)
        frame = LaneDrawing(content, wide, held, height, False, scale)
        boxes, labels = yield from _drawing(frame, layout, seen, scroll_px)
        firm, loose = firm_and_loose(labels, scale, wide)
        if content.found:
            underline(frame.strokes, firm)
        far = frame.strokes.frozen(wide, boxes, firm, ticks_of(wide, self._words.measure))
        upon = Loose(content, wide, frame.edge, loose, self._words.grown())
        return Glide(content, scale, asked, far, upon, frame.standing)

    def _lay_out(
        self, seen: Sequence[LaneSight], size: tuple[float, float], hold: bool, panning: bool
    ) -> None:
        needs = [sight.need for sight in seen]
        if hold and self._layout is not None:
            self._layout = kept(self._layout, needs, size[0], panning)
        else:
            self._layout = lay_out(needs, size[1], self._layout, self._words.grown())

    def _ticks_of(self, scale: TimeScale) -> tuple[Tick, ...]:
        if self._ticks is None or self._ticks[0] != scale:
            self._ticks = scale, ticks_of(scale, self._words.measure)
        return self._ticks[1]


def _is_near(before: TimeScale | None, now: TimeScale) -> bool:
    """Whether days have come there by being dragged, and not at a leap."""
    by_px = None if before is None else before.dragged_px(now)
    return by_px is not None and 0 < abs(by_px) <= MARGIN_PX


def _terms(content: Content) -> tuple[str, ...]:
    return tuple(lane.lane.term for lane in content.lanes)


def _shown_alike(
    content: Content, wide: TimeScale, asked: Asked, near: Sequence[LaneSight], layout: Layout
) -> list[LaneSight]:
    """What is seen of more days, in lanes that show it as those `near` are shown; nothing where
    some cannot."""
    few = np.array([sight.frame.single for sight in near], np.bool_)
    seen = sights(content, footing(content, wide, few=few), asked[3], panning=True)
    single = sum(int(sight.frame.count.sum()) for sight in seen if sight.frame.single)
    if single > 2 * MOST_CELLS:
        return []
    alike = kept(layout, [sight.need for sight in seen], wide.width_px, panning=True)
    return seen if alike.boxes == layout.boxes else []


def _drawing(
    frame: LaneDrawing, layout: Layout | None, seen: Sequence[LaneSight], scroll_px: float
) -> Steps[tuple[list[LaneBox], list[Label]]]:
    """Draws the boxes that are in sight; returns all boxes, and the labels."""
    if layout is None:
        return [], []
    boxes = list(layout.boxes)
    if scroll_px:
        boxes = [replace(box, top=box.top - scroll_px) for box in boxes]
    shown = [box for box in boxes if box.bottom > 0 and box.top < frame.height]
    first = [(box, seen[box.lanes[0]]) for box in shown if box.lanes]
    frame.draw_stacks(first, layout.unit)
    labels: list[Label] = []
    for box in shown:
        yield
        labels.extend(frame.draw(box, [seen[i] for i in box.lanes]))
    frame.draw_through()
    return boxes, labels
