"""The index equals a plain comparison of every row, over random walks of clauses."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from made_tables import DAY_0, KIND_IDS, STATE_IDS, VECTOR_IDS, codes_of, event_tables, made_table
from timeline_app.crossfilter.base import Dimension
from timeline_app.crossfilter.cross_filter import CrossFilter
from timeline_app.crossfilter.passing import Passing
from timeline_app.model.codes import Term, one_each
from timeline_app.model.event_table import UNDATED, EventTable
from timeline_app.model.filter import (
    FOUND,
    KNOWN,
    NOTES,
    SPAN,
    WITH_NOTE,
    Clause,
    Filter,
    IdsClause,
    KnownClause,
    SpanClause,
    TermsClause,
)

days = st.integers(DAY_0 - 10, DAY_0 + 4400)
spans = st.builds(
    lambda a, b, surely: SpanClause(min(a, b), max(a, b), surely), days, days, st.booleans()
)
ids_clauses = st.builds(
    lambda ids: IdsClause(np.array(sorted(ids), np.int64), "found"),
    st.frozensets(st.integers(1, 60), max_size=30),
)


def terms_clauses(ids: tuple[str, ...]) -> st.SearchStrategy[TermsClause]:
    return st.builds(TermsClause, st.frozensets(st.sampled_from((*ids, "unheard-of"))))


def step(column: str, clauses: st.SearchStrategy[Clause]) -> st.SearchStrategy[object]:
    return st.tuples(st.just(column), st.none() | clauses)


walks = st.lists(
    st.one_of(
        step(SPAN, spans),
        step("vector", terms_clauses(VECTOR_IDS)),
        step("state", terms_clauses(STATE_IDS)),
        step("kind", terms_clauses(KIND_IDS)),
        step("no such column", terms_clauses(KIND_IDS)),
        step(NOTES, ids_clauses),
        step(FOUND, ids_clauses),
        step(KNOWN, st.builds(KnownClause, days)),
    ),
    max_size=12,
)


def row_passes(table: EventTable, row: int, column: str, clause: Clause) -> bool:
    """The rule, said plainly."""
    if isinstance(clause, KnownClause):
        day = int(table.known_from[row])
        return day != UNDATED and day <= clause.day
    first, last = int(table.first[row]), int(table.last[row])
    if isinstance(clause, SpanClause):
        if clause.surely:
            return clause.first <= first and last <= clause.last and table.doubt[row] == 0
        return first <= clause.last and clause.first <= last
    if isinstance(clause, IdsClause):
        return int(table.occurrence[row]) in clause.occurrences.tolist()
    return column in table.terms and not clause.terms.isdisjoint(table.terms[column].of(row))


def passing_rows(table: EventTable, asked: Filter, but: str = "") -> list[int]:
    return [
        row
        for row in range(len(table))
        if all(row_passes(table, row, c, clause) for c, clause in asked if c != but)
    ]


def surely_dated(table: EventTable, row: int, asked: Filter) -> bool:
    if asked.span:
        surely = SpanClause(asked.span.first, asked.span.last, surely=True)
        return row_passes(table, row, SPAN, surely)
    return bool(table.doubt[row] == 0)


def compare(table: EventTable, index: CrossFilter, asked: Filter) -> None:
    answer = index.run(asked)
    rows = passing_rows(table, asked)
    assert np.flatnonzero(answer.mask).tolist() == rows
    assert answer.possible == len(rows)
    assert answer.sure == sum(surely_dated(table, row, asked) for row in rows)
    assert np.flatnonzero(answer.outside_span).tolist() == passing_rows(table, asked, but=SPAN)
    never = [
        row for row in passing_rows(table, asked, but=KNOWN) if table.known_from[row] == UNDATED
    ]
    assert answer.undated == (len(never) if KNOWN in asked.clauses else 0)
    for column, codes in table.terms.items():
        others = passing_rows(table, asked, but=column)
        plain = [sum(t.id in codes.of(row) for row in others) for t in codes.terms]
        assert answer.counts[column].tolist() == plain
        for code, term in enumerate(codes.terms):
            held = [row for row in others if term.id in codes.of(row)]
            sure = sum(surely_dated(table, row, asked) for row in held)
            assert answer.sure_of(column, code) == sure <= answer.counts[column][code]
    compare_order(answer, rows)


def compare_order(answer: Passing, rows: list[int]) -> None:
    """The list by day: any stretch of it, any row's place in it, and the rows one by one."""
    n = len(answer.base.table)
    for first, count in ((0, n), (0, 3), (2, 5), (len(rows) // 2, 40), (n, 1)):
        assert answer.select(first, count).tolist() == rows[first : first + count]
    assert [answer.rank(row) for row in rows] == list(range(len(rows)))
    assert np.flatnonzero(answer.passes(np.arange(n))).tolist() == rows
    if not rows and answer.span is not None:
        compare_nearest(answer)
    by_first = Dimension(
        one_each(answer.base.table.first % 7, tuple(Term(str(i), "") for i in range(7)))
    )
    plain = np.bincount(answer.base.table.first[rows] % 7, minlength=7)
    assert answer.count_by(by_first).tolist() == plain.tolist()


def compare_nearest(answer: Passing) -> None:
    """Where nothing passes, the one that would with the shortest move of the brush."""
    table, span = answer.base.table, answer.span
    assert span is not None
    others = np.flatnonzero(answer.outside_span)
    away = np.maximum(span.first - table.last[others], table.first[others] - span.last)
    plain = int(others[np.argmin(away)]) if len(others) else None
    assert answer.nearest() == plain


@settings(deadline=None, max_examples=60)
@given(event_tables(), walks)
def test_index_equals_plain_comparison(
    table: EventTable, walk: list[tuple[str, Clause | None]]
) -> None:
    index = CrossFilter(table)
    asked = Filter()
    compare(table, index, asked)
    for column, clause in walk:
        asked = asked.having(column, clause)
        compare(table, index, asked)


@settings(deadline=None, max_examples=40)
@given(event_tables(), st.lists(st.lists(days, max_size=9), min_size=1, max_size=3), walks)
def test_what_is_expected_changes_no_answer(
    table: EventTable, expected: list[list[int]], walk: list[tuple[str, Clause | None]]
) -> None:
    index, asked = CrossFilter(table), Filter()
    for column, clause in walk:
        asked = asked.having(column, clause)
        index.run(asked).counts.get("vector")
        for some in expected:  # one after the other: what was counted before is taken over
            index.base.expect(np.array(sorted(some), np.int64))
        compare(table, index, asked)


@settings(deadline=None, max_examples=40)
@given(event_tables(), st.lists(st.tuples(st.integers(0, 99), walks), max_size=4))
def test_notes_may_change_between_questions(
    table: EventTable, sittings: list[tuple[int, list[tuple[str, Clause | None]]]]
) -> None:
    index = CrossFilter(table)
    asked = Filter().having(NOTES, TermsClause(frozenset({WITH_NOTE})))
    for seed, walk in sittings:
        rng = np.random.default_rng(seed)
        noted = codes_of([[0] if rng.random() < 0.5 else [] for _ in range(len(table))], ("*",))
        for column, clause in [("kind", None), *(s for s in walk if s[0] != NOTES)]:
            asked = asked.having(column, clause)
            answer = index.run(asked, noted)
            has_note = [bool(noted.of(row)) for row in range(len(table))]
            rows = passing_rows(table, asked, but=NOTES)
            assert np.flatnonzero(answer.mask).tolist() == [r for r in rows if has_note[r]]
            assert answer.counts[NOTES].tolist() == [sum(has_note[r] for r in rows)]


def test_an_answer_is_not_changed_by_later_questions() -> None:
    table = made_table(200)
    index = CrossFilter(table)
    answer = index.run(Filter())
    before = (answer.mask.copy(), {c: n.copy() for c, n in answer.counts.items()})
    index.run(Filter().having("kind", TermsClause(frozenset({"vote"}))))
    assert np.array_equal(answer.mask, before[0])
    assert all(np.array_equal(answer.counts[c], before[1][c]) for c in answer.counts)


def test_counts_under_unchanged_clauses_are_the_same_objects() -> None:
    index = CrossFilter(made_table(200))
    before = index.run(Filter()).counts
    kinds, vectors = before["kind"], before["vector"]  # counted when first asked for
    after = index.run(Filter().having("kind", TermsClause(frozenset({"vote"})))).counts
    assert after["kind"] is kinds
    assert after["vector"] is not vectors


def test_the_last_day_of_a_period_belongs_to_it() -> None:
    table = made_table(200)
    day = int(table.first[100])
    rows = np.flatnonzero(CrossFilter(table).run(Filter().having(SPAN, SpanClause(day, day))).mask)
    assert 100 in rows
    assert 100 in np.flatnonzero(
        CrossFilter(table).run(Filter().having(SPAN, SpanClause(day - 5, day))).mask
    )


@given(event_tables(), days, days)
def test_what_was_known_stays_known(table: EventTable, one: int, other: int) -> None:
    index = CrossFilter(table)
    before, after = (
        index.run(Filter().having(KNOWN, KnownClause(day))).mask for day in sorted((one, other))
    )
    assert not np.any(before & ~after)


@given(event_tables(), days)
def test_every_event_is_known_or_not_yet_or_undated(table: EventTable, day: int) -> None:
    passing = CrossFilter(table).run(Filter().having(KNOWN, KnownClause(day)))
    later = [known for known in table.known_from.tolist() if day < known < UNDATED]
    assert passing.possible + len(later) + passing.undated == len(table)


@given(event_tables(), terms_clauses(VECTOR_IDS), days)
def test_only_the_undated_that_pass_all_else_are_counted(
    table: EventTable, clause: TermsClause, day: int
) -> None:
    asked = Filter().having("vector", clause)
    index = CrossFilter(table)
    free = index.run(asked)
    undated = int(np.count_nonzero(free.mask & (table.known_from == UNDATED)))
    assert free.undated == 0
    assert index.run(asked.having(KNOWN, KnownClause(day))).undated == undated
    assert np.array_equal(index.run(asked).mask, free.mask)
