"""Lists of numbers are packed and unpacked without loss; a stranger's bytes stay within bounds."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.store.word_gaps import BLOCK, pack, unpack

numbers = st.sets(st.integers(0, BLOCK - 1), min_size=1, max_size=40) | st.builds(
    lambda first, step, n: set(range(first, min(first + step * n, BLOCK), step)),
    st.integers(0, BLOCK - 1),
    st.sampled_from([1, 2, 254, 255, 256, 65_534, 65_535, 65_536]),
    st.integers(1, 400),
)


@given(st.lists(numbers, max_size=12))
def test_what_is_packed_is_unpacked_the_same(sets: list[set[int]]) -> None:
    lists = [np.array(sorted(held), np.int32) for held in sets]
    packed = pack(lists)
    assert [unpack(wide, [gaps]).tolist() for wide, gaps in packed] == list(map(sorted, sets))
    for wide in (1, 2):
        together = [gaps for w, gaps in packed if w == wide]
        alone = [
            n for (w, _), held in zip(packed, sets, strict=True) if w == wide for n in sorted(held)
        ]
        assert unpack(wide, together).tolist() == alone


def test_a_list_that_is_full_fits_into_what_is_read() -> None:
    ((wide, gaps),) = pack([np.arange(BLOCK, dtype=np.int32)])
    assert (wide, len(gaps)) == (1, BLOCK)
    ((wide, gaps),) = pack([np.arange(0, BLOCK, 200, dtype=np.int32)])
    assert (wide, len(gaps)) == (1, -(-BLOCK // 200))


@given(st.sampled_from([1, 2]), st.lists(st.binary(max_size=600), max_size=5))
def test_any_bytes_unpack_to_numbers_within_the_block(wide: int, lists: list[bytes]) -> None:
    found = unpack(wide, lists)
    assert ((found >= 0) & (found < BLOCK)).all()
    assert len(found) <= sum(len(one) // wide for one in lists)
