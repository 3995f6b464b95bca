"""Which records an archive holds, by the kinds of thing a note can be about."""

from timeline_app.store.archive import Archive
from timeline_app.store.schema import BY_NAME

_TABLES = ("event", "claim", "actor", "source")


def text_of(archive: Archive, kind: str, id_: str, field: str) -> str | None:
    """The text in this field of a record, empty where there is none; None for no field of texts."""
    if BY_NAME[kind].types.get(field) is not str:
        return None
    with archive.reading() as connection:
        found = connection.execute(f'SELECT "{field}" FROM {kind} WHERE id = ?', (id_,)).fetchone()
    return found[0] if found and isinstance(found[0], str) else ""


def holds(archive: Archive, kind: str, id_: str) -> bool:
    """Whether the archive has this record; KeyError for a kind that is no table of records."""
    if kind not in _TABLES:
        raise KeyError(kind)
    with archive.reading() as connection:
        found = connection.execute(f"SELECT 1 FROM {kind} WHERE id = ?", (id_,)).fetchone()
    return found is not None
