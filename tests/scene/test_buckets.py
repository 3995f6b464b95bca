"""Buckets do not shimmer, lose nothing, and stack what is sure below what is not."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from made_scenes import home, made_content, scale_of
from timeline_app.scene.buckets import LEAST_PX, Stacks, bucket_power
from timeline_app.scene.content import Content
from timeline_app.scene.stack_frames import footing, stack_frames

seeds = st.integers(0, 500)


@given(st.floats(1e-4, 400))
def test_buckets_are_the_smallest_that_are_wide_enough(px_per_day: float) -> None:
    power = bucket_power(px_per_day)
    assert 2**power * px_per_day >= LEAST_PX * (1 - 1e-9)
    assert power == 0 or 2 ** (power - 1) * px_per_day < LEAST_PX


def stacks_of(content: Content, power: int, lane: int = 0) -> tuple[Stacks, list[int]]:
    """All stacks of a lane, and its rows stack by stack, each from the foot up."""
    frame = stack_frames(content, footing(content, scale_of(home(content.shapes.table)), power))[
        lane
    ]
    return frame.stacks, frame.rows.tolist()


@given(st.integers(0, 120), seeds, st.integers(0, 12))
def test_every_row_stands_in_the_bucket_of_its_day(n: int, seed: int, power: int) -> None:
    content = made_content(n, seed)
    for lane in range(len(content.index)):
        stacks, ordered = stacks_of(content, power, lane)
        rows = np.array(ordered, np.int64)
        anchor, start = content.shapes.anchor, content.index.start
        assert sorted(ordered) == sorted(content.index.rows[start[lane] : start[lane + 1]].tolist())
        for i, first in enumerate(stacks.first_day.tolist()):
            own = rows[stacks.start[i] : stacks.start[i + 1]]
            assert len(own) == stacks.count[i] > 0
            assert ((anchor[own] >= first) & (anchor[own] < first + 2**power)).all()
            assert np.count_nonzero(content.passing[own]) == stacks.passing[i]
            assert (np.diff(content.rank[own]) >= 0).all()


@given(st.integers(1, 120), seeds, st.integers(1, 12))
def test_a_bucket_parts_into_its_halves(n: int, seed: int, power: int) -> None:
    content = made_content(n, seed)
    (wide, _), (fine, _) = stacks_of(content, power), stacks_of(content, power - 1)
    halves = dict(zip(fine.bucket.tolist(), fine.count.tolist(), strict=True))
    for bucket, count in zip(wide.bucket.tolist(), wide.count.tolist(), strict=True):
        assert halves.get(2 * bucket, 0) + halves.get(2 * bucket + 1, 0) == count


@given(st.integers(1, 120), seeds, st.integers(0, 10), st.floats(-500, 4500), st.floats(1, 2000))
def test_what_is_visible_touches_the_window(
    n: int, seed: int, power: int, first: float, days: float
) -> None:
    stacks, _ = stacks_of(made_content(n, seed), power)
    begin = 2_449_000 + first
    seen = stacks.visible(begin, begin + days)
    inside = (stacks.first_day + 2**power > begin) & (stacks.first_day < begin + days)
    assert inside[seen].sum() == inside.sum()
