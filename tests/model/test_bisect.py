"""Places in sorted columns equal a plain count of what is less."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model.bisect import places_by, rank_by, ranks_by, ranks_of, sought_in

numbers = st.lists(st.integers(-40, 40), max_size=60)


@given(numbers, numbers)
def test_many_ranks_are_found_at_once(column: list[int], values: list[int]) -> None:
    held, sought = np.array(column, np.int64), np.array(values, np.int64)
    order = np.argsort(held, kind="stable").astype(np.int32)
    plain = [sum(one < value for one in column) for value in values]
    assert ranks_by(order, held, sought).tolist() == plain
    assert [rank_by(order, held, value) for value in values] == plain
    assert ranks_of(np.sort(held), sought).tolist() == plain


@given(numbers)
def test_rows_are_found_in_a_permutation_that_keeps_their_order(column: list[int]) -> None:
    held = np.array(column, np.int64)
    order = np.argsort(held, kind="stable").astype(np.int32)
    rows = np.arange(len(column))[::-1]
    assert order[places_by(order, held, rows)].tolist() == rows.tolist()


@given(st.sets(st.integers(-9, 9)), st.lists(st.integers(-10, 10)))
def test_values_are_sought_in_a_column_that_need_not_hold_them(
    held: set[int], values: list[int]
) -> None:
    ordered = np.array(sorted(held), np.int64)
    place, there = sought_in(ordered, np.array(values, np.int64))
    assert there.tolist() == [value in held for value in values]
    assert ordered[place[there]].tolist() == [value for value in values if value in held]
