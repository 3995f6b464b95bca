"""The device keeps its number; what cannot be kept is at least the same each time."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from timeline_app import places
from timeline_app.store.writer import this_writer


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "deep" / "home"
    monkeypatch.setattr(places, "user_data", lambda: folder)
    return folder


def test_the_number_is_made_once(folder: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        writers = set(pool.map(lambda _: this_writer(), range(16)))
    assert len(writers) == 1
    assert [path.name for path in folder.iterdir()] == ["device"]
    assert (folder / "device").read_text() == writers.pop().device


def test_another_home_is_another_device(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = this_writer()
    monkeypatch.setattr(places, "user_data", lambda: folder / "other")
    assert this_writer().device != here.device and this_writer().author == here.author


@pytest.mark.parametrize("spoiled", [b"", b"none", b"\xff" * 16, b"0123"])
def test_a_spoiled_number_is_left_alone(folder: Path, spoiled: bytes) -> None:
    folder.mkdir(parents=True)
    (folder / "device").write_bytes(spoiled)
    assert this_writer() == this_writer() and len(this_writer().device) == 16
    assert (folder / "device").read_bytes() == spoiled


def test_without_a_home_the_device_has_a_number_too(folder: Path) -> None:
    folder.parent.mkdir(parents=True)
    folder.write_text("no folder")
    assert this_writer() == this_writer() and len(this_writer().device) == 16
