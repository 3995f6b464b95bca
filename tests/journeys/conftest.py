"""Journeys need a desk; a machine without one is told what it lacks, never passed over."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from journeys.desk import Desk, missing


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A screen of 1280 x 800 with a window manager and a screen reader, and an empty home.

    Whatever was done there, nothing may have gone wrong unseen.
    """
    lacking = missing()
    assert not lacking, f"A journey needs {', '.join(lacking)}: run it by python3 dev.py test."
    home = tmp_path / "home"
    home.mkdir()
    sitting = Desk(home)
    yield sitting
    sitting.leave()
    faults = home / "data" / "central-asia-timeline" / "faults.log"
    assert not faults.exists(), faults.read_text("utf-8")
