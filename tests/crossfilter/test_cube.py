"""Counts that are looked up for a brush equal those that are counted."""

from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from made_tables import DAY_0, KIND_IDS, codes_of, event_tables, made_table
from timeline_app.crossfilter import chosen as module_of_chosen
from timeline_app.crossfilter import counted_up, cube, tally
from timeline_app.crossfilter import places as module_of_places
from timeline_app.crossfilter.chosen import Chosen
from timeline_app.crossfilter.counted_up import add_up, count_at, count_between
from timeline_app.crossfilter.cross_filter import CrossFilter
from timeline_app.crossfilter.passing import Passing
from timeline_app.crossfilter.places import Places
from timeline_app.model.event_table import EventTable
from timeline_app.model.filter import NOTES, SPAN, Filter, SpanClause, TermsClause

days = st.lists(st.integers(DAY_0 - 10, DAY_0 + 4400), min_size=1, max_size=12, unique=True)


def brushed(table: EventTable, expected: list[int]) -> tuple[Passing, Passing]:
    """A brush over all the days of which some are expected, looked up and counted."""
    clause = SpanClause(min(expected), max(expected))
    of_kind = Filter().having("kind", TermsClause(frozenset(KIND_IDS[:1])))
    answers = []
    for ready in (True, False):
        index = CrossFilter(table)
        for column in table.terms:
            index.run(of_kind).counts[column]
        if ready:
            index.base.expect(np.array(sorted(expected), np.int64))
        answers.append(index.run(of_kind.having(SPAN, clause)))
    return answers[0], answers[1]


@settings(deadline=None)
@given(event_tables(), days, st.sampled_from([1, 2**16]))
def test_what_is_looked_up_is_what_is_counted(
    table: EventTable, expected: list[int], few: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cube, "FEW_COUNTED", few)  # in the shortest numbers, and in longer ones
        known, counted = brushed(table, expected)
    assert known.span is not None
    assert known.base.looked_up(known.span) is not None
    assert counted.span is not None
    assert counted.base.looked_up(counted.span) is None
    for column in table.terms:
        assert known.counts[column].tolist() == counted.counts[column].tolist()


@pytest.mark.parametrize("every", [0, 3])
def test_notes_stand_beside_what_follows_from_the_table(every: int) -> None:
    table = made_table(300)
    rows = [[n % 2] if every and n % every == 0 else [] for n in range(len(table))]
    noted = codes_of(rows, ("with", "without"))
    expected = np.arange(DAY_0, DAY_0 + 4000, 250)
    known, counted = CrossFilter(table), CrossFilter(table)
    for index in (known, counted):
        for column in (*table.terms, NOTES):
            assert index.run(Filter(), noted).counts[column] is index.base.tally(column).total
    known.base.expect(expected)
    for last in expected[3:].tolist():
        asked = Filter().having(SPAN, SpanClause(int(expected[2]), last))
        looked_up, beside = known.run(asked, noted), counted.run(asked, noted)
        for column in (*table.terms, NOTES):
            assert looked_up.counts[column].tolist() == beside.counts[column].tolist()


def test_what_is_looked_up_stays_when_another_note_is_written() -> None:
    table, expected = made_table(300), np.arange(DAY_0, DAY_0 + 4000, 250)
    index = CrossFilter(table)
    few = [
        codes_of([[0] if n in own else [] for n in range(len(table))], ("with",))
        for own in ({3}, {3, 9})
    ]
    for column in (*table.terms, NOTES):
        index.run(Filter(), few[0]).counts[column]
    index.base.expect(expected)
    base = index.base
    for last in expected[3:].tolist():
        asked = Filter().having(SPAN, SpanClause(int(expected[2]), last))
        answer, plain = index.run(asked, few[1]), CrossFilter(table).run(asked, few[1])
        assert index.base is not base and index.base.is_ready(expected)
        assert index.base.looked_up(asked.span) is not None
        for column in (*table.terms, NOTES):
            assert answer.counts[column].tolist() == plain.counts[column].tolist()
    assert not index.prepared(
        Filter().having(NOTES, TermsClause(frozenset({"with"}))), few[1]
    ).is_ready(expected)


def test_columns_of_very_many_terms_are_counted_between_fewer_days(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tally, "MOST_KEPT", 12)
    expected = list(range(DAY_0, DAY_0 + 4000, 250))
    known, counted = brushed(made_table(300), expected)
    assert known.span is not None
    looked_up = known.base.looked_up(known.span)
    assert looked_up == {}
    for column in known.base.table.terms:
        assert known.counts[column].tolist() == counted.counts[column].tolist()


def test_a_day_that_is_not_expected_is_counted() -> None:
    table = made_table(300)
    index = CrossFilter(table)
    index.run(Filter()).counts["vector"]
    index.base.expect(np.array([DAY_0, DAY_0 + 900]))
    assert index.base.looked_up(SpanClause(DAY_0, DAY_0 + 900)) is not None
    assert index.base.looked_up(SpanClause(DAY_0, DAY_0 + 899)) is None
    assert index.base.looked_up(SpanClause(DAY_0 + 1, DAY_0 + 900)) is None


def test_a_column_asked_for_later_makes_a_base_unready() -> None:
    index = CrossFilter(made_table(300))
    index.run(Filter()).counts["vector"]
    expected = np.array([DAY_0, DAY_0 + 900])
    assert not index.base.is_ready(expected)
    index.base.expect(expected)
    assert index.base.is_ready(expected)
    index.run(Filter()).counts["state"]
    assert not index.base.is_ready(expected)


@settings(deadline=None, max_examples=30)
@given(
    event_tables(),
    st.lists(st.integers(0, 60), max_size=20),
    st.sampled_from([(1, 1), (7, 9), (1000, 3)]),
    st.booleans(),
)
def test_counting_in_parts_is_counting(
    table: EventTable, cuts: list[int], parts: tuple[int, int], masked: bool
) -> None:
    n = len(table)
    mask = table.first % 3 > 0 if masked else None
    places = np.unique([0, n, *(cut for cut in cuts if cut < n)]).astype(np.int64)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(counted_up, "AT_ONCE", parts[0])
        patch.setattr(counted_up, "MOST_BINS", parts[1])
        for codes in table.terms.values():
            counts = np.zeros((len(places), len(codes.terms) + 3), np.int32)
            count_between(codes, None if mask is None else Chosen(mask), places, counts, 2)
            add_up(counts)
            holders, held = codes.entries(0, n)
            counting = np.ones(len(held), np.bool_) if mask is None else mask[holders]
            plain = [
                np.bincount(held[counting & (holders < place)], minlength=len(codes.terms)).tolist()
                for place in places.tolist()
            ]
            assert counts[:, 2:-1].tolist() == plain
            assert not counts[:, :2].any()
            assert not counts[:, -1:].any()


@settings(deadline=None, max_examples=30)
@given(event_tables(), days, st.sampled_from([1, 7, 1000]))
def test_both_sides_are_counted_at_once(table: EventTable, some: list[int], part: int) -> None:
    chosen, places = Chosen(table.first % 3 > 0), Places(table, np.array(sorted(some), np.int64))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module_of_chosen, "AT_ONCE", part)
        patch.setattr(module_of_places, "AT_ONCE", part)
        for codes in table.terms.values():
            wide = len(codes.terms)
            begun, ended = (
                np.zeros((len(at), wide + 1), np.uint16) for at in (places.begins, places.ends)
            )
            stand = places.before(chosen.rows)
            count_at([(codes, 1)], chosen, [(stand[0], begun), (stand[1], ended)])
            for counts in (begun, ended):
                add_up(counts)
                assert not counts[:, 0].any()
            holders, held = codes.entries(0, len(table))
            for day, at, until in zip(places.days, places.begun_at, places.ended_at, strict=True):
                for counted, within in (
                    (begun[at], table.first <= day),
                    (ended[until], table.last < day),
                ):
                    counting = (chosen.mask & within)[holders]
                    plain = np.bincount(held[counting], minlength=wide)
                    assert counted[1:].tolist() == plain.tolist()
            every = np.bincount(held[chosen.mask[holders]], minlength=wide).tolist()
            assert begun[-1, 1:].tolist() == ended[-1, 1:].tolist() == every


@given(st.integers(1, 40), st.integers(0, 5), st.randoms())
def test_each_row_is_added_to_all_after_it(places: int, wide: int, chance: Random) -> None:
    beside = np.array([[chance.randrange(9) for _ in range(wide + 2)] for _ in range(places)])
    before, counts = beside.copy(), beside[:, 1 : wide + 1]  # some columns of a cube
    add_up(counts)
    assert np.array_equal(counts, before[:, 1 : wide + 1].cumsum(axis=0))
    assert np.array_equal(beside[:, [0, -1]], before[:, [0, -1]])
