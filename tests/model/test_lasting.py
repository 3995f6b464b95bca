"""What lasts over a day is found block by block as a look at every row finds it."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from made_tables import DAY_0, event_tables, made_table
from timeline_app.crossfilter.cross_filter import CrossFilter
from timeline_app.dates.day import OPEN_FUTURE, OPEN_PAST
from timeline_app.model import lasting
from timeline_app.model.event_table import EventTable
from timeline_app.model.filter import SPAN, Filter, SpanClause, TermsClause

patched = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
days = st.integers(DAY_0 - 400, DAY_0 + 4000)
spans = st.builds(lambda first, long: SpanClause(first, first + long), days, st.integers(0, 2000))
ends = days | st.sampled_from((OPEN_PAST, OPEN_FUTURE))


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many blocks as a large table has."""
    monkeypatch.setattr(lasting, "BLOCK", 3)


@pytest.fixture
def table() -> EventTable:
    return made_table(300, 7)


def plain(table: EventTable, day: int) -> list[int]:
    """The rows that last over a day, by a look at each."""
    each = enumerate(zip(table.first.tolist(), table.last.tolist(), strict=True))
    return [row for row, (begin, end) in each if begin < day <= end]


@given(event_tables(), st.lists(days, max_size=6), st.data())
@patched
def test_they_are_those_of_a_plain_look_whatever_was_asked_before(
    table: EventTable, asked: list[int], data: st.DataObject
) -> None:
    index = table.lasting
    assert sorted(index.rows.tolist()) == np.flatnonzero(table.first < table.last).tolist()
    for day in asked:
        over = index.over(day)
        assert over is index.over(day)
        assert over.rows.tolist() == index.rows[over.places].tolist()
        assert over.ascending.tolist() == plain(table, day)
        upto = data.draw(st.integers(0, len(table)))
        assert over.before(upto).tolist() == [row for row in plain(table, day) if row < upto]


def test_many_days_are_asked_and_those_of_late_are_known(table: EventTable) -> None:
    index, first = table.lasting, table.lasting.over(DAY_0)
    for day in range(DAY_0 + 1, DAY_0 + 100):
        assert index.over(day).ascending.tolist() == plain(table, day)
        assert index.over(DAY_0) is first, "the edge that stays is found once"
    assert index.over(DAY_0 + 1).ascending.tolist() == plain(table, DAY_0 + 1)


@given(event_tables(), spans, st.booleans(), st.data())
@patched
def test_the_first_rows_that_pass_are_found_whatever_passes(
    table: EventTable, span: SpanClause, of_kind: bool, data: st.DataObject
) -> None:
    passing = CrossFilter(table).run(drawn_filter(table, span, of_kind, data))
    rows = np.flatnonzero(passing.mask).tolist()
    at, count = data.draw(st.integers(0, 20)), data.draw(st.integers(0, 20))
    assert passing.select(at, count).tolist() == rows[at : at + count]
    assert [passing.rank(row) for row in rows] == list(range(len(rows)))


@given(event_tables(), ends, ends, st.booleans(), st.data())
@patched
def test_what_lies_in_a_period_without_a_doubt_is_counted(
    table: EventTable, first: int, last: int, of_kind: bool, data: st.DataObject
) -> None:
    passing = CrossFilter(table).run(drawn_filter(table, SpanClause(first, last), of_kind, data))
    inside = (table.first >= first) & (table.last <= last) & (table.doubt == 0)
    assert passing.sure == int((passing.base.mask & inside).sum())
    assert passing.brushed(None).sure == int((passing.base.mask & (table.doubt == 0)).sum())


def drawn_filter(table: EventTable, span: SpanClause, of_kind: bool, data: st.DataObject) -> Filter:
    asked, kinds = Filter().having(SPAN, span), table.terms["kind"].terms
    if of_kind and kinds:
        return asked.having("kind", TermsClause(frozenset({data.draw(st.sampled_from(kinds)).id})))
    return asked
