"""Lanes: the rows of the timeline, made by one grouping at a time."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False, slots=True)
class Lane:
    """`rows` are indices into the event table, ascending, so ordered by first day.

    `vector` is the index in VECTORS whose colour and glyph head the lane, or -1.
    """

    term: str
    label: str
    vector: int
    rows: NDArray[np.int64]


@dataclass(frozen=True, eq=False, slots=True)
class Lanes:
    """All lanes of one grouping; an event of several terms stands in each of their lanes."""

    grouping: str
    lanes: tuple[Lane, ...]
