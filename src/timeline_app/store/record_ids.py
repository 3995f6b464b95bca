"""Which records an archive holds, by the kinds of thing a note can be about."""

from timeline_app.store.archive import Archive

_TABLES = ("event", "claim", "actor", "source")


def holds(archive: Archive, kind: str, id_: str) -> bool:
    """Whether the archive has this record; KeyError for a kind that is no table of records."""
    if kind not in _TABLES:
        raise KeyError(kind)
    with archive.reading() as connection:
        found = connection.execute(f"SELECT 1 FROM {kind} WHERE id = ?", (id_,)).fetchone()
    return found is not None
