"""The events of an archive as flat columns in a file, for peers that are not Python.

Six columns after one another, each of as many 32-bit integers as there are events, in the order of
the first day: the day as one of 1,024 pixels, year, kind, actor, organisation, importance. A file
beside it in JSON says how many there are of each.
"""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np

PIXELS = 1024
NAMES = ("pixel", "year", "kind", "actor", "lane", "importance")
_SQL = """
    SELECT outer_first, CAST(substr(edtf, 1, 4) AS int), kind.rowid, event_actor.actor, lane.actor,
           importance
    FROM event JOIN kind ON kind.id = event.kind
    JOIN event_actor ON event_actor.event = event.key AND event_actor.n = 2
    JOIN event_actor AS lane ON lane.event = event.key AND lane.n = 1
    ORDER BY outer_first
"""


def flat(archive: Path) -> Path:
    """The file, made where there is none."""
    made = archive.with_name(f"{archive.name}.flat")
    if not made.exists():
        columns = _columns(archive)
        beside = made.with_suffix(".part")
        beside.write_bytes(b"".join(column.astype("<i4").tobytes() for column in columns))
        beside.replace(made)
        bins = {name: int(c.max()) + 1 for name, c in zip(NAMES, columns, strict=True)}
        told = {"events": len(columns[0]), "names": NAMES, "bins": bins}
        made.with_suffix(".flat.json").write_text(json.dumps(told), encoding="utf-8")
    return made


def _columns(archive: Path) -> list[np.ndarray[tuple[int], np.dtype[np.int64]]]:
    uri = f"{archive.absolute().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(uri, uri=True)) as file:
        kinds = np.dtype([(name, "i8") for name in NAMES])
        rows = np.fromiter(file.execute(_SQL), kinds)
    days = rows["pixel"]
    pixels = (days - days.min()) * PIXELS // (days.max() - days.min() + 1)
    columns = [pixels, *(rows[name] for name in NAMES[1:])]
    return [column - column.min() for column in columns]
