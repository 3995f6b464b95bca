"""Notes as rows, made from the acts in the same transaction; they can always be made again."""

import sqlite3
from collections.abc import Iterable

from timeline_app.model.act import Act
from timeline_app.model.annotation import Note, Target
from timeline_app.model.note_commands import NOTE, tags_of
from timeline_app.store.acts import acts_of_object, standing, state_of
from timeline_app.store.clock import time_of

_COLUMNS = "id, target, text, author, created, changed, act"


def refresh(connection: sqlite3.Connection, objects: Iterable[tuple[str, str]]) -> None:
    """Makes the rows of these objects (kind, id) again from the log."""
    for kind, target in objects:
        if kind == NOTE:
            _refresh_note(connection, acts_of_object(connection, kind, target))


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


def _refresh_note(connection: sqlite3.Connection, acts: list[Act]) -> None:
    note, shown = acts[0].target, standing(acts)
    connection.execute("DELETE FROM tag WHERE annotation = ?", (note,))
    connection.execute("DELETE FROM annotation WHERE id = ?", (note,))
    state = state_of(shown.payload) if shown else None
    if shown is None or state is None:
        return
    connection.execute(
        "INSERT INTO annotation (id, kind, target, text, author, created, changed, act) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            note,
            NOTE,
            str(state.get("target", "")),
            str(state.get("text", "")),
            acts[0].author,
            time_of(acts[0].hlc),
            time_of(shown.hlc),
            shown.id,
        ),
    )
    connection.executemany(
        "INSERT INTO tag (annotation, n, tag) VALUES (?, ?, ?)",
        [(note, n, tag) for n, tag in enumerate(tags_of(state))],
    )
