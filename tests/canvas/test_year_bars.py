"""Columns stand on one another and tell their numbers by their height."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from timeline_app.canvas.year_bars import ORDER, year_blocks
from timeline_app.scene.time_scale import TimeScale

ROOM = QRectF(148, 22, 700, 88)
SCALE = TimeScale(0.0, 1.0, 148.0, 700.0)
tables = st.integers(1, 30).flatmap(
    lambda n: st.lists(
        st.lists(st.integers(0, 5000), min_size=9, max_size=9), min_size=n, max_size=n
    )
)


@given(tables)
def test_a_column_is_as_high_as_its_number_and_none_covers_another(of: list[list[int]]) -> None:
    counts = np.array(of, np.int64)
    edges = np.arange(len(of) + 1) * 20
    blocks = year_blocks(ROOM, SCALE, edges, counts)
    most = max(1, int(counts.sum(1).max()))
    tops: dict[int, float] = {}
    for (x, y, width, height), ink in zip(blocks.bounds.tolist(), blocks.ink.tolist(), strict=True):
        bar = int((x - 148) // 20)
        assert counts[bar, ink] > 0
        assert 0 < width < 20 and height >= 1
        assert y + height <= tops.get(bar, ROOM.bottom())
        tops[bar] = y
        upto = counts[bar, ORDER[: int(np.flatnonzero(ink == ORDER)[0]) + 1]].sum()
        assert abs((ROOM.bottom() - y) - upto / most * ROOM.height()) <= 0.5 + 1e-9
    for bar in np.flatnonzero(counts.sum(1) * ROOM.height() >= most).tolist():
        assert bar in tops
