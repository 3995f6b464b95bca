"""Objects whose heads differ: two people's edits that did not know each other, both kept."""

import sqlite3
from collections.abc import Iterable

from timeline_app.model.act import Act, canonical
from timeline_app.model.conflict import Conflict
from timeline_app.model.written.bringing import told
from timeline_app.store.acts import acts_of_object, heads, origin


def make(connection: sqlite3.Connection, acts: list[Act]) -> None:
    """Notes whether the object that these are all acts on is in conflict; nothing is noted yet."""
    # An object of one act has one head.
    if len(acts) > 1 and len(sides(acts)) > 1:
        connection.execute("INSERT INTO conflict VALUES (?, ?)", (acts[0].kind, acts[0].target))


def forget(connection: sqlite3.Connection, kind: str, target: str) -> None:
    """Nothing is noted of an object."""
    connection.execute("DELETE FROM conflict WHERE kind = ? AND target = ?", (kind, target))


def forget_all(connection: sqlite3.Connection) -> None:
    """Nothing is noted of any."""
    connection.execute("DELETE FROM conflict")


def read_conflicts(connection: sqlite3.Connection) -> list[Conflict]:
    """All conflicts that stand, by their oldest side."""
    objects = connection.execute("SELECT kind, target FROM conflict").fetchall()
    found = [conflict_of(connection, kind, target) for kind, target in objects]
    return sorted(found, key=lambda conflict: (conflict.sides[0].id, conflict.id))


def conflict_of(connection: sqlite3.Connection, kind: str, target: str) -> Conflict:
    """An object with its sides; one alone where it is in no conflict."""
    return Conflict(kind, target, sides(acts_of_object(connection, kind, target)))


def sides(acts: Iterable[Act]) -> tuple[Act, ...]:
    """The states in which an object stands, each by the act that first gave it.

    Oldest first, so that the sides bear the same letters in every notebook that has these acts. Two
    states that say the same are one: where it came from and what its target looked like (an import
    adds the one, another edition alters the other) is nothing that anybody has to settle.
    """
    acts = list(acts)
    first = {_said(head): origin(acts, head) for head in heads(acts)}
    return tuple(sorted(first.values(), key=lambda act: act.id))


def _said(act: Act) -> str:
    return act.payload if act.state is None else canonical(told(act.state))
