"""Where a number stands among those that mean something."""

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from timeline_app.store.meant import Places, away

LEAST, GREATEST = -(2**63), 2**63 - 1
_numbers = st.integers(-20, 40) | st.integers(LEAST, GREATEST) | st.sampled_from((LEAST, GREATEST))


@given(st.lists(_numbers, unique=True, max_size=30), st.lists(_numbers))
@example([LEAST, LEAST + 1], [GREATEST, LEAST, 0])
@example([GREATEST - 2, GREATEST], [GREATEST, GREATEST - 1, LEAST])
@example([5, 3, 40], [3, 4, 5, 40, 41, 2])
def test_a_number_is_found_where_it_stands(meant: list[int], asked: list[int]) -> None:
    places = Places(meant)
    numbers = np.array([*asked, *meant], np.int64)
    known = {number: place for place, number in enumerate(meant)}
    assert places.of(numbers).tolist() == [known.get(number, -1) for number in numbers.tolist()]


@given(st.integers(LEAST, GREATEST), st.lists(_numbers, min_size=1))
def test_what_lies_before_the_first_is_further_than_what_follows_it(
    first: int, numbers: list[int]
) -> None:
    found = away(np.array(numbers, np.int64), first).tolist()
    assert found == [(number - first) % 2**64 for number in numbers]
