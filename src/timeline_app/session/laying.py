"""What follows from a table whatever is asked of it: its orders, its lanes, its filter index."""

from timeline_app.crossfilter.cross_filter import CrossFilter
from timeline_app.dataclass import dataclass
from timeline_app.lanes.catalogue import make_lanes
from timeline_app.lanes.lane import Lanes
from timeline_app.model.event_table import EventTable


@dataclass(frozen=True, eq=False, slots=True)
class Laid:
    """A table, its lanes by one grouping, and the index that answers filters of it."""

    table: EventTable
    lanes: Lanes
    index: CrossFilter


def lay(table: EventTable, grouping: str) -> Laid:
    """Sorts and goes through the whole table; a worker's work where it is large."""
    index = CrossFilter(table)
    index.base.settle(index.base)
    return Laid(table, make_lanes(table, grouping), index)
