"""Records by their ids, field by field, without the keys that differ from edition to edition.

What `event.row_hash` covers holds such keys (one event more shifts those of all later ones), so it
tells whether a row is whole, not whether two editions say the same.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import Any

from timeline_app.model.edition_changes import RECORD_KINDS
from timeline_app.store.archive import Archive

Fields = dict[str, str]

_AT_ONCE = 500
_BITS = 64
_ITSELF = ""
"""The part whose columns are fields by themselves; every other part is one field."""

_CITED = "source.id, source.date, source.title_en, source.author, evidence, accessed"

# Of each kind: the record itself, its title in the second column, then what hangs on it. The first
# column is the id; {where} may bind some ids.
_PARTS: dict[str, dict[str, str]] = {
    "event": {
        _ITSELF: "SELECT event.id, event.title, occurrence.id AS occurrence, layer, kind, edtf, "
        "calendar, as_written, summary, outcome, verified, basis, importance, short_label, "
        "publishers, note, derived_from, more "
        "FROM event JOIN occurrence ON occurrence.key = event.occurrence {where}",
        "actors": "SELECT event.id, actor.id, name_as_written, role FROM event "
        "JOIN event_actor ON event = event.key JOIN actor ON actor.key = actor {where} "
        "ORDER BY event.key, n",
        "places": "SELECT event.id, place.id, name_as_written FROM event "
        "JOIN event_place ON event = event.key JOIN place ON place.key = place {where} "
        "ORDER BY event.key, n",
        "vectors": "SELECT event.id, vector, origin FROM event "
        "JOIN event_vector ON event = event.key {where} ORDER BY event.key, n",
        "sources": f"SELECT event.id, {_CITED} FROM event JOIN citation ON record = event.key "
        "JOIN source ON source.key = source {where} ORDER BY event.key, n",
        "assertions": "SELECT event.id, field, value, source_as_written, preferred, reason "
        "FROM event JOIN assertion ON event = event.key {where} "
        "ORDER BY event.key, field, preferred DESC, value, source_as_written",
    },
    "claim": {
        _ITSELF: "SELECT claim.id, claim.text, actor.id AS speaker, speaker_as_written, capacity, "
        "reported_by, stated, claim.type, title, summary, topic, horizon_as_written, verdict, "
        "verified, note FROM claim JOIN actor ON actor.key = speaker {where}",
        "actors": "SELECT claim.id, actor.id FROM claim JOIN claim_actor ON claim = claim.key "
        "JOIN actor ON actor.key = actor {where} ORDER BY claim.key, n",
        "vectors": "SELECT claim.id, vector FROM claim JOIN claim_vector ON claim = claim.key "
        "{where} ORDER BY claim.key, n",
        "sources": f"SELECT claim.id, {_CITED} FROM claim "
        "JOIN claim_citation ON claim = claim.key JOIN source ON source.key = source {where} "
        "ORDER BY claim.key, n",
        "outcome": "SELECT claim.id, claim_outcome.text, source.id, claim_outcome.known_from "
        "FROM claim JOIN claim_outcome ON claim = claim.key "
        "LEFT JOIN source ON source.key = source {where}",
        "events": "SELECT claim.id, event.id, stance FROM claim "
        "JOIN claim_event ON claim = claim.key JOIN event ON event.key = event {where} "
        "ORDER BY claim.key, event.id",
    },
    "instrument": {
        _ITSELF: "SELECT instrument.id, name FROM instrument {where}",
        "parties": "SELECT instrument.id, actor.id, name_as_written FROM instrument "
        "JOIN instrument_party ON instrument = instrument.key JOIN actor ON actor.key = actor "
        "{where} ORDER BY instrument.key, n",
        "steps": "SELECT instrument.id, n, step, actor.id, party_as_written, instrument_step.edtf, "
        "event.id FROM instrument JOIN instrument_step ON instrument = instrument.key "
        "LEFT JOIN actor ON actor.key = party LEFT JOIN event ON event.key = event {where} "
        "ORDER BY instrument.key, n",
        "sources": f"SELECT instrument.id, instrument_step.n, {_CITED} FROM instrument "
        "JOIN instrument_step ON instrument = instrument.key "
        "JOIN step_citation ON step_citation.step = instrument_step.key "
        "JOIN source ON source.key = source {where} "
        "ORDER BY instrument.key, instrument_step.n, step_citation.n",
    },
    "rollcall": {
        _ITSELF: "SELECT rollcall.id, rollcall.title, resolution, session, edtf, subject, issues, "
        "important, amendment, paragraph, yes, no, abstain, source, occurrence.id AS occurrence "
        "FROM rollcall LEFT JOIN occurrence ON occurrence.key = occurrence {where}",
        "ballots": "SELECT rollcall.id, actor.id, vote FROM rollcall "
        "JOIN ballot ON rollcall = rollcall.key JOIN actor ON actor.key = state {where} "
        "ORDER BY rollcall.key, actor.id",
    },
    "series": {
        _ITSELF: "SELECT series.id, measure, entity, partner, unit, scale, source, vintage "
        "FROM series {where}",
        "observations": "SELECT series.id, edtf, value, n, note FROM series "
        "JOIN observation ON series = series.key {where} ORDER BY series.key, edtf",
    },
}


def fingerprints(archive: Archive, kind: str) -> dict[str, int]:
    """What each record of one of RECORD_KINDS comes to, by its id. Raises `StoreError`.

    A sum over its rows, so that nothing is held but one number a record.
    """
    found: dict[str, int] = {}
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=str).encode
    with archive.reading() as connection:
        for part, select in _PARTS[kind].items():
            at: dict[str, int] = {}
            for id, *values in connection.execute(select.format(where="")):
                if type(id) is not str:
                    continue  # a stranger's: by such an id nothing is found again
                n = at[id] = at.get(id, -1) + 1
                row = encode([part, n, *values]).encode("utf-8", "replace")
                hashed = int.from_bytes(blake2b(row, digest_size=_BITS // 8).digest())
                found[id] = (found.get(id, 0) + hashed) % (1 << _BITS)
    return found


def all_fingerprints(archive: Archive) -> dict[str, dict[str, int]]:
    """The same by kind, for all kinds."""
    return {kind: fingerprints(archive, kind) for kind in RECORD_KINDS}


def titles(archive: Archive, kind: str, ids: Sequence[str]) -> dict[str, str]:
    """What these records are called; a series by what it measures of whom. Raises `StoreError`."""
    with archive.reading() as connection:
        rows = _of_ids(connection, kind, _PARTS[kind][_ITSELF], ids)
        return {row[0]: _title(kind, row) for _, row in rows}


def fields(archive: Archive, kind: str, ids: Sequence[str]) -> dict[str, Fields]:
    """These records field by field, as text; what hangs on one is a field of its own."""
    found: dict[str, Fields] = {id: {} for id in ids}
    with archive.reading() as connection:
        for part, select in _PARTS[kind].items():
            for names, (id, *values) in _of_ids(connection, kind, select, ids):
                if part == _ITSELF:
                    found[id] |= dict(zip(names[1:], map(_text, values), strict=True))
                else:
                    said = ", ".join(filter(None, map(_text, values)))
                    before = found[id].get(part)
                    found[id][part] = said if before is None else f"{before}; {said}"
    return found


def _of_ids(
    connection: sqlite3.Connection, kind: str, select: str, ids: Sequence[str]
) -> Iterator[tuple[list[str], tuple[Any, ...]]]:
    """The rows of these records, each with the names of its columns."""
    for first in range(0, len(ids), _AT_ONCE):
        some = list(ids[first : first + _AT_ONCE])
        where = f"WHERE {kind}.id IN ({', '.join('?' * len(some))})"
        cursor = connection.execute(select.format(where=where), some)
        names = [column[0] for column in cursor.description]
        yield from ((names, row) for row in cursor)


def _title(kind: str, row: tuple[Any, ...]) -> str:
    parts = row[1:4] if kind == "series" else row[1:2]
    return ", ".join(filter(None, map(_text, parts)))


def _text(value: Any) -> str:
    return "" if value is None else str(value)
