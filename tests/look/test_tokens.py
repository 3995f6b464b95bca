"""Contrast by WCAG 2.2, computed from the tokens for the pairs in use."""

import itertools

import pytest

from timeline_app.look.tokens import DARK, LIGHT, Tokens, high_contrast

TEXT, MARK = 4.5, 3.0
BOTH = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]

TEXTS = [
    *itertools.product(("ink", "ink2", "ink3"), ("canvas", "bg", "sunk", "wash")),
    *itertools.product(("ink", "ink2"), ("behind",)),
    *itertools.product(("yes", "no", "warn"), ("canvas", "bg")),
    ("onhl", "hl"),
    ("onink", "ink"),
    ("onink", "ink2"),
]
MARKS = [
    ("strong", "canvas"),
    ("strong", "bg"),
    ("strong", "behind"),
    ("ink2", "sunk"),
    ("ink2", "wash"),
]


def _light(channel: int) -> float:
    c = channel / 255
    return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4


def _luminance(colour: str) -> float:
    red, green, blue = (_light(int(colour[i : i + 2], 16)) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_the_standards() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", BOTH)
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_can_be_read(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= TEXT


@pytest.mark.parametrize("tokens", BOTH)
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_marks_and_borders_can_be_seen(tokens: Tokens, mark: str, ground: str) -> None:
    assert contrast(getattr(tokens, mark), getattr(tokens, ground)) >= MARK


@pytest.mark.parametrize("tokens", BOTH)
@pytest.mark.parametrize("ground", ["canvas", "bg", "wash", "behind"])
def test_every_vector_can_be_seen(tokens: Tokens, ground: str) -> None:
    for colour in tokens.vectors:
        assert contrast(colour, getattr(tokens, ground)) >= MARK


@pytest.mark.parametrize("tokens", BOTH)
def test_names_on_bands_can_be_read(tokens: Tokens) -> None:
    for ground, text in zip(tokens.vectors, tokens.on_vectors, strict=True):
        assert contrast(text, ground) >= TEXT


@pytest.mark.parametrize("tokens", BOTH)
def test_high_contrast_lets_every_line_be_seen(tokens: Tokens) -> None:
    high = high_contrast(tokens)
    assert contrast(high.hair, high.canvas) >= MARK
    assert high.pale > tokens.pale
