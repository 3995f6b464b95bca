"""What a track is: a band of the timeline under the lanes that holds something other than events.

A track says how much height it needs, composes its own drawing for a scale and a band, and its
drawing answers what lies at a pixel. How it is stroked is the canvas's business.
"""

from typing import Protocol, TypeVar

from timeline_app.dataclass import dataclass
from timeline_app.scene.time_scale import TimeScale


@dataclass(frozen=True, slots=True)
class TrackNeed:
    """Heights in pixels: with less than `least` it says nothing, with `wish` it shows all."""

    least: float
    wish: float


@dataclass(frozen=True, slots=True)
class Band:
    """The strip a track has, in pixels from the top of the lanes; folded to one line or not."""

    top: float
    height: float
    folded: bool = False

    @property
    def bottom(self) -> float:
        """Where the next one begins."""
        return self.top + self.height

    def __contains__(self, y: float) -> bool:
        return self.top <= y < self.bottom


@dataclass(frozen=True, slots=True)
class TrackPlace:
    """Where something of a track is drawn: the pixels it fills, the centre of its mark, and the
    keys of what it stands for (several where they lie upon each other)."""

    keys: tuple[int, ...]
    left: float
    top: float
    right: float
    bottom: float
    x: float
    y: float


class TrackDrawing(Protocol):
    """One frame of a track. Pixels are those of the lanes, so band.top is its upper edge."""

    @property
    def band(self) -> Band:
        """The strip it fills and never leaves."""

    def place_at(self, x: float, y: float) -> TrackPlace | None:
        """What lies at a pixel, or near enough to it."""

    def place_of(self, key: int) -> TrackPlace | None:
        """Where this one is drawn; None where it is not in sight."""


Drawn = TypeVar("Drawn", bound=TrackDrawing, covariant=True)


class Track(Protocol[Drawn]):
    """What one snapshot has to show in a band. It may remember between frames where its labels
    stood, so that nothing moves while one pans."""

    def need(self, scale: TimeScale) -> TrackNeed:
        """The room it wants for the days in sight; asked when the view rests."""

    def compose(self, scale: TimeScale, band: Band, resting: bool) -> Drawn:
        """Its picture; while not `resting` everything keeps its row and side."""
