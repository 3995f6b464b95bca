"""Lanes: the rows of the timeline, made by one grouping at a time."""

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.model.codes import Codes, OneEach, Whole
from timeline_app.model.distinct import distinct

NO_LANE = -1


@dataclass(frozen=True, eq=False, slots=True)
class Lane:
    """`rows` are indices into the event table, ascending, so ordered by first day.

    `vector` is the index in VECTORS whose colour and glyph head the lane, or -1.
    """

    term: str
    label: str
    vector: int
    rows: Whole


@dataclass(frozen=True, eq=False, slots=True)
class Lanes:
    """All lanes of one grouping; an event of several terms stands in each of their lanes.

    `of_code[code]` is the lane of each code of `codes`, and after them that of rows without any;
    where there are no codes every row stands in the first lane.
    """

    grouping: str
    lanes: tuple[Lane, ...]
    codes: Codes | None = None
    of_code: NDArray[np.int64] | None = None

    def of(self, rows: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Every lane of these rows: for each its place in `rows`, and the lane; a row at a time,
        its first lane first."""
        if self.codes is None or self.of_code is None:
            return np.arange(len(rows)), np.zeros(len(rows), np.int64)
        if isinstance(self.codes, OneEach):
            lane = self.of_code.take(self.codes.first_code(rows))
            stands = np.flatnonzero(lane != NO_LANE)
            return stands, lane.take(stands)
        place, codes = self.codes.entries_of(rows)
        holds = np.zeros(len(rows), np.bool_)
        holds[place] = True
        bare = np.flatnonzero(~holds)
        lanes = np.concatenate((self.of_code[codes], np.full(len(bare), self.of_code[-1])))
        both = np.concatenate((place, bare)) * len(self.lanes) + lanes
        both = distinct(both[lanes != NO_LANE])
        return both // max(1, len(self.lanes)), both % max(1, len(self.lanes))
