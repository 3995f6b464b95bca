"""Memberships are read as they were written; damaged rows are left out."""

import csv
import shutil
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from fixtures_archive import DATA
from timeline_app.dates.day import OPEN_FUTURE
from timeline_app.dates.edtf import parse
from timeline_app.model.membership_table import MembershipTable
from timeline_app.store.archive import Archive
from timeline_app.store.memberships import read_memberships

from .spoiling import LAX, run


def read(path: Path) -> MembershipTable:
    with closing(Archive.open(path)) as opened:
        return read_memberships(opened)


def spoilt(shipped: Path, folder: Path, *statements: str) -> MembershipTable:
    path = folder / "spoilt.archive.sqlite"
    shutil.copy(shipped, path)
    path.chmod(0o600)
    run(path, *LAX)
    run(path, *statements)
    return read(path)


def test_every_row_of_the_file_is_there(shipped_archive: Path) -> None:
    table = read(shipped_archive)
    with (DATA / "memberships.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    told = sorted((r["state"], r["start"], r["end"], r["status"], r["source"]) for r in rows)
    found = sorted(
        (table.states[state].id, begun, ended, status, source)
        for state, (begun, ended, status, _, source) in zip(table.state, table.texts, strict=True)
    )
    assert found == told


def test_days_follow_from_the_dates(shipped_archive: Path) -> None:
    table = read(shipped_archive)
    for row, (begun, ended, *_) in enumerate(table.texts):
        assert table.from_first[row] == parse(begun).outer.first
        assert table.to_last[row] == (parse(ended).outer.last if ended else OPEN_FUTURE)


def test_the_source_ends_where_it_says_so_and_not_the_membership(shipped_archive: Path) -> None:
    table = read(shipped_archive)
    until = parse("2014").outer.last
    cow = np.array(["data end in 2014" in source for *_, source in table.texts])
    censored = table.to_last == OPEN_FUTURE
    assert set(table.known_to[cow & censored].tolist()) == {until}
    assert set(table.known_to[~cow].tolist()) == {OPEN_FUTURE}


def test_observers_and_partners_are_no_full_members(shipped_archive: Path) -> None:
    table = read(shipped_archive)
    said = {(text[2], bool(full)) for text, full in zip(table.texts, table.full, strict=True)}
    assert ("full", True) in said
    assert {("observer", False), ("dialogue partner", False), ("partner", False)} <= said


@pytest.mark.parametrize(
    "change",
    [
        "from_first = 'once'",
        "from_first = from_last + 1",
        "to_first = 2400000, to_last = 2400001, to_is_censored = 0",
        "to_is_censored = 0",
        "known_to = 'some day'",
        "known_to = '1890'",
        "status = NULL",
        "state = 99999",
        "source = x'ff'",
    ],
)
def test_a_damaged_row_is_left_out_and_the_others_stay(
    change: str, shipped_archive: Path, tmp_path: Path
) -> None:
    whole = read(shipped_archive)
    key = int(whole.key[whole.known_to != OPEN_FUTURE][0])
    found = spoilt(shipped_archive, tmp_path, f"UPDATE membership SET {change} WHERE key = {key}")
    assert set(whole.key.tolist()) - set(found.key.tolist()) == {key}


def test_an_archive_without_memberships_has_none(shipped_archive: Path, tmp_path: Path) -> None:
    assert len(spoilt(shipped_archive, tmp_path, "DELETE FROM membership")) == 0
