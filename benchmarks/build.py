"""An archive of 10,000 events written, against sqlite-utils' `insert_all` of its event rows alone.

`insert_all` gets the rows ready made and makes no index, no links, no hash and no text index: it is
what one would write without thinking, not the same work. A second floor is `executemany`.
"""

import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from benchmarks.result import Result
from benchmarks.rounds import interleaved
from timeline_app.store.build.synthetic import SyntheticRows
from timeline_app.store.build.writing import write_archive
from timeline_app.store.schema import BY_NAME

NAME = "build"
N = 10_000


def measure(rounds: int) -> Result:
    """The rows are made before; only writing is timed, and the whole command beside it."""
    rows = SyntheticRows(N, 1)
    events = list(rows.rows_of("event"))
    columns = BY_NAME["event"].columns
    named = [dict(zip(columns, event, strict=True)) for event in events]
    holes = ", ".join("?" * len(columns))
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "made.sqlite"

        def plainly(write: Callable[[sqlite3.Connection], object]) -> Callable[[], None]:
            def work() -> None:
                place.unlink(missing_ok=True)
                with closing(sqlite3.connect(place)) as connection, connection:
                    write(connection)

            return work

        def many(connection: sqlite3.Connection) -> None:
            connection.execute(f"CREATE TABLE event ({', '.join(map(_quoted, columns))})")
            connection.executemany(f"INSERT INTO event VALUES ({holes})", events)

        def archive() -> None:
            place.unlink(missing_ok=True)
            write_archive(place, rows.name, rows, rows.texts())

        def without_texts() -> None:
            place.unlink(missing_ok=True)
            write_archive(place, rows.name, rows, ())

        variants = {
            "insert_all, event rows alone": plainly(
                lambda connection: Database(connection).table("event").insert_all(named)
            ),
            "executemany, event rows alone": plainly(many),
            "archive without the text index": without_texts,
            "archive whole": archive,
        }
        return Result(NAME, "insert_all, event rows alone", interleaved(variants, rounds))


def _quoted(name: str) -> str:
    return f'"{name}"'
