"""Rows of an archive as records."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from timeline_app.model.records import (
    Assertion,
    Edition,
    Event,
    EventRow,
    Layer,
    Participant,
    Place,
    Source,
)

_COUNTS = (
    "events",
    "occurrences",
    "claims",
    "sources",
    "actors",
    "rollcalls",
    "instruments",
    "observations",
)
_SEPARATOR = "\x1f"

_EDITION = (
    "SELECT id, title, version, format, built_on, content_hash, citation, summary, "
    f"{', '.join(_COUNTS)} FROM edition"
)
_LAYERS = (
    "SELECT id, title, coded_by, covers_from, covers_to, terms, terms_read_at, on_by_default, "
    "machine_coded, events FROM layer ORDER BY rank, rowid"
)
_EVENT = (
    "SELECT event.key, event.id, occurrence.id AS occurrence, layer, event.title, short_label, "
    "kind, edtf, as_written, summary, outcome, verified, basis, importance, "
    "publishers AS independent_publishers, note, event.occurrence AS told "
    "FROM event JOIN occurrence ON occurrence.key = event.occurrence WHERE event.key = ?"
)
_PARTICIPANTS = (
    "SELECT actor.id, name_as_written AS name, type, role, iso3 FROM event_actor "
    "JOIN actor ON actor.key = event_actor.actor WHERE event = ? ORDER BY n"
)
_PLACES = (
    "SELECT place.id, name_as_written AS name, lat, lon FROM event_place "
    "JOIN place ON place.key = event_place.place WHERE event = ? ORDER BY n"
)
_SOURCES = (
    "SELECT source.id, kind, publisher.name AS publisher, title, title_en, author, date, "
    'date_basis, url, repo, path, "commit", accessed, evidence FROM citation '
    "JOIN source ON source.key = citation.source "
    "JOIN publisher ON publisher.id = source.publisher WHERE record = ? ORDER BY n"
)
_ASSERTIONS = (
    "SELECT field, value, source_as_written AS source, preferred, reason FROM assertion "
    "WHERE event = ? ORDER BY field, preferred DESC, key"
)
_OTHERS = "SELECT id FROM event WHERE occurrence = ? AND key <> ? ORDER BY key"
_VECTORS = "SELECT vector, origin FROM event_vector WHERE event = ? ORDER BY n"
_ROWS = (
    "SELECT event.key, event.id, occurrence.id AS occurrence, event.title, short_label, kind, "
    "edtf, layer, publishers, "
    f"(SELECT group_concat(vector, '{_SEPARATOR}') FROM (SELECT vector FROM event_vector "
    "WHERE event = event.key ORDER BY n)) AS vectors, "
    f"(SELECT group_concat(iso3, '{_SEPARATOR}') FROM (SELECT iso3 FROM event_actor "
    "JOIN actor ON actor.key = event_actor.actor "
    "WHERE event_actor.event = event.key AND iso3 <> '' ORDER BY n)) AS states "
    "FROM event JOIN occurrence ON occurrence.key = event.occurrence "
    "WHERE event.key IN ({holes})"
)

Fields = dict[str, Any]


def read_edition(connection: sqlite3.Connection) -> Edition | None:
    """The header of the archive; None where it has none."""
    row = next(_read(connection, _EDITION), None)
    if row is None:
        return None
    counts = {name: row.pop(name) for name in _COUNTS}
    return Edition(**row, counts=counts, layers=tuple(map(_layer, _read(connection, _LAYERS))))


def read_event(connection: sqlite3.Connection, key: int) -> Event | None:
    """One record whole; None where there is no such key."""
    row = next(_read(connection, _EVENT, key), None)
    if row is None:
        return None
    told, verified = row.pop("told"), bool(row.pop("verified"))
    vectors = list(_read(connection, _VECTORS, key))
    return Event(
        **row,
        verified=verified,
        vectors=tuple(link["vector"] for link in vectors),
        vector_origins=tuple(link["origin"] for link in vectors),
        participants=tuple(Participant(**r) for r in _read(connection, _PARTICIPANTS, key)),
        places=tuple(Place(**r) for r in _read(connection, _PLACES, key)),
        sources=tuple(Source(**r) for r in _read(connection, _SOURCES, key)),
        assertions=tuple(map(_assertion, _read(connection, _ASSERTIONS, key))),
        others=tuple(other["id"] for other in _read(connection, _OTHERS, told, key)),
    )


def read_rows(connection: sqlite3.Connection, keys: Sequence[int]) -> dict[int, EventRow]:
    """Rows of a list by key, in one statement."""
    select = _ROWS.format(holes=", ".join("?" * len(keys)))
    return {row["key"]: _event_row(row) for row in _read(connection, select, *keys)}


def _read(connection: sqlite3.Connection, select: str, *values: int) -> Iterator[Fields]:
    """Rows as fields by the names of their columns, which are those of the records."""
    cursor = connection.execute(select, values)
    names = [column[0] for column in cursor.description]
    return (dict(zip(names, row, strict=True)) for row in cursor)


def _layer(row: Fields) -> Layer:
    return Layer(**row | {name: bool(row[name]) for name in ("on_by_default", "machine_coded")})


def _assertion(row: Fields) -> Assertion:
    return Assertion(**row | {"preferred": bool(row["preferred"])})


def _event_row(row: Fields) -> EventRow:
    return EventRow(**row | {name: _parts(row[name]) for name in ("vectors", "states")})


def _parts(joined: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(joined.split(_SEPARATOR))) if joined else ()
