"""Backups: whole, verified, no more than there is need of, and never in the way."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from timeline_app.model.note_commands import AddNote, RemoveNote
from timeline_app.store import backup as backup_file
from timeline_app.store.backup import back_up, back_up_if_due, contents_of, newest_good
from timeline_app.store.backup_names import BY_HAND, JOIN, OPENING, backups_of, folder_of
from timeline_app.store.log_lines import read_lines
from timeline_app.store.notebook import Notebook
from timeline_app.store.notebook_contents import Contents
from timeline_app.store.other_log import read_other
from timeline_app.store.store_error import Fault, StoreError

from .notebooks import ANNA, EVENT, opened, rows

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.notebook.sqlite"
    with opened(path) as notebook:
        notebook.write(AddNote(EVENT, "one", ("a",)))
        notebook.keep_draft("event:y", "half")
    return path


def more(path: Path, text: str) -> None:
    with opened(path) as notebook:
        notebook.write(AddNote(EVENT, text))


def held(path: Path) -> Contents | None:
    with Notebook.open(path, writer=ANNA) as notebook:
        return notebook.contents()


def test_a_backup_is_equal_and_so_is_its_log(path: Path) -> None:
    made = back_up(path, BY_HAND)
    assert made is not None and made.acts == 1 and backups_of(path) == [made]
    for table in ("meta", "act", "annotation", "tag", "conflict", "draft"):
        assert rows(made.path, table) == rows(path, table)
    with made.log.open("rb") as lines:
        assert read_lines(lines) == (held(path), [])
    assert sorted(made.path.parent.iterdir()) == sorted([made.path, made.log])
    assert list(path.parent.iterdir()) == [path]


def test_what_has_not_changed_gets_no_second_backup(path: Path) -> None:
    assert back_up(path, BY_HAND)
    assert back_up(path, BY_HAND) is None
    with opened(path) as notebook:
        notebook.keep_draft("event:y", "half a sentence")
    assert back_up(path, BY_HAND)
    more(path, "two")
    assert back_up(path, BY_HAND) and len(backups_of(path)) == 3


def test_a_backup_that_was_spoilt_is_made_again_and_not_the_newest_good_one(path: Path) -> None:
    first = back_up(path, BY_HAND)
    more(path, "two")
    second = back_up(path, BY_HAND)
    assert first and second and newest_good(path) == second
    second.path.write_bytes(second.path.read_bytes()[:5000])
    assert newest_good(path) == first and contents_of(second.path) is None
    third = back_up(path, BY_HAND)
    assert third and newest_good(path) == third


def test_one_is_due_a_quarter_of_an_hour_after_the_last(path: Path) -> None:
    first = back_up_if_due(path, now=NOON)
    assert first is not None and (first.reason, first.when) == (OPENING, NOON)
    more(path, "two")
    assert back_up_if_due(path, now=NOON + timedelta(minutes=14)) is None
    second = back_up_if_due(path, now=NOON + timedelta(minutes=15))
    assert second is not None and second.acts == 2
    assert back_up_if_due(path, now=NOON + timedelta(days=1)) is None


def test_a_clock_set_back_keeps_the_order(path: Path) -> None:
    first = back_up(path, BY_HAND, now=NOON)
    more(path, "two")
    second = back_up(path, BY_HAND, now=NOON - timedelta(days=300))
    assert first and second and second.when == NOON + timedelta(milliseconds=1)
    assert backups_of(path) == [second, first]


def test_a_join_is_preceded_by_one(tmp_path: Path, path: Path) -> None:
    other = tmp_path / "b.notebook.sqlite"
    shutil.copy(path, other)
    more(other, "theirs")
    with opened(path) as notebook:
        notebook.join([read_other(other)])
    (kept,) = backups_of(path)
    assert (kept.reason, kept.acts) == (JOIN, 1)


def test_the_first_thing_written_is_preceded_by_one(path: Path) -> None:
    called: list[Path] = []
    with Notebook.open(path, writer=ANNA, before_writing=called.append) as notebook:
        notebook.notes()
        assert called == []
        notebook.write(AddNote(EVENT, "two"))
        notebook.write(AddNote(EVENT, "three"))
    assert called == [path]


def test_one_that_cannot_be_made_is_said_and_nothing_is_left(path: Path) -> None:
    folder = folder_of(path)
    folder.parent.mkdir(parents=True)
    folder.write_text("in the way")
    with pytest.raises(StoreError, match="could not be backed up") as refused:
        back_up(path, BY_HAND)
    assert refused.value.kind is Fault.NO_BACKUP and str(path) in refused.value.sentence
    other = path.with_name("b")
    shutil.copy(path, other)
    with opened(path) as notebook, pytest.raises(StoreError):
        notebook.join([read_other(other)])


def test_a_copy_that_is_not_like_it_is_no_backup(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if the disk had lied."""
    connect = backup_file.connect

    def spoiling(path: Path, mode: str) -> sqlite3.Connection:
        class Spoiling(sqlite3.Connection):
            def close(self) -> None:
                self.execute("UPDATE act SET label = 'other'")
                super().close()

        connect(path, mode).close()
        return sqlite3.connect(path, factory=Spoiling, isolation_level=None)

    monkeypatch.setattr(backup_file, "connect", spoiling)
    with pytest.raises(StoreError, match="not like it"):
        back_up(path, BY_HAND)
    assert backups_of(path) == []


def test_thinning_deletes_whole_backups(path: Path) -> None:
    for n in range(30):
        more(path, str(n))
        assert back_up(path, BY_HAND, now=NOON + timedelta(minutes=n))
    left = backups_of(path)
    assert len(left) in (8, 9, 10) and left[0].acts == 31
    assert len(list(folder_of(path).iterdir())) == 2 * len(left)


def test_a_read_only_notebook_has_backups_too(path: Path) -> None:
    path.chmod(0o444)
    assert back_up(path, BY_HAND)


def test_one_that_is_damaged_gets_none_and_says_so(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(StoreError) as refused:
        back_up(path, BY_HAND)
    assert refused.value.kind is Fault.TRUNCATED and backups_of(path) == []


def test_changed_acts_never_push_out_sound_ones(path: Path) -> None:
    sound = back_up(path, BY_HAND, now=NOON)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE act SET payload = replace(payload, 'one', 'ONE')")
        connection.commit()
    for n in range(1, 40):
        with opened(path) as notebook:
            notebook.keep_draft("event:z", str(n))
        back_up(path, BY_HAND, now=NOON + timedelta(seconds=n))
    assert sound in backups_of(path) and newest_good(path) == sound


def test_two_notebooks_of_one_name_do_not_share(tmp_path: Path, path: Path) -> None:
    other = tmp_path / "sub" / path.name
    other.parent.mkdir()
    shutil.copy(path, other)
    assert back_up(other, BY_HAND) and backups_of(path) == []
    link = tmp_path / "link.sqlite"
    link.symlink_to(path)
    assert back_up(link, BY_HAND) and len(backups_of(path)) == 1


def test_removing_notes_takes_no_backup_away(path: Path) -> None:
    first = back_up(path, BY_HAND)
    with opened(path) as notebook:
        notebook.write(RemoveNote(notebook.notes()[0].id))
    second = back_up(path, BY_HAND)
    assert second and second.acts == 2 and backups_of(path) == [second, first]
