"""A backup is put back whole; what stood there is kept, whatever it was."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline_app.model.note_commands import AddNote
from timeline_app.store.backup import back_up, contents_of
from timeline_app.store.backup_names import BY_HAND, DAMAGED, RESTORE, backups_of, named
from timeline_app.store.notebook import Notebook
from timeline_app.store.restoring import restore
from timeline_app.store.store_error import Fault, StoreError

from .notebooks import ANNA, EVENT, opened, rows


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A notebook with one note that has a backup, and a second one since."""
    path = tmp_path / "a.notebook.sqlite"
    with opened(path) as notebook:
        notebook.write(AddNote(EVENT, "one"))
        back_up(path, BY_HAND)
        notebook.write(AddNote(EVENT, "two"))
    return path


def texts(path: Path) -> list[str]:
    with Notebook.open(path, writer=ANNA) as notebook:
        assert notebook.tampered() == []
        return [note.text for note in notebook.notes()]


def test_the_newest_is_put_back_and_the_present_state_kept(path: Path) -> None:
    (backup,) = backups_of(path)
    done = restore(path)
    assert done.source == backup.path and done.acts == 1 and texts(path) == ["one"]
    assert done.kept is not None and (kept := named(done.kept)) is not None
    assert kept.reason == RESTORE and texts(done.kept) == ["one", "two"]
    for table in ("meta", "act", "annotation", "draft"):
        assert rows(path, table) == rows(backup.path, table)
    restore(path, done.kept)
    assert texts(path) == ["one", "two"]


def test_another_window_sees_it_at_once(path: Path) -> None:
    with opened(path) as window:
        assert len(window.notes()) == 2 and not window.changed_elsewhere()
        restore(path)
        assert window.changed_elsewhere() and [note.text for note in window.notes()] == ["one"]
        window.write(AddNote(EVENT, "three"))
    assert texts(path) == ["one", "three"]


BROKEN: dict[str, Callable[[Path], object]] = {
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:5000]),
    "zeros": lambda path: path.write_bytes(bytes(9000)),
    "empty": lambda path: path.write_bytes(b""),
    "pages of noise": lambda path: path.write_bytes(
        path.read_bytes()[:4096] + b"\xa7" * (path.stat().st_size - 4096)
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_kept_byte_for_byte(path: Path, name: str) -> None:
    BROKEN[name](path)
    broken = path.read_bytes()
    journal = path.with_name(path.name + "-journal")
    journal.write_bytes(b"left over")
    done = restore(path)
    assert texts(path) == ["one"] and done.kept is not None
    assert done.kept.read_bytes() == broken and DAMAGED in done.kept.name
    assert done.kept.with_name(done.kept.name + "-journal").read_bytes() == b"left over"
    assert list(path.parent.iterdir()) == [path]
    restore(path)
    assert done.kept.exists()


def test_one_that_is_gone_comes_back(path: Path) -> None:
    path.unlink()
    done = restore(path)
    assert texts(path) == ["one"] and done.kept is None


def test_a_spoilt_backup_is_passed_over_or_refused(path: Path) -> None:
    (backup,) = backups_of(path)
    shutil.copy(path, path.with_name("b"))
    backup.path.write_bytes(backup.path.read_bytes()[:5000])
    before = path.read_bytes()
    with pytest.raises(StoreError, match="no sound backup"):
        restore(path)
    with pytest.raises(StoreError, match="not a sound backup"):
        restore(path, backup.path)
    with pytest.raises(StoreError):
        restore(path, path.with_name("none"))
    assert path.read_bytes() == before
    restore(path, path.with_name("b"))
    assert contents_of(path) == contents_of(path.with_name("b"))


def test_what_belongs_to_another_program_is_not_replaced(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[68:72] = b"WXYZ"
    path.write_bytes(content)
    with pytest.raises(StoreError) as refused:
        restore(path)
    assert refused.value.kind is Fault.NOT_OURS and path.read_bytes() == content


def test_a_read_only_notebook_is_not_replaced(path: Path) -> None:
    path.chmod(0o444)
    with pytest.raises(StoreError) as refused:
        restore(path)
    assert refused.value.kind is Fault.READ_ONLY and texts(path) == ["one", "two"]


def test_a_link_stays_a_link(tmp_path: Path, path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(path)
    path.write_bytes(b"")
    restore(link)
    assert link.is_symlink() and texts(path) == ["one"]
