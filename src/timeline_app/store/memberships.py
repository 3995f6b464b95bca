"""Who was in which organisation when; damaged rows are left out."""

from collections.abc import Mapping
from itertools import islice

import numpy as np

from timeline_app.dataclass import dataclass
from timeline_app.dates.date_error import DateError
from timeline_app.dates.day import OPEN_FUTURE
from timeline_app.dates.edtf import parse
from timeline_app.model.event_table import UNDATED, Term
from timeline_app.model.membership_table import (
    FULL_STATUSES,
    PRECISIONS,
    AsWritten,
    MembershipTable,
    Organisation,
    no_memberships,
)
from timeline_app.store.actors import KnownActor, known_actors, vectors_of_actors
from timeline_app.store.archive import Archive
from timeline_app.store.typed_rows import Fields, scan

MOST_MEMBERSHIPS = 100_000
LONGEST_NAME = 400


@dataclass(frozen=True, slots=True)
class _Sound:
    """A row that can be taken, and the last day that its source knows."""

    row: Fields
    known_to: int


def read_memberships(archive: Archive) -> MembershipTable:
    """Every sound membership of a known state in a known organisation. Raises `StoreError`."""
    with archive.reading() as connection:
        rows = [row for _, row, why in scan(connection, "membership") if not why]
        if not rows:
            return no_memberships()
        named = {row[one] for row in rows for one in ("organisation", "state")}
        actors, vectors = known_actors(connection, named), vectors_of_actors(connection)
    rows = [r for r in rows if r["organisation"] in actors and r["state"] in actors]
    known = (found for found in map(_sound, rows) if found is not None)
    return _table(list(islice(known, MOST_MEMBERSHIPS)), actors, vectors)


def _sound(row: Fields) -> _Sound | None:
    """The row, if its days make sense."""
    first, last = row["to_first"], row["to_last"]
    known_to = OPEN_FUTURE
    if row["known_to"]:
        try:
            known_to = parse(row["known_to"]).outer.last
        except DateError:
            return None
    told = first is not None and last is not None
    sound = row["from_first"] <= row["from_last"] and bool(row["to_is_censored"]) != told
    if told:
        sound = sound and row["from_first"] <= last and first <= last
    elif first is not None or last is not None or known_to < row["from_first"]:
        sound = False
    return _Sound(row, known_to) if sound else None


def _table(
    found: list[_Sound],
    actors: Mapping[int, KnownActor],
    vectors: Mapping[int, tuple[str, ...]],
) -> MembershipTable:
    orgs = sorted({f.row["organisation"] for f in found}, key=lambda k: (_short(actors[k]), k))
    states = sorted({f.row["state"] for f in found}, key=lambda k: (actors[k].name, k))
    org_at, state_at = ({key: n for n, key in enumerate(keys)} for keys in (orgs, states))

    def order(one: _Sound) -> tuple[int, int, int, int]:
        row = one.row
        return org_at[row["organisation"]], state_at[row["state"]], row["from_first"], row["key"]

    rows = [one.row for one in sorted(found, key=order)]
    known = [one.known_to for one in sorted(found, key=order)]

    def days(name: str) -> list[int]:
        return [OPEN_FUTURE if row[name] is None else row[name] for row in rows]

    return MembershipTable(
        key=np.array([row["key"] for row in rows], np.int64),
        organisation=np.array([org_at[row["organisation"]] for row in rows], np.int64),
        state=np.array([state_at[row["state"]] for row in rows], np.int64),
        from_first=np.array(days("from_first"), np.int64),
        from_last=np.array(days("from_last"), np.int64),
        to_first=np.array(days("to_first"), np.int64),
        to_last=np.array(days("to_last"), np.int64),
        known_to=np.array(known, np.int64),
        full=np.array([row["status"] in FULL_STATUSES for row in rows], np.bool_),
        precision=np.array([_precision(row["precision"]) for row in rows], np.uint8),
        known_from=np.array([_known_from(row) for row in rows], np.int64),
        texts=AsWritten.of(
            (row["from"], row["to"], row["status"], row["precision"], row["source"]) for row in rows
        ),
        organisations=tuple(_organisation(actors[key], vectors.get(key, ())) for key in orgs),
        states=tuple(
            Term(actors[key].iso3 or actors[key].id, actors[key].name[:LONGEST_NAME])
            for key in states
        ),
    )


def _organisation(actor: KnownActor, vectors: tuple[str, ...]) -> Organisation:
    return Organisation(actor.id, actor.name[:LONGEST_NAME], actor.code[:LONGEST_NAME], vectors)


def _known_from(row: Fields) -> int:
    return UNDATED if row["known_from"] is None else int(row["known_from"])


def _short(actor: KnownActor) -> str:
    return actor.code or actor.name


def _precision(text: str) -> int:
    """How closely the days are known; what the source puts otherwise counts as a year."""
    word = text.split(" ")[0]
    return PRECISIONS.index(word) if word in PRECISIONS else len(PRECISIONS) - 1
