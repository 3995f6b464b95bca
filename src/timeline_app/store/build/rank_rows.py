"""What the list is sorted by where that is a text: a number for each event, by its key.

To compare a million titles takes seconds, so it is done once, where the archive is made.
"""

import sqlite3
from collections.abc import Iterator
from operator import ne

import numpy as np

from timeline_app.store.list_ranks import HEADINGS, Ranks, pack_ranks
from timeline_app.words.folding import fold

RankRow = tuple[str, int, bytes]

_AT_ONCE = 10_000


def rank_rows(connection: sqlite3.Connection) -> Iterator[RankRow]:
    """The rows of `list_rank`, from the events that stand in the archive."""
    connection.create_function("folded", 1, fold, deterministic=True)
    (last,) = connection.execute("SELECT coalesce(max(key), 0) FROM event").fetchone()
    for heading, compared in HEADINGS.items():
        rows = connection.execute(f"SELECT key, {compared} FROM event ORDER BY 2")
        for block, packed in enumerate(pack_ranks(_ranks(rows, last))):
            yield heading, block, packed


def _ranks(rows: sqlite3.Cursor, last: int) -> Ranks:
    """How many other values come before that of each event, of which `last` is the last key."""
    ranks = np.zeros(last, np.int32)
    rank, before = -1, None
    while some := rows.fetchmany(_AT_ONCE):
        keys, values = zip(*some, strict=True)
        others = np.fromiter(map(ne, values, (before, *values)), np.int32, len(values))
        told = rank + others.cumsum(dtype=np.int32)
        ranks[np.array(keys) - 1] = told
        rank, before = told[-1], values[-1]
    return ranks
