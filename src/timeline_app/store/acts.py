"""The log of a notebook: acts are put in and read, never changed, never taken out."""

import json
import secrets
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, replace
from enum import Enum

from timeline_app.dataclass import dataclass
from timeline_app.model.act import REMOVED, Act, Writer, canonical
from timeline_app.model.command import State
from timeline_app.store.clock import Milliseconds, is_stamp, next_stamp, read_stamp

_FIELDS = tuple(field.name for field in fields(Act))
_SELECT = f"SELECT {', '.join(_FIELDS)} FROM act"
_INSERT = f"INSERT INTO act ({', '.join(_FIELDS)}) VALUES ({', '.join('?' * len(_FIELDS))})"


class DamagedActError(Exception):
    """An act of the log that cannot be read: something has changed the file."""


@dataclass(frozen=True, slots=True)
class Setting:
    """An object is to have this payload; a `target` of None makes a new object."""

    kind: str
    target: str | None
    payload: str


def payload_of(state: State | None) -> str:
    """A state as it is written."""
    return REMOVED if state is None else canonical(state)


def state_of(payload: str) -> State | None:
    """A written state as a value."""
    state = json.loads(payload)
    return state if isinstance(state, dict) else None


def read_act(connection: sqlite3.Connection, act: str) -> Act | None:
    """The act of this id."""
    return next(iter(_acts(connection, "WHERE id = ?", act)), None)


def acts_of_object(connection: sqlite3.Connection, kind: str, target: str) -> list[Act]:
    """All acts on an object, oldest first."""
    return _acts(connection, "WHERE kind = ? AND target = ? ORDER BY id", kind, target)


def acts_of_step(connection: sqlite3.Connection, step: str) -> list[Act]:
    """The acts of one step of undo, in the order they were done.

    A batch bears the id of its first act, so that none of it has a smaller id.
    """
    first = read_act(connection, step)
    if first is None:
        return []
    if not first.batch:
        return [first]
    return _acts(connection, "WHERE id >= ? AND batch = ? ORDER BY id", step, step)


def all_acts(connection: sqlite3.Connection) -> list[Act]:
    """The whole log in order of time."""
    return _acts(connection, "ORDER BY id")


def sound_acts(connection: sqlite3.Connection) -> tuple[list[Act], list[str]]:
    """The acts that are as they were written, in order of time, and the ids of the others."""
    sound: list[Act] = []
    damaged: list[str] = []
    for row in connection.execute(f"{_SELECT} ORDER BY id"):
        act = read_row(row)
        if act is None:
            damaged.append(str(row[0]))
        else:
            sound.append(act)
    return sound, damaged


def read_row(row: Sequence[object]) -> Act | None:
    """The act in this row; None where it is not as it was written."""
    try:
        act = _act([str(value) for value in row])
    except DamagedActError:
        return None
    return act if is_sound(act) else None


def is_sound(act: Act) -> bool:
    """Whether an act is as it was written, and so may go into any log."""
    try:
        state = json.loads(act.payload)
        return (
            act.hash == act.computed_hash()
            and (state is None or isinstance(state, dict))
            and all(isinstance(parent, str) for parent in act.parents)
            and is_stamp(act.hlc)
            and act.id.startswith(f"{act.hlc}-")
        )
    except (ValueError, TypeError, RecursionError):  # UnicodeError is a ValueError
        return False


class Put(Enum):
    """What became of an act of another log: it was NEW here, or the SAME stands here, or the same
    stood here without its author's name, which it now has (NAMED), or it CONTRADICTS the one here.
    """

    NEW = "new"
    SAME = "same"
    NAMED = "named"
    CONTRADICTS = "contradicts"


def put(connection: sqlite3.Connection, act: Act) -> Put:
    """Puts a sound act of another log into this one.

    An act here that is not as it was written gives way to the sound one; so does one that was sent
    without its author's name to the one with it. One that contradicts another is left out.
    """
    row = _row(act)
    found = connection.execute(f"{_SELECT} WHERE id = ?", (act.id,)).fetchone()
    if found == row:
        return Put.SAME
    here = None if found is None else read_row(found)
    if here is not None and _nameless(here) != _nameless(act):
        return Put.CONTRADICTS
    if here is not None and here.author:
        return Put.CONTRADICTS if act.author else Put.SAME
    connection.execute(_INSERT.replace("INSERT", "INSERT OR REPLACE", 1), row)
    return Put.NEW if here is None else Put.NAMED


def _nameless(act: Act) -> Act:
    return replace(act, author="", hash="")


def heads(acts: Iterable[Act]) -> list[Act]:
    """Those of an object's acts that no other one knew, oldest first."""
    acts = list(acts)
    known = {parent for act in acts for parent in act.parents}
    return [act for act in acts if act.id not in known]


def standing(acts: Iterable[Act]) -> Act | None:
    """The act whose state is shown: the newest head, but one that removes gives way to words."""
    last = heads(acts)
    return max(last, key=lambda act: (not act.removes, act.id), default=None)


def origin(acts: Iterable[Act], act: Act) -> Act:
    """The act that first gave an object the state `act` gave it; undo and redo lead back to it.

    `acts` are all acts on the object.
    """
    acts = list(acts)
    by_id = {one.id: one for one in acts}
    while act.undoes:
        taken_back = [one for one in acts if one.step == act.undoes]
        before = [by_id.get(parent) for one in taken_back for parent in one.parents]
        same = [one for one in before if one and one.id < act.id and one.payload == act.payload]
        if not same:
            break
        act = same[-1]
    return act


class Standing:
    """The objects of a notebook as they stand, for commands to read; none without a file.

    `author` tells who writes, and is asked only where that matters.
    """

    def __init__(
        self, connection: sqlite3.Connection | None, author: Callable[[], str] = str
    ) -> None:
        self._connection = connection
        self._author = author

    def state(self, kind: str, target: str) -> State | None:
        """The state of an object; None where it was removed or never was."""
        if self._connection is None:
            return None
        shown = standing(acts_of_object(self._connection, kind, target))
        return state_of(shown.payload) if shown else None

    def mine(self, kind: str, target: str) -> list[tuple[str, State]]:
        """Id and state of what the one who writes has written of this kind about a target."""
        if self._connection is None:
            return []
        rows = self._connection.execute(
            "SELECT id, state FROM annotation WHERE target = ? AND kind = ? AND author = ? "
            "ORDER BY id",
            (target, kind, self._author()),
        )
        return [(id_, state_of(state) or {}) for id_, state in rows.fetchall()]


def standing_states(connection: sqlite3.Connection) -> list[tuple[str, State]]:
    """The kind and the state of every object that stands; damaged acts are passed over."""
    objects: dict[tuple[str, str], list[Act]] = {}
    for act in sound_acts(connection)[0]:
        objects.setdefault((act.kind, act.target), []).append(act)
    shown = ((kind, standing(acts)) for (kind, _), acts in objects.items())
    found = ((kind, state_of(act.payload)) for kind, act in shown if act)
    return [(kind, state) for kind, state in found if state is not None]


def stands(connection: sqlite3.Connection, setting: Setting) -> bool:
    """Whether the object has this payload already, and no other beside it."""
    if setting.target is None:
        return False
    now = heads(acts_of_object(connection, setting.kind, setting.target))
    return [act.payload for act in now] == [setting.payload]


def append(
    connection: sqlite3.Connection,
    settings: Sequence[Setting],
    writer: Writer,
    clock: Milliseconds,
    *,
    label: str,
    undoes: str = "",
) -> list[Act]:
    """Writes one step: an act a setting, each knowing the heads as they were before the step."""
    before = [_head_ids(connection, setting) for setting in settings]
    stamp = _last_stamp(connection)
    written: list[Act] = []
    for setting, parents in zip(settings, before, strict=True):
        stamp = next_stamp(stamp, clock())
        id_ = f"{stamp}-{writer.device[:8]}-{secrets.token_hex(4)}"
        first = written[0].id if written else id_
        act = Act(
            id=id_,
            hlc=stamp,
            author=writer.author,
            device=writer.device,
            kind=setting.kind,
            target=setting.target or id_,
            payload=setting.payload,
            parents=parents,
            batch=first if len(settings) > 1 else "",
            undoes=undoes,
            label=label,
        ).sealed()
        connection.execute(_INSERT, _row(act))
        written.append(act)
    return written


def _last_stamp(connection: sqlite3.Connection) -> str:
    """The highest stamp of the log, by the key, which begins with it; empty for an empty log."""
    last = connection.execute("SELECT hlc FROM act ORDER BY id DESC LIMIT 1").fetchone()
    try:
        return last[0] if last and read_stamp(last[0]) else ""
    except ValueError as error:
        raise DamagedActError(last[0]) from error


def _head_ids(connection: sqlite3.Connection, setting: Setting) -> tuple[str, ...]:
    if setting.target is None:
        return ()
    return tuple(act.id for act in heads(acts_of_object(connection, setting.kind, setting.target)))


def _row(act: Act) -> tuple[str, ...]:
    return tuple(
        canonical(list(act.parents)) if name == "parents" else getattr(act, name)
        for name in _FIELDS
    )


def _acts(connection: sqlite3.Connection, where: str, *values: str) -> list[Act]:
    rows = connection.execute(f"{_SELECT} {where}", values).fetchall()
    return [_act(row) for row in rows]


def _act(row: Sequence[str]) -> Act:
    held = dict(zip(_FIELDS, row, strict=True))
    try:
        parents = tuple(json.loads(held.pop("parents")))
        json.loads(held["payload"])
        read_stamp(held["hlc"])
    except (ValueError, TypeError, RecursionError) as error:
        raise DamagedActError(held["id"]) from error
    return Act(parents=parents, **held)
