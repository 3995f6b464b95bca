"""What the program shows before anything is open."""

from timeline_app.crossfilter.cross_filter import CrossFilter
from timeline_app.lanes.catalogue import GROUPINGS, make_lanes
from timeline_app.model.event_table import empty_table
from timeline_app.model.filter import Filter
from timeline_app.session.noted import note_column
from timeline_app.session.snapshot import Snapshot, Sorting
from timeline_app.session.viewing import NOWHERE


def nothing_open() -> Snapshot:
    """The snapshot without archive, notebook, events or notes."""
    table = empty_table()
    note_terms = note_column(table, {})
    grouping = GROUPINGS[0].id
    return Snapshot(
        archive=None,
        notebook=None,
        table=table,
        lanes=make_lanes(table, grouping),
        grouping=grouping,
        view=NOWHERE,
        home=NOWHERE,
        filter=Filter(),
        passing=CrossFilter(table).run(Filter(), note_terms),
        sorting=Sorting(),
        selected=(),
        notes={},
        noted=frozenset(),
        note_terms=note_terms,
    )
