"""Scenes made up for the tests: a table, its lanes, everything passing, and a measure of texts."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from made_tables import made_table
from timeline_app.crossfilter.cross_filter import CrossFilter
from timeline_app.crossfilter.passing import Passing
from timeline_app.lanes.catalogue import make_lanes
from timeline_app.model.event_table import Days, EventTable
from timeline_app.model.filter import SPAN, Filter, SpanClause
from timeline_app.model.view import View
from timeline_app.scene.composer import Composer
from timeline_app.scene.content import Content, content_of
from timeline_app.scene.display_list import Label
from timeline_app.scene.labels import Words
from timeline_app.scene.shapes import shapes_of
from timeline_app.scene.time_scale import TimeScale

LEFT_PX, WIDTH_PX = 148.0, 700.0


def measure(text: str, size: float, bold: bool = False) -> float:
    """Every letter is half as wide as it is high."""
    return len(text) * size * (0.54 if bold else 0.5)


def titles(rows: Sequence[int]) -> list[str]:
    """A name for each row, some of them long."""
    return [f"Event {row} " + "of some length " * (row % 5) for row in rows]


def words() -> Words:
    """How texts are read and measured here."""
    return Words(titles, measure)


def composer() -> Composer:
    """A composer without memory."""
    return Composer(words())


def passing(table: EventTable, span: SpanClause | None = None) -> Passing:
    """Everything passes, or what lies in a period."""
    asked = Filter().having(SPAN, span)
    return CrossFilter(table).run(asked)


@lru_cache(maxsize=64)
def _table(n: int, seed: int) -> EventTable:
    return made_table(n, seed)


def made_content(
    n: int, seed: int = 1, grouping: str = "vector", span: SpanClause | None = None
) -> Content:
    """What n made-up events show."""
    table = _table(n, seed)
    noted = {int(o) for o in table.occurrence[::7]}
    return content_of(shapes_of(table), make_lanes(table, grouping), passing(table, span), noted)


def home(table: EventTable) -> View:
    """All there is, with a little air."""
    if not len(table):
        return View(2_449_000.0, 1000.0)
    first, last = int(table.first.min()), int(table.last.max())
    return View(first - 20.0, float(last - first + 41))


def anchors(table: EventTable) -> Days:
    """The day that every row stands on."""
    return shapes_of(table).anchor[np.arange(len(table))]


def scale_of(view: View) -> TimeScale:
    """The usual width."""
    return TimeScale.of(view, LEFT_PX, WIDTH_PX)


def rows_of(content: Content, lane: int) -> np.ndarray:
    """All rows of a lane that are drawn, ascending."""
    start = content.index.start
    return np.sort(content.index.rows[int(start[lane]) : int(start[lane + 1])]).astype(np.int64)


def touching(content: Content, lane: int, scale: TimeScale) -> np.ndarray:
    """The rows of a lane whose outer span touches the days in sight, found the plain way."""
    table = content.shapes.table
    rows = rows_of(content, lane)
    inside = (table.first[rows] < scale.end) & (table.last[rows] + 1 > scale.first)
    return np.asarray(rows[inside])


def start(content: Content, zoom: float) -> TimeScale:
    """The middle of all days, 2**zoom times as close."""
    whole = home(content.shapes.table)
    days = max(2.0, whole.days / 2**zoom)
    return scale_of(View(whole.first + (whole.days - days) / 2, days)).on_whole_pixels()


def dragged(scale: TimeScale, by_px: int) -> TimeScale:
    """The scale after days were dragged so far to the right."""
    return TimeScale.of(scale.panned(by_px), scale.left_px, scale.width_px).on_whole_pixels()


def box_of(label: Label) -> tuple[float, float, float, float]:
    return label.x, label.y - 9, label.x + label.width, label.y + 3


def overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    across = one[0] < other[2] and other[0] < one[2]
    return across and one[1] < other[3] and other[1] < one[3]
