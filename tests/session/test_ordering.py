"""A large list is sorted beside the reader's work, by a connection of its own."""

from pathlib import Path

import numpy as np
import pytest

from timeline_app.session import ordering
from timeline_app.session.session import Session

from .later import Later

HEADINGS = ("title", "publishers", "importance", "kind", "notes", "day", "unheard-of")


@pytest.fixture
def archive(shipped_archive: Path, tmp_path: Path) -> Path:
    path = tmp_path / "some.archive.sqlite"
    path.write_bytes(shipped_archive.read_bytes())
    return path


@pytest.mark.parametrize("column", HEADINGS)
def test_a_large_list_is_sorted_as_a_small_one(
    column: str, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = Session()
    assert here.open_archive(archive)
    here.sort_by(column, descending=True)
    monkeypatch.setattr(ordering, "LARGE", 0)
    later = Later()
    large = Session(soon=later)
    assert large.open_archive(archive)
    large.sort_by(column, descending=True)
    later.work()
    assert large.snapshot.sorting == here.snapshot.sorting
    assert not large.snapshot.busy
    assert np.array_equal(large.order(), here.order())
    here.close()
    large.close()


def test_a_list_whose_file_is_another_one_by_then_says_so_and_stays(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ordering, "LARGE", 0)
    later = Later()
    session = Session(soon=later)
    assert session.open_archive(archive)
    session.sort_by("title")
    fresh = archive.with_name("fresh")
    fresh.write_bytes(archive.read_bytes())
    fresh.replace(archive)
    later.work()
    assert session.snapshot.sorting.column == "day"
    assert not session.snapshot.busy
    assert session.snapshot.problem is not None
    session.close()
