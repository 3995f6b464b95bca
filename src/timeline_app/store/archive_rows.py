"""Rows of an archive as records, each read by the one typed reader; unsound ones are left out."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from timeline_app.model.dated_names import name_of_day
from timeline_app.model.records import (
    Assertion,
    Edition,
    Event,
    EventRow,
    EventTitle,
    Layer,
    Participant,
    Place,
    Source,
)
from timeline_app.store.dated_names import ACTOR, PLACE, read_dated_names
from timeline_app.store.row_hash import row_hash
from timeline_app.store.schema import BY_NAME
from timeline_app.store.typed_rows import MOST_LINKED, Fields, Reader
from timeline_app.words.tr import tr

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


def _all(table: str, *names: str) -> str:
    return ", ".join(f"{table}.{name}" for name in names)


_EDITION = Reader(
    _all("edition", "id", "title", "version", "format", "built_on", "content_hash")
    + ", "
    + _all("edition", "citation", "summary", *_COUNTS),
    "FROM edition",
)
_LAYERS = Reader(
    _all("layer", "id", "title", "coded_by", "covers_from", "covers_to", "terms")
    + ", "
    + _all("layer", "terms_read_at", "on_by_default", "machine_coded", "events"),
    "FROM layer ORDER BY rank, layer.rowid",
)
_EVENT = Reader(_all("event", *BY_NAME["event"].columns), "FROM event WHERE event.key = ?")
_OCCURRENCE = Reader("occurrence.id", "FROM occurrence WHERE occurrence.key = ?")
_PARTICIPANTS = Reader(
    "actor.key, actor.id, event_actor.name_as_written name, actor.type, event_actor.role, "
    "actor.iso3, actor.name today",
    "FROM event_actor JOIN actor ON actor.key = event_actor.actor WHERE event = ? ORDER BY n",
)
_PLACE = (
    "place.key, place.id, event_place.name_as_written name, place.lat, place.lon, place.name today"
)
_PLACES = Reader(
    _PLACE,
    "FROM event_place JOIN place ON place.key = event_place.place WHERE event = ? ORDER BY n",
)
_SOURCES = Reader(
    "source.id, source.kind, publisher.name publisher, source.title, source.title_en, "
    "source.author, source.date, source.date_basis, source.entry_date, source.known_from, "
    "source.url, source.repo, source.path, "
    "source.commit, citation.accessed, citation.evidence",
    "FROM citation JOIN source ON source.key = citation.source "
    "JOIN publisher ON publisher.id = source.publisher WHERE record = ? ORDER BY n",
)
_ASSERTIONS = Reader(
    "assertion.key, assertion.field, assertion.value, assertion.source_as_written source, "
    "assertion.preferred, assertion.reason, assertion.record",
    "FROM assertion JOIN event ON event.key = assertion.event WHERE event.occurrence = ? "
    "ORDER BY field, preferred DESC, assertion.key",
)
_ASSERTING = Reader(
    "assertion.key, publisher.name publisher, source.known_from",
    "FROM assertion JOIN event ON event.key = assertion.event "
    "JOIN source ON source.key = assertion.source "
    "JOIN publisher ON publisher.id = source.publisher "
    "WHERE event.occurrence = ?",
)
_OTHERS = Reader("event.id", "FROM event WHERE occurrence = ? AND key <> ? ORDER BY key")
_VECTORS = Reader(
    "event_vector.vector, event_vector.origin", "FROM event_vector WHERE event = ? ORDER BY n"
)
_ASKED = "IN (SELECT value FROM json_each(?))"
_ROWS = Reader(
    "event.key, event.id, occurrence.id occurrence, event.title, event.short_label, event.kind, "
    "event.edtf, event.layer, event.publishers, event.outer_first, event.outer_last",
    f"FROM event JOIN occurrence ON occurrence.key = event.occurrence WHERE event.key {_ASKED}",
)
_TITLES = Reader("event.key, event.edtf, event.title", f"FROM event WHERE key {_ASKED}")
_LABELS = Reader("event.key, event.title, event.short_label", f"FROM event WHERE key {_ASKED}")
_ROW_VECTORS = Reader(
    "event_vector.event, event_vector.vector",
    f"FROM event_vector WHERE event {_ASKED} ORDER BY event, n",
)
_ROW_PLACES = Reader(
    f"event_place.event, {_PLACE}",
    "FROM event_place JOIN place ON place.key = event_place.place "
    f"WHERE event {_ASKED} ORDER BY event, n",
)
_OF_EVENT = {"independent_publishers": "publishers"}


class RowFaultError(Exception):
    """A record cannot be taken as it stands; `why` says of which column, and what is wrong."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def read_edition(connection: sqlite3.Connection) -> Edition | None:
    """The header of the archive; None where it has none. Raises `RowFaultError`."""
    row = _one(connection, _EDITION)
    if row is None:
        return None
    counts = {name: row.pop(name) for name in _COUNTS}
    return Edition(**row, counts=counts, layers=tuple(map(_layer, _LAYERS.sound(connection))))


def read_event(connection: sqlite3.Connection, key: int) -> Event | None:
    """One record whole; None where there is no such key. Raises `RowFaultError`."""
    row = _one(connection, _EVENT, key)
    if row is None:
        return None
    if why := hash_fault(tuple(row.values())):
        raise RowFaultError(why)
    told = _one(connection, _OCCURRENCE, row["occurrence"])
    if told is None:
        raise RowFaultError(tr("what it tells of is not in the archive"))
    vectors = _VECTORS.sound(connection, key)
    wanted = (name for name in Event.__dataclass_fields__ if _OF_EVENT.get(name, name) in row)
    plain = {name: row[_OF_EVENT.get(name, name)] for name in wanted}
    others = _OTHERS.sound(connection, row["occurrence"], key)
    asserted = _asserted(connection, row["occurrence"])
    actors, places = (of.sound(connection, key) for of in (_PARTICIPANTS, _PLACES))
    days = row["outer_first"], row["outer_last"]
    return Event(
        **plain | {"occurrence": told["id"], "verified": bool(row["verified"])},
        vectors=tuple(link["vector"] for link in vectors),
        vector_origins=tuple(link["origin"] for link in vectors),
        participants=tuple(Participant(**r) for r in _of_day(connection, ACTOR, actors, days)),
        places=tuple(Place(**r) for r in _of_day(connection, PLACE, places, days)),
        sources=tuple(Source(**r) for r in _SOURCES.sound(connection, key)),
        assertions=tuple(a for a in asserted if a.record == row["id"]),
        others=tuple(other["id"] for other in others),
        asserted_elsewhere=tuple(a for a in asserted if a.record != row["id"]),
    )


def _of_day(
    connection: sqlite3.Connection, kind: str, rows: Sequence[Fields], days: tuple[int, int]
) -> Iterator[Fields]:
    """These actors or places with their names of these days, and without their keys."""
    dated = read_dated_names(connection, kind, (r["key"] for r in rows))
    for r in rows:
        yield r | {"of_day": name_of_day(dated.get(r.pop("key"), ()), *days, r["name"])}


def read_rows(connection: sqlite3.Connection, keys: Sequence[int]) -> dict[int, EventRow]:
    """Rows of a list by key; a record that is damaged says so in place of its title."""
    try:
        return _read_rows(connection, keys)
    except sqlite3.DataError:  # one of them holds a text that is too long to be read
        if len(keys) > 1:
            return {k: row for key in keys for k, row in read_rows(connection, [key]).items()}
        return {key: _unsound(key) for key in keys}


def read_labels(connection: sqlite3.Connection, keys: Sequence[int]) -> dict[int, str]:
    """What each of these records is called in a picture: its short label, or else its title."""
    try:
        return {
            row["key"]: _damaged() if why else row["short_label"] or row["title"]
            for row, why in _LABELS.judged(connection, json.dumps(keys))
        }
    except sqlite3.DataError:  # as in `read_rows`
        return {
            key: row.short_label or row.title for key, row in read_rows(connection, keys).items()
        }


def read_titles(connection: sqlite3.Connection, keys: Sequence[int]) -> dict[int, EventTitle]:
    """Days and title of each of these records, by key; a damaged one says so as its title."""
    try:
        return {
            row["key"]: EventTitle(row["key"], "", _damaged()) if why else EventTitle(**row)
            for row, why in _TITLES.judged(connection, json.dumps(keys))
        }
    except sqlite3.DataError:  # as in `read_rows`
        found = read_rows(connection, keys)
        return {key: EventTitle(key, row.edtf, row.title) for key, row in found.items()}


def hash_fault(row: Sequence[Any]) -> str:
    """Why a whole row of `event` is not what the build wrote; empty where it is."""
    *said, declared = row
    return "" if row_hash(said) == declared else tr("it is not what was written: its hash differs")


def _read_rows(connection: sqlite3.Connection, keys: Sequence[int]) -> dict[int, EventRow]:
    asked = json.dumps(keys)
    vectors = _vectors(connection, asked)
    judged = list(_ROWS.judged(connection, asked))
    days = {r["key"]: (r.pop("outer_first"), r.pop("outer_last")) for r, why in judged if not why}
    places = _places_of_day(connection, asked, days)
    return {
        row["key"]: _unsound(row["key"])
        if why
        else EventRow(
            **row,
            vectors=tuple(vectors.get(row["key"], ())),
            places=tuple(places.get(row["key"], ())),
        )
        for row, why in judged
    }


def _places_of_day(
    connection: sqlite3.Connection, asked: str, days: Mapping[int, tuple[int, int]]
) -> dict[int, list[str]]:
    """The places of each event by their names of its days: two questions for all events."""
    judged = _ROW_PLACES.judged(connection, asked, most=MOST_LINKED * 100)
    rows = [row for row, why in judged if not why and row["event"] in days]
    dated = read_dated_names(connection, PLACE, (row["key"] for row in rows))
    found: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        names = dated.get(row["key"], ())
        found[row["event"]].append(name_of_day(names, *days[row["event"]], row["name"]))
    return found


def _vectors(connection: sqlite3.Connection, asked: str) -> dict[int, dict[str, None]]:
    """The vectors of each event, each once and in order."""
    found: dict[int, dict[str, None]] = defaultdict(dict)
    for link, why in _ROW_VECTORS.judged(connection, asked, most=MOST_LINKED * 100):
        if not why:
            found[link["event"]][link["vector"]] = None
    return found


def _unsound(key: int) -> EventRow:
    return EventRow(key, "", "", _damaged(), "", "", "", "", (), 0)


def _damaged() -> str:
    return tr("This record is damaged.")


def _one(connection: sqlite3.Connection, of: Reader, *values: object) -> Fields | None:
    """The one row there is. Raises `RowFaultError` where it cannot be taken."""
    for row, why in of.judged(connection, *values):
        if why:
            raise RowFaultError(why)
        return row
    return None


def _layer(row: Fields) -> Layer:
    return Layer(**row | {name: bool(row[name]) for name in ("on_by_default", "machine_coded")})


def _asserted(connection: sqlite3.Connection, occurrence: int) -> list[Assertion]:
    """What is asserted with any record of what happened, each with whose word it is."""
    said = _ASSERTING.sound(connection, occurrence)
    whose = {row.pop("key"): row for row in said}
    return [
        Assertion(
            **row | {"preferred": bool(row["preferred"])},
            **whose.get(key, {}),
        )
        for row in _ASSERTIONS.sound(connection, occurrence)
        for key in (row.pop("key"),)
    ]
