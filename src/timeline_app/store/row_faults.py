"""What is wrong with single rows: their values, their hashes, their dates, what they refer to."""

import sqlite3
from collections.abc import Iterator
from functools import lru_cache

from timeline_app.dates.date_error import DateError
from timeline_app.dates.day import is_open
from timeline_app.dates.edtf import parse
from timeline_app.dates.historical_date import HistoricalDate
from timeline_app.store.archive_rows import hash_fault
from timeline_app.store.schema import BY_NAME, Table
from timeline_app.store.typed_rows import Fields, scan
from timeline_app.words.tr import tr


def damaged_rows(connection: sqlite3.Connection, name: str) -> Iterator[tuple[str, str]]:
    """Of each damaged row of a table what names it, and what is wrong with it."""
    table = BY_NAME[name]
    for number, row, why in scan(connection, name):
        wrong = why or (_OF_ROWS[name](row) if name in _OF_ROWS else "")
        if wrong:
            yield _named(table, row, number), wrong
    if name == "event":
        yield from _known_otherwise(connection)
    yield from _astray(connection, table)
    yield from _doubled(connection, table)


def _event_fault(row: Fields) -> str:
    """What is wrong with an event whose values are each of their type."""
    first, last = row["outer_first"], row["outer_last"]
    inner = row["inner_first"], row["inner_last"]
    if first > last:
        return tr("it ends before it begins")
    if (inner[0] is None) != (inner[1] is None):
        return tr("its certain days have one end only")
    if inner[0] is not None and not first <= inner[0] <= inner[1] <= last:
        return tr("its certain days lie outside its possible ones")
    if why := hash_fault(tuple(row.values())):
        return why
    date = _parsed(row["edtf"])
    if date is None:
        return tr("“{text}” is no date", text=row["edtf"][:60])
    certain = (date.inner.first, date.inner.last) if date.inner else (None, None)
    if (date.outer.first, date.outer.last) != (first, last) or certain != inner:
        return tr("its days are not those of its date, {date}", date=row["edtf"][:60])
    return ""


def _source_fault(row: Fields) -> str:
    """What is wrong with a source whose values are each of their type."""
    date = _parsed(row["date"]) if row["date"] else None
    published = None if date is None or is_open(date.outer.last) else date.outer.last
    if row["known_from"] != published:
        return tr("the day from which it was known is not that of its date")
    return ""


def _known_otherwise(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Events that were known from another day than the first of their sources."""
    found = connection.execute(
        "SELECT event.id, event.key FROM event LEFT JOIN ("
        "SELECT record, min(known_from) AS day FROM citation "
        "JOIN source ON source.key = citation.source GROUP BY record"
        ") AS cited ON cited.record = event.key WHERE event.known_from IS NOT cited.day"
    )
    for id_, key in found:
        named = _named(BY_NAME["event"], {"id": id_, "key": key}, key)
        yield named, tr("the day from which it was known is not that of its first source")


@lru_cache(maxsize=65_536)
def _parsed(text: str) -> HistoricalDate | None:
    try:
        return parse(text)
    except DateError:
        return None


_OF_ROWS = {"event": _event_fault, "source": _source_fault}


def _astray(connection: sqlite3.Connection, table: Table) -> Iterator[tuple[str, str]]:
    """Rows that refer to what is not there."""
    for column, other, key in table.references:
        found = connection.execute(
            f'SELECT rowid, * FROM "{table.name}" AS t WHERE "{column}" IS NOT NULL '
            f'AND NOT EXISTS (SELECT 1 FROM "{other}" AS o WHERE o."{key}" = t."{column}")'
        )
        for number, *row in found:
            named = _named(table, dict(zip(table.columns, row, strict=True)), number)
            yield named, tr("its “{column}” is not in the archive", column=column)


def _doubled(connection: sqlite3.Connection, table: Table) -> Iterator[tuple[str, str]]:
    """Rows whose key or id stands before them already."""
    for columns in (table.key, *table.unique):
        joined = ", ".join(f'"{column}"' for column in columns)
        found = connection.execute(
            f'SELECT rowid, * FROM "{table.name}" WHERE rowid NOT IN '
            f'(SELECT min(rowid) FROM "{table.name}" GROUP BY {joined})'
        )
        for number, *row in found:
            named = _named(table, dict(zip(table.columns, row, strict=True)), number)
            yield f"{named} (row {number})", tr("its {column} stands twice", column=columns[0])


def _named(table: Table, row: Fields, number: int) -> str:
    """What names a row: its id, else its key, else its number; never longer than a line."""
    id_ = row.get("id")
    if isinstance(id_, str) and id_:
        return id_[:200]
    keys = [row.get(name) for name in table.key]
    plain = all(isinstance(key, str | int) for key in keys)
    return "/".join(map(str, keys))[:200] if plain else tr("row {n}", n=number)
