"""What a number stands for, and where it stands among those that mean something."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline_app.store.meant import Places, away, meanings, meanings_of, meanings_of_each
from timeline_app.store.typed_rows import LONGEST_TEXT

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


OF_ACTORS = ("state", "actor", "organisation")
WHOLE = "UPDATE actor SET name = name"
TOO_LONG = f"printf('%.*c', {LONGEST_TEXT + 1}, 'x')"
NO_STATE = f"UPDATE actor SET iso3 = {TOO_LONG} WHERE iso3 = 'KAZ'"
NO_ACTOR = f"UPDATE actor SET name = {TOO_LONG} WHERE key % 30 = 0"


@pytest.mark.parametrize("change", [WHOLE, NO_STATE, NO_ACTOR])
def test_columns_of_one_table_mean_together_what_each_means_alone(
    shipped_archive: Path, tmp_path: Path, change: str
) -> None:
    path = tmp_path / "some.archive.sqlite"
    shutil.copyfile(shipped_archive, path)
    with closing(sqlite3.connect(path)) as file:
        file.execute(change)
        together = meanings_of_each(file, *OF_ACTORS)
        assert together == {column: meanings(file, column) for column in OF_ACTORS}
        every = {one.number: one for one in together["actor"]}
        some = [number for number in every if number % 5 == 0]
        assert meanings_of(file, "actor", [*some, -1]) == [every[n] for n in sorted(some)]
    assert every
