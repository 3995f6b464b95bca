"""Events that are read in words are those that are read column by column."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline_app.store.event_rows import Events, events
from timeline_app.store.row_stream import Rows, Stretch
from timeline_app.store.schema import BY_NAME
from timeline_app.store.typed_rows import LONGEST_TEXT, MOST_LINKED, columns_of

_COLUMNS = columns_of(BY_NAME["event"])
_NAMES = tuple(column.name for column in _COLUMNS)
_FREE = ", ".join(f'"{name}"' for name in _NAMES[1:])
_TYPED = ", ".join(f'"{c.name}" {"TEXT" if c.type is str else "INTEGER"}' for c in _COLUMNS[1:])
_MADE = f"""
    CREATE TABLE event ("key" INTEGER PRIMARY KEY, {_FREE});
    CREATE TABLE layer (id PRIMARY KEY);
    CREATE TABLE kind (id PRIMARY KEY);
    CREATE TABLE occurrence (key INTEGER PRIMARY KEY);
"""
_NAMED = ("", "a", "b")
_MOST = 9
_NEVER = Rows("is not asked", (), ("key",))
Row = dict[str, Any]

_DAYS = "outer_first", "inner_first", "inner_last", "outer_last", "known_from"
_ROW: Row = {c.name: "" if c.type is str else 2**21 if c.name in _DAYS else 1 for c in _COLUMNS}


@pytest.fixture(scope="module")
def memory() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.executescript(_MADE)
        yield connection


def _fill(connection: sqlite3.Connection, rows: Sequence[Row], *, layers: int = 1) -> None:
    """These events, and what they are joined to; the row numbers of layers begin with that."""
    for table in ("event", "layer", "kind", "occurrence"):
        connection.execute(f"DELETE FROM {table}")
    for table, first in (("layer", layers), ("kind", 1)):
        numbered = [(first + n, name) for n, name in enumerate(_NAMED)]
        connection.executemany(f"INSERT INTO {table} (rowid, id) VALUES (?, ?)", numbered)
    connection.executemany("INSERT INTO occurrence VALUES (?)", [(n,) for n in range(3 * _MOST)])
    holes = ", ".join("?" * len(_NAMES))
    values = [[row[name] for name in _NAMES] for row in rows]
    connection.executemany(f"INSERT INTO event VALUES ({holes})", values)


def _listed(asked: Events, found: Sequence[Stretch]) -> list[dict[str, int]]:
    return [
        dict(zip(some, row, strict=True))
        for some in map(asked.apart, found)
        for row in zip(*(column.tolist() for column in some.values()), strict=True)
    ]


def _singly(asked: Events, connection: sqlite3.Connection) -> list[dict[str, int]]:
    return _listed(asked, asked.singly.read(connection, (0, 2**53)))


_DAY = st.integers(2**21, 2**21 + 2**20 - 1)


@st.composite
def _plain(draw: st.DrawFn, key: int) -> Row:
    """An event as nearly all are."""
    days = sorted(draw(_DAY) for _ in range(4))
    inner = days[1:3] if draw(st.booleans()) else (None, None)
    told: Row = {c.name: draw(st.sampled_from(_NAMED)) for c in _COLUMNS if c.type is str}
    return told | {
        "key": key,
        "occurrence": draw(st.integers(0, 3 * _MOST - 1)),
        "outer_first": days[0],
        "outer_last": days[3],
        "inner_first": inner[0],
        "inner_last": inner[1],
        "qualifiers": draw(st.sampled_from(("", "~", "?", "%", "a"))),
        "verified": draw(st.integers(0, 1)),
        "importance": draw(st.integers(-300, 300)),
        "publishers": draw(st.integers(0, MOST_LINKED)),
        "known_from": draw(st.none() | _DAY),
    }


_TIDY = st.integers(0, _MOST).flatmap(lambda n: st.tuples(*(_plain(key) for key in range(n))))
_FAR = (2**21 - 1, 2**22, 2**13, 2**53, 2**53 + 1, 10**9, -(10**9), 10**9 + 1, 2**61, -(2**61))
_ODD = st.none() | st.sampled_from((0, 1, 2, -1, 1.0, 2.0**21, 0.5, "1", "", b"1", b"", *_FAR))


@given(_TIDY)
def test_plain_events_are_read_in_words(memory: sqlite3.Connection, rows: tuple[Row, ...]) -> None:
    _fill(memory, rows)
    asked, ends = events(memory)
    found = _listed(asked, replace(asked, singly=_NEVER).read(memory, ends))
    assert found == _singly(asked, memory)
    assert [row["record"] for row in found] == [row["key"] for row in rows]


@settings(max_examples=500)
@given(_TIDY, st.data())
def test_what_is_odd_is_read_as_it_is_singly(
    memory: sqlite3.Connection, rows: tuple[Row, ...], data: st.DataObject
) -> None:
    changed = [dict(row) for row in rows]
    for row in data.draw(st.lists(st.sampled_from(changed), max_size=2) if rows else st.just([])):
        row[data.draw(st.sampled_from(_NAMES[1:]))] = data.draw(_ODD)
    _fill(memory, changed)
    asked, ends = events(memory)
    assert asked.words
    assert _listed(asked, asked.read(memory, ends)) == _singly(asked, memory)


@pytest.mark.parametrize("column", [n for n in _NAMES if n not in ("key", "layer", "kind")])
def test_what_its_column_would_make_another_of_is_no_text_and_no_number(
    tmp_path: Path, column: str
) -> None:
    made = tmp_path / "typed.sqlite"
    odd = 1 if _ROW[column] == "" else str(_ROW[column])
    with closing(sqlite3.connect(made, isolation_level=None)) as connection:
        connection.executescript(_MADE)
        _fill(connection, [_ROW, _ROW | {"key": 2, column: odd}, _ROW | {"key": 3}])
        connection.execute("PRAGMA writable_schema = ON")
        typed = "UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE name = 'event'"
        connection.execute(typed, (_FREE, _TYPED))
    with closing(sqlite3.connect(made)) as connection:
        asked, ends = events(connection)
        assert asked.words
        found = _listed(asked, asked.read(connection, ends))
        assert [one["record"] for one in found] == [1, 3]
        assert found == _singly(asked, connection)


class _Failing:
    """A connection whose first statement fails like that."""

    def __init__(self, connection: sqlite3.Connection, error: Exception) -> None:
        self._connection, self._errors = connection, [error]

    def execute(self, *asked: Any) -> sqlite3.Cursor:
        if self._errors:
            raise self._errors.pop()
        return self._connection.execute(*asked)


def test_what_is_too_long_to_be_read_in_words_is_read_singly(memory: sqlite3.Connection) -> None:
    _fill(memory, [_ROW])
    asked, ends = events(memory)
    failing = _Failing(memory, sqlite3.DataError("string or blob too big"))
    found = asked.read(cast("sqlite3.Connection", failing), ends)
    assert _listed(asked, found) == _singly(asked, memory)


@pytest.mark.parametrize("error", [sqlite3.DatabaseError, sqlite3.OperationalError])
def test_what_is_damaged_or_stopped_is_not_read_again(
    memory: sqlite3.Connection, error: type[Exception]
) -> None:
    _fill(memory, [_ROW])
    asked, ends = events(memory)
    with pytest.raises(error):
        asked.read(cast("sqlite3.Connection", _Failing(memory, error("malformed"))), ends)


@pytest.mark.parametrize("day", ["inner_first", "inner_last"])
def test_an_inner_day_does_not_stand_alone(memory: sqlite3.Connection, day: str) -> None:
    _fill(memory, [_ROW, _ROW | {"key": 2, day: None}])
    asked, ends = events(memory)
    found = _listed(asked, asked.read(memory, ends))
    assert [one["record"] for one in found] == [1]
    assert found == _singly(asked, memory)


@pytest.mark.parametrize("name", ["title", "id", "edtf", "short_label"])
def test_what_is_shown_is_short(memory: sqlite3.Connection, name: str) -> None:
    long = [_ROW | {"key": n, name: "ж" * (LONGEST_TEXT + n)} for n in range(2)]
    _fill(memory, long)
    asked, ends = events(memory)
    assert asked.words
    assert [one["record"] for one in _listed(asked, asked.read(memory, ends))] == [0]


@given(st.integers(-3, 2**53 - _MOST), st.integers(-3, 2**40))
@example(2**53 - _MOST, 2**13 - 3)
@example(0, 2**13)
def test_however_large_the_numbers_of_rows_are(
    memory: sqlite3.Connection, key: int, layer: int
) -> None:
    _fill(memory, [_ROW | {"key": key + n} for n in range(2)], layers=layer)
    asked, ends = events(memory)
    found = _listed(asked, asked.read(memory, ends))
    assert found == _listed(asked, asked.singly.read(memory, ends))
    assert [one["record"] for one in found] == [key, key + 1]
    assert {one["layer"] for one in found} == {layer}
