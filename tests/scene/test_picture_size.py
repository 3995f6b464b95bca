"""The size of a picture, in words."""

import pytest

from timeline_app.scene.picture_size import LEAST, MOST, picture_size


def test_a_size_is_read() -> None:
    assert picture_size("1440x900") == picture_size("1440X900") == (1440, 900)
    for least_or_most in (LEAST, MOST):
        assert picture_size("x".join(map(str, least_or_most))) == least_or_most


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "12",
        "-5x5",
        "1x1",
        "319x200",
        "10001x900",
        " 640x480",
        "640x480x2",
        "٦٤٠x٤٨٠",
        "9" * 5000,
    ],
)
def test_what_is_no_size_is_said(text: str) -> None:
    with pytest.raises(ValueError, match=r"no size|too small or too large"):
        picture_size(text)
