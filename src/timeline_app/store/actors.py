"""Actors and the vectors they belong to, by key, for the tables that refer to them."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping

from timeline_app.dataclass import dataclass
from timeline_app.model.columns import VECTORS
from timeline_app.store.typed_rows import scan, scan_of


@dataclass(frozen=True, slots=True)
class KnownActor:
    """A state, organisation or person; `code` is an organisation's short name."""

    id: str
    name: str
    iso3: str
    code: str
    central_asian: bool


def known_actors(connection: sqlite3.Connection, keys: Iterable[int]) -> dict[int, KnownActor]:
    """Those of these actors that are sound."""
    columns = ("key", "id", "name", "iso3", "code", "central_asian")
    return {
        row["key"]: KnownActor(
            row["id"], row["name"], row["iso3"], row["code"], bool(row["central_asian"])
        )
        for _, row, why in scan_of(connection, "actor", keys, *columns)
        if not why
    }


def vectors_of_actors(connection: sqlite3.Connection) -> Mapping[int, tuple[str, ...]]:
    """The vectors whose members actors are, in the order of VECTORS."""
    found: dict[int, set[str]] = defaultdict(set)
    for _, row, why in scan(connection, "vector_member", "vector", "actor"):
        if not why and row["vector"] in VECTORS:
            found[row["actor"]].add(row["vector"])
    return {actor: tuple(v for v in VECTORS if v in held) for actor, held in found.items()}
