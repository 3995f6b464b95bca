"""A frame at another scale that is composed before it is asked for."""

from timeline_app.scene.composer import Composer
from timeline_app.scene.content import Content
from timeline_app.scene.display_list import DisplayList
from timeline_app.scene.steps import Steps, whole
from timeline_app.scene.time_scale import TimeScale


class Foretold:
    """What a composer will make of a scale if that comes next: made by its twin, which goes on from
    there in its place if it does."""

    def __init__(
        self,
        of: Composer,
        content: Content,
        scale: TimeScale,
        height: float,
        stretch: float,
        scroll_px: float,
        text: float,
    ) -> None:
        """`text` is the size of letters; the others are those of `Composer.compose`."""
        self.composer = of.twin()
        asked = content, scale, height, stretch, scroll_px
        self.asked = (*asked, text, of.opened)
        """All that it follows from."""
        self._steps = self.composer.composing(*asked, resting=False, glides=False)
        self._drawn: DisplayList | None = None

    def steps(self) -> Steps[DisplayList]:
        """The steps that are left: whoever else takes them meanwhile, each is taken once."""
        while self._drawn is None:
            try:
                next(self._steps)
            except StopIteration as done:
                self._drawn = done.value
            else:
                yield
        return self._drawn

    def whole(self) -> DisplayList:
        """The frame, now."""
        return whole(self.steps())
