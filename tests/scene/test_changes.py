"""What differs between two frames is found, and what touches a pixel is kept."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from timeline_app.scene.changes import (
    Changes,
    Columns,
    Grid,
    changes_between,
    marked,
    stretches,
    trace_of,
    within,
)
from timeline_app.scene.display_list import DisplayList, Rects, Strokes
from timeline_app.scene.time_scale import TimeScale

SCALE = TimeScale(0.0, 1.0, 100.0, 300.0)
HEIGHT = 140
Block = tuple[int, int, int, int, int]
blocks = st.tuples(
    st.integers(60, 420),
    st.integers(0, 90),
    st.integers(1, 40) | st.integers(90, 200),
    st.integers(1, 30),
    st.integers(0, 15),
)


def drawn(of: list[Block]) -> DisplayList:
    strokes = Strokes()
    rows = np.array(of, np.float32).reshape(-1, 5)
    strokes.blocks(rows[:, :4], rows[:, 4].astype(np.int16))
    for x, y, _, _, ink in of[::3]:
        strokes.glyph(x, y, 10, ink % 9, ink)
        strokes.corner(x, y)
    return strokes.frozen(SCALE, (), (), ())


def painted(of: Rects) -> dict[int, list[tuple[float, ...]]]:
    """For each pixel column inside the scale, what stands in it; how far beyond the edges something
    reaches is not seen."""
    found: dict[int, list[tuple[float, ...]]] = {}
    for (x, y, w, h), ink in zip(of.bounds.tolist(), of.ink.tolist(), strict=True):
        for column in range(max(int(x), 100), min(int(x + w), 400)):
            ends = max(x, 97.0), min(x + w, 403.0)
            found.setdefault(column, []).append((ends[0], y, ends[1], h, ink))
    return {column: sorted(stack) for column, stack in found.items()}


def pixels(changes: Changes) -> NDArray[np.bool_]:
    """Which pixels the places of changes cover, (down, across)."""
    over = np.zeros((256, 512), np.bool_)
    for left, top, right, bottom in changes.places:
        over[top:bottom, left:right] = True
    return over


@given(st.lists(blocks, max_size=30), st.lists(blocks, max_size=30), st.lists(blocks, max_size=9))
def test_every_pixel_that_differs_is_marked(
    common: list[Block], before: list[Block], after: list[Block]
) -> None:
    one, other = drawn([*common, *before]), drawn([*after, *common])
    found = changes_between(trace_of(one), trace_of(other), SCALE, HEIGHT)
    then, now, over = painted(one.blocks), painted(other.blocks), pixels(found)
    for column in range(100, 400):
        others = {*then.get(column, ())} ^ {*now.get(column, ())}
        assert all(over[int(y) : int(y + h), column].all() for _, y, _, h, _ in others)


@given(st.lists(blocks, max_size=30))
def test_the_same_frame_made_again_differs_nowhere(of: list[Block]) -> None:
    found = changes_between(trace_of(drawn(of)), trace_of(drawn(of)), SCALE, HEIGHT)
    assert not found.cells.any()
    assert not found.places


@given(st.lists(blocks, max_size=30), st.lists(st.tuples(st.integers(90, 410), st.integers(0, 60))))
def test_what_touches_a_column_is_kept(of: list[Block], marks: list[tuple[int, int]]) -> None:
    whole = drawn(of)
    columns = marked(np.array([(x, x + w) for x, w in marks], float).reshape(-1, 2), SCALE)
    grid = Grid.over(SCALE, HEIGHT)
    nowhere = Changes(grid, np.zeros((grid.down, grid.across), np.bool_))
    thin = within(whole, trace_of(whole), nowhere.and_columns(columns))
    every, kept = painted(whole.blocks), painted(thin.blocks)
    for column in np.flatnonzero(columns).tolist():
        assert every.get(column) == kept.get(column)
    assert len(thin.glyphs) <= len(whole.glyphs)


@given(st.lists(st.booleans(), max_size=60))
def test_stretches_are_the_marked_columns(flags: list[bool]) -> None:
    columns: Columns = np.array(flags, np.bool_)
    again = np.zeros(len(flags), np.bool_)
    for begin, end in stretches(columns):
        assert columns[begin:end].all()
        again[begin:end] = True
    assert (again == columns).all()


def test_a_thing_of_another_colour_is_another_thing() -> None:
    one = drawn([(120, 5, 9, 9, 3)])
    other = replace(one, blocks=replace(one.blocks, ink=one.blocks.ink + np.int16(1)))
    found = changes_between(trace_of(one), trace_of(other), SCALE, HEIGHT)
    assert found.places == [(114, 0, 138, 32)]
