"""A large list is sorted beside the reader's work, by a connection of its own."""

from pathlib import Path

import numpy as np
import pytest

from timeline_app.session import listing, ordering
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


@pytest.fixture
def low_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few places of a list are counted at once, and the others by the worker."""
    monkeypatch.setattr(ordering, "LARGE", 0)
    monkeypatch.setattr(listing, "BLOCK", 8)
    monkeypatch.setattr(listing, "MOST_AT_ONCE", 2)


@pytest.mark.usefixtures("low_blocks")
def test_a_place_that_nobody_awaits_is_counted_and_not_told(archive: Path) -> None:
    later, told = Later(), []
    session = Session(soon=later)
    assert session.open_archive(archive)
    session.sort_by("kind")
    later.work()
    session.listen(lambda before, after: told.append(after))
    first, far = session.listed_rows(0, 1), session.snapshot.passing.possible - 1
    assert session.position_of(int(session.snapshot.table.occurrence[first[0]])) == 0
    later.work()
    assert not told
    assert len(session.listed_rows(far, 1)) == 1, "it was counted all the same"
    session.sort_by("kind", descending=True)
    later.work()
    told.clear()
    assert not len(session.listed_rows(far, 1))
    later.work()
    assert told
    assert len(session.listed_rows(far, 1)) == 1
    session.close()


@pytest.mark.usefixtures("low_blocks")
def test_a_list_that_comes_while_another_is_counted_is_counted_too(archive: Path) -> None:
    later = Later()
    session = Session(soon=later)
    assert session.open_archive(archive)
    session.sort_by("kind", descending=True)
    session.sort_by("kind")
    later.work()
    far = session.snapshot.passing.possible - 1
    assert not len(session.listed_rows(far, 1))
    session.sort_by("importance")
    later.jobs.reverse()  # the order is there before the places of the list before
    later.work_once()
    assert not len(session.listed_rows(far, 1))
    later.work()
    assert len(session.listed_rows(far, 1)) == 1
    session.close()
