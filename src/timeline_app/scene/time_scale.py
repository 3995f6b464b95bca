"""Days to pixels and back: a value made anew for every frame."""

from math import floor, isclose
from typing import TYPE_CHECKING, cast

from timeline_app.dataclass import dataclass
from timeline_app.model.view import View

if TYPE_CHECKING:  # the first frame is painted before NumPy is there
    import numpy as np
    from numpy.typing import NDArray

LEAST_DAYS = 2.0
"""The closest one can come: single days, each half the window."""
MOST_DAYS = 4_000_000.0
"""The farthest: eleven thousand years."""
MARGIN_PX = 256
"""So much more than is in sight is made ready, on either side, while days are dragged."""


_LEAST_PX = 1e-6


def nearest_px(x: float) -> int:
    """The nearest whole pixel: from the middle between two the right one, so that an edge that is
    dragged by whole pixels stays the same edge."""
    return floor(x + 0.5 + _LEAST_PX)


@dataclass(frozen=True, slots=True)
class TimeScale:
    """The stretch of `width_px` pixels from `left_px` on, which begins at day `first`.

    Day d covers the pixels from x(d) to x(d + 1).
    """

    first: float
    px_per_day: float
    left_px: float
    width_px: float

    @classmethod
    def of(cls, view: View, left_px: float, width_px: float) -> "TimeScale":
        """The scale that shows `view` between two edges; a width of a pixel at least."""
        width = max(1.0, width_px)
        return cls(view.first, width / view.days, left_px, width)

    def on_whole_pixels(self) -> "TimeScale":
        """The same, moved by half a pixel at most so that day 0 begins on a whole one: then what is
        seen of a day is the same wherever in the window it stands, and a picture that is dragged
        is the picture of before."""
        return self._from((self.left_px - round(self.x(0.0))) / self.px_per_day)

    @property
    def right_px(self) -> float:
        """The right edge."""
        return self.left_px + self.width_px

    @property
    def days(self) -> float:
        """How many days are in sight."""
        return self.width_px / self.px_per_day

    @property
    def end(self) -> float:
        """The day at the right edge."""
        return self.first + self.days

    @property
    def view(self) -> View:
        """What is in sight."""
        return View(self.first, self.days)

    def x(self, day: float) -> float:
        """The pixel at which a day (or part of one) begins."""
        return self.left_px + (day - self.first) * self.px_per_day

    def xs(self, days: "NDArray[np.int64] | NDArray[np.float64]") -> "NDArray[np.float64]":
        """The pixels at which these days (or parts of one) begin."""
        xs = self.left_px + (days - self.first) * self.px_per_day
        return cast("NDArray[np.float64]", xs)

    def day(self, x: float) -> float:
        """The day, and part of a day, at a pixel."""
        return self.first + (x - self.left_px) / self.px_per_day

    def zoomed(self, at_px: float, factor: float) -> View:
        """The view `factor` times as long that keeps the day at `at_px` where it is."""
        days = min(MOST_DAYS, max(LEAST_DAYS, self.days * factor))
        return View(self.day(at_px) - (at_px - self.left_px) / self.width_px * days, days)

    def dragged_px(self, to: "TimeScale") -> float | None:
        """How far to the right a picture of this scale was dragged to become one of another; None
        where more than that is another."""
        same = (self.left_px, self.width_px) == (to.left_px, to.width_px)
        if not same or not isclose(self.px_per_day, to.px_per_day):
            return None
        return (self.first - to.first) * self.px_per_day

    def dragged(self, by_px: float) -> "TimeScale":
        """The scale after the picture was dragged `by_px` to the right."""
        return self._from(self.first - by_px / self.px_per_day)

    def widened(self, px: float) -> "TimeScale":
        """The same days at the same pixels, and so many pixels more at both ends."""
        first = self.first - px / self.px_per_day
        return TimeScale(first, self.px_per_day, self.left_px - px, self.width_px + 2 * px)

    def panned(self, by_px: float) -> View:
        """The view after the picture was dragged `by_px` to the right."""
        return View(self.first - by_px / self.px_per_day, self.days)

    def _from(self, first: float) -> "TimeScale":
        """The same from another day on."""
        return TimeScale(first, self.px_per_day, self.left_px, self.width_px)
