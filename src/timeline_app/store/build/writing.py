"""The file itself: written beside its place, made durable, then moved there in one step."""

import os
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_app.store.build.batch import Batch
from timeline_app.store.build.hash_as_written import HashAsWritten
from timeline_app.store.build.own_files import EditionName
from timeline_app.store.build.rank_rows import rank_rows
from timeline_app.store.build.rows import Filling, Value
from timeline_app.store.build.word_rows import WordRows
from timeline_app.store.content_hash import content_hash
from timeline_app.store.schema import (
    APPLICATION_ID,
    DERIVED,
    FORMAT,
    LIST_RANK,
    LIST_RANK_COLUMNS,
    TABLES,
    TEXT_COLUMNS,
    TEXT_INDEX,
    WORD_COLUMNS,
    WORD_INDEX,
    Table,
)
from timeline_app.store.store_error import Fault, StoreError
from timeline_app.words.tr import tr

if TYPE_CHECKING:
    from sqlite_utils import Database

Row = Sequence[Value | bytes]

PAGE_BYTES = 4096
_LONGEST_EPOCH = 11
"""Digits of seconds since 1970: so many reach the year 5138, and no calendar ends before."""
_CACHE_KIB = 65_536
_GATHERED, _AS_EVER = 64 << 20, 1 << 20
"""Bytes of the text index that are gathered before they are written, while it is made and after:
the less often that is, the less has to be merged. The second is what FTS5 does by itself."""
_TEXTS_AT_ONCE = 10_000
_VALUES_AT_ONCE = 2_000
"""So many of the rows go in together: the more, the slower SQLite numbers them."""
_COUNTED = (
    ("event", "events"),
    ("occurrence", "occurrences"),
    ("claim", "claims"),
    ("source", "sources"),
    ("actor", "actors"),
    ("rollcall", "rollcalls"),
    ("instrument", "instruments"),
    ("observation", "observations"),
)


def write_archive(target: Path, name: EditionName, rows: Filling, texts: Iterable[Row]) -> str:
    """Writes an edition to `target`, replacing what is there only once it is whole; its hash.

    `texts` are the rows of the text index.

    Raises StoreError where the place cannot be written; then nothing has changed.
    """
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        _guard(target)
        beside.unlink(missing_ok=True)
        try:
            hashed = _write(beside, name, rows, texts)
            beside.replace(target)
            _settle(target.parent)
        finally:
            beside.unlink(missing_ok=True)
    except (OSError, sqlite3.Error) as fault:
        why = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
        said = tr(
            "{file} cannot be written: {why}. Choose another place.", file=target.name, why=why
        )
        raise StoreError(Fault.REFUSED, said, target) from fault
    return hashed


def _guard(target: Path) -> None:
    """Refuses to replace a file that is no archive of ours: somebody's work may be in it."""
    if not target.is_file():
        return
    with target.open("rb") as file:
        header = file.read(100)
    if header and int.from_bytes(header[68:72]) != APPLICATION_ID:
        said = tr(
            "{file} is there already and is no archive, so it was left as it is. Choose another "
            "name.",
            file=target.name,
        )
        raise StoreError(Fault.NOT_OURS, said, target)


def _write(path: Path, name: EditionName, rows: Filling, texts: Iterable[Row]) -> str:
    # sqlite-utils takes a tenth of a second to import, and opening an archive never needs it.
    from sqlite_utils import Database  # noqa: PLC0415 - see above

    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {FORMAT}")
        # The file is no archive until it is moved into place, so no journal is needed for it.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        database = Database(connection, execute_plugins=False)
        connection.execute("BEGIN")
        known = _fill(database, connection, rows, texts)
        hashed = _name(connection, name, rows, known)
        connection.execute("COMMIT")
        connection.execute("ANALYZE")
        connection.execute("PRAGMA journal_mode = DELETE")
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    return hashed


def _fill(
    database: "Database",
    connection: sqlite3.Connection,
    rows: Filling,
    texts: Iterable[Row],
) -> dict[str, str]:
    """Makes and fills all tables but the edition's; the hashes of those that are known by then."""
    known = {}
    for table in TABLES:
        database.table(table.name).create(
            table.types,
            pk=table.key[0] if len(table.key) == 1 else table.key,
            foreign_keys=table.references,
            not_null=table.not_null,
            strict=True,
        )
        if hashed := _insert(connection, table, rows.rows_of(table.name)):
            known[table.name] = hashed
    for table in TABLES:
        for index in table.indexes:
            database.table(table.name).create_index(index)
        for index in table.unique:
            database.table(table.name).create_index(index, unique=True)
    fill_derived(connection, texts)
    return known


def fill_derived(connection: sqlite3.Connection, texts: Iterable[Row]) -> None:
    """Makes the tables that follow from the rows, which are all there; `texts` are the rows of the
    text index."""
    for declared in DERIVED.values():
        connection.execute(declared)
    gather = f"INSERT INTO {TEXT_INDEX}({TEXT_INDEX}, rank) VALUES ('hashsize', ?)"
    connection.execute(gather, (_GATHERED,))
    words, rows = WordRows(), iter(texts)
    while some := list(islice(rows, _TEXTS_AT_ONCE)):
        _append(connection, TEXT_INDEX, ("rowid", *TEXT_COLUMNS), some)
        _append(connection, WORD_INDEX, WORD_COLUMNS, words.take(some))
    _append(connection, WORD_INDEX, WORD_COLUMNS, words.finish())
    connection.execute(f"INSERT INTO {TEXT_INDEX}({TEXT_INDEX}) VALUES ('optimize')")
    connection.execute(gather, (_AS_EVER,))
    _append(connection, LIST_RANK, LIST_RANK_COLUMNS, rank_rows(connection))


def _append(
    connection: sqlite3.Connection, table: str, columns: Sequence[str], rows: Iterable[Row]
) -> None:
    holes = ", ".join("?" * len(columns))
    connection.executemany(f"INSERT INTO {table}({', '.join(columns)}) VALUES ({holes})", rows)


def _insert(
    connection: sqlite3.Connection, table: Table, rows: Iterable[tuple[Value, ...]]
) -> str | None:
    """Fills a table; the hash of its rows, where it is known without reading them back."""
    hashed, rest = HashAsWritten(table), iter(rows)
    while some := list(islice(rest, _VALUES_AT_ONCE // len(table.spec))):
        batch = Batch(table, some)
        batch.write(connection)
        hashed.take(batch)
    return hashed.digest()


def _name(
    connection: sqlite3.Connection, name: EditionName, rows: Filling, known: Mapping[str, str]
) -> str:
    """Writes the header row, and then the hash of all into it; some tables' are known."""
    counts = [rows.count(table) for table, _ in _COUNTED]
    header = (
        name.id,
        name.title,
        name.version,
        FORMAT,
        _built_on(),
        "",
        name.citation,
        name.summary,
    )
    holes = ", ".join("?" * (len(header) + len(counts)))
    connection.execute(f"INSERT INTO edition VALUES ({holes})", (*header, *counts))
    hashed = content_hash(connection, known)
    connection.execute("UPDATE edition SET content_hash = ?", (hashed,))
    return hashed


def _built_on() -> str:
    """Today, or the day that SOURCE_DATE_EPOCH names: the same sources give the same bytes."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    named = told.isdecimal() and len(told) <= _LONGEST_EPOCH
    day = datetime.fromtimestamp(int(told), UTC) if named else datetime.now(UTC)
    return day.date().isoformat()


def _settle(folder: Path) -> None:
    """Makes the move itself durable, where the system lets a folder be synchronised."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
