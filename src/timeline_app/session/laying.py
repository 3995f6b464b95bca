"""What follows from a table whatever is asked of it: its orders, its lanes, its filter index."""

from collections.abc import Iterable

from timeline_app.crossfilter.cross_filter import CrossFilter
from timeline_app.dataclass import dataclass
from timeline_app.lanes.catalogue import make_lanes
from timeline_app.lanes.lane import Lanes
from timeline_app.model.event_table import EventTable
from timeline_app.model.filter import Filter


@dataclass(frozen=True, eq=False, slots=True)
class Laid:
    """A table, its lanes by one grouping, and the index that answers filters of it."""

    table: EventTable
    lanes: Lanes
    index: CrossFilter


def lay(
    table: EventTable, grouping: str, asked: Filter | None = None, counted: Iterable[str] = ()
) -> Laid:
    """Sorts and goes through the whole table; a worker's work where it is large. What is `asked` is
    answered and the columns that are `counted` by are, since that will be wanted at once."""
    index = CrossFilter(table)
    index.base.settle(index.base)
    for column in table.terms.keys() & set(counted):
        index.base.tally(column)
    if asked is not None:
        index.adopt(index.prepared(asked))
    return Laid(table, make_lanes(table, grouping), index)
