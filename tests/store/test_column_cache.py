"""Columns that were kept are those of the rows, whatever was done to archive or cache."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from timeline_app.model.event_table import EventTable
from timeline_app.model.fold import fold
from timeline_app.model.record_table import RecordTable
from timeline_app.model.terms import Terms, Texts
from timeline_app.places import user_cache
from timeline_app.session.contents import Contents, read_contents
from timeline_app.store import column_cache, column_file
from timeline_app.store.archive import Archive
from timeline_app.store.column_cache import COLUMNS, ColumnCache, Identity
from timeline_app.store.columns import read_records
from timeline_app.store.progress import Progress, StoppedError

COLUMN_NAMES = (
    *("key", "occurrence", "first", "last", "inner_first", "inner_last"),
    *("doubt", "importance", "known_from"),
)


@pytest.fixture
def archive(shipped_archive: Path, tmp_path: Path) -> Path:
    path = tmp_path / "some.archive.sqlite"
    shutil.copyfile(shipped_archive, path)
    return path


def _same(one: RecordTable | EventTable, other: RecordTable | EventTable) -> None:
    for name in COLUMN_NAMES:
        assert np.array_equal(getattr(one, name), getattr(other, name)), name
    assert one.terms.keys() == other.terms.keys()
    for name, codes in one.terms.items():
        assert codes.terms == other.terms[name].terms
        assert np.array_equal(codes.rows, other.terms[name].rows), name
        assert np.array_equal(codes.codes, other.terms[name].codes), name


def _is_of_the_rows(contents: Contents, path: Path) -> None:
    with closing(Archive.open(path)) as archive:
        records = read_records(archive)
    table = fold(records, contents.kept.on)
    _same(contents.kept.records, records)
    _same(contents.kept.table, table)
    kept, made = contents.kept.table.orders, table.orders
    assert np.array_equal(kept.by_last, made.by_last)
    assert np.array_equal(kept.by_occurrence, made.by_occurrence)
    assert (kept.extent, kept.day_sure, kept.sure) == (made.extent, made.day_sure, made.sure)
    for name, codes in table.terms.items():
        assert np.array_equal(kept.totals[name], codes.counts()), name
        assert np.array_equal(kept.often[name], codes.terms.often(codes.counts())), name
        _is_listed_alike(contents.kept.table.terms[name].terms, codes.terms)
    for name, codes in kept.terms_by_last.items():
        expected = table.terms[name].take(made.by_last)
        assert np.array_equal(codes.rows, expected.rows)
        assert np.array_equal(codes.codes, expected.codes)


def _is_listed_alike(kept: Terms, made: Terms) -> None:
    assert kept.folded == made.folded
    assert np.array_equal(kept.by_id, made.by_id)
    assert np.array_equal(kept.by_label, made.by_label)


def _kept() -> list[Path]:
    return sorted((user_cache() / COLUMNS).glob("*.columns"))


def _is_mapped(contents: Contents) -> bool:
    """Whether the columns are those of the file of the cache: they own no memory."""
    return not contents.kept.table.first.flags.owndata


def test_the_second_opening_reads_no_rows(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _is_of_the_rows(read_contents(archive), archive)
    assert len(_kept()) == 1

    def never(*_: object) -> RecordTable:
        raise AssertionError("rows were read")

    with monkeypatch.context() as patch:
        patch.setattr("timeline_app.session.contents.read_records", never)
        again = read_contents(archive)
    assert _is_mapped(again)
    assert again.kept.table.orders.terms_by_last
    _is_of_the_rows(again, archive)


def test_no_term_is_made_of_what_was_kept(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There may be hundreds of thousands, and nobody has a turn while they are made."""
    read_contents(archive)

    def never(*_: object) -> str:
        raise AssertionError("a text was read")

    with closing(Archive.open(archive)) as opened, monkeypatch.context() as patch:
        now = Identity.of(opened.edition, opened.stamp)
        patch.setattr(Texts, "raw", never)
        patch.setattr(Texts, "__iter__", never)
        kept = ColumnCache(user_cache() / COLUMNS).recall(now)
    assert kept is not None


@pytest.mark.parametrize("part", ["ids ends", "labels ends", "folded ends", "by_id", "by_label"])
def test_terms_that_do_not_fit_each_other_are_not_taken(archive: Path, part: str) -> None:
    read_contents(archive)
    (file,) = _kept()
    told, arrays = column_file.read(file)
    name = f"terms/actor/{part}"
    column_file.write(file, told, arrays | {name: arrays[name] + 1})
    _is_of_the_rows(read_contents(archive), archive)


def test_nobody_can_write_into_what_is_kept(archive: Path) -> None:
    read_contents(archive)
    again = read_contents(archive)
    with pytest.raises(ValueError, match="read-only"):
        again.kept.table.first[0] = 1


def _change_a_date(path: Path) -> None:
    _write(path, "UPDATE event SET outer_first = outer_first - 400 WHERE key % 7 = 0")


def _change_a_link(path: Path) -> None:
    _write(path, "DELETE FROM event_actor WHERE event % 5 = 0")


def _take_events_away(path: Path) -> None:
    _write(path, "DELETE FROM event WHERE key % 3 = 0")


def _write(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(statement)


@pytest.mark.parametrize("change", [_change_a_date, _change_a_link, _take_events_away])
@pytest.mark.parametrize("disguised", [False, True])
def test_a_changed_archive_is_read_again(
    change: Callable[[Path], None], disguised: bool, archive: Path
) -> None:
    """Even where its length, its time and what its header declares are those of before."""
    read_contents(archive)
    before = archive.stat()
    change(archive)
    if disguised:
        os.utime(archive, ns=(before.st_atime_ns, before.st_mtime_ns))
        after = archive.stat()
        assert (after.st_size, after.st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    _is_of_the_rows(read_contents(archive), archive)


def test_another_archive_in_the_same_place_is_another(archive: Path) -> None:
    read_contents(archive)
    before = archive.stat()
    other = archive.with_name("other")
    shutil.copyfile(archive, other)
    _change_a_date(other)
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(archive)
    _is_of_the_rows(read_contents(archive), archive)


def _cut(file: Path) -> None:
    os.truncate(file, file.stat().st_size * 2 // 3)


def _cut_by_one(file: Path) -> None:
    os.truncate(file, file.stat().st_size - 1)


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _lengthen(file: Path) -> None:
    file.write_bytes(file.read_bytes() + b"x")


def _spoil_header(file: Path) -> None:
    raw = bytearray(file.read_bytes())
    raw[40] ^= 1
    file.write_bytes(raw)


def _huge_header(file: Path) -> None:
    raw = bytearray(file.read_bytes())
    raw[8:16] = b"\xff" * 8
    file.write_bytes(raw)


def _other_program(file: Path) -> None:
    file.write_bytes(b"SQLite format 3\0" * 999)


def _folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


SPOILT = [
    *(_cut, _cut_by_one, _empty, _lengthen, _spoil_header, _huge_header, _other_program),
    _folder,
]


@pytest.mark.parametrize("spoil", SPOILT)
def test_a_spoilt_cache_is_not_believed(spoil: Callable[[Path], None], archive: Path) -> None:
    read_contents(archive)
    (file,) = _kept()
    spoil(file)
    _is_of_the_rows(read_contents(archive), archive)


def test_the_cache_of_another_archive_under_this_name_is_not_taken(
    archive: Path, tmp_path: Path
) -> None:
    read_contents(archive)
    (own,) = _kept()
    other = tmp_path / "other.archive.sqlite"
    shutil.copyfile(archive, other)
    _take_events_away(other)
    read_contents(other)
    (foreign,) = set(_kept()) - {own}
    shutil.copyfile(foreign, own)
    _is_of_the_rows(read_contents(archive), archive)


def test_a_cache_of_another_form_is_not_taken(archive: Path) -> None:
    read_contents(archive)
    (own,) = _kept()
    with closing(Archive.open(archive)) as opened:
        now = Identity.of(opened.edition, opened.stamp)
    cache = ColumnCache(own.parent)
    assert cache.recall(now) is not None
    newer = Identity(now.archive, now.version, now.content_hash, now.stamp, column_cache.FORM + 1)
    assert cache.recall(newer) is None


def test_what_was_dropped_is_read_again(archive: Path) -> None:
    read_contents(archive)
    with closing(Archive.open(archive)) as opened:
        ColumnCache(user_cache() / COLUMNS).drop(Identity.of(opened.edition, opened.stamp))
    assert _kept() == []


def test_a_folder_that_takes_nothing_is_no_fault(archive: Path) -> None:
    user_cache().mkdir(parents=True)
    (user_cache() / COLUMNS).write_text("a file where the folder would be")
    _is_of_the_rows(read_contents(archive), archive)


def test_a_full_disk_leaves_nothing_half_written(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    _is_of_the_rows(read_contents(archive), archive)
    assert list((user_cache() / COLUMNS).iterdir()) == []


def test_two_at_once_leave_one_whole_file(archive: Path) -> None:
    code = "import sys; from pathlib import Path; from timeline_app.session import contents; "
    code += "contents.read_contents(Path(sys.argv[1]))"
    both = [subprocess.Popen([sys.executable, "-c", code, str(archive)]) for _ in range(2)]
    assert [one.wait(120) for one in both] == [0, 0]
    left = sorted(one.suffix for one in (user_cache() / COLUMNS).iterdir())
    assert left == [".columns", *[".shelf"] * 3], "claims, treaties, memberships are on a shelf"
    again = read_contents(archive)
    assert _is_mapped(again)
    _is_of_the_rows(again, archive)


def test_what_changes_while_it_is_read_is_not_kept(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(opened: Archive, progress: Progress) -> RecordTable:
        records = read_records(opened, progress)
        os.utime(archive, ns=(1, 1))
        return records

    monkeypatch.setattr("timeline_app.session.contents.read_records", meanwhile)
    read_contents(archive)
    assert _kept() == []


def test_the_oldest_go_beyond_the_budget(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_contents(archive)
    (first,) = _kept()
    monkeypatch.setattr(column_cache, "MOST_BYTES", first.stat().st_size * 5 // 2)
    for n in range(3):
        copy = tmp_path / f"{n}.sqlite"
        shutil.copyfile(archive, copy)
        read_contents(copy)
    assert len(_kept()) == 2
    assert first not in _kept()
    monkeypatch.setattr(column_cache, "MOST_BYTES", 1)
    os.utime(archive)
    read_contents(archive)
    assert len(_kept()) == 1


def test_reading_can_be_stopped_and_leaves_nothing(archive: Path) -> None:
    class Stopping(Progress):
        def advance(self, rows: int) -> None:
            self.stop()
            super().advance(rows)

    with pytest.raises(StoppedError):
        read_contents(archive, Stopping())
    assert _kept() == []


def test_progress_counts_the_rows(archive: Path) -> None:
    progress = Progress()
    read_contents(archive, progress)
    assert progress.total > 2_000
    assert progress.done >= progress.total * 0.9
    assert progress.phase
