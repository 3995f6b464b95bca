"""What the records of an archive look like to those who write on them."""

from timeline_app.model.annotation import About, Passage, Target
from timeline_app.store.archive import Archive
from timeline_app.store.schema import BY_NAME

# The title and the date by which one knows a record of each kind again.
_LOOKS = {
    "event": "title, edtf",
    "claim": "CASE title WHEN '' THEN text ELSE title END, stated",
    "actor": "name, ''",
    "source": "CASE title WHEN '' THEN title_en ELSE title END, date",
}


def record_of(target: Target) -> tuple[str, str] | None:
    """Kind and id of the record that a target is, or is a passage of; None where it is of none."""
    passage = Passage.read(target.id) if target.kind == "passage" else None
    kind, id_ = (passage.kind, passage.id) if passage else (target.kind, target.id)
    return (kind, id_) if kind in _LOOKS else None


def look_of(archive: Archive, kind: str, id_: str) -> About | None:
    """What this record looks like; None where the archive has none. KeyError for another kind."""
    with archive.reading() as connection:
        found = connection.execute(
            f"SELECT {_LOOKS[kind]} FROM {kind} WHERE id = ?", (id_,)
        ).fetchone()
    if found is None:
        return None
    title, date = (text if isinstance(text, str) else "" for text in found)
    return About(archive.edition.id, archive.edition.version, title, date)


def text_of(archive: Archive, kind: str, id_: str, field: str) -> str | None:
    """The text in this field of a record, empty where there is none; None for no field of texts."""
    if BY_NAME[kind].types.get(field) is not str:
        return None
    with archive.reading() as connection:
        found = connection.execute(f'SELECT "{field}" FROM {kind} WHERE id = ?', (id_,)).fetchone()
    return found[0] if found and isinstance(found[0], str) else ""
