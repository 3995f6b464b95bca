"""Links that are read three numbers in one are those that are read plainly."""

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline_app.model.record_table import RecordTable
from timeline_app.store.archive import Archive
from timeline_app.store.column_links import LINKS
from timeline_app.store.columns import read_records
from timeline_app.store.link_rows import Link, Packed, UnlikeError
from timeline_app.store.row_stream import Ends, Readable, Stretch
from timeline_app.store.typed_rows import MOST_LINKED

from .spoiling import LAX, run

_MADE = """
    CREATE TABLE event (key INTEGER PRIMARY KEY);
    CREATE TABLE actor (key INTEGER PRIMARY KEY);
    CREATE TABLE event_actor (event, n, actor);
    CREATE INDEX by_event ON event_actor (event, n);
"""
_ACTORS = LINKS[0]
_EVENTS, _NUMBERS = 9, 5
Row = tuple[Any, Any, Any]


@pytest.fixture(scope="module")
def memory() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.executescript(_MADE)
        yield connection


def _fill(
    memory: sqlite3.Connection, rows: Sequence[Row], events: Ends, numbers: Ends = (1, _NUMBERS)
) -> None:
    for table, ends in (("event", events), ("actor", numbers)):
        memory.execute(f"DELETE FROM {table}")
        memory.executemany(f"INSERT INTO {table} VALUES (?)", [(end,) for end in {*ends}])
    memory.execute("DELETE FROM event_actor")
    memory.executemany("INSERT INTO event_actor VALUES (?, ?, ?)", rows)


def _pairs(found: Sequence[Stretch]) -> list[tuple[int, int]]:
    return [
        pair
        for some in found
        for pair in zip(some["linked"].tolist(), some["number"].tolist(), strict=True)
    ]


def _packed(memory: sqlite3.Connection) -> list[tuple[int, int]] | None:
    """What is read in one number each; None where it is told that it cannot be."""
    rows, ends = _ACTORS.asked(memory)
    if not isinstance(rows, Packed):
        return None
    try:
        return _pairs(list(rows.apart(iter(rows.read(memory, ends)))))
    except UnlikeError:
        return None


def _plain(memory: sqlite3.Connection) -> list[tuple[int, int]]:
    rows: Readable = _ACTORS.plain()
    # What lies beyond all events, or stands for nothing, is left out by who reads either way.
    return _pairs(rows.read(memory, (-(2**53), 2**53)))


_ODD = st.sampled_from(
    (None, 0, -1, 1.0, 2.0, 0.5, "1", "2", "x", "", b"1", b"", 2**53, 2**53 + 1, 2**62, 1e18)
) | st.sampled_from((MOST_LINKED, 2 * MOST_LINKED, 2**14, float("inf"), _NUMBERS + 1, 8, -8191))
_TIDY = st.builds(
    sorted,
    st.lists(
        st.tuples(st.integers(0, _EVENTS), st.integers(0, MOST_LINKED), st.integers(1, _NUMBERS)),
        max_size=30,
        unique_by=lambda row: row[:2],
    ),
)


@given(_TIDY)
def test_links_in_order_are_read_in_one_number_each(
    memory: sqlite3.Connection, rows: list[Row]
) -> None:
    _fill(memory, rows, (0, _EVENTS))
    assert _packed(memory) == _plain(memory) == [(event, number) for event, _, number in rows]


@settings(max_examples=500)
@given(_TIDY, st.data())
def test_what_is_odd_is_told_or_read_as_it_is_plainly(
    memory: sqlite3.Connection, rows: list[Row], data: st.DataObject
) -> None:
    changed = [list(row) for row in rows]
    for row in data.draw(
        st.lists(st.sampled_from(changed), max_size=2) if changed else st.just([])
    ):
        row[data.draw(st.integers(0, 2))] = data.draw(_ODD)
    if data.draw(st.booleans()):
        changed = data.draw(st.permutations(changed))
    _fill(memory, [(a, b, c) for a, b, c in changed], (0, _EVENTS))
    assert _packed(memory) in (None, _plain(memory))


@given(st.integers(-(2**53), 2**53), st.integers(-(2**53), 2**53))
@example(2**25, 2**24 - 1)
@example(2**25 - 1, 2**25 - 1)
def test_however_large_the_numbers_of_records_are(
    memory: sqlite3.Connection, event: int, number: int
) -> None:
    _fill(memory, [(event, MOST_LINKED, number)], (event, event), (number, number))
    fits = min(event, number) >= 0 and event.bit_length() + number.bit_length() <= 50
    assert isinstance(_ACTORS.asked(memory)[0], Packed) == fits
    assert _packed(memory) == ([(event, number)] if fits else None)
    assert _plain(memory) == [(event, number)]


@pytest.mark.parametrize("place", range(3))
def test_a_text_is_no_number_though_its_column_would_make_one_of_it(
    tmp_path: Path, place: int
) -> None:
    made = tmp_path / "typed.sqlite"
    rows: list[list[Any]] = [[1, 1, 1], [2, 1, 3], [3, 1, 2]]
    rows[1][place] = str(rows[1][place])
    with closing(sqlite3.connect(made, isolation_level=None)) as connection:
        connection.executescript(_MADE)
        _fill(connection, [(a, b, c) for a, b, c in rows], (1, _EVENTS))
        connection.execute("PRAGMA writable_schema = ON")
        typed = "replace(sql, '(event, n, actor)', '(event INTEGER, n INTEGER, actor INTEGER)')"
        connection.execute(f"UPDATE sqlite_master SET sql = {typed} WHERE type = 'table'")
    with closing(sqlite3.connect(made)) as connection:
        assert _packed(connection) is None
        assert _plain(connection) == [(1, 1), (3, 2)]


@pytest.mark.parametrize("link", LINKS, ids=lambda link: link.table)
def test_tables_of_an_archive_are_written_in_the_order_of_events(
    shipped_archive: Path, link: Link
) -> None:
    with (
        closing(Archive.open(shipped_archive)) as archive,
        archive.reading() as connection,
    ):
        rows, ends = link.asked(connection)
        assert isinstance(rows, Packed)
        found = list(rows.apart(iter(rows.read(connection, ends))))
        plain = link.plain().read(connection, (-(2**53), 2**53))
    assert _pairs(found) == _pairs(plain)
    assert _pairs(found)


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE {table} SET rowid = -rowid",
        "UPDATE {table} SET rowid = rowid << 40",
        "UPDATE {table} SET rowid = 1000003 + (rowid * 7919) % 1000003",
        "UPDATE {table} SET n = n + 1000000",
        "UPDATE {table} SET n = n - 1000000",
        "INSERT INTO {table} ({event}, n, {rest}) SELECT 1 << 52, rowid, {rest} FROM {table}",
        "INSERT INTO {table} ({event}, n, {rest}) SELECT -1, rowid + 0.5, {rest} FROM {table}",
    ],
)
def test_links_in_any_order_make_the_same_columns(
    shipped_archive: Path, tmp_path: Path, spoil: str
) -> None:
    spoilt = tmp_path / "spoilt.archive.sqlite"
    shutil.copy(shipped_archive, spoilt)
    run(spoilt, *LAX)
    for link in LINKS:
        with closing(sqlite3.connect(spoilt)) as plain:
            columns = [row[1] for row in plain.execute(f"PRAGMA table_info({link.table})")]
        rest = ", ".join(name for name in columns if name not in ("n", link.event))
        run(spoilt, spoil.format(table=link.table, event=link.event, rest=rest))
    _same_links(_read(spoilt), _read(shipped_archive))


def _read(path: Path) -> RecordTable:
    with closing(Archive.open(path)) as archive:
        return read_records(archive)


def _same_links(one: RecordTable, other: RecordTable) -> None:
    for name, codes in one.terms.items():
        assert codes.terms == other.terms[name].terms, name
        assert np.array_equal(codes.codes, other.terms[name].codes), name
        assert np.array_equal(codes.rows, other.terms[name].rows), name
