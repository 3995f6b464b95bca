"""A kept overview is for one file as it was; anything else is no overview."""

import os
from pathlib import Path

import pytest

from timeline_app.model.overview_counts import OverviewCounts
from timeline_app.model.view import View
from timeline_app.store.file_stamp import stamp_of
from timeline_app.store.overview_memory import MOST_FILES, KeptOverview, OverviewMemory

KEPT = KeptOverview("A title\nin two lines", OverviewCounts(View(2e6, 900.0), 1, 23_900, (1, 0, 9)))


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "some.archive.sqlite"
    path.write_bytes(b"rows")
    return path


def _memory(tmp_path: Path) -> OverviewMemory:
    return OverviewMemory(tmp_path / "cache" / "overviews")


def test_it_is_recalled_for_the_same_file(archive: Path, tmp_path: Path) -> None:
    memory = _memory(tmp_path)
    assert memory.recall(archive) is None
    memory.keep(archive, stamp_of(archive), KEPT)
    assert memory.recall(archive) == KEPT
    assert [f.suffix for f in (tmp_path / "cache" / "overviews").iterdir()] == [".json"]


def test_a_file_that_changed_has_none(archive: Path, tmp_path: Path) -> None:
    memory = _memory(tmp_path)
    memory.keep(archive, stamp_of(archive), KEPT)
    archive.write_bytes(b"other rows")
    assert memory.recall(archive) is None
    archive.write_bytes(b"rows")
    os.utime(archive, ns=(1, 1))
    assert memory.recall(archive) is None
    archive.unlink()
    assert memory.recall(archive) is None


def test_another_file_has_none(archive: Path, tmp_path: Path) -> None:
    memory = _memory(tmp_path)
    memory.keep(archive, stamp_of(archive), KEPT)
    other = archive.with_name("other.sqlite")
    archive.rename(other)
    assert memory.recall(other) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[1, 0, 9]", "[1, 0, -9]"),
        ("[1, 0, 9]", '[1, 0, "9"]'),
        ("[1, 0, 9]", "[1, 0, 1e99]"),
        ("[1, 0, 9]", "7"),
        ('"months": 1', '"months": 0'),
        ('"months": 1', '"months": null'),
        ("900.0", "NaN"),
        ("900.0", "Infinity"),
        ("900.0", "1e15"),
        ('"format": 2', '"format": 3'),
        ("{", "[" * 100_000),
        ("}", ""),
    ],
)
def test_what_is_damaged_is_none(archive: Path, tmp_path: Path, old: str, new: str) -> None:
    memory = _memory(tmp_path)
    memory.keep(archive, stamp_of(archive), KEPT)
    (file,) = (tmp_path / "cache" / "overviews").iterdir()
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))
    assert memory.recall(archive) is None


def test_a_folder_that_takes_nothing_is_no_fault(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder would be")
    memory = _memory(tmp_path)
    memory.keep(archive, stamp_of(archive), KEPT)
    assert memory.recall(archive) is None


def test_the_oldest_go(tmp_path: Path) -> None:
    memory = _memory(tmp_path)
    for n in range(MOST_FILES + 3):
        path = tmp_path / f"{n}.sqlite"
        path.write_bytes(b"x")
        memory.keep(path, stamp_of(path), KEPT)
    assert len(list((tmp_path / "cache" / "overviews").iterdir())) == MOST_FILES
