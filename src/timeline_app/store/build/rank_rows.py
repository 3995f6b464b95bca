"""What the list is sorted by where the columns do not hold it: a number for each event, by its key.

To compare a million titles takes seconds, so it is done once, where the archive is made.
"""

import sqlite3
from collections.abc import Iterator
from operator import ne

import numpy as np

from timeline_app.store.list_ranks import PUBLISHERS, TITLE, Ranks, pack_ranks
from timeline_app.words.folding import fold

RankRow = tuple[str, int, bytes]

_AT_ONCE = 10_000


def rank_rows(connection: sqlite3.Connection) -> Iterator[RankRow]:
    """The rows of `list_rank`, from the events that stand in the archive."""
    for heading, ranks in zip((TITLE, PUBLISHERS), _ranks(connection), strict=True):
        for block, packed in enumerate(pack_ranks(ranks)):
            yield heading, block, packed


def _ranks(connection: sqlite3.Connection) -> tuple[Ranks, Ranks]:
    """How many other titles come before that of each event, and how many smaller numbers of
    publishers before its own; NumPy sorts these, since SQLite would go through all events again."""
    connection.create_function("folded", 1, fold, deterministic=True)
    (last,) = connection.execute("SELECT coalesce(max(key), 0) FROM event").fetchone()
    by_title, publishers = np.zeros(last, np.int32), np.zeros(last, np.int32)
    rank, before = -1, None
    rows = connection.execute("SELECT key, folded(title), publishers FROM event ORDER BY 2")
    while some := rows.fetchmany(_AT_ONCE):
        keys, titles, numbers = zip(*some, strict=True)
        others = np.fromiter(map(ne, titles, (before, *titles)), np.int32, len(titles))
        told, at = rank + others.cumsum(dtype=np.int32), np.array(keys) - 1
        by_title[at], publishers[at] = told, numbers
        rank, before = told[-1], titles[-1]
    return by_title, np.unique(publishers, return_inverse=True)[1].astype(np.int32)
