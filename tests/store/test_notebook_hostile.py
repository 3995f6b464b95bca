"""Notebooks spoilt so that SQLite still reads them: refused by a sentence, and the rest goes on."""

import random
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from timeline_app.model.note_commands import AddNote, EditNote
from timeline_app.store.notebook import Notebook
from timeline_app.store.store_error import Fault, StoreError

from .notebooks import EVENT, opened


def two_notes(path: Path) -> tuple[str, str]:
    """The ids of the two notes of a new notebook."""
    with opened(path) as notebook:
        return notebook.write(AddNote(EVENT, "one")).id, notebook.write(AddNote(EVENT, "two")).id


def set_of_act(path: Path, act: str, column: str, value: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"UPDATE act SET {column} = ? WHERE id = ?", (value, act))
        connection.commit()


@pytest.mark.parametrize(
    ("column", "value"),
    [("payload", "x"), ("payload", "[" * 100_000), ("parents", "["), ("parents", "7"), ("hlc", "")],
)
def test_an_act_that_cannot_be_read_spoils_no_other(
    tmp_path: Path, column: str, value: str
) -> None:
    path = tmp_path / "a.notebook.sqlite"
    spoilt, sound = two_notes(path)
    set_of_act(path, spoilt, column, value)
    with opened(path) as notebook:
        assert len(notebook.notes()) == 2
        for ask in (
            lambda: notebook.history_of(spoilt),
            lambda: notebook.write(EditNote(spoilt, "other")),
            lambda: notebook.restore(spoilt),
        ):
            with pytest.raises(StoreError) as raised:
                ask()
            assert raised.value.kind is Fault.DAMAGED
        notebook.write(EditNote(sound, "went on"))
        assert [note.text for note in notebook.notes()] == ["one", "went on"]


def test_a_last_act_without_its_time_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "a.notebook.sqlite"
    _, last = two_notes(path)
    set_of_act(path, last, "hlc", "zzzz")
    with opened(path) as notebook, pytest.raises(StoreError) as raised:
        notebook.write(AddNote(EVENT, "three"))
    assert raised.value.kind is Fault.DAMAGED


def test_a_schema_of_any_bytes_is_damage(tmp_path: Path) -> None:
    """SQLite repeats the bytes in its complaint, which then is no text."""
    path = tmp_path / "a.notebook.sqlite"
    two_notes(path)
    sound = path.read_bytes()
    chance = random.Random(11)
    for _ in range(150):
        spoilt = bytearray(sound)
        for _ in range(20):
            spoilt[chance.randrange(100, 4096)] = chance.randrange(128, 256)
        path.write_bytes(spoilt)
        with suppress(StoreError), opened(path) as notebook:
            notebook.notes()


@pytest.mark.parametrize("letters", [247, 300])
def test_a_name_too_long_for_the_disk_is_said(tmp_path: Path, letters: int) -> None:
    path = tmp_path / ("n" * letters)
    with Notebook.open(path, create=True) as notebook:
        assert notebook.notes() == []
        if letters > 247:
            with pytest.raises(StoreError):
                notebook.write(AddNote(EVENT, "nowhere"))
        else:
            notebook.write(AddNote(EVENT, "there"))
    assert [p.name for p in tmp_path.iterdir()] == ([path.name] if letters == 247 else [])
