"""Six columns of the table `event` by libraries that read SQLite: `read_columns HOW ARCHIVE`."""

import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from benchmarks.children.serving import serve, timed

SQL = "SELECT occurrence, outer_first, outer_last, importance, verified, publishers FROM event"
_HOW: dict[str, Callable[[str], Callable[[], object]]] = {}


def _way(make: Callable[[str], Callable[[], object]]) -> Callable[[str], Callable[[], object]]:
    _HOW[make.__name__] = make
    return make


def _opened(path: str) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{quote(path)}?mode=ro&immutable=1", uri=True)


@_way
def pandas(path: str) -> Callable[[], object]:
    """pandas.read_sql on a plain connection."""
    import pandas as pd

    return lambda: pd.read_sql(SQL, _opened(path))


@_way
def polars(path: str) -> Callable[[], object]:
    """Polars on ConnectorX."""
    import polars as pl

    return lambda: pl.read_database_uri(SQL, f"sqlite://{quote(path)}")


@_way
def connectorx(path: str) -> Callable[[], object]:
    """ConnectorX to Arrow."""
    import connectorx as cx

    return lambda: cx.read_sql(f"sqlite://{quote(path)}", SQL, return_type="arrow")


@_way
def duckdb(path: str) -> Callable[[], object]:
    """DuckDB's reader of SQLite files, to NumPy."""
    import duckdb as db
    import duckdb_extension_sqlite_scanner as scanner

    file = next(Path(scanner.__path__[0]).glob("extensions/*/*.duckdb_extension"))
    connection = db.connect()
    connection.execute(f"LOAD '{file}'")
    connection.execute(f"ATTACH '{path}' AS archive (TYPE sqlite, READ_ONLY)")
    said = SQL.replace("FROM event", "FROM archive.event")
    return lambda: connection.execute(said).fetchnumpy()


@_way
def fromiter(path: str) -> Callable[[], object]:
    """sqlite3 and NumPy: what one would write with nothing else."""
    import numpy as np

    kinds = np.dtype([(f"c{n}", "i8") for n in range(6)])
    return lambda: np.fromiter(_opened(path).execute(SQL), kinds)


serve(timed(_HOW[sys.argv[1]](sys.argv[2])))
