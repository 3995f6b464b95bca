"""A column that few rows hold anything of stands by last day as any other does."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from made_tables import event_tables
from timeline_app.crossfilter.tally import Sides
from timeline_app.model.codes import Few, Term
from timeline_app.model.event_table import EventTable

TERMS = tuple(Term(id, id) for id in "abc")


@given(event_tables(), st.data())
def test_few_by_last_day_are_what_taking_every_row_gives(
    table: EventTable, data: st.DataObject
) -> None:
    rows = st.lists(st.integers(0, max(0, len(table) - 1)), max_size=9 if len(table) else 0)
    held = np.array(sorted(data.draw(rows)), np.int64)
    codes = np.array(data.draw(st.lists(st.integers(0, 2), min_size=len(held), max_size=len(held))))
    few = Few(codes.astype(np.uint8), TERMS, held, len(table))
    first, last = Sides(table).of(few)
    plain = few.take(table.orders.by_last)
    assert first is few and len(last) == len(table)
    assert [last.of(row) for row in range(len(table))] == [
        plain.of(row) for row in range(len(table))
    ]
