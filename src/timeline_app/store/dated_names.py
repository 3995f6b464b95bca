"""The names that have their time, of the actors and places of one record."""

import sqlite3
from collections import defaultdict

from timeline_app.dates.date_error import DateError
from timeline_app.dates.day import OPEN_FUTURE, OPEN_PAST, DayNumber
from timeline_app.dates.edtf import parse
from timeline_app.model.dated_names import DatedName
from timeline_app.store.typed_rows import Reader

_HAS_ITS_TIME = """(name."from" <> '' OR name."to" <> '')"""
_READERS = tuple(
    Reader(
        f"{kind}.id, name.text, name.from, name.to",
        f"FROM event_{kind} JOIN {kind} ON {kind}.key = event_{kind}.{kind} "
        f"JOIN name ON name.of = {kind}.id AND name.{kind} = {kind}.key "
        f"WHERE event_{kind}.event = ? AND {_HAS_ITS_TIME} ORDER BY name.key",
    )
    for kind in ("actor", "place")
)


def read_dated_names(connection: sqlite3.Connection, key: int) -> dict[str, list[DatedName]]:
    """By the id of the actor or place; a name whose days are no dates is left out."""
    found: dict[str, list[DatedName]] = defaultdict(list)
    for reader in _READERS:
        for row in reader.sound(connection, key):
            try:
                first, last = _begin(row["from"]), _end(row["to"])
            except DateError:
                continue
            found[row["id"]].append(DatedName(row["text"], first, last))
    return found


def _begin(edtf: str) -> DayNumber:
    return parse(edtf).bounds.first if edtf else OPEN_PAST


def _end(edtf: str) -> DayNumber:
    return parse(edtf).bounds.last if edtf else OPEN_FUTURE
