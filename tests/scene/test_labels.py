"""Rows of texts, none over another, and how short a text is tried."""

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.scene.labels import LENGTHS_PX, Rank, Words

LETTER_PX = 7.0

stretches = st.lists(st.tuples(st.integers(0, 300), st.integers(1, 60)), max_size=30)


@given(stretches)
def test_a_stretch_is_taken_where_and_only_where_nothing_stands(
    wished: list[tuple[int, int]],
) -> None:
    rank, taken = Rank(), list[tuple[float, float, int]]()
    for row, (left, wide) in enumerate(wished):
        right = left + wide
        free = all(end <= left or begin >= right for begin, end, _ in taken)
        assert rank.free(left, right) == free
        assert rank.took(left, right, row) == free
        if free:
            taken.append((left, right, row))
    assert rank.stretches() == sorted(taken)


@given(stretches, st.lists(st.integers(0, 30), max_size=3), st.integers(0, 300))
def test_what_lies_over_another_is_found_as_by_a_look_at_all(
    wished: list[tuple[int, int]], gone: list[int], begin: int
) -> None:
    rank, taken = Rank(), list[tuple[float, float, int]]()
    for row, (left, wide) in enumerate(wished):
        rank.take(left, left + wide, row)
        taken.append((left, left + wide, row))
    for row in gone:
        rank.give_back(row)
        taken = [one for one in taken if one[2] != row]
    for wide in (0.5, 7, 90):
        hit = {row for left, right, row in taken if left < begin + wide and right > begin}
        assert set(rank.between(begin, begin + wide)) == hit
        assert rank.free(begin, begin + wide) == (not hit)
    assert sorted(rank.stretches()) == sorted(taken)


@given(st.text(min_size=1, max_size=60), st.floats(0.5, 3))
def test_texts_that_are_kept_are_those_that_would_be_tried_anew(title: str, grown: float) -> None:
    def words(size: float) -> Words:
        return Words(
            lambda rows: [], lambda text, _size, _bold: len(text) * LETTER_PX * size, lambda: size
        )

    size = 1.0
    kept = Words(
        lambda rows: [], lambda text, _size, _bold: len(text) * LETTER_PX * size, lambda: size
    )
    for size in (1.0, grown, 1.0):
        lengths = kept.lengths(title, 13.0)
        assert lengths == tuple(words(size).tries(title, 13.0))
        assert all(width <= max(LENGTHS_PX) for _, width in lengths)
