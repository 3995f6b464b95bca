"""One frame of the track of claims, as the canvas strokes it and the pointer asks it."""

import numpy as np

from timeline_app.dataclass import dataclass
from timeline_app.scene.claim_arrows import Arrow
from timeline_app.scene.claim_content import ClaimContent
from timeline_app.scene.display_list import DisplayList
from timeline_app.scene.hit_test import Place, place_at, places_of
from timeline_app.scene.lane_layout import Level
from timeline_app.scene.track import Band, TrackPlace


@dataclass(frozen=True, slots=True)
class Pile:
    """How many claims a speech mark stands for; `x` is where the number begins."""

    x: float
    y: float
    count: int


@dataclass(frozen=True, slots=True)
class Seen:
    """What passes and lies in sight: claims, their speakers, predictions and how many of these are
    arrows, and the day on which most was said with their number (None where none stands out)."""

    claims: int
    speakers: int
    predictions: int
    arrows: int
    busiest: tuple[int, int] | None


@dataclass(frozen=True, eq=False, slots=True)
class ClaimDrawing:
    """`drawn` holds marks, cells and labels as the lanes do; its rows are rows of the table of
    claims. Each of `arrows` comes with the height of its line."""

    band: Band
    content: ClaimContent
    drawn: DisplayList
    arrows: tuple[tuple[Arrow, float], ...]
    piles: tuple[Pile, ...]
    level: Level
    seen: Seen

    def place_at(self, x: float, y: float) -> TrackPlace | None:
        """The claims at a pixel; several where they share a mark or a column."""
        place = place_at(self.drawn, x, y) if y in self.band else None
        return None if place is None else self._place(place)

    def place_of(self, key: int) -> TrackPlace | None:
        """Where this claim is drawn; None where it is not in sight."""
        places = places_of(self.drawn, self.row_of(key))
        return self._place(places[0]) if places else None

    def row_of(self, key: int) -> int:
        """The row of a claim, -1 for none."""
        rows = np.flatnonzero(self.content.claims.key == key)
        return int(rows[0]) if len(rows) else -1

    def arrow_of(self, key: int) -> tuple[Arrow, float] | None:
        """The arrow of a claim and its height, if it is drawn as one."""
        row = self.row_of(key)
        return next(((arrow, y) for arrow, y in self.arrows if arrow.row == row), None)

    def _place(self, place: Place) -> TrackPlace:
        keys = self.content.claims.key[list(place.rows)]
        return TrackPlace(
            keys=tuple(int(key) for key in keys),
            left=place.left,
            top=place.top,
            right=place.right,
            bottom=place.bottom,
            x=place.x,
            y=place.y,
        )
