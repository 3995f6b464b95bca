"""The hash of a table that is made while its rows go in is the one of what is read back."""

import sqlite3
from contextlib import closing

from hypothesis import example, given
from hypothesis import strategies as st

from timeline_app.store.build.batch import Batch
from timeline_app.store.build.hash_as_written import HashAsWritten
from timeline_app.store.build.rows import Value
from timeline_app.store.content_hash import TableHash, written
from timeline_app.store.schema import Table

Row = tuple[Value, ...]

TABLE = Table("t", ("of int!", "n text!", "said text", "day int", "share real"), ("of", "n"))
_WHOLE = st.integers(-(2**63), 2**63 - 1)
_texts = st.text(st.sampled_from('],[\n\0"\\nл\u2028 ')) | st.text(st.characters(codec="utf-8"))
_kept = st.tuples(
    _WHOLE,
    _texts,
    st.none() | _texts,
    st.none() | _WHOLE | st.booleans(),
    st.none() | st.floats(allow_nan=False, allow_infinity=False).filter(bool),
)
_odd = st.tuples(
    _WHOLE | st.booleans() | st.just("7"),
    _texts | _WHOLE,
    st.none() | _texts | _WHOLE | st.floats(allow_nan=False),
    st.none() | _WHOLE | st.sampled_from(("12", 3.0, True)),
    st.none() | st.floats() | st.integers(-3, 3) | st.sampled_from((-0.0, 0.0, "1.5")),
)


def _read_back(rows: list[Row]) -> str | None:
    """The hash of what SQLite keeps of the rows; None where it refuses one."""
    declared = "of INTEGER NOT NULL, n TEXT NOT NULL, said TEXT, day INTEGER, share REAL"
    with closing(sqlite3.connect(":memory:")) as file:
        file.execute(f"CREATE TABLE t ({declared}, PRIMARY KEY (of, n)) STRICT")
        try:
            file.executemany("INSERT INTO t VALUES (?, ?, ?, ?, ?)", rows)
        except sqlite3.IntegrityError:
            return None
        hashed = TableHash(TABLE)
        hashed.take(written(file.execute("SELECT * FROM t ORDER BY of, n").fetchall()))
        return hashed.digest()


def _as_written(rows: list[Row], at_once: int) -> str | None:
    hashed = HashAsWritten(TABLE)
    for first in range(0, len(rows), at_once):
        hashed.take(Batch(TABLE, rows[first : first + at_once]))
    return hashed.digest()


def _key(row: Row) -> Row:
    return row[:2]


@given(st.lists(_kept, min_size=1, unique_by=_key), st.integers(1, 9))
def test_rows_in_order_are_hashed_as_they_are_read_back(rows: list[Row], at_once: int) -> None:
    ordered = sorted(rows, key=lambda row: (row[0], row[1]))
    assert _as_written(ordered, at_once) == _read_back(ordered) is not None


@given(st.lists(_odd, min_size=1), st.integers(1, 9))
@example([(1, "a", None, 1, 0.0), (1, "b", None, True, -0.0)], 9)
@example([(2, "a", None, 1, 1.0), (1, "a", None, 1, 1.0)], 1)
@example([(1, 10, None, 1, 1.0), (1, "2", "", 1, 1.0)], 9)
@example([(1, "a", 12, 1, 1.0), (1, "b", 12.0, 1, 1.0)], 9)
@example([(1, "a", "", "12", 1), (1, "b", "", 12, 1)], 9)
def test_what_sqlite_keeps_otherwise_is_never_hashed_as_given(
    rows: list[Row], at_once: int
) -> None:
    kept = _read_back(rows)
    assert kept is None or _as_written(rows, at_once) in (None, kept)


@given(st.lists(_kept, min_size=2, unique_by=_key), st.integers(1, 9))
def test_rows_in_another_order_have_to_be_read_back(rows: list[Row], at_once: int) -> None:
    backwards = sorted(rows, key=lambda row: (row[0], row[1]), reverse=True)
    assert _as_written(backwards, at_once) is None


def test_nothing_is_known_of_no_rows() -> None:
    assert _as_written([], 1) is None
