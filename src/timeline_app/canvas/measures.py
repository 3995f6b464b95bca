"""Where the parts of the centre stand, in logical pixels: one axis for all of them."""

from functools import lru_cache

from timeline_app.canvas.lettering import grown
from timeline_app.dataclass import dataclass
from timeline_app.look import fonts
from timeline_app.model.view import View
from timeline_app.scene.time_scale import TimeScale

HEAD_PX, NARROW_HEAD_PX = 148, 132
RIGHT_PX = 14
NARROW_WINDOW_PX = 1360
RULER_PX, TWO_ROW_RULER_PX = 30, 42
RULER_ROW_PX, TWO_ROWS_PX = 16, 31
"""Of the ruler's height this much is letters, in one row and in two."""
OVERVIEW_PX = 52
YEARS_PX = 10
"""Of the overview's height this much is letters."""
FUNNEL_PX = 10
STRIP_PX, WIDE_STRIP_PX = 112, 190
EVIDENCE_PX = 14
LOW_WINDOW_PX = 900
WIDE_WINDOW_PX = 2000


def ruler_px(two_rows: bool) -> int:
    """The height of the ruler at the reader's text size."""
    usual, letters = (TWO_ROW_RULER_PX, TWO_ROWS_PX) if two_rows else (RULER_PX, RULER_ROW_PX)
    return usual + round(letters * (grown() - 1))


def years_px() -> int:
    """How much higher than usual the foot of the overview is, at the reader's text size."""
    return round(YEARS_PX * (grown() - 1))


def overview_px() -> int:
    """The height of the overview at the reader's text size."""
    return OVERVIEW_PX + years_px()


@dataclass(frozen=True, slots=True)
class Measures:
    """The room of one window: all parts share `head_px` on the left and RIGHT_PX on the right."""

    head_px: int
    wide: bool
    low: bool

    @classmethod
    def of(cls, window_width: int, window_height: int) -> "Measures":
        """For a window of this size at the reader's text size."""
        narrow = window_width < NARROW_WINDOW_PX
        return cls(
            head_px=fonts.scaled(NARROW_HEAD_PX if narrow else HEAD_PX),
            wide=window_width > WIDE_WINDOW_PX,
            low=window_height < LOW_WINDOW_PX,
        )

    def scale(self, view: View, width: int) -> TimeScale:
        """The time scale of a part that is `width` pixels wide."""
        return _scale(view, self.head_px, width - self.head_px - RIGHT_PX)


@lru_cache(maxsize=16)
def _scale(view: View, left_px: int, width_px: int) -> TimeScale:
    """Every part of the centre asks for the same, some of them several times a frame."""
    return TimeScale.of(view, left_px, width_px).on_whole_pixels()
