"""How wide and high the panes begin, by the room there is; never larger type: more events."""

from timeline_app.dataclass import dataclass
from timeline_app.look import fonts

NARROW_BELOW = 1360
TIGHT_BELOW = 1100
WIDE_OVER = 2000
CENTRE_AT_LEAST = 640
FACETS_BOUNDS = (184, 320)
DETAIL_BOUNDS = (300, 480)
DOCK_AT_MOST = 0.25
"""The part of a window's height that large text may take from the lanes for the list."""
TAB_BAR = 33


@dataclass(frozen=True, slots=True)
class Proportions:
    """Logical pixels. `detail_in_dock`: the detail pane is a tab of the dock. `worded`: toolbar
    buttons show their words. `name` tells one set of measures from another."""

    name: str
    facets: int
    detail: int
    dock: int
    worded: bool
    detail_in_dock: bool


def proportions(width: int, height: int) -> Proportions:
    """The measures for a window of this size, at the reader's text size."""
    worded = width >= fonts.scaled(NARROW_BELOW)
    if width > WIDE_OVER:
        dock = 388 if height >= 1400 else 330
        return _held(width, height, Proportions("wide", 264, 440, dock, worded, False))
    if width >= NARROW_BELOW:
        return _held(width, height, Proportions("usual", 228, 340, 132 + TAB_BAR, worded, False))
    tight = width < TIGHT_BELOW
    name = "tight" if tight else "narrow"
    return _held(width, height, Proportions(name, 208, 308, 132 + TAB_BAR, worded, tight))


def _held(width: int, height: int, at_100: Proportions) -> Proportions:
    """Grown with the text, as far as the centre keeps its room."""
    room = width - CENTRE_AT_LEAST
    asked = fonts.scaled(at_100.facets) + fonts.scaled(at_100.detail)
    base = at_100.facets + at_100.detail
    grown = max(base, min(asked, room)) / base
    return Proportions(
        at_100.name,
        min(int(at_100.facets * grown), fonts.scaled(FACETS_BOUNDS[1])),
        min(int(at_100.detail * grown), fonts.scaled(DETAIL_BOUNDS[1])),
        max(at_100.dock, min(fonts.scaled(at_100.dock), int(height * DOCK_AT_MOST))),
        at_100.worded,
        at_100.detail_in_dock,
    )
