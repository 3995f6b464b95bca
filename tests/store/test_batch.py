"""Rows that are written in one statement are kept as they are one by one."""

import sqlite3
from contextlib import closing

from hypothesis import example, given
from hypothesis import strategies as st

from timeline_app.store.build.batch import Batch
from timeline_app.store.build.rows import Value
from timeline_app.store.schema import Table

Row = tuple[Value, ...]
Kept = list[tuple[object, ...]] | None

TABLE = Table("t", ("of int!", "n text", "day int", "share real"), ("of",))
_few = st.none() | st.integers(-1, 1) | st.sampled_from((True, 1.0, 0.0, -0.0, 1.5, "", "1", "%d"))
_rows = st.lists(st.tuples(_few, _few, _few, _few), min_size=1, max_size=4)


def _kept(rows: list[Row], *, together: bool) -> Kept:
    """What the table holds then, each value with its type; None where it refuses a row."""
    with closing(sqlite3.connect(":memory:")) as file:
        file.execute("CREATE TABLE t (of INTEGER NOT NULL, n TEXT, day INTEGER, share REAL) STRICT")
        try:
            if together:
                Batch(TABLE, rows).write(file)
            else:
                file.executemany("INSERT INTO t VALUES (?, ?, ?, ?)", rows)
        except sqlite3.IntegrityError:
            return None
        typed = ", ".join(f"quote({c}), typeof({c})" for c in TABLE.columns)
        return file.execute(f"SELECT {typed} FROM t ORDER BY rowid").fetchall()


@given(_rows)
@example([(0, 1, 1, 0.0), (0, 1.0, True, -0.0)])
@example([(1, "1", 1.0, 1), (1, 1, 1, True)])
def test_rows_together_are_kept_as_one_by_one(rows: list[Row]) -> None:
    assert _kept(rows, together=True) == _kept(rows, together=False)


@given(_rows, st.integers(1, 4))
def test_what_all_rows_say_is_kept_of_each(rows: list[Row], times: int) -> None:
    same = rows[:1] * times
    assert Batch(TABLE, same).n == times
    assert _kept(same, together=True) == _kept(same, together=False)
