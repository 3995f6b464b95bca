"""Claims that were kept beside the columns are those of the rows."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from timeline_app.model.claim_table import ClaimTable
from timeline_app.model.event_table import EventTable
from timeline_app.places import user_cache
from timeline_app.session.contents import read_contents
from timeline_app.store import column_file
from timeline_app.store.archive import Archive
from timeline_app.store.claim_parts import apart, together
from timeline_app.store.claims import read_claims
from timeline_app.store.column_cache import COLUMNS

DAYS = [
    one.name for one in fields(EventTable) if one.name not in ("terms", "known_orders", "shelf")
]
OWN = [one.name for one in fields(ClaimTable) if one.name != "said"]


@pytest.fixture
def archive(shipped_archive: Path, tmp_path: Path) -> Path:
    path = tmp_path / "some.archive.sqlite"
    shutil.copyfile(shipped_archive, path)
    return path


def _of_rows(path: Path) -> ClaimTable:
    with closing(Archive.open(path)) as archive:
        return read_claims(archive)


def _same(one: ClaimTable, other: ClaimTable) -> None:
    assert len(one) == len(other) > 100
    for name in OWN:
        assert np.array_equal(getattr(one, name), getattr(other, name)), name
    for name in DAYS:
        assert np.array_equal(getattr(one.said, name), getattr(other.said, name)), name
    assert [*one.said.terms] == [*other.said.terms]
    for name, codes in one.said.terms.items():
        assert codes.terms == other.said.terms[name].terms
        assert np.array_equal(codes.rows, other.said.terms[name].rows)
        assert np.array_equal(codes.codes, other.said.terms[name].codes)


def _never(*_: object) -> ClaimTable:
    raise AssertionError("rows were read")


def test_there_and_back(archive: Path) -> None:
    claims = _of_rows(archive)
    _same(together(apart(claims)), claims)


def test_the_second_opening_reads_no_claim(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read_contents(archive)
    monkeypatch.setattr("timeline_app.store.claim_parts.read_claims", _never)
    again = read_contents(archive)
    _same(again.claims, first.claims)
    assert again.claims_unread == first.claims_unread
    monkeypatch.undo()
    _same(again.claims, _of_rows(archive))


def test_claims_of_a_changed_archive_are_read_again(archive: Path) -> None:
    before = read_contents(archive).claims
    with closing(sqlite3.connect(archive)) as file, file:
        file.execute("UPDATE claim SET outer_first = outer_first - 9 WHERE key % 2 = 0")
    after = read_contents(archive).claims
    _same(after, _of_rows(archive))
    assert not np.array_equal(after.said.first, before.said.first)


@pytest.mark.parametrize("part", ["own/verdict", "said/first", "codes/speaker/codes"])
def test_parts_that_do_not_fit_each_other_are_read_again(archive: Path, part: str) -> None:
    read_contents(archive)
    found = 0
    for file in (user_cache() / COLUMNS).glob("*.shelf"):
        told, arrays = column_file.read(file)
        if part in arrays:
            column_file.write(file, told, arrays | {part: arrays[part][:-1]})
            found += 1
    assert found == 1
    _same(read_contents(archive).claims, _of_rows(archive))


def test_an_archive_that_nobody_claims_anything_in_keeps_nothing_of_it(archive: Path) -> None:
    with closing(sqlite3.connect(archive)) as file, file:
        file.execute("DELETE FROM claim")
    assert not len(read_contents(archive).claims)
    assert not [*(user_cache() / COLUMNS).glob("*.shelf")]
