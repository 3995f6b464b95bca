"""Whether a value can stand in a column is said alike by the reader and in SQL."""

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.store.schema import BY_NAME, TABLES, Table
from timeline_app.store.typed_rows import (
    LONGEST_TEXT,
    Column,
    Judge,
    NoText,
    Reader,
    columns_of,
    fault_of,
    scan,
    scan_of,
    text_of,
)

COLUMNS = [column for table in TABLES for column in columns_of(table)]
VALUES = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.sampled_from([0, 1, 2, -1, 90, 91, 2**53, 2**61, 2**61 + 1]),
    st.floats(allow_nan=False),  # SQLite keeps none
    st.text(st.characters(codec="utf-8", exclude_characters="\0")),
    st.binary(),
)


@pytest.fixture(scope="module")
def memory() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    yield connection
    connection.close()


@given(st.sampled_from(COLUMNS), VALUES)
def test_sql_and_the_reader_judge_alike(
    memory: sqlite3.Connection, column: Column, value: object
) -> None:
    judged = column.sound("t")
    select = f'SELECT {judged} FROM (SELECT ? AS "{column.name}") AS t'
    (sound,) = memory.execute(select, (value,)).fetchone()
    assert bool(sound) == (column.fault(value) == "")


@given(st.lists(st.tuples(st.sampled_from(COLUMNS), VALUES | st.sampled_from("a\0\ud800\n"))))
def test_a_row_is_judged_as_its_columns_are(drawn: list[tuple[Column, object]]) -> None:
    columns, row = tuple(column for column, _ in drawn), [value for _, value in drawn]
    assert Judge(columns).fault(row) == fault_of(columns, row)


@given(st.sampled_from(TABLES), st.data())
def test_a_row_that_can_be_taken_is_taken(table: Table, data: st.DataObject) -> None:
    columns = columns_of(table)
    rows = data.draw(st.lists(st.tuples(*map(_near_the_bounds, columns)), max_size=3))
    judge = Judge(columns)  # which remembers what types go together
    for row in rows:
        assert judge.fault(row) == fault_of(columns, row)


def _near_the_bounds(column: Column) -> st.SearchStrategy[object]:
    """Values of the column's type, most of which can stand there."""
    if column.type is str:
        return st.none() | st.text("xж \n\0", max_size=9)
    whole = st.integers(int(column.low) - 1, int(column.high) + 1)
    return st.none() | whole | whole.map(column.type)


@given(st.binary())
def test_any_bytes_become_a_text_and_those_that_are_none_are_marked(raw: bytes) -> None:
    text = text_of(raw)
    try:
        assert (raw.decode("utf-8"), type(text)) == (text, str)
    except UnicodeDecodeError:
        assert isinstance(text, NoText)
        text.encode("utf-8")


def test_a_text_that_is_too_long_or_holds_no_characters_is_refused() -> None:
    title = next(c for c in columns_of(BY_NAME["event"]) if c.name == "title")
    assert title.fault("x" * LONGEST_TEXT) == ""
    assert "longer" in title.fault("x" * (LONGEST_TEXT + 1))
    assert "none" in title.fault("a\0b")
    assert "UTF-8" in title.fault(text_of(b"\xff"))


def test_a_reader_leaves_out_what_cannot_stand(memory: sqlite3.Connection) -> None:
    memory.execute("CREATE TABLE vector (id, n)")
    memory.executemany("INSERT INTO vector VALUES (?, ?)", [("A", 1), (b"B", 2), ("C", "x")])
    reader = Reader("vector.id name, vector.n", "FROM vector ORDER BY rowid")
    assert reader.sound(memory) == [{"name": "A", "n": 1}]
    assert [bool(why) for _, why in reader.judged(memory)] == [False, True, True]
    assert len(list(reader.judged(memory, most=2))) == 2


def test_a_scan_goes_on_after_a_row_that_is_too_long(memory: sqlite3.Connection) -> None:
    memory.execute("CREATE TABLE kind (id, title, plural, rank)")
    for n in range(4):
        memory.execute("INSERT INTO kind VALUES (?, ?, '', 0)", (str(n), "x" * 10 ** (2 * n)))
    before = memory.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 200_000)
    try:
        found = [(number, why) for number, _, why in scan(memory, "kind")]
    finally:
        memory.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, before)
    assert found[:3] == [(1, ""), (2, ""), (3, "")]
    assert "too long" in found[3][1]


def test_some_rows_are_scanned_as_among_all(memory: sqlite3.Connection) -> None:
    memory.execute("CREATE TABLE publisher (id, name, language)")
    rows = [("a", "A", "ru"), ("b", b"?", ""), ("c", "C", None), ("d", "D" * 300_000, "")]
    memory.executemany("INSERT INTO publisher VALUES (?, ?, ?)", rows)
    before = memory.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 200_000)
    try:
        every = {number: of for number, *of in scan(memory, "publisher", "id", "name")}
        some = [*scan_of(memory, "publisher", (4, 2, 9, 1, 2), "id", "name")]
    finally:
        memory.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, before)
    assert [number for number, *_ in some] == [1, 2, 4]
    assert all(of == every[number] for number, *of in some)


def test_the_first_column_at_fault_is_named() -> None:
    columns = columns_of(BY_NAME["vector"])
    assert "id" in fault_of(columns, (None, None))
    assert fault_of(columns, ("Russia", 0)) == ""
