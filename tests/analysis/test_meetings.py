"""Who met whom: as plain counting finds it."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from made_tables import event_tables, made_table
from timeline_app.analysis.meetings import MEETINGS, met, rows_of_pair
from timeline_app.model.event_table import EventTable


@given(event_tables(), st.integers(1, 5))
def test_pairs_are_counted_as_one_counts_them_by_hand(table: EventTable, most: int) -> None:
    if not len(table):
        return
    every = np.ones(len(table), np.bool_)
    found = met(table, every, most)
    kinds, states = table.terms["kind"], table.terms["state"]
    told = [states.of(row) for row in range(len(table)) if set(kinds.of(row)) & MEETINGS]
    assert found.events == len(told)
    assert len(found.states) <= most
    for n, state in enumerate(found.states):
        assert found.named[n] == sum(state in names for names in told)
    for i, j in combinations(range(len(found.states)), 2):
        both = {found.states[i], found.states[j]}
        alone = sum(set(names) == both for names in told)
        company = sum(both < set(names) for names in told)
        assert (found.alone[i, j], found.company[i, j]) == (alone, company)
        assert len(rows_of_pair(table, every, *sorted(both))) == alone + company
        assert ((i, j) in found.pairs()) == (alone + company > 0)
    assert (found.alone == found.alone.T).all()
    assert not np.diag(found.company).any()


def test_only_what_passes_is_counted_and_the_most_frequent_come_first() -> None:
    table = made_table(400)
    none = met(table, np.zeros(len(table), np.bool_))
    assert (none.events, none.states, none.pairs()) == (0, (), [])
    found = met(table, np.ones(len(table), np.bool_))
    assert found.named.tolist() == sorted(found.named.tolist(), reverse=True)
    firsts = [int(found.alone[pair]) for pair in found.pairs()]
    assert firsts == sorted(firsts, reverse=True)
