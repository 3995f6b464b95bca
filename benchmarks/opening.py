"""An archive opened, gate and columns and first snapshot, against reading its bytes and its rows.

"File read" is the floor: the bytes of the whole file. "fetchall" reads the columns of the events
and nothing of what they are linked to.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from benchmarks.made import archives
from benchmarks.result import Result
from benchmarks.rounds import interleaved
from timeline_app.session.session import Session

NAME = "open"
_COLUMNS = "key, occurrence, layer, kind, outer_first, outer_last, qualifiers, importance"


def measure(rounds: int) -> Result:
    """On each archive: the file, its rows, and the session's first snapshot."""
    seconds: dict[str, list[float]] = {}
    floors: dict[str, str] = {}
    for name, path in archives().items():
        variants: dict[str, Callable[[], object]] = {
            f"{name}: file read": path.read_bytes,
            f"{name}: fetchall of events": partial(_fetched, path),
            f"{name}: open": partial(_opened, path),
        }
        seconds |= interleaved(variants, rounds)
        floors |= dict.fromkeys(variants, f"{name}: fetchall of events")
    return Result(NAME, floors, seconds)


def _fetched(path: Path) -> int:
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as file:
        return len(file.execute(f"SELECT {_COLUMNS} FROM event").fetchall())


def _opened(path: Path) -> int:
    session = Session()
    session.open_edition(path)
    n = len(session.snapshot.table)
    session.close()
    return n
