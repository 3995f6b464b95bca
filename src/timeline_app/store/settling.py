"""What ends a conflict: one side of it stays, or all of them."""

import sqlite3
from collections.abc import Sequence
from functools import partial

from timeline_app.model.act import REMOVED, Act
from timeline_app.model.command import RefusedError, State
from timeline_app.model.conflict import Conflict
from timeline_app.model.written.both import Side, alike, as_theirs, kept_both
from timeline_app.model.written.catalogue import BY_NAME
from timeline_app.model.written.commands import TARGET
from timeline_app.store.acts import Setting, Standing, payload_of
from timeline_app.store.annotations import read_one
from timeline_app.store.clock import time_of
from timeline_app.store.conflicts import read_conflicts
from timeline_app.words.tr import tr


def settling(
    connection: sqlite3.Connection | None, conflict: str, take: str, settler: str
) -> list[Setting]:
    """What to set so that of a conflict side `take` stays, or "both".

    `conflict` is its id, or the object's where that says enough. Of both, each further side becomes
    an object of its own, which bears the name of who wrote it. Raises `RefusedError`.
    """
    found = read_conflicts(connection) if connection else []
    asked = [one for one in found if conflict in (one.id, one.target)]
    if connection is None or len(asked) != 1:
        raise RefusedError(tr("There is no conflict “{id}” in this notebook.", id=conflict))
    taken = asked[0].taken(take)
    if len(taken) > 1:
        return _all_of_them(connection, asked[0], taken, settler)
    return [Setting(asked[0].kind, asked[0].target, taken[0].payload if taken else REMOVED)]


def _all_of_them(
    connection: sqlite3.Connection, conflict: Conflict, taken: Sequence[Act], settler: str
) -> list[Setting]:
    kind, target = conflict.kind, conflict.target
    stands = read_one(connection, kind, target)
    owner = stands.author if stands else settler
    sides = [Side(act.author, time_of(act.hlc), act.state or {}) for act in taken]
    there = partial(_elsewhere, connection, conflict)
    state, apart = kept_both(BY_NAME.get(kind), owner, sides, there)
    new = (side.state if side.author == settler else as_theirs(side) for side in apart)
    return [
        Setting(kind, target, payload_of(state)),
        *(Setting(kind, None, payload_of(one)) for one in new),
    ]


def _elsewhere(
    connection: sqlite3.Connection, conflict: Conflict, author: str, state: State
) -> bool:
    """Whether this author has one like it on the target already, beside the one in conflict."""
    kind = BY_NAME.get(conflict.kind)
    found = Standing(connection, lambda: author).mine(conflict.kind, str(state.get(TARGET, "")))
    return any(id_ != conflict.target and alike(kind, state, old) for id_, old in found)
