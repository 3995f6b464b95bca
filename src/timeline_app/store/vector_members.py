"""The members of the vectors, and the languages of publishers; damaged rows are left out."""

import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from itertools import islice

from timeline_app.model.vector_member import VectorMember
from timeline_app.store.archive import Archive
from timeline_app.store.typed_rows import Reader, scan

MOST, MOST_PUBLISHERS = 20_000, 1_000_000
"""A stranger's archive may have as many as it likes; no more are read."""

_ID = Reader("actor.id", "FROM actor WHERE key = ?")


def read_vector_members(archive: Archive) -> tuple[VectorMember, ...]:
    """By vector as they are written. Raises `StoreError`."""
    with archive.reading() as connection:
        rows = scan(connection, "vector_member", "vector", "actor", "from", "to")
        sound = list(islice((row for _, row, why in rows if not why), MOST))
        ids = _ids(connection, {row["actor"] for row in sound})
    found = (
        VectorMember(row["vector"], ids[row["actor"]], row["from"], row["to"])
        for row in sound
        if row["actor"] in ids
    )
    return tuple(one for one in found if one.is_sound)


def _ids(connection: sqlite3.Connection, actors: Iterable[int]) -> dict[int, str]:
    """The ids of these actors, as far as they can be read: most actors belong to no vector."""
    found: dict[int, str] = {}
    for actor in actors:
        with suppress(sqlite3.DataError):  # one too long to be read at all
            for row in _ID.sound(connection, actor):
                found[actor] = row["id"]
    return found


def read_languages(archive: Archive) -> dict[str, str]:
    """The language of each publisher by its id, empty where it is not known. Raises
    `StoreError`."""
    with archive.reading() as connection:
        rows = islice(scan(connection, "publisher", "id", "language"), MOST_PUBLISHERS)
        return {row["id"]: row["language"] or "" for _, row, why in rows if not why}
