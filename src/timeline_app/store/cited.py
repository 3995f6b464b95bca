"""What a citation needs of an archive: single records with their sources, and sources of many."""

import sqlite3
from collections.abc import Iterable, Sequence

from timeline_app.model.cited_record import CitedRecord
from timeline_app.model.records import Source
from timeline_app.store.archive import Archive

_AT_ONCE = 500

_RECORDS = {
    "event": "SELECT key, title, edtf, '', '' FROM event WHERE id = ?",
    "claim": "SELECT key, text, stated, speaker_as_written, capacity FROM claim WHERE id = ?",
    "source": "SELECT key, title, date, '', '' FROM source WHERE id = ?",
}
_SOURCES = """
    SELECT source.id, kind, coalesce(publisher.name, ''), title, title_en, author, date, date_basis,
           url, repo, path, "commit", coalesce(accessed, ''), coalesce(evidence, '')
    FROM source LEFT JOIN publisher ON publisher.id = source.publisher
"""
_OF_RECORD = {
    "event": f"{_SOURCES} JOIN citation ON citation.source = source.key "
    "WHERE record = ? ORDER BY n",
    "claim": f"{_SOURCES} JOIN claim_citation AS cited ON cited.source = source.key "
    "WHERE claim = ? ORDER BY n",
    # A source is read for a record; where several cite it, as it was last read for one of them.
    "source": f"""{_SOURCES} LEFT JOIN (
        SELECT source, evidence, accessed FROM citation
        UNION ALL SELECT source, evidence, accessed FROM claim_citation
        UNION ALL SELECT source, evidence, accessed FROM step_citation
    ) AS cited ON cited.source = source.key WHERE source.key = ? ORDER BY accessed DESC LIMIT 1""",
}
_OF_EVENTS = f"{_SOURCES} JOIN citation ON citation.source = source.key WHERE record IN ({{holes}})"


def cited_record(archive: Archive, kind: str, id: str) -> CitedRecord | None:
    """A record of one of CITED_KINDS with its sources; None where there is none.

    Raises `StoreError`.
    """
    with archive.reading() as connection:
        found = connection.execute(_RECORDS[kind], (id,)).fetchone()
        if found is None:
            return None
        key, title, date, speaker, capacity = found
        sources = _read(connection, _OF_RECORD[kind], (key,))
    return CitedRecord(kind, id, title, date, sources, speaker, capacity)


def sources_of_events(archive: Archive, keys: Iterable[int]) -> tuple[Source, ...]:
    """Every source that these records cite, once, by publisher and date. Raises `StoreError`."""
    wanted = sorted(map(int, keys))
    found: dict[str, Source] = {}
    with archive.reading() as connection:
        for first in range(0, len(wanted), _AT_ONCE):
            some = wanted[first : first + _AT_ONCE]
            select = _OF_EVENTS.format(holes=", ".join("?" * len(some)))
            for source in _read(connection, select, some):
                found.setdefault(source.id, source)
    return tuple(sorted(found.values(), key=lambda s: (s.publisher, s.date, s.id)))


def _read(connection: sqlite3.Connection, select: str, values: Sequence[int]) -> tuple[Source, ...]:
    return tuple(Source(*row) for row in connection.execute(select, values))
