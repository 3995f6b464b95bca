"""The first command where there is no display: a picture, read as a person would look at it."""

import fcntl
import os
import subprocess
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from test_dev import DEV
from timeline_app.look.tokens import LIGHT
from tools.acts import OPENING_VIEW

# Where things stand at 1440 x 900: the head column with the names of lanes, then the lanes.
HEAD, LANES = slice(230, 376), slice(378, 1085)
RULER, ROWS = slice(176, 212), slice(216, 548)


@pytest.fixture(scope="module")
def picture(tmp_path_factory: pytest.TempPathFactory) -> NDArray[np.uint8]:
    """The opening view (height, width, red green blue), painted by the first command."""
    home = tmp_path_factory.mktemp("home")
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    env = {key: value for key, value in os.environ.items() if key not in hidden}
    env |= {f"XDG_{name}_HOME": str(home / name) for name in ("DATA", "CONFIG", "CACHE")}
    with Path(__file__).open("rb") as turn:  # every worker paints to the same file
        fcntl.flock(turn, fcntl.LOCK_EX)
        OPENING_VIEW.unlink(missing_ok=True)
        answer = subprocess.run([*DEV, "run"], env=env, capture_output=True, text=True)
        assert answer.returncode == 0, answer.stderr
        assert "no display" in answer.stderr
        assert str(OPENING_VIEW) in answer.stderr
        painted = OPENING_VIEW.read_bytes()
    assert painted.endswith(b"IEND\xaeB`\x82"), len(painted)
    image = QImage.fromData(painted).convertToFormat(QImage.Format.Format_RGB888)
    assert (image.width(), image.height()) == (1440, 900)
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(900, image.bytesPerLine())
    return lines[:, : 1440 * 3].reshape(900, 1440, 3).copy()  # the image goes, and its bytes


def _groups(filled: NDArray[np.bool_], gap: int = 1) -> int:
    """How many runs of filled places there are; those nearer than `gap` to each other are one."""
    places = np.flatnonzero(filled)
    return int((np.diff(places) > gap).sum()) + 1 if places.size else 0


def _text(part: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Where ink is: darker than any vector's colour."""
    return np.asarray(part.max(axis=2) < 64)


def _spots(filled: NDArray[np.bool_]) -> int:
    """How many separate spots there are (sides touch, corners do not)."""
    left = set(zip(*(axis.tolist() for axis in np.nonzero(filled)), strict=True))
    found = 0
    while left:
        found += 1
        near = [left.pop()]
        while near:
            y, x = near.pop()
            for place in ((y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)):
                if place in left:
                    left.remove(place)
                    near.append(place)
    return found


def test_the_lanes_are_named(picture: NDArray[np.uint8]) -> None:
    assert _groups(_text(picture[ROWS, HEAD]).any(axis=1)) >= 9


def test_the_axis_says_where_one_is(picture: NDArray[np.uint8]) -> None:
    dark = picture[RULER, LANES].max(axis=2) < 140
    assert _groups(dark.any(axis=0), gap=8) >= 5


def test_a_hundred_marks_and_more_are_there(picture: NDArray[np.uint8]) -> None:
    part = picture[ROWS, LANES]
    colours = [tuple(bytes.fromhex(colour[1:])) for colour in LIGHT.vectors]
    painted = np.logical_or.reduce([(part == colour).all(axis=2) for colour in colours])
    assert _spots(painted) >= 100


def test_marks_have_labels(picture: NDArray[np.uint8]) -> None:
    ink = _text(picture[ROWS, LANES])
    words = sum(_groups(rows.any(axis=0), gap=4) for rows in np.array_split(ink, 24))
    assert words >= 30
