"""Lists of numbers are packed and unpacked without loss; a stranger's bytes stay within bounds."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.store.word_gaps import BITS, BLOCK, Packed, mark, pack

numbers = st.sets(st.integers(0, BLOCK - 1), min_size=1, max_size=40) | st.builds(
    lambda first, step, n: set(range(first, min(first + step * n, BLOCK), step)),
    st.integers(0, BLOCK - 1),
    st.sampled_from([1, 2, 254, 255, 256, 65_534, 65_535, 65_536]),
    st.integers(1, 400),
)


def marked(*packed: Packed) -> list[int]:
    mask = np.zeros(BLOCK, np.bool_)
    mark(mask, packed)
    return np.flatnonzero(mask).tolist()


@given(st.lists(numbers, max_size=12))
def test_what_is_packed_is_unpacked_the_same(sets: list[set[int]]) -> None:
    lists = [np.array(sorted(held), np.int32) for held in sets]
    packed = pack(lists)
    assert [marked(one) for one in packed] == list(map(sorted, sets))
    assert marked(*packed) == sorted(set().union(*sets))


def test_a_list_that_is_full_fits_into_what_is_read() -> None:
    ((wide, gaps),) = pack([np.arange(BLOCK, dtype=np.int32)])
    assert (wide, len(gaps)) == (BITS, BLOCK // 8)
    assert marked((wide, gaps)) == list(range(BLOCK))
    ((wide, gaps),) = pack([np.arange(0, BLOCK, 200, dtype=np.int32)])
    assert (wide, len(gaps)) == (1, -(-BLOCK // 200))


@given(st.lists(st.tuples(st.sampled_from([BITS, 1, 2]), st.binary(max_size=600)), max_size=5))
def test_any_bytes_unpack_to_numbers_within_the_block(packed: list[Packed]) -> None:
    found = marked(*packed)
    assert len(found) <= sum(len(held) * (8 if wide == BITS else 1) for wide, held in packed)
    assert marked((BITS, b"\xff" * BLOCK)) == list(range(BLOCK))


def test_many_lists_together_mark_what_each_does() -> None:
    draw = np.random.default_rng(7)
    lists = [
        np.flatnonzero(draw.random(BLOCK) < share).astype(np.int32)
        for share in (0.1, 0.001, 0.08, 0.00001, 0.12, 0.003, 0.3)
    ]
    every = np.zeros(BLOCK, np.bool_)
    for one in lists:
        every[one] = True
    assert marked(*pack(lists), (1, b""), (2, b"\x07")) == np.flatnonzero(every).tolist()
