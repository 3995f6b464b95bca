"""The list of what passes: which row stands where, under each heading it can be sorted by."""

from collections.abc import Set

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.event_table import Codes, EventTable, Mask
from timeline_app.session.snapshot import Sorting

DAY = "day"
TITLE = "title"
PUBLISHERS = "publishers"
PLACE = "place"
NOTES = "notes"
IMPORTANCE = "importance"
BY_ARCHIVE = (TITLE, PUBLISHERS)
"""Headings whose values are read from the archive, since the table does not hold them."""

Values = NDArray[np.integer]


def order(mask: Mask, sorting: Sorting, values: Values | None) -> NDArray[np.int64]:
    """The passing rows in list order; equal ones by day. `values` None sorts by day."""
    rows = np.flatnonzero(mask)
    if values is None:
        return rows[::-1] if sorting.descending else rows
    own = values[rows]
    return rows[np.argsort(-own if sorting.descending else own, kind="stable")]


def values_of(table: EventTable, column: str, noted: Set[int]) -> Values | None:
    """What the rows are compared by, one whole number a row; None for the table's own order."""
    if column == NOTES:
        return np.isin(table.occurrence, np.array(sorted(noted), np.int64)).astype(np.int64)
    if column == IMPORTANCE:
        return table.importance.astype(np.int64)
    codes = table.terms.get(column)
    return None if codes is None else _by_label(codes)


def _by_label(codes: Codes) -> Values:
    """The rank of each row's first term by its words; rows without one come last."""
    ranks = np.empty(len(codes.terms) + 1, np.int64)
    by_words = sorted(range(len(codes.terms)), key=lambda c: codes.terms[c].label.casefold())
    ranks[by_words] = np.arange(len(by_words))
    ranks[-1] = len(by_words)
    return ranks[codes.first_code()]
