"""A reading that is shared comes in its order, whoever reads which part."""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from timeline_app.store.archive import Archive
from timeline_app.store.side_by_side import FEW, side_by_side
from timeline_app.store.store_error import StoreError

PARTS = list(range(40 * FEW))
"""So many that no hand has read all of its own before the next one begins."""


@pytest.fixture
def archive(shipped_archive: Path) -> Iterator[Archive]:
    with closing(Archive.open(shipped_archive)) as opened:
        yield opened


def _threads() -> list[str]:
    return [one.name for one in threading.enumerate() if one.name.startswith("reading")]


def _read(connection: sqlite3.Connection, part: int) -> tuple[int, str]:
    (found,) = connection.execute("SELECT ? + count(*) - count(*) FROM event", (part,)).fetchone()
    return found, threading.current_thread().name


@pytest.mark.parametrize("cores", [None, 1, 2, 3, 64])
def test_parts_come_in_their_order(
    archive: Archive, cores: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    found = list(side_by_side(archive, PARTS, _read))
    assert [part for part, _ in found] == PARTS
    assert len({name for _, name in found}) == min(4, cores or 1)
    assert not _threads()


def test_a_few_parts_are_read_here(archive: Archive) -> None:
    found = list(side_by_side(archive, PARTS[: FEW - 1], _read))
    assert {name for _, name in found} == {threading.current_thread().name}
    assert list(side_by_side(archive, [], _read)) == []


@pytest.mark.parametrize("cores", [1, 2])
def test_what_goes_wrong_is_raised_and_nobody_reads_on(
    archive: Archive, cores: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    seen = []

    def read(connection: sqlite3.Connection, part: int) -> int:
        if part == 5:
            raise ValueError(part)
        return part

    with pytest.raises(ValueError, match="5"):
        for part in side_by_side(archive, PARTS, read):
            seen.append(part)
    assert seen == [0, 1, 2, 3, 4]
    assert not _threads()


def test_whoever_has_enough_leaves_no_thread_behind(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    shared = side_by_side(archive, PARTS, _read)
    assert next(shared)[0] == 0
    assert len(_threads()) == 3
    shared.close()
    assert not _threads()


def test_another_file_in_its_place_is_not_mixed_in(
    shipped_archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    path = tmp_path / "some.archive.sqlite"
    path.write_bytes(shipped_archive.read_bytes())
    with closing(Archive.open(path)) as archive:
        fresh = tmp_path / "fresh"
        fresh.write_bytes(shipped_archive.read_bytes())
        fresh.replace(path)
        with pytest.raises(StoreError):
            list(side_by_side(archive, PARTS, _read))
