"""Nine outlines that fill the same disc and can be told apart without colour."""

from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from timeline_app.look.glyphs import CLAIM, NO_VECTOR, Form, draw_glyph, glyph_path

ALL = [*range(9), CLAIM, NO_VECTOR]


def drawn(vector: int, form: Form = Form.SOLID) -> list[bool]:
    """Which of 22 x 22 pixels are dark."""
    image = QImage(22, 22, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    draw_glyph(painter, vector, 11, 11, 14, "#000000", form)
    painter.end()
    return [image.pixelColor(x, y).lightness() < 128 for x in range(22) for y in range(22)]


@pytest.mark.parametrize("vector", ALL)
def test_a_glyph_fills_its_disc_and_little_more(vector: int) -> None:
    bounds = glyph_path(vector, 10).boundingRect()
    assert 7 <= max(bounds.width(), bounds.height()) <= 12
    assert abs(bounds.center().x()) < 1 and abs(bounds.center().y()) < 1
    assert glyph_path(vector, 20).boundingRect().width() == pytest.approx(2 * bounds.width())


def test_no_two_glyphs_look_alike(qapp: QApplication) -> None:
    shapes = {vector: drawn(vector) for vector in ALL}
    for one, other in combinations(ALL, 2):
        differing = sum(a != b for a, b in zip(shapes[one], shapes[other], strict=True))
        assert differing >= 14, (one, other)


@pytest.mark.parametrize("vector", range(9))
def test_forms_differ(qapp: QApplication, vector: int) -> None:
    solid, hollow, broken = (sum(drawn(vector, form)) for form in Form)
    assert solid != hollow != broken
