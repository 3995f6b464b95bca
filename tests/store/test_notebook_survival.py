"""Real processes: killed while they write, two at once, and disks that take no more."""

import os
import random
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from timeline_app.model.note_commands import AddNote
from timeline_app.store.store_error import Fault, StoreError

from .notebooks import EVENT, SetClock, opened, rows

KILLS = 40

WRITER = """
import sys
from pathlib import Path
from timeline_app.model.act import Writer
from timeline_app.model.annotation import Target
from timeline_app.model.note_commands import AddNote
from timeline_app.store.notebook import Notebook

path, name, count = sys.argv[1:]
with Notebook.open(Path(path), create=True, writer=Writer(name, name * 16)) as notebook:
    for n in range(int(count)):
        act = notebook.write(AddNote(Target("event", "x"), f"{name} {n} " * 50, ("a", "b")))
        print(act.id, flush=True)
"""


def start(path: Path, name: str, count: int) -> subprocess.Popen[bytes]:
    line = [sys.executable, "-c", WRITER, str(path), name, str(count)]
    return subprocess.Popen(line, stdout=subprocess.PIPE)


def test_a_killed_writer_loses_no_note_that_was_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "a.notebook.sqlite"
    chance = random.Random(2)
    acknowledged: list[str] = []
    for _ in range(KILLS):
        writer = start(path, "a", 1_000_000)
        assert writer.stdout is not None
        for _ in range(chance.randint(1, 12)):
            acknowledged.append(writer.stdout.readline().decode().strip())
        writer.send_signal(signal.SIGKILL)
        rest = writer.stdout.read().decode().split("\n")
        acknowledged.extend(line for line in rest[:-1])
        writer.stdout.close()
        writer.wait()
    with opened(path, clock=SetClock()) as notebook:
        kept = {note.id for note in notebook.notes()}
        assert notebook.tampered() == []
    assert set(acknowledged) <= kept
    assert len(kept) - len(acknowledged) <= KILLS


def test_two_write_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.notebook.sqlite"
    writers = [start(path, name, 60) for name in "ab"]
    ids = [writer.communicate()[0].split() for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0]
    assert [len(written) for written in ids] == [60, 60]
    with opened(path) as notebook:
        assert {note.id.encode() for note in notebook.notes()} == {*ids[0], *ids[1]}
        assert notebook.tampered() == []
    stamps = [row[1] for row in rows(path, "act")]
    assert len(set(stamps)) == 120


def test_a_disk_that_takes_no_more_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.notebook.sqlite"
    with opened(path) as notebook:
        notebook.write(AddNote(EVENT, "one"))
        before = path.read_bytes()
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(before), limits[1]))
        try:
            with pytest.raises(StoreError) as refused:
                notebook.write(AddNote(EVENT, "too long " * 5000))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        assert refused.value.kind is Fault.UNREACHABLE
        assert [note.text for note in notebook.notes()] == ["one"]
        notebook.write(AddNote(EVENT, "too long " * 5000))
        assert notebook.history.undo and notebook.tampered() == []
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_is_said_and_goes_on_when_there_is_room(tmp_path: Path) -> None:
    path = tmp_path / "a.notebook.sqlite"
    with opened(path) as notebook:
        notebook.write(AddNote(EVENT, "one"))
        with notebook._place.writing() as connection:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreError, match="no room left") as refused:
            notebook.write(AddNote(EVENT, "two " * 5000))
        assert refused.value.kind is Fault.FULL
        with notebook._place.writing() as connection:
            connection.execute("PRAGMA max_page_count = 100000")
        notebook.write(AddNote(EVENT, "two " * 5000))
        assert len(notebook.notes()) == 2


def test_what_a_making_that_was_cut_short_has_left_is_swept(tmp_path: Path) -> None:
    path, left = tmp_path / "n.sqlite", tmp_path / f".{'a' * 24}.new"
    others = [tmp_path / f".{'b' * 24}.new", tmp_path / ".mine.new", tmp_path / f"{'a' * 24}.new"]
    with opened(path) as notebook:
        notebook.write(AddNote(EVENT, "x"))
    for file in (left, left.with_name(f"{left.name}-journal"), *others):
        file.write_bytes(b"half")
        if file != others[0]:  # that one may be growing still
            os.utime(file, (0, 0))
    with opened(path) as notebook:
        assert len(notebook.notes()) == 1
    assert sorted(tmp_path.iterdir()) == sorted((path, *others))
