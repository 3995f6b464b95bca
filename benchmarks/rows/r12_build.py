"""12. An archive written without its text index, against sqlite-utils' `insert_all`.

Both get the same rows of the same tables, ready made. `insert_all` makes tables of them and nothing
else: no key, no index, no hash, no ranks, no check of types, all of which an archive has. Beside it
is told how long it takes for the rows of `event` alone, which is an eighth of them.
"""

import sqlite3
import statistics
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from benchmarks.goal import faster
from benchmarks.made import SEED
from benchmarks.rounds import interleaved, timed
from benchmarks.row import Line, Plan, Row
from timeline_app.store.build.synthetic import SyntheticRows
from timeline_app.store.build.writing import write_archive
from timeline_app.store.schema import BY_NAME

N = 10_000
SAME, ALONE = "insert_all, the same rows", "insert_all, events alone"


def measure(plan: Plan) -> Iterator[Line]:
    """The rows are made before; writing alone is timed."""
    rows = Prepared(SyntheticRows(N, SEED))
    place, beside = plan.cache / "built.archive.sqlite", plan.cache / "rows.sqlite"
    contenders = {
        "ours": timed(lambda: write_archive(place, rows.name, rows, ())),
        SAME: timed(_all(beside, rows, BY_NAME)),
        ALONE: timed(_all(beside, rows, ("event",))),
    }
    of = interleaved(contenders, plan.rounds)
    alone = statistics.median(of.of(ALONE) or [0.0]) * 1000
    told = f"{SAME} (of events alone {alone:.0f} ms)"
    yield Line("10k events and all they refer to", of.of("ours"), faster(5), told, of.of(SAME))


class Prepared:
    """Rows that were made once, to be written again and again."""

    def __init__(self, rows: SyntheticRows) -> None:
        self.name = rows.name
        self._count = rows.count
        self._rows = {table: list(rows.rows_of(table)) for table in BY_NAME}

    def rows_of(self, table: str) -> list[tuple[str | int | float | None, ...]]:
        """The rows of a table."""
        return self._rows[table]

    def count(self, table: str) -> int:
        """How many rows a table of the header has."""
        return self._count(table)


def _all(place: Path, rows: Prepared, tables: Iterable[str]) -> Callable[[], None]:
    named = {table: _named(rows, table) for table in tables if rows.rows_of(table)}

    def write() -> None:
        place.unlink(missing_ok=True)
        with closing(sqlite3.connect(place)) as file, file:
            for table, records in named.items():
                Database(file).table(table).insert_all(records)

    return write


def _named(rows: Prepared, table: str) -> list[dict[str, str | int | float | None]]:
    columns = BY_NAME[table].columns
    return [dict(zip(columns, row, strict=True)) for row in rows.rows_of(table)]


ROW = Row(12, "build of an archive, without the text index", measure)
