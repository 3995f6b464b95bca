"""Ballots that are read as numbers are those of a plain look at every row."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from timeline_app.model.roll_calls import UNKNOWN, VOTES
from timeline_app.store.archive import Archive
from timeline_app.store.roll_calls import read_roll_calls

from .spoiling import lax

Cells = dict[tuple[str, str], str]

SPOILT = {
    "sound": (),
    "another word": ("UPDATE ballot SET vote = 'aye' WHERE rowid % 7 = 0",),
    "another type": ("UPDATE ballot SET vote = x'796573' WHERE rowid % 5 = 0",),
    "no number": (
        "UPDATE ballot SET state = 'KAZ' || rowid WHERE rowid % 11 = 0",
        "UPDATE ballot SET rollcall = NULL WHERE rowid % 13 = 0",
    ),
    "of nothing": (
        "UPDATE ballot SET state = state + 1000000 WHERE rowid % 3 = 0",
        "UPDATE ballot SET rollcall = rollcall + 1000000 WHERE rowid % 4 = 0",
    ),
    "too long": (
        "UPDATE ballot SET vote = hex(zeroblob(1000000)) WHERE rowid = 77",
        "UPDATE ballot SET vote = 'aye' WHERE rowid % 7 = 0",
    ),
    "none": ("DELETE FROM ballot",),
    "no roll call": ("DELETE FROM rollcall",),
    "far apart": ("UPDATE ballot SET rowid = 4000000000000 + rowid WHERE rowid > 500",),
}


def plain(path: Path) -> Cells:
    """Each vote by roll call and state, of what is of its type."""
    select = (
        "SELECT rollcall.id, iso3, vote FROM ballot JOIN rollcall ON rollcall.key = rollcall "
        "JOIN actor ON actor.key = state WHERE typeof(rollcall) = 'integer' "
        "AND typeof(state) = 'integer' AND typeof(vote) = 'text' AND length(vote) < 9"
    )
    with closing(sqlite3.connect(path)) as connection:
        return {(id, iso3): vote for id, iso3, vote in connection.execute(select) if vote in VOTES}


@pytest.mark.parametrize("way", SPOILT)
def test_ballots_are_those_of_a_plain_look(shipped_archive: Path, tmp_path: Path, way: str) -> None:
    path = tmp_path / "some.archive.sqlite"
    shutil.copyfile(shipped_archive, path)
    if SPOILT[way]:
        lax(*SPOILT[way])(path)
    with closing(Archive.open(path)) as archive:
        calls = read_roll_calls(archive)
    found: Cells = {}
    for id, votes in zip(calls.id, calls.vote.tolist(), strict=True):
        for state, code in zip(calls.states, votes, strict=True):
            if code != UNKNOWN:
                found[id, state] = VOTES[code]
    assert found == plain(path)
    assert bool(found) is (way not in ("none", "no roll call"))
