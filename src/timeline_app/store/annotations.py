"""What was written, as rows made from the acts in the same transaction; they can always be made
again."""

import sqlite3
from collections.abc import Mapping, Sequence

from timeline_app.model.act import Act
from timeline_app.model.annotation import Target, Written
from timeline_app.model.written.catalogue import BY_NAME
from timeline_app.model.written.commands import ORIGIN, TARGET
from timeline_app.store.acts import (
    acts_of_object,
    all_acts,
    origin,
    payload_of,
    standing,
    state_of,
)
from timeline_app.store.clock import time_of

_COLUMNS = "id, kind, target, state, author, created, changed, act"


def make(connection: sqlite3.Connection, acts: list[Act]) -> None:
    """Makes the rows of the object that these are all acts on; it has none yet."""
    one = _written(acts)
    if one is not None:
        _insert(connection, one)


def forget(connection: sqlite3.Connection, id_: str) -> None:
    """Takes the rows of an object away."""
    for table in ("aim", "tag"):
        connection.execute(f"DELETE FROM {table} WHERE annotation = ?", (id_,))
    connection.execute("DELETE FROM annotation WHERE id = ?", (id_,))


def forget_all(connection: sqlite3.Connection) -> None:
    """Takes all rows away."""
    for table in ("aim", "tag", "annotation"):
        connection.execute(f"DELETE FROM {table}")


class WrittenRows:
    """All that stands, read again and again: what did not change is the same object each time."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, ...], Written] = {}

    def read(self, connection: sqlite3.Connection) -> list[Written]:
        """All of it, oldest first."""
        before, self._known = self._known, {}
        found = []
        for row in _rows(connection, None):
            one = before.get(row) or _row(row)
            if one is not None:
                self._known[row] = one
            found.append(one or _read(connection, row))
        return [one for one in found if one is not None]


def read_written(connection: sqlite3.Connection, kind: str) -> list[Written]:
    """What stands of this kind, oldest first."""
    return [one for row in _rows(connection, kind) if (one := _read(connection, row))]


def read_one(connection: sqlite3.Connection, kind: str, id_: str) -> Written | None:
    """The one of this kind with this id, if it stands."""
    found = connection.execute(
        f"SELECT {_COLUMNS} FROM annotation WHERE id = ? AND kind = ?", (id_, kind)
    ).fetchone()
    return _read(connection, found) if found else None


def stale(connection: sqlite3.Connection) -> list[str]:
    """The ids of objects whose rows are not what the log makes of them."""
    held = {row[0]: _row(row) for row in _rows(connection, None)}
    objects: dict[tuple[str, str], list[Act]] = {}
    for act in all_acts(connection):
        objects.setdefault((act.kind, act.target), []).append(act)
    told = {id_: _written(acts) for (_, id_), acts in objects.items()}
    spoilt = {id_ for id_ in held.keys() | told if held.get(id_) != told.get(id_)}
    return sorted(spoilt | _beside(connection, held))


def _beside(connection: sqlite3.Connection, held: Mapping[str, Written | None]) -> set[str]:
    """The objects whose rows of text, tags and further targets do not repeat their state."""
    texts = dict(connection.execute("SELECT id, text FROM annotation").fetchall())
    sound = [one for one in held.values() if one]
    spoilt = {one.id for one in sound if texts.get(one.id) != one.text}
    for table, row_of in (("tag", _tag_rows), ("aim", _aim_rows)):
        rows = set(connection.execute(f"SELECT * FROM {table}").fetchall())
        told = {row for one in sound for row in row_of(one)}
        spoilt |= {str(row[0]) for row in rows ^ told}
    return spoilt


def _rows(connection: sqlite3.Connection, kind: str | None) -> list[tuple[str, ...]]:
    where, values = ("", ()) if kind is None else ("WHERE kind = ?", (kind,))
    select = f"SELECT {_COLUMNS} FROM annotation {where} ORDER BY id"
    return connection.execute(select, values).fetchall()


def _read(connection: sqlite3.Connection, row: tuple[str, ...]) -> Written | None:
    """What a row says; where that cannot be read any more, what the log says."""
    id_, kind = row[:2]
    return _row(row) or _written(acts_of_object(connection, kind, id_))


def _row(row: tuple[str, ...]) -> Written | None:
    """What a row says; None where its state cannot be read."""
    id_, kind, target, text, author, created, changed, act = row
    try:
        state = state_of(text)
    except (ValueError, RecursionError):
        return None
    return Written(id_, kind, _target(target), state or {}, author, created, changed, act)


def _target(text: str) -> Target | None:
    kind, _, id_ = text.partition(":")
    return Target(kind, id_) if text else None


def _written(acts: list[Act]) -> Written | None:
    """What these acts, which are all acts on an object, come to; None where it was removed.

    What was imported bears the name and the times that it came with.
    """
    shown = standing(acts)
    state = state_of(shown.payload) if shown else None
    if shown is None or state is None:
        return None
    since = origin(acts, shown)
    came = state.get(ORIGIN)
    told = came if isinstance(came, dict) else {}
    return Written(
        id=shown.target,
        kind=shown.kind,
        target=_target(str(state.get(TARGET, ""))),
        state=state,
        author=str(told.get("author", acts[0].author)),
        created=str(told.get("created", time_of(acts[0].hlc))),
        changed=str(told.get("changed", time_of(since.hlc))),
        act=since.id,
    )


def _insert(connection: sqlite3.Connection, one: Written) -> None:
    target = str(one.target) if one.target else ""
    state = payload_of(one.state)
    connection.execute(
        f"INSERT INTO annotation (text, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            one.text,
            one.id,
            one.kind,
            target,
            state,
            one.author,
            one.created,
            one.changed,
            one.act,
        ),
    )
    for table, rows in (("tag", _tag_rows(one)), ("aim", _aim_rows(one))):
        if rows:
            holes = ", ".join("?" * len(rows[0]))
            connection.executemany(f"INSERT INTO {table} VALUES ({holes})", rows)


def _tag_rows(one: Written) -> Sequence[tuple[str | int, ...]]:
    return [(one.id, n, tag) for n, tag in enumerate(one.tags)]


def _aim_rows(one: Written) -> Sequence[tuple[str | int, ...]]:
    """What it is about beside its target, by the field that says so."""
    kind = BY_NAME.get(one.kind)
    further = kind.targets_of(one.state) if kind else []
    return [(one.id, role, n, target) for n, (role, target) in enumerate(further)]
