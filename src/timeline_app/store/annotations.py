"""Notes as rows, made from the acts in the same transaction; they can always be made again."""

import sqlite3
from collections.abc import Iterable

from timeline_app.model.act import Act
from timeline_app.model.annotation import Note, Target
from timeline_app.model.note_commands import NOTE, tags_of
from timeline_app.store.acts import acts_of_object, all_acts, origin, standing, state_of
from timeline_app.store.clock import time_of

_COLUMNS = "id, target, text, author, created, changed, act"


def refresh(connection: sqlite3.Connection, objects: Iterable[tuple[str, str]]) -> None:
    """Makes the rows of these objects (kind, id) again from the log."""
    for kind, target in objects:
        if kind == NOTE:
            _write_note(connection, target, _note_of(acts_of_object(connection, kind, target)))


def rebuild(connection: sqlite3.Connection) -> None:
    """Makes all rows again from the log."""
    connection.execute("DELETE FROM tag")
    connection.execute("DELETE FROM annotation")
    refresh(connection, connection.execute("SELECT DISTINCT kind, target FROM act").fetchall())


def read_notes(connection: sqlite3.Connection) -> list[Note]:
    """All notes, oldest first."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM annotation ORDER BY id").fetchall()
    tags: dict[str, list[str]] = {}
    for note, tag in connection.execute("SELECT annotation, tag FROM tag ORDER BY annotation, n"):
        tags.setdefault(note, []).append(tag)
    return [_note(row, tags.get(row[0], ())) for row in rows]


def read_note(connection: sqlite3.Connection, note: str) -> Note | None:
    """The note of this id, if it stands."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM annotation WHERE id = ?", (note,)).fetchone()
    if row is None:
        return None
    tags = connection.execute("SELECT tag FROM tag WHERE annotation = ? ORDER BY n", (note,))
    return _note(row, (tag for (tag,) in tags.fetchall()))


def _note(row: tuple[str, ...], tags: Iterable[str]) -> Note:
    id_, target, text, author, created, changed, act = row
    kind, _, about = target.partition(":")
    return Note(id_, Target(kind, about), text, tuple(tags), author, created, changed, act)


def stale_notes(connection: sqlite3.Connection) -> list[str]:
    """The ids of notes whose rows are not what the log makes of them."""
    held = {note.id: note for note in read_notes(connection)}
    objects: dict[str, list[Act]] = {}
    for act in all_acts(connection):
        if act.kind == NOTE:
            objects.setdefault(act.target, []).append(act)
    told = {note: _note_of(acts) for note, acts in objects.items()}
    return sorted(note for note in held.keys() | told if held.get(note) != told.get(note))


def _note_of(acts: list[Act]) -> Note | None:
    """The note that these acts, which are all acts on it, come to; None where it was removed."""
    shown = standing(acts)
    state = state_of(shown.payload) if shown else None
    if shown is None or state is None:
        return None
    kind, _, about = str(state.get("target", "")).partition(":")
    since = origin(acts, shown)
    return Note(
        id=shown.target,
        target=Target(kind, about),
        text=str(state.get("text", "")),
        tags=tags_of(state),
        author=acts[0].author,
        created=time_of(acts[0].hlc),
        changed=time_of(since.hlc),
        act=since.id,
    )


def _write_note(connection: sqlite3.Connection, id_: str, note: Note | None) -> None:
    connection.execute("DELETE FROM tag WHERE annotation = ?", (id_,))
    connection.execute("DELETE FROM annotation WHERE id = ?", (id_,))
    if note is None:
        return
    connection.execute(
        f"INSERT INTO annotation (kind, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            NOTE,
            note.id,
            str(note.target),
            note.text,
            note.author,
            note.created,
            note.changed,
            note.act,
        ),
    )
    connection.executemany(
        "INSERT INTO tag (annotation, n, tag) VALUES (?, ?, ?)",
        [(note.id, n, tag) for n, tag in enumerate(note.tags)],
    )
