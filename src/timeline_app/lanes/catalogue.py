"""All groupings; menus, the shell's words and the settings read them from here."""

from timeline_app.lanes import kind, organisation, source, state, vector
from timeline_app.lanes.grouping import Grouping, group
from timeline_app.lanes.lane import Lanes
from timeline_app.model.event_table import EventTable

GROUPINGS: tuple[Grouping, ...] = (
    vector.GROUPING,
    state.GROUPING,
    organisation.GROUPING,
    kind.GROUPING,
    source.GROUPING,
)


def grouping_of(id: str) -> Grouping:
    """The grouping with this id; KeyError for one that is not in the catalogue."""
    return {grouping.id: grouping for grouping in GROUPINGS}[id]


def make_lanes(table: EventTable, grouping: str) -> Lanes:
    """The lanes of the grouping with this id; KeyError for one that is not in the catalogue."""
    return group(table, grouping_of(grouping))
