"""The names that have their time, of actors and places."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from timeline_app.dates.date_error import DateError
from timeline_app.dates.day import OPEN_FUTURE, OPEN_PAST, DayNumber
from timeline_app.dates.edtf import parse
from timeline_app.model.dated_names import DatedName
from timeline_app.store.typed_rows import Reader

ACTOR, PLACE = "actor", "place"
_HAS_ITS_TIME = """(name."from" <> '' OR name."to" <> '')"""
_READERS = {
    kind: Reader(
        f"{kind}.key, name.text, name.from, name.to",
        f"FROM {kind} JOIN name ON name.of = {kind}.id AND name.{kind} = {kind}.key "
        f"WHERE {kind}.key IN (SELECT value FROM json_each(?)) AND {_HAS_ITS_TIME} "
        "ORDER BY name.key",
    )
    for kind in (ACTOR, PLACE)
}


def read_dated_names(
    connection: sqlite3.Connection, kind: str, keys: Iterable[int]
) -> dict[int, list[DatedName]]:
    """Those of these actors or places, by their keys, each asked for once; a name whose days are no
    dates is left out."""
    found: dict[int, list[DatedName]] = defaultdict(list)
    asked = json.dumps(sorted(set(keys)))
    for row in _READERS[kind].sound(connection, asked):
        try:
            first, last = _begin(row["from"]), _end(row["to"])
        except DateError:
            continue
        found[row["key"]].append(DatedName(row["text"], first, last))
    return found


def _begin(edtf: str) -> DayNumber:
    return parse(edtf).bounds.first if edtf else OPEN_PAST


def _end(edtf: str) -> DayNumber:
    return parse(edtf).bounds.last if edtf else OPEN_FUTURE
