"""What is no sound notebook is refused by a sentence, and its folder keeps every byte."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from timeline_app.model.note_commands import AddNote
from timeline_app.store import notebook_file
from timeline_app.store.notebook import Notebook
from timeline_app.store.store_error import Fault, StoreError

from .notebooks import ANNA, EVENT, opened, rows

NAME = "a.notebook.sqlite"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / NAME
    with opened(path) as notebook:
        for n in range(60):
            notebook.write(AddNote(EVENT, f"note {n} " * 20, ("a", "b")))
    return path


def sql(path: Path, *lines: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for line in lines:
            connection.execute(line)
        connection.commit()


def another_programs(path: Path) -> None:
    path.unlink()
    sql(path, "CREATE TABLE act (id)", "PRAGMA application_id = 77")


def damage_pages(path: Path) -> None:
    bytes_ = bytearray(path.read_bytes())
    bytes_[4096 * 3 : 4096 * 6] = b"\xff" * 4096 * 3
    path.write_bytes(bytes_)


WRONG: dict[str, tuple[Fault, Callable[[Path], object]]] = {
    "missing": (Fault.MISSING, Path.unlink),
    "empty": (Fault.EMPTY, lambda path: path.write_bytes(b"")),
    "folder": (Fault.NOT_A_FILE, lambda path: (path.unlink(), path.mkdir())),
    "pipe": (Fault.NOT_A_FILE, lambda path: (path.unlink(), os.mkfifo(path))),
    "text": (Fault.NOT_SQLITE, lambda path: path.write_text("my notes\n" * 50)),
    "another program's": (Fault.NOT_OURS, another_programs),
    "our name, other tables": (
        Fault.NOT_OURS,
        lambda path: sql(path, "PRAGMA foreign_keys = OFF", "DROP TABLE draft"),
    ),
    "with a trigger": (
        Fault.NOT_OURS,
        lambda path: sql(path, "CREATE TRIGGER t AFTER INSERT ON act BEGIN DELETE FROM tag; END"),
    ),
    "newer": (Fault.NEWER, lambda path: sql(path, "PRAGMA user_version = 99")),
    "older than any": (Fault.DAMAGED, lambda path: sql(path, "PRAGMA user_version = 0")),
    "write-ahead": (Fault.WAL, lambda path: sql(path, "PRAGMA journal_mode = WAL")),
    "damaged": (Fault.DAMAGED, damage_pages),
    "cut off": (Fault.TRUNCATED, lambda path: os.truncate(path, 4096 * 4)),
    "header only": (Fault.TRUNCATED, lambda path: os.truncate(path, 60)),
    "loop of links": (Fault.UNREACHABLE, lambda path: (path.unlink(), path.symlink_to(path))),
}


def contents(folder: Path) -> dict[str, bytes | None]:
    return {path.name: path.read_bytes() if path.is_file() else None for path in folder.iterdir()}


@pytest.mark.skipif(os.name != "posix", reason="other systems count letters, not bytes")
@pytest.mark.parametrize("letter", ["n", "я"])
def test_a_name_has_room_for_its_journal_or_makes_nothing(tmp_path: Path, letter: str) -> None:
    most = os.pathconf(tmp_path, "PC_NAME_MAX") - len("-journal")
    named = letter * (most // len(letter.encode()))
    with opened(tmp_path / named) as notebook:
        notebook.write(AddNote(EVENT, "it fits"))
        assert [note.text for note in notebook.notes()] == ["it fits"]
    for more in range(1, len("-journal") + 1):
        longer = tmp_path / (named + "x" * (more + most % len(letter.encode())))
        refused = pytest.raises(StoreError, match="too long for a notebook")
        with opened(longer) as notebook, refused:
            notebook.write(AddNote(EVENT, "it does not"))
    assert [path.name for path in tmp_path.iterdir()] == [named]


@pytest.mark.parametrize("name", WRONG)
@pytest.mark.parametrize("create", [False, True])
def test_what_is_not_sound_is_refused(tmp_path: Path, sound: Path, name: str, create: bool) -> None:
    if name == "missing" and create:
        pytest.skip("it would be made")
    path = tmp_path / NAME
    shutil.copy(sound, path)
    fault, spoil = WRONG[name]
    spoil(path)
    before = contents(tmp_path)
    with pytest.raises(StoreError) as refused:
        Notebook.open(path, create=create, writer=ANNA)
    assert refused.value.kind is fault
    assert str(path) in refused.value.sentence and refused.value.sentence.endswith(".")
    assert contents(tmp_path) == before


def test_every_damaged_page_is_refused_or_harmless(tmp_path: Path, sound: Path) -> None:
    whole = sound.read_bytes()
    with opened(sound) as notebook:
        notes = notebook.notes()
    path = tmp_path / NAME
    for start in range(0, len(whole), 4096):
        damaged = bytearray(whole)
        damaged[start + 100 : start + 200] = bytes(
            255 - byte for byte in whole[start + 100 : start + 200]
        )
        path.write_bytes(damaged)
        try:
            with Notebook.open(path, writer=ANNA) as notebook:
                silent = notebook.notes() != notes and not notebook.tampered()
        except StoreError:
            continue
        assert not silent


def _marked(path: Path) -> Iterator[None]:
    path.chmod(0o444)
    yield
    path.chmod(0o644)


def _in_marked_folder(path: Path) -> Iterator[None]:
    path.parent.chmod(0o555)
    yield
    path.parent.chmod(0o755)


@pytest.mark.parametrize("protect", [_marked, _in_marked_folder])
def test_a_read_only_notebook_is_read_and_not_written(
    tmp_path: Path, sound: Path, protect: Callable[[Path], Iterator[None]]
) -> None:
    path = tmp_path / NAME
    shutil.copy(sound, path)
    before = contents(tmp_path)
    protecting = protect(path)
    next(protecting)
    with Notebook.open(path, writer=ANNA) as notebook:
        assert notebook.read_only and len(notebook.notes()) == 60
        for write in (
            lambda: notebook.write(AddNote(EVENT, "more")),
            notebook.undo,
            lambda: notebook.keep_draft("event:x", "half"),
        ):
            with pytest.raises(StoreError) as refused:
                write()
            assert refused.value.kind is Fault.READ_ONLY
    next(protecting, None)
    assert contents(tmp_path) == before


def test_a_read_only_folder_gets_no_notebook(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with opened(tmp_path / NAME) as notebook:
        assert notebook.read_only
        with pytest.raises(StoreError) as refused:
            notebook.write(AddNote(EVENT, "one"))
    tmp_path.chmod(0o755)
    assert refused.value.kind is Fault.READ_ONLY and not contents(tmp_path)


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with opened(tmp_path / "none" / NAME) as notebook:
        assert notebook.notes() == [] and not notebook.read_only
        with pytest.raises(StoreError, match="There is no folder") as refused:
            notebook.write(AddNote(EVENT, "one"))
    assert refused.value.kind is Fault.MISSING and not contents(tmp_path)


def test_a_held_notebook_is_refused_after_a_while(
    tmp_path: Path, sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / NAME
    shutil.copy(sound, path)
    monkeypatch.setattr(notebook_file, "BUSY_SECONDS", 0.05)
    with opened(path) as notebook, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError) as refused:
            notebook.write(AddNote(EVENT, "more"))
        assert refused.value.kind is Fault.LOCKED
        assert len(notebook.notes()) == 60
        other.rollback()
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError) as refused:
            Notebook.open(path, writer=ANNA)
        assert refused.value.kind is Fault.LOCKED
        other.rollback()
        notebook.write(AddNote(EVENT, "more"))
        assert len(notebook.notes()) == 61


@pytest.mark.parametrize("replaced", [False, True])
def test_a_notebook_taken_away_takes_no_more_notes(
    tmp_path: Path, sound: Path, replaced: bool
) -> None:
    path = tmp_path / NAME
    shutil.copy(sound, path)
    with opened(path) as notebook:
        path.rename(tmp_path / "elsewhere")
        if replaced:
            shutil.copy(sound, path)
        with pytest.raises(StoreError) as refused:
            notebook.write(AddNote(EVENT, "to nobody"))
        assert refused.value.kind is Fault.MISSING
        if replaced:
            return
        (tmp_path / "elsewhere").rename(path)
        notebook.write(AddNote(EVENT, "back again"))
    assert len(rows(path, "annotation")) == 61


def test_two_make_one_notebook(tmp_path: Path) -> None:
    with opened(tmp_path / NAME) as one, opened(tmp_path / NAME) as two:
        one.write(AddNote(EVENT, "one"))
        two.write(AddNote(EVENT, "two"))
        assert [note.text for note in one.notes()] == ["one", "two"]
    assert list(contents(tmp_path)) == [NAME]


@pytest.mark.parametrize("name", ["a b%20?x#y.sqlite", "дневник.sqlite", "a'b;.sqlite"])
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    with opened(tmp_path / name) as notebook:
        notebook.write(AddNote(EVENT, "one"))
    assert list(contents(tmp_path)) == [name]


def test_writes_are_as_durable_as_sqlite_can(tmp_path: Path) -> None:
    with opened(tmp_path / NAME) as notebook:
        notebook.write(AddNote(EVENT, "one"))
        with notebook._place.writing() as connection:
            assert connection.execute("PRAGMA synchronous").fetchone() == (3,)
            assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
