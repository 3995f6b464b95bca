"""Values once each, against NumPy's own."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model.distinct import count_pairs, distinct

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
