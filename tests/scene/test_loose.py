"""What an edge cuts is drawn for its frame; all else of a glide is where it was drawn once."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from made_scenes import composer, dragged, made_content, start
from timeline_app.scene.display_list import Label
from timeline_app.scene.laid import moved_labels
from timeline_app.scene.layers import Torn
from timeline_app.scene.time_scale import TimeScale

HEIGHT = 420
steps = st.lists(st.integers(-60, 60) | st.integers(-400, 400), min_size=1, max_size=6)

Said = set[tuple[int, int, str, float, float]]


def said(labels: list[Label]) -> Said:
    return {(one.row, one.lane, one.text, round(one.x, 3), one.y) for one in labels}


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([4, 30, 120, 400, 900]),
    st.integers(0, 12),
    st.floats(0, 9),
    steps,
    st.sampled_from(["vector", "state", "kind"]),
)
def test_every_name_near_an_edge_is_drawn_once(
    n: int, seed: int, zoom: float, by: list[int], grouping: str
) -> None:
    content, made = made_content(n, seed, grouping), composer()
    scale = start(content, zoom)
    made.compose(content, scale, HEIGHT)
    far, lacks, kept = None, np.zeros(0, np.bool_), list[Label]()
    for px in by:
        scale = dragged(scale, px)
        layers = made.compose(content, scale, HEIGHT, resting=False).layers
        if layers is None:
            continue
        if layers.upon is None:
            assert layers.torn is None
            assert not layers.near.labels
            continue
        if layers.far is not far:
            far, lacks, kept = layers.far, layers.upon.lacks, list(layers.upon.drawn.labels)
        mending = layers.mended(lacks)
        lacks, kept = mending.lacks, beneath(kept, mending.torn)
        drawn = list(moved_labels(kept, layers.by_px))
        shown = [one for one in beneath(drawn, layers.torn) if in_sight(one, scale)]
        assert said(shown) == said(list(layers.near.labels))
        assert layers.mended(lacks).torn is None


def beneath(labels: list[Label], torn: Torn | None) -> list[Label]:
    """What is said where these were, when what is torn is drawn upon them."""
    if torn is None:
        return labels
    left = [one for one in labels if not covered(one, torn.holes)]
    known = said(left)
    return left + [one for one in torn.drawn.labels if not said([one]) <= known]


def in_sight(one: Label, scale: TimeScale) -> bool:
    return one.x + one.width > scale.left_px and one.x < scale.right_px


def covered(one: Label, holes: NDArray[np.float64]) -> bool:
    """Whether a hole has the middle of the label."""
    x, y = one.x + one.width / 2, one.y - 4
    left, top, right, bottom = holes.T
    return bool(((left <= x) & (x <= right) & (top <= y) & (y <= bottom)).any())
