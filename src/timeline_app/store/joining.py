"""Two or more logs made one: the union of their acts, and all that is made from it."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence

from timeline_app.dataclass import dataclass
from timeline_app.model.act import Act
from timeline_app.model.command import State
from timeline_app.store.acts import Put, Standing, put
from timeline_app.store.made_tables import refresh
from timeline_app.store.other_log import OtherLog


@dataclass(frozen=True, slots=True)
class Joined:
    """What a join brought, or would bring.

    `new` and `same` count acts that were not or were here already; `damaged` those that are left
    out because they are not as they were written or contradict one that is here. `conflicts`
    counts the objects of the other logs that stand in several states after it, settled or not by
    whoever looks next; `states` are the states of all their objects that stand.
    """

    new: int
    same: int
    conflicts: int
    damaged: int
    states: tuple[State, ...] = ()


def unite(connection: sqlite3.Connection, logs: Sequence[OtherLog]) -> Joined:
    """Puts the acts of these logs into this one, within the transaction that is open.

    In any order and as often as one likes, the outcome is the same.
    """
    done: Counter[Put] = Counter()
    changed: dict[tuple[str, str], None] = {}
    for act in _each(logs):
        outcome = put(connection, act)
        done[outcome] += 1
        if outcome in (Put.NEW, Put.NAMED):
            changed[act.kind, act.target] = None
    refresh(connection, changed)
    objects = dict.fromkeys((act.kind, act.target) for act in _each(logs))
    damaged = sum(log.damaged for log in logs) + done[Put.CONTRADICTS]
    new, same = done[Put.NEW], done[Put.SAME] + done[Put.NAMED]
    conflicts = len(_in_conflict(connection) & objects.keys())
    return Joined(new, same, conflicts, damaged, _states(connection, objects))


def _each(logs: Iterable[OtherLog]) -> Iterable[Act]:
    """Every act of the logs, once."""
    seen: set[tuple[str, str]] = set()
    for log in logs:
        for act in log.acts:
            if (act.id, act.hash) not in seen:
                seen.add((act.id, act.hash))
                yield act


def _in_conflict(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    return set(connection.execute("SELECT kind, target FROM conflict").fetchall())


def _states(
    connection: sqlite3.Connection, objects: Iterable[tuple[str, str]]
) -> tuple[State, ...]:
    standing = Standing(connection)
    found = (standing.state(kind, target) for kind, target in objects)
    return tuple(state for state in found if state is not None)
