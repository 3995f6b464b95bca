"""Single claims of an archive: whole, or what a line says of them."""

import json
import sqlite3
from collections.abc import Iterable, Sequence

from timeline_app.model.claim import Claim, Outcome, Spoken
from timeline_app.model.dated_names import name_of_day
from timeline_app.model.records import ClaimRow, Participant, Source
from timeline_app.store.archive import Archive
from timeline_app.store.archive_faults import fault
from timeline_app.store.cited import OF_CLAIM, source_by_itself
from timeline_app.store.dated_names import ACTOR, read_dated_names
from timeline_app.store.store_error import Fault
from timeline_app.store.typed_rows import Fields, Reader
from timeline_app.words.tr import tr

_WHO_AND_WHEN = "claim.speaker speaker_key, claim.outer_first, claim.outer_last"
_CLAIM = Reader(
    "claim.key, claim.id, actor.id speaker_id, claim.speaker_as_written speaker, claim.capacity, "
    "claim.reported_by, claim.stated, claim.type, claim.text, claim.title, claim.summary, "
    "claim.topic, claim.horizon_edtf horizon, claim.horizon_as_written, claim.verdict, "
    f"claim.verified, claim.note, {_WHO_AND_WHEN}",
    "FROM claim JOIN actor ON actor.key = claim.speaker WHERE claim.key = ?",
)
_ROWS = Reader(
    "claim.key, claim.id, claim.speaker_as_written speaker, claim.capacity, claim.stated, "
    "claim.type, claim.text, claim.title, claim.horizon_edtf horizon, claim.horizon_as_written, "
    f"claim.verdict, {_WHO_AND_WHEN}",
    "FROM claim WHERE key IN (SELECT value FROM json_each(?)) "
    "ORDER BY outer_first, outer_last, key",
)
_OUTCOME = Reader(
    "claim_outcome.text, claim_outcome.source, claim_outcome.known_from",
    "FROM claim_outcome WHERE claim = ?",
)
_ABOUT = Reader(
    "event.id event, event.occurrence, event.title, event.edtf, claim_event.stance",
    "FROM claim_event JOIN event ON event.key = claim_event.event WHERE claim = ? "
    "ORDER BY outer_first, event.key",
)
_ACTORS = Reader(
    "actor.id, actor.name, actor.type, actor.iso3",
    "FROM claim_actor JOIN actor ON actor.key = claim_actor.actor WHERE claim = ? ORDER BY n",
)
_VECTORS = Reader("claim_vector.vector", "FROM claim_vector WHERE claim = ? ORDER BY n")
_SAID_ABOUT = Reader(
    "claim_event.claim, claim_event.stance",
    "FROM claim_event JOIN event ON event.key = claim_event.event "
    "JOIN claim ON claim.key = claim_event.claim WHERE occurrence = ? "
    "ORDER BY claim.outer_first, claim.key",
)
_AT_ONCE = 500


def read_claim(archive: Archive, key: int) -> Claim | None:
    """One claim whole; None where there is none of this key.

    What hangs on it and is damaged is left out. Raises `StoreError`, also where the claim itself
    is damaged.
    """
    with archive.reading() as connection:
        found = next(_CLAIM.judged(connection, key), None)
        if found is None:
            return None
        row, why = found
        if why:
            said = tr("a record cannot be read ({why})", why=why)
            raise fault(Fault.DAMAGED, archive.path, said)
        _name_speakers(connection, [row])
        return Claim(
            **row | {"verified": bool(row["verified"])},
            outcome=_outcome(connection, key),
            about=tuple(Spoken(**r) for r in _ABOUT.sound(connection, key)),
            actors=tuple(Participant(**r, role="") for r in _ACTORS.sound(connection, key)),
            vectors=tuple(r["vector"] for r in _VECTORS.sound(connection, key)),
            sources=tuple(Source(**r) for r in OF_CLAIM.sound(connection, key)),
        )


def read_claim_rows(archive: Archive, keys: Iterable[int]) -> list[ClaimRow]:
    """These claims in the order of time, each speaker by the name of its day too; unknown and
    damaged ones are left out."""
    wanted = [int(key) for key in keys]
    found: list[Fields] = []
    with archive.reading() as connection:
        for first in range(0, len(wanted), _AT_ONCE):
            some = _ROWS.sound(connection, json.dumps(wanted[first : first + _AT_ONCE]))
            _name_speakers(connection, some)
            found += some
    return [ClaimRow(**row) for row in found]


def read_said_about(archive: Archive, occurrence: int) -> list[tuple[int, str]]:
    """The keys of the claims about what happened, each with its stance, in the order of time."""
    with archive.reading() as connection:
        rows = _SAID_ABOUT.sound(connection, occurrence)
    return [(row["claim"], row["stance"]) for row in rows]


def claim_key(archive: Archive, id: str) -> int | None:
    """The key of the claim with this id; None where there is none."""
    with archive.reading() as connection:
        found = connection.execute("SELECT key FROM claim WHERE id = ?", (id,)).fetchone()
        return found[0] if found and type(found[0]) is int else None


def _name_speakers(connection: sqlite3.Connection, rows: Sequence[Fields]) -> None:
    """What each speaker was called on the days of the claim takes the place of those days."""
    dated = read_dated_names(connection, ACTOR, (row["speaker_key"] for row in rows))
    for row in rows:
        names = dated.get(row.pop("speaker_key"), ())
        days = row.pop("outer_first"), row.pop("outer_last")
        row["speaker_of_day"] = name_of_day(names, *days, row["speaker"])


def _outcome(connection: sqlite3.Connection, key: int) -> Outcome | None:
    for row in _OUTCOME.sound(connection, key):
        number = row["source"]
        sources = () if number is None else source_by_itself(connection, number)
        return Outcome(row["text"], next(iter(sources), None), row["known_from"])
    return None
