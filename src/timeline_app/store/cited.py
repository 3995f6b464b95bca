"""What a citation needs of an archive: single records with their sources, and sources of many."""

import json
import sqlite3
from collections.abc import Iterable

from timeline_app.model.cited_record import CitedRecord, of_event
from timeline_app.model.records import Source
from timeline_app.store.archive import Archive
from timeline_app.store.archive_faults import fault
from timeline_app.store.store_error import Fault
from timeline_app.store.typed_rows import MOST_LINKED, Reader
from timeline_app.words.tr import tr

_AT_ONCE = 500

_RECORDS = {
    "claim": Reader(
        "claim.key, claim.text title, claim.stated date, claim.speaker_as_written speaker, "
        "claim.capacity",
        "FROM claim WHERE id = ?",
    ),
    "source": Reader("source.key, source.title, source.date", "FROM source WHERE id = ?"),
}
_SOURCE = (
    "source.id, source.kind, publisher.name publisher, source.title, source.title_en, "
    "source.author, source.date, source.date_basis, source.entry_date, source.known_from, "
    "source.url, source.repo, source.path, "
    "source.commit"
)
_PUBLISHED = "JOIN publisher ON publisher.id = source.publisher"


def cited_by(table: str, where: str) -> Reader:
    """The sources, with what was read of them, that a table of citations names."""
    return Reader(
        f"{_SOURCE}, {table}.accessed, {table}.evidence",
        f"FROM {table} JOIN source ON source.key = {table}.source {_PUBLISHED} {where}",
    )


_OF_EVENTS = cited_by("citation", "WHERE record IN (SELECT value FROM json_each(?))")
OF_CLAIM = cited_by("claim_citation", "WHERE claim = ? ORDER BY n")
_BY_ITSELF = Reader(_SOURCE, f"FROM source {_PUBLISHED} WHERE source.key = ?")
_AS_READ = [
    Reader(f"{table}.accessed, {table}.evidence", f"FROM {table} WHERE source = ?")
    for table in ("citation", "claim_citation", "step_citation")
]


def cited_record(archive: Archive, kind: str, id: str) -> CitedRecord | None:
    """A record of one of CITED_KINDS with its sources; None where there is none.

    Raises `StoreError`, also where the record itself is damaged; damaged sources are left out.
    """
    if kind == "event":
        keys = archive.keys_of([id])
        event = archive.event(keys[id]) if id in keys else None
        return None if event is None else of_event(event)
    with archive.reading() as connection:
        found = next(_RECORDS[kind].judged(connection, id), None)
        if found is None:
            return None
        row, why = found
        if why:
            said = tr("a record cannot be read ({why})", why=why)
            raise fault(Fault.DAMAGED, archive.path, said)
        key = row.pop("key")
        if kind == "source":
            sources = source_by_itself(connection, key)
        else:
            sources = tuple(Source(**r) for r in OF_CLAIM.sound(connection, key))
    return CitedRecord(kind, id, sources=sources, **row)


def sources_of_events(archive: Archive, keys: Iterable[int]) -> tuple[Source, ...]:
    """Every source that these records cite, once, by publisher and date. Raises `StoreError`."""
    wanted = sorted(map(int, keys))
    found: dict[str, Source] = {}
    with archive.reading() as connection:
        for first in range(0, len(wanted), _AT_ONCE):
            some = json.dumps(wanted[first : first + _AT_ONCE])
            rows = _OF_EVENTS.judged(connection, some, most=_AT_ONCE * MOST_LINKED)
            for source in (Source(**row) for row, why in rows if not why):
                found.setdefault(source.id, source)
    return tuple(sorted(found.values(), key=lambda s: (s.publisher, s.date, s.id)))


def events_citing(archive: Archive, source: str, most: int) -> list[str]:
    """The ids of records that cite the source of this id, `most` of them, by their first day."""
    with archive.reading() as connection:
        found = connection.execute(
            "SELECT event.id FROM source JOIN citation ON citation.source = source.key "
            "JOIN event ON event.key = citation.record WHERE source.id = ? "
            "ORDER BY event.outer_first, event.key LIMIT ?",
            (source, most),
        ).fetchall()
    return [id_ for (id_,) in found if isinstance(id_, str)]


def source_by_itself(connection: sqlite3.Connection, key: int) -> tuple[Source, ...]:
    """The source as it was last read for any record that cites it."""
    read = [row for reader in _AS_READ for row in reader.sound(connection, key)]
    last = max(read, key=lambda row: str(row["accessed"]), default={"accessed": "", "evidence": ""})
    return tuple(Source(**row, **last) for row in _BY_ITSELF.sound(connection, key))
