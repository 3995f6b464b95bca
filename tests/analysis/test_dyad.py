"""Two actors: what names both, and where nothing does."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from made_tables import event_tables
from timeline_app.analysis.dyad import MOST_SILENCES, dyad
from timeline_app.analysis.months import Period
from timeline_app.model.event_table import EventTable


@given(event_tables(), st.integers(0, 3000), st.integers(0, 4000))
def test_silences_hold_nothing_of_both(table: EventTable, begin: int, days: int) -> None:
    if not len(table):
        return
    table = replace(table, terms={**table.terms, "actor": table.terms["vector"]})
    first = int(table.first.min()) + begin - 500
    period = Period(first, first + days)
    terms = [term.id for term in table.terms["actor"].terms]
    if len(terms) < 2:
        return
    one, other = terms[0], terms[1]
    every = np.ones(len(table), np.bool_)
    found = dyad(table, every, one, other, period)
    naming = table.terms["actor"]
    both = naming.holding({one}) & naming.holding({other})
    touching = (table.first <= period.last) & (table.last >= period.first)
    assert found.rows.tolist() == np.flatnonzero(both & touching).tolist()
    assert len(found.silences) <= MOST_SILENCES
    lengths = [silence.days for silence in found.silences]
    assert lengths == sorted(lengths, reverse=True)
    for silence in found.silences:
        assert period.first <= silence.first <= silence.last <= period.last
        assert not (both & (table.first <= silence.last) & (table.last >= silence.first)).any()
    if not len(found.rows):
        assert lengths == [period.days]
