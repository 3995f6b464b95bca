"""A file that is no sound archive gets a sentence; nothing is written, not even beside it."""

import os
import random
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from made_folders import event, folder
from timeline_app.store.archive import Archive
from timeline_app.store.build.edition import build
from timeline_app.store.schema import APPLICATION_ID, FORMAT
from timeline_app.store.store_error import Fault, StoreError

Spoil = Callable[[Path], None]
NOISE = random.Random(20261123)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("sound")
    target = made / "sound.archive.sqlite"
    build(folder(made / "data", events=[event(f"event-{n}") for n in range(40)]), target)
    return target


def sql(*statements: str) -> Spoil:
    def spoil(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()

    return spoil


def patched(offset: int, raw: bytes) -> Spoil:
    def spoil(path: Path) -> None:
        held = bytearray(path.read_bytes())
        held[offset : offset + len(raw)] = raw
        path.write_bytes(held)

    return spoil


def written(raw: bytes) -> Spoil:
    return lambda path: path.write_bytes(raw) and None


def cut(keep: float) -> Spoil:
    return lambda path: os.truncate(path, int(path.stat().st_size * keep))


def replaced(make: Callable[[Path], object]) -> Spoil:
    def spoil(path: Path) -> None:
        path.unlink()
        make(path)

    return spoil


def notebook(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {0x4341544E}")
        connection.execute("CREATE TABLE act (id)")


def other_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE songs (title)")


def bound(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the whole path may be too long for a socket
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path.name)
    finally:
        os.chdir(here)


HOSTILE: dict[str, tuple[Spoil, Fault, str]] = {
    "missing": (Path.unlink, Fault.MISSING, "There is no archive"),
    "empty": (written(b""), Fault.EMPTY, "empty file"),
    "a folder": (replaced(Path.mkdir), Fault.NOT_A_FILE, "is a folder"),
    "a text": (written(b"not a database at all " * 99), Fault.NOT_SQLITE, "no SQLite file"),
    "a few bytes": (written(b"SQL"), Fault.NOT_SQLITE, "no SQLite file"),
    "a bare header": (cut(0.0005), Fault.TRUNCATED, "cut off"),
    "half of it": (cut(0.5), Fault.TRUNCATED, "cut off"),
    "all but a byte": (
        lambda path: os.truncate(path, path.stat().st_size - 1),
        Fault.TRUNCATED,
        "",
    ),
    "another program's": (replaced(other_program), Fault.NOT_OURS, "another program"),
    "a notebook": (replaced(notebook), Fault.NOT_OURS, "is a notebook"),
    "newer": (sql(f"PRAGMA user_version = {FORMAT + 1}"), Fault.NEWER, "newer version"),
    "of an early version": (
        sql(f"PRAGMA user_version = {FORMAT - 1}"),
        Fault.OLDER,
        "early version",
    ),
    "older than any": (sql("PRAGMA user_version = 0"), Fault.DAMAGED, "header"),
    "write-ahead": (patched(18, b"\2\2"), Fault.WAL, "write-ahead"),
    "write-ahead for readers": (patched(19, b"\2"), Fault.WAL, "write-ahead"),
    "UTF-16": (patched(56, (2).to_bytes(4)), Fault.DAMAGED, "header"),
    "pages of no size": (patched(16, b"\0\3"), Fault.DAMAGED, "header"),
    "a trigger": (
        sql("CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM event; END"),
        Fault.REFUSED,
        "a trigger",
    ),
    "a view": (sql("CREATE VIEW v AS SELECT 1"), Fault.REFUSED, "a view"),
    "a view for a table": (
        sql("DROP TABLE claim_event", "CREATE VIEW claim_event AS SELECT 1 AS claim"),
        Fault.REFUSED,
        "a view",
    ),
    "a table too many": (sql("CREATE TABLE extra (x)"), Fault.REFUSED, "extra"),
    "a virtual table": (
        sql("CREATE VIRTUAL TABLE more USING fts5(x)"),
        Fault.REFUSED,
        "does not belong there",
    ),
    "another text index": (
        sql("DROP TABLE event_text", "CREATE VIRTUAL TABLE event_text USING fts5(title)"),
        Fault.REFUSED,
        "event_text",
    ),
    "an index that computes": (
        sql("CREATE INDEX i ON event (abs(key))"),
        Fault.REFUSED,
        "an index that computes",
    ),
    "a table too few": (sql("DROP TABLE claim_event"), Fault.DAMAGED, "claim_event"),
    "a column too many": (
        sql("ALTER TABLE claim_event ADD COLUMN more TEXT"),
        Fault.DAMAGED,
        "claim_event",
    ),
    "a generated column": (
        sql("ALTER TABLE kind ADD COLUMN more TEXT AS (id || id)"),
        Fault.REFUSED,
        "kind",
    ),
    "another type": (
        sql("DROP TABLE claim_event", "CREATE TABLE claim_event (claim, event, stance)"),
        Fault.DAMAGED,
        "claim_event",
    ),
    "no edition": (sql("DELETE FROM edition"), Fault.DAMAGED, "which edition"),
    "noise for a schema": (patched(100, NOISE.randbytes(3000)), Fault.DAMAGED, "damaged"),
}
if sys.platform != "win32":
    HOSTILE |= {
        "a pipe": (replaced(os.mkfifo), Fault.NOT_A_FILE, "is a pipe"),
        "a socket": (replaced(bound), Fault.NOT_A_FILE, "is a socket"),
        "a device": (
            replaced(lambda p: p.symlink_to("/dev/zero")),
            Fault.NOT_A_FILE,
            "is a device",
        ),
        "a link to itself": (
            replaced(lambda p: p.symlink_to(p)),
            Fault.UNREACHABLE,
            "cannot be read",
        ),
    }


def contents(path: Path) -> dict[str, tuple[int, bytes]]:
    """Every name in a folder with its mode and, of plain files, the bytes."""
    return {
        entry.name: (entry.lstat().st_mode, entry.read_bytes() if entry.is_file() else b"")
        for entry in path.iterdir()
    }


def spoilt(sound: Path, folder: Path, spoil: Spoil) -> Path:
    path = folder / "the one.archive.sqlite"
    shutil.copyfile(sound, path)
    spoil(path)
    for left in folder.glob("*-journal"):
        left.unlink()
    return path


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_archive_is_refused_with_a_sentence(
    name: str, sound: Path, tmp_path: Path
) -> None:
    spoil, kind, words = HOSTILE[name]
    path = spoilt(sound, tmp_path, spoil)
    before = contents(tmp_path)
    with pytest.raises(StoreError) as raised:
        Archive.open(path)
    assert raised.value.kind is kind
    assert words in raised.value.sentence
    assert path.name in raised.value.sentence
    assert raised.value.sentence.endswith(".")
    assert contents(tmp_path) == before


def test_a_sound_archive_is_read_and_left_as_it_is(sound: Path, tmp_path: Path) -> None:
    path = spoilt(sound, tmp_path, lambda path: path.chmod(0o444))
    before = contents(tmp_path)
    with closing(Archive.open(path)) as archive:
        assert archive.edition.counts["events"] == 40
        assert len(archive.rows(range(1, 41))) == 40
        assert contents(tmp_path) == before
    assert contents(tmp_path) == before


def test_a_journal_that_lies_beside_is_not_taken_for_its_own(sound: Path, tmp_path: Path) -> None:
    path = spoilt(sound, tmp_path, lambda path: None)
    (tmp_path / f"{path.name}-journal").write_bytes(NOISE.randbytes(2000))
    (tmp_path / f"{path.name}-wal").write_bytes(NOISE.randbytes(2000))
    before = contents(tmp_path)
    with closing(Archive.open(path)) as archive:
        assert archive.edition.counts["events"] == 40
    assert contents(tmp_path) == before


@pytest.mark.parametrize("name", ["a?b#c%20.sqlite", "Архив №1.sqlite", "with space.sqlite"])
def test_odd_names_of_files(name: str, sound: Path, tmp_path: Path) -> None:
    if sys.platform == "win32" and "?" in name:
        pytest.skip("no such names there")
    shutil.copyfile(sound, tmp_path / name)
    with closing(Archive.open(tmp_path / name)) as archive:
        assert archive.path.name == name


def test_nothing_can_be_written_through_it(sound: Path) -> None:
    with closing(Archive.open(sound)) as archive:
        for statement in (
            "DELETE FROM event",
            "CREATE TEMP TABLE t (x)",
            "ATTACH ':memory:' AS more",
        ):
            with pytest.raises((StoreError, sqlite3.Error)), archive.reading() as connection:
                connection.execute(statement)


def test_a_reading_that_never_ends_is_stopped(sound: Path) -> None:
    forever = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    with closing(Archive.open(sound)) as archive:
        with pytest.raises(StoreError) as raised, archive.reading(seconds=0.05) as connection:
            connection.execute(forever).fetchall()
        assert raised.value.kind is Fault.DAMAGED
        assert archive.rows([1])


def test_a_value_that_is_too_long_is_not_read(sound: Path, tmp_path: Path) -> None:
    path = spoilt(sound, tmp_path, sql("UPDATE event SET summary = hex(zeroblob(3000000))"))
    with closing(Archive.open(path)) as archive:
        with pytest.raises(StoreError) as raised:
            archive.event(1)
        assert raised.value.kind is Fault.DAMAGED


def test_every_damaged_page_is_refused_or_read(sound: Path, tmp_path: Path) -> None:
    """No damage ends in anything but a sentence."""
    raw = sound.read_bytes()
    path = tmp_path / "damaged.archive.sqlite"
    pages = len(raw) // 4096
    for page in range(pages):
        path.write_bytes(raw[: page * 4096] + NOISE.randbytes(4096) + raw[(page + 1) * 4096 :])
        try:
            with closing(Archive.open(path)) as archive:
                archive.rows(range(1, 41))
                archive.keys_of([f"event-{n}" for n in range(40)])
        except StoreError as fault:
            assert path.name in fault.sentence


def test_opening_never_imports_what_only_building_needs(sound: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from timeline_app.store.archive import Archive; "
        "Archive.open(Path(sys.argv[1])).close(); "
        "assert 'sqlite_utils' not in sys.modules and 'numpy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code, str(sound)], check=True)


def test_the_header_says_whose_it_is(sound: Path) -> None:
    header = sound.read_bytes()[:100]
    assert int.from_bytes(header[68:72]) == APPLICATION_ID
    assert int.from_bytes(header[60:64]) == FORMAT
    assert header[18:20] == b"\1\1"
