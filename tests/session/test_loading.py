"""An archive is opened beside the reader's work: what was open stays until then."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from timeline_app.places import user_cache
from timeline_app.session import loading
from timeline_app.session.contents import read_contents
from timeline_app.session.looking import Looking
from timeline_app.session.running import at_once
from timeline_app.session.session import Session
from timeline_app.store.column_cache import COLUMNS

from .later import Later


@pytest.fixture
def later() -> Later:
    return Later()


@pytest.fixture
def session(later: Later) -> Session:
    return Session(later)


@pytest.fixture
def other(shipped_archive: Path, tmp_path: Path) -> Path:
    path = tmp_path / "other.archive.sqlite"
    shutil.copyfile(shipped_archive, path)
    return path


@pytest.fixture
def fewer(shipped_archive: Path, tmp_path: Path) -> Path:
    path = tmp_path / "fewer.archive.sqlite"
    shutil.copyfile(shipped_archive, path)
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("DELETE FROM event WHERE key % 2 = 0")
    return path


def test_what_is_opened_is_shown_once_it_is_read(
    session: Session, later: Later, shipped_archive: Path
) -> None:
    heard: list[bool] = []
    session.begin_opening(shipped_archive, heard.append)
    assert session.snapshot.archive is None
    assert session.snapshot.opening is not None
    later.work()
    at_once = Session()
    assert at_once.open_archive(shipped_archive)
    now, plain = session.snapshot, at_once.snapshot
    assert now.opening is None
    assert heard == [True]
    assert now.table.key.tolist() == plain.table.key.tolist()
    assert (now.home, now.passing.possible) == (plain.home, plain.passing.possible)
    assert [lane.term for lane in now.lanes.lanes] == [lane.term for lane in plain.lanes.lanes]
    assert session.event(int(now.table.occurrence[0])) is not None


def test_what_is_read_ahead_is_shown_when_it_is_opened_and_read_once(
    session: Session, later: Later, shipped_archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Path] = []
    monkeypatch.setattr(
        loading,
        "read_contents",
        lambda path, progress: (read.append(path), read_contents(path, progress))[1],
    )
    session.read_ahead(shipped_archive)
    later.work()
    assert (session.snapshot.archive, session.snapshot.opening) == (None, None)
    session.begin_opening(shipped_archive)
    later.work()
    assert session.snapshot.archive is not None
    session.begin_opening(shipped_archive)
    later.work()
    assert read == [shipped_archive] * 2


def test_what_was_read_ahead_by_then_is_shown_at_once_and_told_as_one_change(
    session: Session, later: Later, shipped_archive: Path
) -> None:
    session.read_ahead(shipped_archive)
    later.work()
    heard: list[bool] = []
    told: list[object] = []
    session.listen(lambda _, after: told.append(after.archive))
    session.begin_opening(shipped_archive, heard.append)
    assert heard == [True]
    assert told == [session.snapshot.archive] != [None]
    assert session.snapshot.opening is None
    later.work()
    assert heard == [True]


def test_what_was_read_ahead_gives_way_to_what_is_opened(
    session: Session, later: Later, shipped_archive: Path, other: Path
) -> None:
    session.read_ahead(shipped_archive)
    session.begin_opening(other)
    later.work()
    assert session.snapshot.archive is not None
    assert session.snapshot.archive.path == other


def test_what_is_read_ahead_ends_with_the_sitting(
    session: Session, later: Later, shipped_archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[object] = []
    monkeypatch.setattr(loading, "lay", lambda *told: shown.append(told))
    session.read_ahead(shipped_archive)
    session.close()
    later.work()
    assert not shown


def test_what_was_open_stays_until_then(
    session: Session, later: Later, shipped_archive: Path, other: Path
) -> None:
    session.begin_opening(shipped_archive)
    later.work()
    session.set_terms("vector", {"russia"})
    before = session.snapshot
    session.begin_opening(other)
    assert session.snapshot.table is before.table
    assert session.snapshot.filter == before.filter
    later.work()
    assert session.snapshot.archive is not None
    assert session.snapshot.archive.path == other
    assert not session.snapshot.filter


def test_the_last_one_asked_for_counts(
    session: Session, later: Later, shipped_archive: Path, other: Path
) -> None:
    heard: list[str] = []
    session.begin_opening(shipped_archive, lambda _: heard.append("first"))
    session.begin_opening(other, lambda _: heard.append("second"))
    later.work()
    assert session.snapshot.archive is not None
    assert session.snapshot.archive.path == other
    assert heard == ["second"]


def test_what_is_given_up_is_not_opened(
    session: Session, later: Later, shipped_archive: Path
) -> None:
    heard: list[bool] = []
    session.begin_opening(shipped_archive, heard.append)
    session.give_up_opening()
    assert session.snapshot.opening is None
    assert session.snapshot.problem is not None
    later.work()
    assert session.snapshot.archive is None
    assert heard == []


def test_a_bad_file_is_told_and_what_was_open_stays(
    session: Session, later: Later, shipped_archive: Path, tmp_path: Path
) -> None:
    session.begin_opening(shipped_archive)
    later.work()
    before = session.snapshot
    bad = tmp_path / "bad.sqlite"
    bad.write_text("Dear diary")
    heard: list[bool] = []
    session.begin_opening(bad, heard.append)
    later.work()
    assert session.snapshot.archive is before.archive
    assert session.snapshot.problem is not None
    assert str(bad) in session.snapshot.problem.sentence
    assert heard == [False]


def test_a_file_that_is_another_by_then_is_read_again(
    session: Session, later: Later, other: Path, fewer: Path
) -> None:
    session.begin_opening(other)
    ((job, done),) = later.jobs
    answer = job()
    shutil.copyfile(fewer, other)
    done(answer)
    plain = Session()
    assert plain.open_archive(fewer)
    assert session.snapshot.table.key.tolist() == plain.snapshot.table.key.tolist()
    assert session.snapshot.passing.possible == plain.snapshot.passing.possible


def test_columns_of_an_archive_that_is_not_what_it_declares_are_dropped(
    fewer: Path, shipped_archive: Path, tmp_path: Path
) -> None:
    columns = user_cache() / COLUMNS
    for path, kept in ((shipped_archive, 1), (fewer, 1)):
        session = Session()
        assert session.open_archive(path)
        Looking(session, at_once, tmp_path / "looked.json").look()
        of_each = {file.stem.partition("-")[0] for file in columns.iterdir()}  # with its shelf
        assert len(of_each) == kept
        session.close()
