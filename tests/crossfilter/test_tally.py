"""Columns by both days, and what a brush counts of them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from made_tables import DAY_0, KIND_IDS, event_tables
from timeline_app.crossfilter.cross_filter import CrossFilter
from timeline_app.crossfilter.tally import Sides
from timeline_app.model.codes import Term, few
from timeline_app.model.event_table import EventTable
from timeline_app.model.filter import SPAN, Filter, SpanClause, TermsClause

TERMS = tuple(Term(id, id) for id in "abc")


@given(event_tables(), st.data())
def test_few_by_last_day_are_what_taking_every_row_gives_whatever_was_asked_before(
    table: EventTable, data: st.DataObject
) -> None:
    rows = st.lists(st.integers(0, max(0, len(table) - 1)), max_size=9 if len(table) else 0)
    sides = Sides(table)
    for _ in range(3):
        held = np.array(sorted(data.draw(rows)), np.int64)
        each = st.lists(st.integers(0, 2), min_size=len(held), max_size=len(held))
        some = few(held, np.array(data.draw(each)), TERMS, len(table))
        first, last = sides.of(some)
        plain = some.take(table.orders.by_last)
        assert first is some and len(last) == len(table)
        assert [last.of(row) for row in range(len(table))] == [
            plain.of(row) for row in range(len(table))
        ]


@given(event_tables(), st.tuples(*[st.integers(DAY_0 - 10, DAY_0 + 4400)] * 2), st.booleans())
def test_what_touches_a_brush_is_counted_as_all_rows_are_looked_at(
    table: EventTable, ends: tuple[int, int], one_kind: bool
) -> None:
    asked = Filter().having(SPAN, SpanClause(*ends))  # which may end before it begins
    if one_kind:
        asked = asked.having("kind", TermsClause(frozenset(KIND_IDS[:1])))
    passing = CrossFilter(table).run(asked)
    for column, codes in table.terms.items():
        kept = passing.base.but(column)
        holders, held = codes.entries(0, len(table))
        begun, ended = (
            np.bincount(held[(kept & rows)[holders]], minlength=len(codes.terms))
            for rows in (table.first <= ends[1], table.last < ends[0])
        )
        assert passing.count_by(column).tolist() == (begun - ended).tolist()
