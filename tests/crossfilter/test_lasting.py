"""What lasts over a day is found block by block as a look at every row finds it."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from made_tables import DAY_0, event_tables
from timeline_app.crossfilter import lasting
from timeline_app.crossfilter.cross_filter import CrossFilter
from timeline_app.crossfilter.lasting import Lasting
from timeline_app.model.event_table import EventTable
from timeline_app.model.filter import SPAN, Filter, SpanClause, TermsClause

patched = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
days = st.integers(DAY_0 - 400, DAY_0 + 4000)


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many blocks as a large table has."""
    monkeypatch.setattr(lasting, "BLOCK", 3)


def plain(table: EventTable, *of: int) -> list[int]:
    """The rows that last over one of these days, by a look at each."""
    first, last = table.first.tolist(), table.last.tolist()
    each = enumerate(zip(first, last, strict=True))
    return [row for row, (begin, end) in each if any(begin < day <= end for day in of)]


@given(event_tables(), st.lists(st.lists(days, min_size=1, max_size=2), max_size=6), st.data())
@patched
def test_they_are_those_of_a_plain_look_whatever_was_asked_before(
    table: EventTable, asked: list[list[int]], data: st.DataObject
) -> None:
    index = Lasting(table)
    assert sorted(index.held.tolist()) == np.flatnonzero(table.first < table.last).tolist()
    for of in asked:
        assert index.rows(*of).tolist() == plain(table, *of)
        assert sorted(index.held[index.places(*of)].tolist()) == plain(table, *of)
        upto = data.draw(st.integers(0, len(table)))
        before = [row for row in plain(table, of[0]) if row < upto]
        assert index.rows_before(of[0], upto).tolist() == before


@given(event_tables(), days, st.integers(0, 2000), st.booleans(), st.data())
@patched
def test_the_first_rows_that_pass_are_found_whatever_passes(
    table: EventTable, first: int, long: int, of_kind: bool, data: st.DataObject
) -> None:
    asked = Filter().having(SPAN, SpanClause(first, first + long))
    kinds = table.terms["kind"].terms
    if of_kind and kinds:
        asked = asked.having("kind", TermsClause(frozenset({data.draw(st.sampled_from(kinds)).id})))
    passing = CrossFilter(table).run(asked)
    rows = np.flatnonzero(passing.mask).tolist()
    at, count = data.draw(st.integers(0, 20)), data.draw(st.integers(0, 20))
    assert passing.select(at, count).tolist() == rows[at : at + count]
    assert [passing.rank(row) for row in rows] == list(range(len(rows)))
