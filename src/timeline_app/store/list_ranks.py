"""By what the list is sorted under headings that the columns do not hold: a rank for each event."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from timeline_app.store.archive import Archive
from timeline_app.store.schema import LIST_RANK

Ranks = NDArray[np.int32]

TITLE, PUBLISHERS = "title", "publishers"
"""The headings: by the titles of events as `words.folding.fold` folds them, and by how many
publishers stand behind each."""

_BLOCK = 1 << 17
"""So many ranks a row: none is longer than the longest value that is read."""

_RANK = np.dtype("<i4")
_RANKS = (
    f"SELECT ranks FROM {LIST_RANK} WHERE heading = ? AND typeof(ranks) = 'blob' ORDER BY block"
)


def pack_ranks(ranks: Ranks) -> Iterator[bytes]:
    """The ranks of the events by key, from 1 on, as the rows of a heading hold them."""
    for first in range(0, len(ranks), _BLOCK):
        yield ranks[first : first + _BLOCK].astype(_RANK).tobytes()


def read_ranks(archive: Archive, heading: str, keys: NDArray[np.integer]) -> Ranks:
    """The rank of each of these events under a heading; those that the archive does not rank come
    last.

    Raises `StoreError` where the archive is damaged.
    """
    with archive.reading() as connection:
        parts = [_ranks_in(packed) for (packed,) in connection.execute(_RANKS, (heading,))]
    after = np.int32(np.iinfo(np.int32).max)
    held = np.concatenate([*parts, np.array([after], np.int32)])
    return held[np.where((keys > 0) & (keys < len(held)), keys - 1, len(held) - 1)]


def _ranks_in(packed: bytes) -> Ranks:
    whole = len(packed) // _RANK.itemsize * _RANK.itemsize
    return np.frombuffer(packed[:whole], _RANK).astype(np.int32)
