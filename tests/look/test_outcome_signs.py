"""Five outcomes, five signs: no two are alike, in either theme, and none needs its colour."""

from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from timeline_app.look.outcome_signs import draw_sign, sign_colour
from timeline_app.look.tokens import DARK, LIGHT, Tokens
from timeline_app.model.verdict import VERDICTS


def drawn(verdict: int, ink: str, ground: str) -> QImage:
    picture = QImage(22, 22, QImage.Format.Format_RGB32)
    picture.fill(QColor(ground))
    painter = QPainter(picture)
    draw_sign(painter, verdict, 11, 11, ink, ground, 16)
    painter.end()
    return picture


def test_signs_differ_without_their_colour() -> None:
    pictures = [drawn(v, "#000000", "#FFFFFF") for v in range(len(VERDICTS))]
    for one, other in combinations(pictures, 2):
        differing = sum(one.pixel(x, y) != other.pixel(x, y) for x in range(22) for y in range(22))
        assert differing > 12


def test_a_sign_stays_within_its_size() -> None:
    for verdict in range(len(VERDICTS)):
        picture = drawn(verdict, "#000000", "#FFFFFF")
        edge = [(x, y) for x in range(22) for y in range(22) if not (2 <= x < 20 and 2 <= y < 20)]
        assert all(picture.pixelColor(x, y) == QColor("#FFFFFF") for x, y in edge)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_only_what_is_known_is_coloured(tokens: Tokens) -> None:
    colours = [sign_colour(v, tokens) for v in range(len(VERDICTS))]
    assert colours == [tokens.ink3, tokens.yes, tokens.no, tokens.warn, tokens.ink3]
