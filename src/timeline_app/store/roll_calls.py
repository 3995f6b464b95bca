"""The roll calls of an archive with their ballots."""

import sqlite3
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.bisect import sought_in
from timeline_app.model.distinct import distinct
from timeline_app.model.roll_calls import UNKNOWN, VOTES, RollCalls, session_on
from timeline_app.store.archive import Archive
from timeline_app.store.row_stream import Ints, Rows, Stretch, TooLongError, ends_of
from timeline_app.store.typed_rows import scan, scan_of, sound_sql

MOST_ROLL_CALLS = 50_000
MOST_STATES = 400
"""So many are read at most; the Assembly has voted some six thousand times, with 193 states."""

_BALLOT = ("rollcall", "state", "code")
_CODES = " ".join(f"WHEN '{word}' THEN {code}" for code, word in enumerate(VOTES))
_NUMBERS = Rows(
    f"SELECT rowid, rollcall, state, CASE vote {_CODES} END code FROM ballot "
    f"WHERE {sound_sql('ballot')} AND code IS NOT NULL AND {{after}} ORDER BY rowid LIMIT ?",
    _BALLOT,
    ("rowid",),
)


def read_roll_calls(archive: Archive) -> RollCalls:
    """All of them, by day; damaged rows and ballots are left out. Raises `StoreError`."""
    with archive.reading() as connection:
        every = [row for _, row, why in scan(connection, "rollcall") if not why]
        rows = sorted(every, key=lambda row: (row["day"], row["id"]))[:MOST_ROLL_CALLS]
        ballots = _ballots(connection)
        states = _states(connection, ballots["state"])
    return RollCalls(
        id=tuple(row["id"] for row in rows),
        resolution=tuple(row["resolution"] for row in rows),
        title=tuple(row["title"] for row in rows),
        issues=tuple(_issues(row["issues"]) for row in rows),
        day=_column(rows, "day"),
        session=np.array([_session(row) for row in rows], np.int64),
        paragraph=_column(rows, "paragraph").astype(np.int8),
        states=tuple(code for code, _ in states.values()),
        names=tuple(name for _, name in states.values()),
        vote=_votes(ballots, [row["key"] for row in rows], [*states]),
    )


def _ballots(connection: sqlite3.Connection) -> Stretch:
    """Every sound ballot as numbers: a million of them are read while one waits."""
    try:
        parts = _NUMBERS.read(connection, ends_of(connection, "ballot"))
    except TooLongError:  # a row at a time, then: that one is left out, and no other
        sound = (row for _, row, why in scan(connection, "ballot") if not why)
        known = (row for row in sound if row["vote"] in VOTES)
        found = [(row["rollcall"], row["state"], VOTES.index(row["vote"])) for row in known]
        columns = np.array(found, np.int64).reshape(-1, len(_BALLOT)).T
        return dict(zip(_BALLOT, columns, strict=True))
    none = np.zeros(0, np.int64)
    return {name: np.concatenate([none, *(part[name] for part in parts)]) for name in _BALLOT}


def _states(connection: sqlite3.Connection, voted: Ints) -> dict[int, tuple[str, str]]:
    """The states that voted, by their key: three-letter code, and name."""
    named = scan_of(connection, "actor", distinct(voted).tolist(), "key", "iso3", "name")
    sound = (row for _, row, why in named if not why and row["iso3"])
    found = ((row["key"], (row["iso3"], row["name"])) for row in sound)
    return dict(islice(found, MOST_STATES))


def _votes(ballots: Stretch, calls: list[int], states: list[int]) -> NDArray[np.int8]:
    vote = np.full((len(calls), len(states)), UNKNOWN, np.int8)
    rows, columns = (np.argsort(np.array(keys, np.int64)) for keys in (calls, states))
    row, known = sought_in(np.array(calls, np.int64)[rows], ballots["rollcall"])
    column, named = sought_in(np.array(states, np.int64)[columns], ballots["state"])
    held = known & named
    vote[rows[row[held]], columns[column[held]]] = ballots["code"][held]
    return vote


def _session(row: dict[str, Any]) -> int:
    recorded = row["session"]
    return session_on(row["day"]) if recorded is None else int(recorded)


def _issues(written: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in written.split(";") if part.strip())


def _column(rows: list[dict[str, Any]], name: str) -> NDArray[np.int64]:
    return np.array([UNKNOWN if row[name] is None else row[name] for row in rows], np.int64)
