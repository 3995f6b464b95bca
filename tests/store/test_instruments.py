"""Treaties are read as they were written; damaged rows are left out."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from fixtures_archive import DATA
from timeline_app.dates.day import OPEN_FUTURE
from timeline_app.dates.edtf import parse
from timeline_app.model.instrument import OTHER, STEPS
from timeline_app.model.instrument_table import InstrumentTable
from timeline_app.store.archive import Archive
from timeline_app.store.instruments import read_instrument, read_instruments

from .spoiling import LAX, run

EAEU = "instrument-eaeu-treaty"


def read(path: Path) -> InstrumentTable:
    with closing(Archive.open(path)) as opened:
        return read_instruments(opened)


def spoilt(shipped: Path, folder: Path, *statements: str) -> InstrumentTable:
    path = folder / "spoilt.archive.sqlite"
    shutil.copy(shipped, path)
    path.chmod(0o600)
    run(path, *LAX)
    run(path, *statements)
    return read(path)


def test_every_instrument_and_step_of_the_file_is_there_with_its_days(archive: Archive) -> None:
    table = read_instruments(archive)
    lines = (DATA / "instruments.jsonl").read_text(encoding="utf-8").splitlines()
    written = {row["id"]: row for row in map(json.loads, lines)}
    assert set(table.ids) == set(written)
    for row, id in enumerate(table.ids):
        told = written[id]["steps"]
        dates = [parse(step["date"]).outer for step in told]
        codes = [STEPS.index(step["step"]) for step in told]
        wanted = sorted((c, d.first, d.last) for c, d in zip(codes, dates, strict=True))
        steps = table.steps(row)
        assert sorted((s.step, s.first, s.last) for s in steps) == wanted
        assert int(table.life.first[row]) == min(d.first for d in dates)
        assert [bool(s.by) for s in steps].count(False) == [s["party"] for s in told].count(None)


def test_instruments_stand_in_the_order_of_time(archive: Archive) -> None:
    first = read_instruments(archive).life.first.tolist()
    assert first == sorted(first)


def test_a_treaty_in_force_has_no_end_and_one_that_was_left_has(archive: Archive) -> None:
    table = read_instruments(archive)
    last = dict(zip(table.ids, table.life.last.tolist(), strict=True))
    assert last[EAEU] == OPEN_FUTURE
    assert last["instrument-manas-base"] == parse("2014-06-03").outer.last


def test_vectors_are_of_the_parties_or_else_of_the_events_that_tell_of_it(archive: Archive) -> None:
    table = read_instruments(archive)
    vectors = {id: table.life.terms["vector"].of(row) for row, id in enumerate(table.ids)}
    assert vectors[EAEU] == ("Russia",)
    assert vectors["instrument-budapest-memorandum-kazakhstan"] == ("Russia", "West")
    assert "West" in vectors["instrument-partnership-for-peace"]


def test_one_instrument_whole(archive: Archive) -> None:
    table = read_instruments(archive)
    whole = read_instrument(archive, int(table.key[table.ids.index(EAEU)]))
    assert whole is not None
    assert [party.iso3 for party in whole.parties] == ["KAZ", "KGZ", "RUS", "BLR", "ARM"]
    assert [(s.step, s.party, s.edtf) for s in whole.steps][-1] == (
        "in-force",
        "Kyrgyzstan",
        "2015-08-12",
    )
    assert all(step.sources and step.event_title for step in whole.steps)
    assert read_instrument(archive, 10_000) is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE instrument SET name = x'00' WHERE id = 'instrument-eaeu-treaty'",
        "UPDATE instrument SET id = x'07' WHERE id = 'instrument-eaeu-treaty'",
        "UPDATE instrument SET name = replace(hex(zeroblob(60000)), '0', 'x') "
        "WHERE id = 'instrument-eaeu-treaty'",
        "DELETE FROM instrument_step WHERE instrument = "
        "(SELECT key FROM instrument WHERE id = 'instrument-eaeu-treaty')",
    ],
)
def test_a_damaged_instrument_is_left_out_and_the_others_stay(
    statement: str, shipped_archive: Path, tmp_path: Path
) -> None:
    found = spoilt(shipped_archive, tmp_path, statement)
    assert EAEU not in found.ids
    assert len(found) == len(read(shipped_archive)) - 1


@pytest.mark.parametrize(
    "change",
    [
        "outer_first = 'soon'",
        "outer_first = outer_last + 1",
        "n = NULL",
        "step = ''",
        "edtf = x'05'",
    ],
)
def test_a_damaged_step_is_left_out_and_the_others_stay(
    change: str, shipped_archive: Path, tmp_path: Path
) -> None:
    where = (
        "(SELECT key FROM instrument WHERE id = 'instrument-eaeu-treaty') AND edtf = '2014-05-29'"
    )
    found = spoilt(
        shipped_archive,
        tmp_path,
        f"UPDATE instrument_step SET {change} WHERE instrument = {where}",
    )
    assert len(found.steps(found.ids.index(EAEU))) == 4


def test_a_step_that_we_do_not_know_is_another_one(shipped_archive: Path, tmp_path: Path) -> None:
    found = spoilt(shipped_archive, tmp_path, "UPDATE instrument_step SET step = 'initialled'")
    assert set(found.step.tolist()) == {OTHER}


def test_an_archive_without_instruments_has_none(shipped_archive: Path, tmp_path: Path) -> None:
    found = spoilt(shipped_archive, tmp_path, "DELETE FROM instrument")
    assert len(found) == 0


def test_the_file_is_as_the_test_thinks(shipped_archive: Path) -> None:
    with closing(sqlite3.connect(f"file:{shipped_archive}?mode=ro", uri=True)) as connection:
        steps = connection.execute("SELECT count(*) FROM instrument_step").fetchone()[0]
    assert steps == sum(len(read(shipped_archive).steps(row)) for row in range(80))
