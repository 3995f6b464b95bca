"""The members of the vectors, and the languages of publishers; damaged rows are left out."""

from itertools import islice

from timeline_app.model.vector_member import VectorMember
from timeline_app.store.archive import Archive
from timeline_app.store.typed_rows import scan

MOST = 20_000
"""A stranger's archive may have as many as it likes; no more are read."""


def read_vector_members(archive: Archive) -> tuple[VectorMember, ...]:
    """By vector as they are written. Raises `StoreError`."""
    with archive.reading() as connection:
        named = scan(connection, "actor", "key", "id")
        ids = {row["key"]: row["id"] for _, row, why in named if not why}
        rows = scan(connection, "vector_member", "vector", "actor", "from", "to")
        found = (
            VectorMember(row["vector"], ids[row["actor"]], row["from"], row["to"])
            for _, row, why in rows
            if not why and row["actor"] in ids
        )
        return tuple(islice((one for one in found if one.is_sound), MOST))


def read_languages(archive: Archive) -> dict[str, str]:
    """The language of each publisher by its id, empty where it is not known. Raises
    `StoreError`."""
    with archive.reading() as connection:
        rows = scan(connection, "publisher", "id", "language")
        return {row["id"]: row["language"] or "" for _, row, why in islice(rows, MOST) if not why}
