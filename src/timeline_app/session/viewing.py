"""Where the view may go: from single days to some centuries around the archive."""

from timeline_app.dates.day import is_open
from timeline_app.model.event_table import EventTable
from timeline_app.model.view import View

SHORTEST_DAYS = 2.0
WIDEST_FACTOR = 20.0
WIDEST_AT_LEAST_DAYS = 400 * 365.2425
MARGIN = 0.015
NOWHERE = View(2_448_257.0, 35 * 365.2425)
"""The view while nothing is open: 1991 and the 35 years after."""


def home_of(table: EventTable) -> View:
    """The view of all that is there, with a little air on both sides."""
    known = table.extent
    return around(*known) if known else NOWHERE


def around(first: int, last: int) -> View:
    """The view that shows the days from `first` to `last` (inclusive) with a little air."""
    days = float(last + 1 - first)
    air = max(days * MARGIN, 1.0)
    return View(first - air, days + 2 * air)


def within_reach(view: View, home: View) -> View:
    """The same view, held between single days and some centuries around home."""
    widest = max(home.days * WIDEST_FACTOR, WIDEST_AT_LEAST_DAYS)
    days = min(max(view.days, SHORTEST_DAYS), widest)
    middle = view.first + view.days / 2
    home_middle = home.first + home.days / 2
    slack = (widest - days) / 2
    middle = min(max(middle, home_middle - slack), home_middle + slack)
    first = middle - days / 2
    if abs(first - view.first) < 1e-6 * days and days == view.days:
        return view
    return View(first, days)


def revealing(view: View, first: int, last: int) -> View:
    """The view moved, not scaled, so that these days are seen; the same one where they are."""
    if first < view.end and last + 1 > view.first:
        return view
    known = last if is_open(first) else first
    return View(known + 0.5 - view.days / 2, view.days)
