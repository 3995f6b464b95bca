"""Treaties as the session shows them: which pass what is asked of the events."""

from timeline_app.crossfilter.cross_filter import CrossFilter
from timeline_app.crossfilter.passing import Passing
from timeline_app.model.filter import KNOWN, SPAN, Filter
from timeline_app.model.instrument_table import InstrumentTable

SHARED = (SPAN, KNOWN, "vector", "state")
"""What is asked of treaties too: that their life touches the brushed days, that they were known on
a day, that one of these states takes part in them, that they belong to one of these vectors. Kinds,
layers, publishers and searches speak of records of events."""

FOLLOWED = ("instruments", "filter")
"""The parts of a snapshot that the answer follows from."""


def instruments_passing(table: InstrumentTable, asked: Filter) -> Passing:
    """Which instruments pass."""
    shared = {column: clause for column, clause in asked if column in SHARED}
    return CrossFilter(table.life).run(Filter(shared))
