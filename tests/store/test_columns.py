"""The columns of an archive say what its rows say."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.model.event_table import APPROXIMATE, DISPUTED, UNCERTAIN
from timeline_app.model.fold import fold
from timeline_app.model.record_table import HAND_CURATED, RecordTable
from timeline_app.store import row_stream
from timeline_app.store.archive import Archive
from timeline_app.store.columns import read_records
from timeline_app.store.event_rows import SOUND
from timeline_app.store.schema import BY_NAME
from timeline_app.store.typed_rows import columns_of, fault_of

from .spoiling import LAX, run


@pytest.fixture(scope="module")
def records(archive: Archive) -> RecordTable:
    return read_records(archive)


@pytest.fixture(scope="module")
def plain(shipped_archive: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{shipped_archive}?mode=ro", uri=True)) as connection:
        yield connection


def test_every_record_is_there_with_its_days(
    records: RecordTable, plain: sqlite3.Connection
) -> None:
    rows = plain.execute(
        "SELECT key, occurrence, outer_first, outer_last, importance FROM event ORDER BY key"
    ).fetchall()
    columns = (records.key, records.occurrence, records.first, records.last, records.importance)
    assert list(zip(*(c.tolist() for c in columns), strict=True)) == rows
    assert len(rows) > 2000


def test_inner_spans_are_absent_where_the_archive_has_none(
    records: RecordTable, plain: sqlite3.Connection
) -> None:
    inner = [
        (first, last) if first is not None else None
        for first, last in plain.execute("SELECT inner_first, inner_last FROM event ORDER BY key")
    ]
    spans = zip(records.inner_first.tolist(), records.inner_last.tolist(), strict=True)
    assert [(a, b) if a <= b else None for a, b in spans] == inner


def test_doubt_follows_from_the_qualifiers(records: RecordTable, plain: sqlite3.Connection) -> None:
    written = plain.execute("SELECT qualifiers FROM event ORDER BY key")
    flags = [
        APPROXIMATE * ("~" in q or "%" in q) | UNCERTAIN * ("?" in q or "%" in q)
        for (q,) in written
    ]
    assert records.doubt.tolist() == flags
    assert any(flags)


@pytest.mark.parametrize(
    ("column", "select"),
    [
        ("vector", "SELECT event, vector FROM event_vector"),
        ("kind", "SELECT key, kind FROM event"),
        ("layer", "SELECT key, layer FROM event"),
        ("verified", "SELECT key, iif(verified, 'yes', 'no') FROM event"),
        ("place", "SELECT event, id FROM event_place JOIN place ON place.key = place"),
        ("actor", "SELECT event, id FROM event_actor JOIN actor ON actor.key = actor"),
        (
            "state",
            "SELECT event, iso3 FROM event_actor JOIN actor ON actor.key = actor "
            "WHERE type = 'state' AND iso3 <> ''",
        ),
        (
            "organisation",
            "SELECT event, id FROM event_actor JOIN actor ON actor.key = actor "
            "WHERE type = 'organisation'",
        ),
        (
            "source",
            "SELECT record, publisher FROM citation JOIN source ON source.key = citation.source",
        ),
    ],
)
def test_terms_are_those_of_the_rows(
    records: RecordTable, plain: sqlite3.Connection, column: str, select: str
) -> None:
    codes = records.terms[column]
    entries = zip(records.key[codes.rows].tolist(), codes.codes.tolist(), strict=True)
    held = [(key, codes.terms[code].id) for key, code in entries]
    assert len(held) == len(set(held))
    assert set(held) == set(plain.execute(select))


def test_every_term_is_held_by_a_record_and_has_words(records: RecordTable) -> None:
    for column, codes in records.terms.items():
        assert set(codes.codes.tolist()) == set(range(len(codes.terms))), column
        assert all(term.label for term in codes.terms)


def test_hand_curated_layers_stand_before_the_machine_coded(records: RecordTable) -> None:
    standing = dict(zip(records.layers, records.standing, strict=True))
    assert standing["curated-1"] == standing["curated-2"] == HAND_CURATED
    assert standing["seed"] > HAND_CURATED
    assert all(standing[layer] > standing["seed"] for layer in ("us-visits", "unga-votes"))


def test_what_sources_disagree_on_is_marked_in_every_record_of_it(
    records: RecordTable, plain: sqlite3.Connection
) -> None:
    told: dict[tuple[int, str], set[str]] = {}
    for occurrence, field, value in plain.execute(
        "SELECT occurrence, field, value FROM assertion JOIN event ON event.key = event"
    ):
        told.setdefault((occurrence, field), set()).add(value)
    disputed = {occurrence for (occurrence, _), values in told.items() if len(values) > 1}
    held = records.terms["evidence"].holding({DISPUTED})
    assert set(records.occurrence[held].tolist()) == disputed
    assert held.tolist() == np.isin(records.occurrence, sorted(disputed)).tolist()
    shown = fold(records, frozenset(records.layers))
    assert set(shown.occurrence[shown.disputed(np.arange(len(shown)))].tolist()) == disputed


def test_each_record_says_how_many_publishers_stand_behind_it(
    records: RecordTable, plain: sqlite3.Connection
) -> None:
    evidence = records.terms["evidence"]
    behind = [n for (n,) in plain.execute("SELECT min(publishers, 2) FROM event ORDER BY key")]
    for n, term in enumerate(("none", "one", "several")):
        assert evidence.holding({term}).tolist() == [each == n for each in behind]


@pytest.mark.parametrize(("stretch", "cores"), [(2, 1), (7, 1), (50, 3)])
def test_columns_are_the_same_however_the_rows_are_shared(
    archive: Archive,
    records: RecordTable,
    monkeypatch: pytest.MonkeyPatch,
    stretch: int,
    cores: int,
) -> None:
    monkeypatch.setattr(row_stream, "STRETCH", stretch)
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    again = read_records(archive)
    assert np.array_equal(again.key, records.key)
    for days in ("first", "last", "inner_first", "inner_last", "known_from", "occurrence"):
        assert np.array_equal(getattr(again, days), getattr(records, days)), days
    for name, codes in records.terms.items():
        assert again.terms[name].terms == codes.terms
        assert np.array_equal(again.terms[name].codes, codes.codes), name
        assert np.array_equal(again.terms[name].rows, codes.rows), name


def test_links_of_what_is_gone_are_left_out(
    shipped_archive: Path, records: RecordTable, tmp_path: Path
) -> None:
    thinned = tmp_path / "thinned.archive.sqlite"
    shutil.copy(shipped_archive, thinned)
    with closing(sqlite3.connect(thinned)) as connection, connection:
        connection.execute("DELETE FROM event WHERE key % 3 = 0")
    with closing(Archive.open(thinned)) as opened:
        left = read_records(opened)
    kept = records.key % 3 > 0
    assert np.array_equal(left.key, records.key[kept])
    for name in ("actor", "place", "source", "vector"):
        before, after = records.terms[name], left.terms[name]
        held = [before.of(row) for row in np.flatnonzero(kept).tolist()]
        assert [after.of(row) for row in range(len(left))] == held, name


_DAY = st.sampled_from((-(2**61), 2**61, 2**61 + 1, 0)) | st.integers(-(2**61), 2**61)
_ODD = st.none() | st.sampled_from((0, 1, 2, 1.0, 0.5, "1", "", b"1", b"", 2**53, 2**53 + 1, -1e18))
_EVENT = columns_of(BY_NAME["event"])


@st.composite
def _event_rows(draw: st.DrawFn) -> dict[str, Any]:
    """An event whose days stand in order, most often, with an odd value here and there."""
    first, inner_first, inner_last, last = sorted(draw(_DAY) for _ in range(4))
    row: dict[str, Any] = {column.name: "" if column.type is str else 1 for column in _EVENT}
    row |= {"outer_first": first, "outer_last": last, "known_from": draw(st.none() | _DAY)}
    inner = (None, None) if draw(st.booleans()) else (inner_first, inner_last)
    row |= dict(zip(("inner_first", "inner_last"), inner, strict=True))
    numbers = [column.name for column in _EVENT if column.type is not str]
    how = draw(st.sampled_from(("of another type", "in another order", "odd")))
    if how == "in another order":
        days = "outer_first", "inner_first", "inner_last", "outer_last"
        return row | dict(zip(days, draw(st.permutations([row[day] for day in days])), strict=True))
    if how == "of another type":
        name = draw(st.sampled_from(numbers))
        return row | {name: draw(st.sampled_from((float, str)))(row[name] or 0)}
    odd = st.dictionaries(st.sampled_from([*numbers, "title", "more"]), _ODD | _DAY, max_size=2)
    return row | draw(odd)


@settings(max_examples=500)
@given(_event_rows())
def test_sql_says_of_an_event_what_its_columns_say(row: dict[str, Any]) -> None:
    typed = fault_of(_EVENT, list(row.values())) == ""
    days = [row[name] for name in ("outer_first", "inner_first", "inner_last", "outer_last")]
    inner = days if days[1] is not None else [days[0], days[3]]
    paired = (days[1] is None) == (days[2] is None)
    named = ", ".join(f'? AS "{name}"' for name in row)
    with closing(sqlite3.connect(":memory:")) as memory:
        select = f"SELECT ({SOUND}) FROM (SELECT {named}) AS event"
        (sound,) = memory.execute(select, list(row.values())).fetchone()
    assert bool(sound) == (typed and paired and inner == sorted(inner))


@pytest.mark.parametrize(
    "column", [c.name for c in _EVENT if c.type is not str and c.name != "key"]
)
def test_events_that_hold_a_whole_number_as_another_are_left_out(
    shipped_archive: Path, records: RecordTable, tmp_path: Path, column: str
) -> None:
    spoilt = tmp_path / "spoilt.archive.sqlite"
    shutil.copy(shipped_archive, spoilt)
    typed, free = f'"{column}" INTEGER', f'"{column}" BLOB'
    change = "UPDATE sqlite_master SET sql = replace(sql, '{}', '{}') WHERE name = 'event'"
    run(spoilt, *LAX, change.format(typed, free))
    more = 5 if column == "publishers" else 0  # of which none is told beyond the second
    run(spoilt, f"UPDATE event SET {column} = {column} + {more}.0 WHERE key % 7 = 0")
    run(spoilt, LAX[0], change.format(free, typed))
    with closing(sqlite3.connect(spoilt)) as plain:
        other = f"SELECT key FROM event WHERE typeof({column}) = 'real'"
        gone = [key for (key,) in plain.execute(other)]
    with closing(Archive.open(spoilt)) as opened:
        left = read_records(opened)
    assert gone
    assert left.key.tolist() == records.key[~np.isin(records.key, gone)].tolist()


@pytest.mark.parametrize("column", ["event", "n", "actor"])
def test_links_that_are_no_whole_numbers_are_left_out(
    shipped_archive: Path, tmp_path: Path, column: str
) -> None:
    spoilt = tmp_path / "spoilt.archive.sqlite"
    shutil.copy(shipped_archive, spoilt)
    odd = ("'x'", "x'31'", f"{column} + 0.5", "NULL", "2e18", "''")
    chosen = " ".join(f"WHEN {n} THEN {value}" for n, value in enumerate(odd))
    change = (
        f"UPDATE OR IGNORE event_actor SET {column} = CASE rowid / 5 % 9 {chosen} ELSE {column} END"
    )
    run(spoilt, *LAX)
    run(spoilt, f"{change} WHERE rowid % 5 = 0")
    with closing(Archive.open(spoilt)) as opened:
        actors = read_records(opened)
    names = "event", "n", "actor"
    whole = " AND ".join(f"typeof({name}) = 'integer' AND {name} <= 1 << 53" for name in names)
    held = actors.terms["actor"]
    entries = zip(actors.key[held.rows].tolist(), held.codes.tolist(), strict=True)
    with closing(sqlite3.connect(spoilt)) as plain:
        wanted = plain.execute(
            f"SELECT event, id FROM event_actor JOIN actor ON actor.key = actor WHERE {whole}"
        ).fetchall()
    assert {(key, held.terms[code].id) for key, code in entries} == set(wanted)
    assert len(set(wanted)) > len(actors)
