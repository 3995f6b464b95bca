"""Marked rows are counted and found as a look at every row does."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.crossfilter.ranked import BLOCK, Ranked


@given(
    st.integers(0, 3 * BLOCK + 7),
    st.sampled_from([0.0, 0.02, 0.6, 1.0]),
    st.integers(0, 9),
    st.integers(0, 99),
    st.data(),
)
def test_it_counts_and_finds_as_a_look_at_every_row(
    n: int, share: float, begin: int, seed: int, data: st.DataObject
) -> None:
    mask = (np.random.default_rng(seed).random(n + begin) < share)[begin:]  # at any byte
    ranked, rows = Ranked(mask), np.flatnonzero(mask)
    assert ranked.total == len(rows)
    row = data.draw(st.integers(0, n))
    assert ranked.rank(row) == int(mask[:row].sum())
    first, count = data.draw(st.integers(0, n + 3)), data.draw(st.integers(0, n + 3))
    assert ranked.select(first, count).tolist() == rows[first : first + count].tolist()
