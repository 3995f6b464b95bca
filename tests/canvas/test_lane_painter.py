"""What is painted of the lanes lies on the pixels it should, at any ratio of them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter

from timeline_app.canvas.lane_painter import colour_of, paint_outlines
from timeline_app.look.tokens import THEMES
from timeline_app.scene.display_list import Ink, Rects

WIDE, HIGH = 90, 40
places = st.tuples(st.integers(0, 60), st.integers(0, 20), st.integers(2, 30), st.integers(2, 20))


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
@given(rects=st.lists(places, min_size=1, max_size=6))
def test_a_border_is_closed_and_lies_within_its_rectangle(
    ratio: float, rects: list[tuple[int, int, int, int]]
) -> None:
    tokens, n = THEMES["light"], len(rects)
    picture = QImage(round(WIDE * ratio), round(HIGH * ratio), QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(ratio)
    picture.fill(tokens.canvas)
    painter = QPainter(picture)
    ink = np.full(n, Ink.STRONG, np.int16)
    paint_outlines(painter, Rects(np.array(rects, np.float32), ink, np.zeros(n, np.int16)), tokens)
    painter.end()
    pixels = np.frombuffer(picture.constBits(), np.uint32).reshape(picture.height(), -1)
    expected = np.zeros(pixels.shape, np.bool_)
    for left, top, width, height in rects:
        x, y = (
            np.rint(np.array([a, a + 1, a + b - 1, a + b]) * ratio).astype(int)
            for a, b in ((left, width), (top, height))
        )
        own = np.zeros(pixels.shape, np.bool_)
        own[y[0] : y[3], x[0] : x[3]] = True
        own[y[1] : y[2], x[1] : x[2]] = False
        expected |= own
    strong = int(colour_of(Ink.STRONG, tokens).lstrip("#"), 16)
    assert np.array_equal(pixels & 0xFFFFFF == strong, expected)
