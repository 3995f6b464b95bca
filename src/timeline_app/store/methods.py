"""What the rows of an archive tell of how it was made; texts go through the typed reader."""

import json
import sqlite3
from collections.abc import Set

from timeline_app.model.methods import Member, Share, Told
from timeline_app.store.archive import Archive
from timeline_app.store.typed_rows import LONGEST_TEXT, Reader

MOST_NAMED = 12
"""So many publishers are named, those that are cited most."""

_ON = "event.layer IN (SELECT value FROM json_each(?))"
_CITED = (
    "FROM citation JOIN event ON event.key = citation.record "
    "JOIN source ON source.key = citation.source "
)
_PUBLISHED = f"{_CITED} JOIN publisher ON publisher.id = source.publisher WHERE {_ON}"

_MEMBERS = Reader(
    "vector_member.vector, actor.name actor, vector_member.from since, vector_member.to until",
    "FROM vector_member JOIN vector ON vector.id = vector_member.vector "
    "JOIN actor ON actor.key = vector_member.actor ORDER BY vector.n, vector_member.rowid",
)


def read_told(archive: Archive, layers_on: Set[str]) -> Told:
    """The tables of the methods page but those of the events; raises `StoreError`."""
    on = json.dumps(sorted(layers_on))
    with archive.reading() as connection:
        members = _MEMBERS.sound(connection)
        return Told(
            members=tuple(Member(**row) for row in members),
            publishers=_shares(connection, "publisher.name", _PUBLISHED, on)[:MOST_NAMED],
            citations=_number(connection, f"SELECT count(*) {_PUBLISHED}", on),
            languages=_shares(
                connection, "publisher.language", f"{_PUBLISHED} AND language <> ''", on
            ),
            read=_shares(connection, "citation.evidence", f"{_CITED} WHERE {_ON}", on),
            bases=_shares(connection, "source.date_basis", "FROM source"),
            origins=_shares(
                connection,
                "event_vector.origin",
                f"FROM event_vector JOIN event ON event.key = event_vector.event WHERE {_ON}",
                on,
            ),
            verdicts=_shares(connection, "claim.verdict", "FROM claim"),
            outcomes=_number(connection, "SELECT count(*) FROM claim_outcome"),
            outcomes_sourced=_number(
                connection, "SELECT count(*) FROM claim_outcome WHERE source IS NOT NULL"
            ),
        )


def _shares(
    connection: sqlite3.Connection, column: str, rest: str, *values: str
) -> tuple[Share, ...]:
    """The texts of a column and how often each stands there, the most frequent first."""
    sound = f"typeof({column}) = 'text' AND length({column}) <= {LONGEST_TEXT}"
    joined = "AND" if "WHERE" in rest else "WHERE"
    sql = f"SELECT {column}, count(*) {rest} {joined} {sound} GROUP BY 1 ORDER BY 2 DESC, 1"
    return tuple((" ".join(str(text).split()), n) for text, n in connection.execute(sql, values))


def _number(connection: sqlite3.Connection, sql: str, *values: str) -> int:
    counted: int = connection.execute(sql, values).fetchone()[0]
    return counted
