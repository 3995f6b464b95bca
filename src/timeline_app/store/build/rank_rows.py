"""What the list is sorted by where that is a text: a number for each event, by its key.

To compare a million titles takes seconds, so it is done once, where the archive is made.
"""

import sqlite3
from collections.abc import Iterator

import numpy as np

from timeline_app.store.list_ranks import HEADINGS, pack_ranks
from timeline_app.words.folding import fold

RankRow = tuple[str, int, bytes]


def rank_rows(connection: sqlite3.Connection) -> Iterator[RankRow]:
    """The rows of `list_rank`, from the events that stand in the archive."""
    connection.create_function("folded", 1, fold, deterministic=True)
    (last,) = connection.execute("SELECT coalesce(max(key), 0) FROM event").fetchone()
    for heading, compared in HEADINGS.items():
        ranks = np.zeros(last, np.int32)
        rank, before = -1, None
        for key, value in connection.execute(f"SELECT key, {compared} FROM event ORDER BY 2"):
            rank += value != before
            ranks[key - 1], before = rank, value
        for block, packed in enumerate(pack_ranks(ranks)):
            yield heading, block, packed
