"""The series of an archive: which there are, and the figures of those that are asked for."""

import math
import sqlite3
from collections.abc import Iterable
from itertools import islice

import numpy as np

from timeline_app.model.columns import VECTORS
from timeline_app.model.event_table import UNDATED
from timeline_app.model.series import Observations, Series, no_observations
from timeline_app.store.archive import Archive
from timeline_app.store.schema import BY_NAME
from timeline_app.store.typed_rows import Fields, Reader, scan, scan_of, sound_sql
from timeline_app.words.iso_names import ISO_NAMES

MOST_SERIES = 100_000
"""So many series are listed at most."""

MOST_FIGURES = 20_000
"""So many figures of one series are read at most: two centuries by months are a tenth of that."""

_SOUND = f"{sound_sql('observation')} AND observation.outer_first <= observation.outer_last"
_FIGURES = Reader(
    ", ".join(f"observation.{name}" for name in BY_NAME["observation"].columns),
    f"FROM observation WHERE series = ? AND {_SOUND} ORDER BY outer_first, outer_last, edtf",
)
_EXTENTS = (
    "SELECT series, min(outer_first), max(outer_last), count(*) FROM observation "
    f"WHERE {_SOUND} GROUP BY series"
)


def read_series(archive: Archive) -> tuple[Series, ...]:
    """Every series that has a figure, by measure, entity, partner and source.

    Damaged rows are left out. Raises `StoreError` where the file is damaged.
    """
    with archive.reading() as connection:
        extents = {
            row[0]: row[1:] for row in connection.execute(_EXTENTS) if isinstance(row[0], int)
        }
        rows = [
            row
            for _, row, why in islice(scan(connection, "series"), MOST_SERIES)
            if not why and row["key"] in extents and row["scale"] > 0
        ]
        actors = {row[of] for row in rows for of in ("partner_actor", "entity_actor")} - {None}
        names, vectors = _names(connection, actors), _vectors(connection)
        found = [_series(row, names, vectors, extents[row["key"]]) for row in rows]
    found.sort(key=lambda s: (s.measure, s.entity_name, s.partner_name, s.source, s.id))
    return tuple(found)


def read_observations(archive: Archive, series: Series) -> Observations:
    """The figures of one series, damaged ones left out. Raises `StoreError`."""
    with archive.reading() as connection:
        rows = [row for row in _rows(connection, series) if _counts(row, series)]
    if not rows:
        return no_observations()
    value = np.array([row["value"] for row in rows], np.float64)
    return Observations(
        edtf=tuple(row["edtf"] for row in rows),
        first=np.array([row["outer_first"] for row in rows], np.int64),
        last=np.array([row["outer_last"] for row in rows], np.int64),
        value=value,
        amount=value * series.scale,
        n=np.array([-1 if row["n"] is None else row["n"] for row in rows], np.int64),
        note=tuple(row["note"] for row in rows),
    )


def _rows(connection: sqlite3.Connection, series: Series) -> list[Fields]:
    try:
        judged = list(_FIGURES.judged(connection, series.key, most=MOST_FIGURES))
    except sqlite3.DataError:  # one of them holds a text that is too long to be read
        every = ((row, why) for _, row, why in scan(connection, "observation"))
        own = (one for one in every if one[0].get("series") == series.key)
        judged = list(islice(own, MOST_FIGURES))
    rows = [row for row, why in judged if not why]
    return sorted(rows, key=lambda row: (row["outer_first"], row["outer_last"], row["edtf"]))


def _counts(row: Fields, series: Series) -> bool:
    in_order = row["outer_first"] <= row["outer_last"]
    return bool(in_order and math.isfinite(row["value"] * series.scale))


def _names(connection: sqlite3.Connection, actors: Iterable[int]) -> dict[int, str]:
    rows = scan_of(connection, "actor", actors, "key", "name")
    return {row["key"]: row["name"] for _, row, why in rows if not why}


def _vectors(connection: sqlite3.Connection) -> dict[int, str]:
    """The vector of each actor that counts to one; the first of the nine where to several."""
    found: dict[int, str] = {}
    for _, row, why in scan(connection, "vector_member", "vector", "actor"):
        if why or row["vector"] not in VECTORS:
            continue
        held = found.setdefault(row["actor"], row["vector"])
        found[row["actor"]] = min(held, row["vector"], key=VECTORS.index)
    return found


def _series(
    row: Fields, names: dict[int, str], vectors: dict[int, str], extent: tuple[int, int, int]
) -> Series:
    actor = row["partner_actor"] if row["partner"] else row["entity_actor"]
    plain = {name: row[name] for name in Series.__dataclass_fields__ if name in row}
    plain["known_from"] = UNDATED if row["known_from"] is None else row["known_from"]
    return Series(
        **plain,
        entity_name=_name(row["entity"], row["entity_actor"], names),
        partner_name=_name(row["partner"], row["partner_actor"], names),
        vector=vectors.get(actor, ""),
        first=extent[0],
        last=extent[1],
        count=extent[2],
    )


def _name(written: str, actor: int | None, names: dict[int, str]) -> str:
    """What a country is called in this archive, else of its code, else as it is written."""
    named = names.get(actor, "") if actor is not None else ""
    return named or ISO_NAMES.get(written, written)
