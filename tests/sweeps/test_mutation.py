"""Spoiling by chance: the same case the same way, and in place nothing moves."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from sweeps.mutation import mutated
from sweeps.trying import chance


@given(st.binary(max_size=10_000), st.integers(0, 999))
def test_the_same_case_is_spoilt_the_same_way(raw: bytes, number: int) -> None:
    assert mutated(raw, chance("x", 1, number)) == mutated(raw, chance("x", 1, number))


@given(st.binary(min_size=1, max_size=10_000), st.integers())
def test_in_place_a_file_grows_by_nothing(raw: bytes, seed: int) -> None:
    assert len(mutated(raw, Random(seed), in_place=True)) <= len(raw)


def test_nearly_all_cases_are_changed_and_differ() -> None:
    raw = bytes(range(256)) * 64
    spoilt = {mutated(raw, chance("x", 1, number)) for number in range(300)}
    assert len(spoilt) > 270
    assert raw not in spoilt or len(spoilt) > 280
