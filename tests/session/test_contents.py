"""What stands beside the events and was kept is what the rows say."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.same_tables import same_tables
from timeline_app.places import user_cache
from timeline_app.session import contents
from timeline_app.session.contents import read_contents
from timeline_app.store import claim_parts, column_file, instrument_parts, membership_parts
from timeline_app.store.archive import Archive
from timeline_app.store.claims import read_claims
from timeline_app.store.column_cache import COLUMNS
from timeline_app.store.instruments import read_instruments
from timeline_app.store.memberships import read_memberships


class Beside(NamedTuple):
    """A table beside the events: who reads its rows, who keeps it, what changes one in two rows,
    and an array of it."""

    table: str
    held: str
    read: Callable[[Archive], Any]
    kept_by: Any
    change: str
    part: str


BESIDE = (
    Beside(
        "claim", "claims", read_claims, claim_parts,
        "UPDATE claim SET outer_first = outer_first - 9 WHERE key % 2 = 0",
        "codes/speaker/codes",
    ),
    Beside(
        "instrument", "instruments", read_instruments, instrument_parts,
        "UPDATE instrument SET name = name || '!' WHERE key % 2 = 0",
        "own/step_doubt",
    ),
    Beside(
        "membership", "memberships", read_memberships, membership_parts,
        "UPDATE membership SET known_from = 12000 WHERE key % 2 = 0",
        "own/known_to",
    ),
)  # fmt: skip
EACH = pytest.mark.parametrize("of", BESIDE, ids=lambda of: of.table)


@pytest.fixture
def path(shipped_archive: Path, tmp_path: Path) -> Path:
    path = tmp_path / "some.archive.sqlite"
    shutil.copyfile(shipped_archive, path)
    return path


def _of_rows(path: Path, of: Beside) -> Any:
    with closing(Archive.open(path)) as archive:
        return of.read(archive)


def _never(*_: object) -> None:
    raise AssertionError("rows were read")


@EACH
def test_the_second_opening_reads_no_row(
    path: Path, of: Beside, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = read_contents(path)
    monkeypatch.setattr(of.kept_by, of.read.__name__, _never)
    monkeypatch.setattr(contents, of.read.__name__, _never)
    again = read_contents(path)
    assert len(getattr(again, of.held))
    same_tables(getattr(again, of.held), getattr(first, of.held))
    assert again.claims_unread == first.claims_unread
    monkeypatch.undo()
    same_tables(getattr(again, of.held), _of_rows(path, of))


@EACH
def test_those_of_a_changed_archive_are_read_again(path: Path, of: Beside) -> None:
    before = getattr(read_contents(path), of.held)
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(of.change)
    after = getattr(read_contents(path), of.held)
    same_tables(after, _of_rows(path, of))
    with pytest.raises(AssertionError):
        same_tables(after, before)


@EACH
def test_parts_that_do_not_fit_each_other_are_read_again(path: Path, of: Beside) -> None:
    read_contents(path)
    found = 0
    for file in (user_cache() / COLUMNS).glob("*.shelf"):
        told, arrays = column_file.read(file)
        if of.part in arrays:
            column_file.write(file, told, arrays | {of.part: arrays[of.part][:-1]})
            found += 1
    assert found == 1
    same_tables(getattr(read_contents(path), of.held), _of_rows(path, of))


def test_an_archive_that_holds_none_of_it_keeps_nothing(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file, file:
        for of in BESIDE:
            file.execute(f"DELETE FROM {of.table}")
    found = read_contents(path)
    assert not any(len(getattr(found, of.held)) for of in BESIDE)
    assert not [*(user_cache() / COLUMNS).glob("*.shelf")]
