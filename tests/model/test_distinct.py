"""Values once each, against NumPy's own."""

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model.distinct import count_pairs, distinct, most_often

KINDS = (np.int32, np.int64, np.uint8)


@given(st.lists(st.integers(0, 99)), st.sampled_from(KINDS))
def test_whole_numbers(values: list[int], kind: type[np.integer]) -> None:
    found = distinct(np.array(values, kind))
    assert found.tolist() == sorted(set(values))
    assert found.dtype == kind


@given(st.lists(st.floats(-5, 5)))
def test_numbers(values: list[float]) -> None:
    assert distinct(np.array(values, np.float64)).tolist() == np.unique(values).tolist()


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(-3, 3))))
def test_pairs(pairs: list[tuple[int, int]]) -> None:
    one, other = (np.array([pair[n] for pair in pairs], np.int64) for n in (0, 1))
    assert count_pairs(one, other) == len(set(pairs))


@given(st.lists(st.integers(0, 9) | st.sampled_from((-(2**61), 2**61, 70_000))))
def test_the_number_that_stands_most_often(values: list[int]) -> None:
    found = most_often(np.array(values, np.int64))
    if not values:
        assert found is None
        return
    number, count = Counter(sorted(values)).most_common(1)[0]
    assert found == (number, count)
