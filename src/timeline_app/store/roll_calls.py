"""The roll calls of an archive with their ballots."""

import sqlite3
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.roll_calls import UNKNOWN, VOTES, RollCalls, session_on
from timeline_app.store.archive import Archive
from timeline_app.store.typed_rows import scan, scan_of

MOST_ROLL_CALLS = 50_000
MOST_STATES = 400
"""So many are read at most; the Assembly has voted some six thousand times, with 193 states."""

_CODES = {word: code for code, word in enumerate(VOTES)}


def read_roll_calls(archive: Archive) -> RollCalls:
    """All of them, by day; damaged rows and ballots are left out. Raises `StoreError`."""
    with archive.reading() as connection:
        every = [row for _, row, why in scan(connection, "rollcall") if not why]
        rows = sorted(every, key=lambda row: (row["day"], row["id"]))[:MOST_ROLL_CALLS]
        states = _states(connection)
        vote = _votes(connection, {row["key"]: n for n, row in enumerate(rows)}, states)
    return RollCalls(
        id=tuple(row["id"] for row in rows),
        resolution=tuple(row["resolution"] for row in rows),
        title=tuple(row["title"] for row in rows),
        issues=tuple(_issues(row["issues"]) for row in rows),
        day=_column(rows, "day"),
        session=np.array([_session(row) for row in rows], np.int64),
        paragraph=_column(rows, "paragraph").astype(np.int8),
        states=tuple(states.values()),
        vote=vote,
    )


def _states(connection: sqlite3.Connection) -> dict[int, str]:
    """The states that voted, by their key: three-letter codes."""
    voted = {row["state"] for _, row, why in scan(connection, "ballot", "state") if not why}
    named = scan_of(connection, "actor", voted, "key", "iso3")
    found = ((row["key"], row["iso3"]) for _, row, why in named if not why and row["iso3"])
    return dict(islice(found, MOST_STATES))


def _votes(
    connection: sqlite3.Connection, places: dict[int, int], states: dict[int, str]
) -> NDArray[np.int8]:
    columns = {key: n for n, key in enumerate(states)}
    vote = np.full((len(places), len(states)), UNKNOWN, np.int8)
    for _, row, why in scan(connection, "ballot"):
        known = not why and row["rollcall"] in places and row["state"] in columns
        if known and row["vote"] in _CODES:
            vote[places[row["rollcall"]], columns[row["state"]]] = _CODES[row["vote"]]
    return vote


def _session(row: dict[str, Any]) -> int:
    recorded = row["session"]
    return session_on(row["day"]) if recorded is None else int(recorded)


def _issues(written: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in written.split(";") if part.strip())


def _column(rows: list[dict[str, Any]], name: str) -> NDArray[np.int64]:
    return np.array([UNKNOWN if row[name] is None else row[name] for row in rows], np.int64)
