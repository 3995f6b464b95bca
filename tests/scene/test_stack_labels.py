"""Labels over stacks: none over another, none cut by a leader, and none that could still hang."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.scene.labels import Placement, Words
from timeline_app.scene.stack_labels import Skyline, StackLabels

EDGES = (0.0, 600.0)
LETTER_PX = 6.0

stacks = st.lists(
    st.tuples(st.integers(5, 40), st.integers(20, 120)), min_size=1, max_size=30
)  # how far from the one before, and its top


def words(said: list[str]) -> Words:
    return Words(
        lambda rows: [said[row] for row in rows], lambda text, size, bold: len(text) * LETTER_PX
    )


def hung(drawn: list[tuple[int, int]], rows: int) -> StackLabels:
    left = np.cumsum([step for step, _ in drawn]).astype(np.float64)
    top = np.array([top for _, top in drawn], np.float64)
    return StackLabels(Skyline(left, left + 3, top), EDGES, rows, 13.0, 17.0)


def over(said: list[str], drawn: list[tuple[int, int]]) -> dict[int, int]:
    """Over which stack each of the titles would hang: by turns."""
    return {row: row % len(drawn) for row in range(len(said))}


def stretch(labels: StackLabels, stack: int, placement: Placement) -> tuple[float, float]:
    left = labels.text_left(stack, placement)
    return left, left + placement.width


titles = st.text("abcdefgh ", min_size=0, max_size=30)


@given(stacks, st.integers(1, 5), st.lists(titles, min_size=1, max_size=60))
def test_labels_keep_clear_of_each_other_and_of_leaders(
    drawn: list[tuple[int, int]], rows: int, said: list[str]
) -> None:
    labels = hung(drawn, rows)
    stack_of = over(said, drawn)
    found = labels.place(words(said), stack_of, set(range(len(said))), range(len(said)), {})
    for slot in range(rows):
        here = sorted(stretch(labels, stack_of[r], p) for r, p in found.items() if p.slot == slot)
        assert all(one[1] < other[0] for one, other in pairwise(here))
        for row, placement in found.items():
            x = float(labels.skyline.left[stack_of[row]])
            if placement.slot < slot:
                assert not any(left < x < right for left, right in here)


@given(stacks, st.integers(1, 5), st.lists(titles, min_size=1, max_size=60))
def test_what_found_no_place_finds_none_among_what_stands(
    drawn: list[tuple[int, int]], rows: int, said: list[str]
) -> None:
    labels = hung(drawn, rows)
    stack_of = over(said, drawn)
    fresh = set(range(len(said)))
    found = labels.place(words(said), stack_of, fresh, range(len(said)), {})
    again = labels.place(words(said), stack_of, fresh, range(len(said)), found)
    assert again == found


@given(stacks, st.integers(1, 5), st.lists(titles, min_size=2, max_size=40))
def test_the_first_in_the_order_comes_first(
    drawn: list[tuple[int, int]], rows: int, said: list[str]
) -> None:
    labels = hung(drawn, rows)
    stack_of = over(said, drawn)
    alone = labels.place(words(said), stack_of, {0}, [0], {})
    among = labels.place(words(said), stack_of, set(range(len(said))), range(len(said)), {})
    assert among.get(0) == alone.get(0)
