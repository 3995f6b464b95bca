"""A notebook of the first format is brought to this one: what was written stays as it was."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from timeline_app.model.note_commands import AddNote, EditNote
from timeline_app.store.notebook import Notebook
from timeline_app.store.notebook_file import NotebookFile
from timeline_app.store.notebook_schema import FORMAT, SCHEMA, TABLES
from timeline_app.store.store_error import Fault, StoreError

from .notebooks import ANNA, EVENT, opened, rows

FIRST = ("meta", "act", "annotation", "tag", "draft")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A notebook as the first format had it."""
    path = tmp_path / "old.notebook.sqlite"
    with opened(path) as notebook:
        note = notebook.write(AddNote(EVENT, "one", ("a",)))
        notebook.write(EditNote(note.target, "two"))
        notebook.keep_draft("event:y", "half")
    with closing(sqlite3.connect(path)) as connection:
        for name in set(TABLES) - set(FIRST):
            connection.execute(f"DROP TABLE {name}")
        connection.execute("PRAGMA user_version = 1")
        connection.execute("UPDATE meta SET format = 1")
        connection.commit()
    return path


def schema(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as connection:
        return dict(connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql NOT NULL"))


def test_it_is_brought_to_this_format_and_nothing_is_lost(tmp_path: Path, old: Path) -> None:
    before = {table: rows(old, table) for table in ("act", "annotation", "tag", "draft")}
    with opened(old) as notebook:
        assert [note.text for note in notebook.notes()] == ["two"]
        notebook.undo()
        notebook.redo()
    assert schema(old) == SCHEMA and rows(old, "meta")[0][1] == FORMAT
    with opened(old) as notebook:
        assert notebook.tampered() == []
    for table in ("annotation", "tag", "draft"):
        assert len(rows(old, table)) == len(before[table])
    assert set(before["act"]) <= set(rows(old, "act"))


def test_one_that_must_not_be_written_is_read_all_the_same(old: Path) -> None:
    old.chmod(0o444)
    before = old.read_bytes()
    with Notebook.open(old, writer=ANNA) as notebook:
        assert notebook.read_only and [note.text for note in notebook.notes()] == ["two"]
        assert notebook.conflicts() == []
        with pytest.raises(StoreError) as refused:
            notebook.write(AddNote(EVENT, "no"))
        assert refused.value.kind is Fault.READ_ONLY
    assert old.read_bytes() == before


def test_a_transaction_that_was_cut_short_is_taken_back_in_a_copy(tmp_path: Path) -> None:
    """A stick, write-protected, pulled out of a computer that died while writing."""
    path = tmp_path / "a.notebook.sqlite"
    with opened(path) as notebook:
        notebook.write(AddNote(EVENT, "kept"))
    left = tmp_path / "left"
    left.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE draft SET text = ''")
        connection.execute("CREATE TABLE filler (text)")
        connection.executemany("INSERT INTO filler VALUES (?)", [("x" * 3000,)] * 200)
        for name in (path.name, f"{path.name}-journal"):
            shutil.copy(tmp_path / name, left / name)
    for file in left.iterdir():
        file.chmod(0o444)
    left.chmod(0o555)
    before = {file.name: file.read_bytes() for file in left.iterdir()}
    assert len(before) == 2
    with Notebook.open(left / path.name, writer=ANNA) as notebook:
        assert [note.text for note in notebook.notes()] == ["kept"] and notebook.tampered() == []
    assert {file.name: file.read_bytes() for file in left.iterdir()} == before
    left.chmod(0o755)


def test_two_windows_migrate_it_once(old: Path) -> None:
    one, two = NotebookFile(old), NotebookFile(old)
    assert one.is_older() and two.is_older()
    one.migrate()
    two.migrate()
    assert not one.is_older() and not two.is_older()
    one.close()
    two.close()
    assert schema(old) == SCHEMA
