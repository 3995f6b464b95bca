"""A newer edition says what it changed, though the older file is gone."""

import os
from contextlib import closing
from pathlib import Path

import pytest

from made_folders import Row, event, folder
from timeline_app.session.editions import told_of_editions
from timeline_app.store import edition_memory
from timeline_app.store.archive import Archive
from timeline_app.store.build.edition import build
from timeline_app.store.edition_memory import MOST_EDITIONS, EditionMemory, EditionsSince

OLD = [event("kept"), event("changed"), event("gone")]
NEW = [event("first", start="1991"), event("kept"), event("changed", summary="Otherwise.")]


def met(
    memory: EditionMemory, place: Path, events: list[Row], id: str = ""
) -> EditionsSince | None:
    """What the memory says of an edition of these events, whose file is gone afterwards."""
    data = folder(place / "data", events=events)
    if id:
        (data / "edition.json").write_text(f'{{"id": "{id}", "title": "T"}}', "utf-8")
    path = place / "made.sqlite"
    build(data, path)
    with closing(Archive.open(path)) as archive:
        said = memory.meet(archive)
    path.unlink()
    return said


def ids(some: object) -> list[str]:
    assert isinstance(some, tuple)
    return [one.id for one in some]


def test_the_first_edition_says_nothing_and_the_next_one_what_changed(tmp_path: Path) -> None:
    memory = EditionMemory(tmp_path / "kept")
    assert met(memory, tmp_path, OLD) is None
    assert met(memory, tmp_path, OLD) is None
    since = met(memory, tmp_path, NEW)
    assert since is not None
    assert since.changes is not None
    assert ids(since.changes.added) == ["first"]
    assert ids(since.changes.changed) == ["changed"]
    assert since.changes.changed[0].title == "Event changed"
    assert ids(since.changes.removed) == ["gone"]
    assert met(memory, tmp_path, NEW) is None


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"format": 1}', b"\xff" * 9,
    b'{"format": 1, "records": {"event": {"a": "zz"}}}', b"[" * 100_000])  # fmt: skip
def test_a_damaged_memory_is_forgotten(tmp_path: Path, damage: bytes) -> None:
    memory = EditionMemory(tmp_path / "kept")
    met(memory, tmp_path, OLD)
    (file,) = (tmp_path / "kept").iterdir()
    file.write_bytes(damage)
    assert met(memory, tmp_path, NEW) is None
    assert met(memory, tmp_path, OLD) is not None


def test_a_folder_that_takes_nothing_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file")
    memory = EditionMemory(tmp_path / "kept")
    assert met(memory, tmp_path, OLD) is None
    assert met(memory, tmp_path, NEW) is None


def test_only_some_archives_are_remembered(tmp_path: Path) -> None:
    memory = EditionMemory(tmp_path / "kept")
    for n in range(MOST_EDITIONS + 2):
        met(memory, tmp_path, OLD, id=f"archive-{n}")
        for age, file in enumerate(sorted((tmp_path / "kept").iterdir(), key=os.path.getmtime)):
            os.utime(file, (age, age))
    assert len(list((tmp_path / "kept").iterdir())) == MOST_EDITIONS


def test_of_large_archives_only_another_edition_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = EditionMemory(tmp_path / "kept")
    met(memory, tmp_path, OLD)
    monkeypatch.setattr(edition_memory, "MOST_RECORDS", 1)
    since = met(memory, tmp_path, NEW)
    assert since is not None
    assert since.changes is None
    assert met(memory, tmp_path, NEW) is None
    (kept,) = (tmp_path / "kept").iterdir()
    assert "first" not in kept.read_text("utf-8")
    sentence = told_of_editions(since).sentence
    assert "archive diff" in sentence
    assert told_of_editions(EditionsSince("2024-05-01", None)).sentence != sentence
    monkeypatch.undo()
    grown = met(memory, tmp_path, OLD)
    assert grown is not None
    assert grown.changes is None


def test_an_archive_with_nothing_in_common_is_another_one(tmp_path: Path) -> None:
    memory = EditionMemory(tmp_path / "kept")
    met(memory, tmp_path, OLD)
    assert met(memory, tmp_path, [event("elsewhere")]) is None
