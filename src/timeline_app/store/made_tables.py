"""Every table that is made from the log, made again for some objects or for all.

Each statement may wait for whoever else is at work, so none is made that changes nothing.
"""

import sqlite3
from collections.abc import Iterable, Sequence

from timeline_app.model.act import Act
from timeline_app.store import annotations, conflicts
from timeline_app.store.acts import acts_of_object


def follow(connection: sqlite3.Connection, acts: Sequence[Act]) -> None:
    """Makes what follows from these acts, which have just been written here."""
    begun = [act for act in acts if act.target == act.id]
    for act in begun:
        _make(connection, [act])
    objects = dict.fromkeys((act.kind, act.target) for act in acts if act.target != act.id)
    refresh(connection, objects)


def refresh(connection: sqlite3.Connection, objects: Iterable[tuple[str, str]]) -> None:
    """Makes the rows of these objects (kind, id) again from the log."""
    for kind, target in objects:
        annotations.forget(connection, target)
        conflicts.forget(connection, kind, target)
        _make(connection, acts_of_object(connection, kind, target))


def rebuild(connection: sqlite3.Connection) -> None:
    """Makes all rows again from the log."""
    annotations.forget_all(connection)
    conflicts.forget_all(connection)
    every = connection.execute("SELECT DISTINCT kind, target FROM act").fetchall()
    for kind, target in every:
        _make(connection, acts_of_object(connection, kind, target))


def _make(connection: sqlite3.Connection, acts: list[Act]) -> None:
    """The rows of the object that these are all acts on, of which there are none."""
    annotations.make(connection, acts)
    conflicts.make(connection, acts)
