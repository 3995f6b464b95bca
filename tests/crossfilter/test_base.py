"""What reaches over a day is found block by block as a look at every row finds it."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from made_tables import DAY_0, event_tables
from timeline_app.crossfilter import base
from timeline_app.crossfilter.base import Reach
from timeline_app.crossfilter.cross_filter import CrossFilter
from timeline_app.model.event_table import EventTable
from timeline_app.model.filter import SPAN, Filter, SpanClause, TermsClause

patched = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
days = st.integers(DAY_0 - 400, DAY_0 + 4000)


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many blocks as a large table has."""
    monkeypatch.setattr(base, "REACH_BLOCK", 3)


@given(event_tables(), days, st.data())
@patched
def test_portions_together_are_the_rows(table: EventTable, day: int, data: st.DataObject) -> None:
    low = data.draw(st.integers(0, len(table)))
    high = data.draw(st.integers(low, len(table)))
    plain = [row for row in range(low, high) if table.last[row] >= day]
    reach = Reach(table)
    assert reach.rows(day, low, high).tolist() == plain
    portions = [some.tolist() for some in reach.portions(day, low, high)]
    assert [row for some in portions for row in some] == plain


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
