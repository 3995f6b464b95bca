"""Records of one occurrence folded together: what happened is shown, and counted, once."""

from collections.abc import Set
from dataclasses import replace

import numpy as np

from timeline_app.model.codes import Whole
from timeline_app.model.event_table import EventTable
from timeline_app.model.record_table import RecordTable


def fold(records: RecordTable, layers_on: Set[str]) -> EventTable:
    """One row an occurrence that has a record in a layer that is on.

    The record shown is the preferred one: curated by hand before the seed article before
    machine-coded; then the more important; then the one that stands first in the archive.
    Rows are ordered by first day, last day, key. What happened is known from the day on which the
    first of its records is, whichever of them is shown.
    """
    on = np.array([layer in layers_on for layer in records.layers], dtype=np.bool_)
    standing = np.array(records.standing, dtype=np.int64)
    rows = np.flatnonzero(on[records.layer]) if len(on) else np.zeros(0, np.int64)
    if not len(rows):
        return records.take(rows)
    told = records.occurrence[rows]
    if _all_differ(told):  # as in most archives: no record is preferred to another
        by_day = np.lexsort((records.last[rows], records.first[rows]))
        return records.take(rows[by_day])
    standing = np.array(records.standing, dtype=np.int64)[records.layer[rows]]
    by_preference = np.lexsort((-records.importance[rows].astype(np.int64), standing, told))
    rows, told = rows[by_preference], told[by_preference]
    of_each = np.flatnonzero(np.r_[True, told[1:] != told[:-1]])
    preferred = rows[of_each]
    known_from = np.minimum.reduceat(records.known_from[rows], of_each)
    by_day = np.lexsort((records.key[preferred], records.last[preferred], records.first[preferred]))
    return replace(records.take(preferred[by_day]), known_from=known_from[by_day])


def _all_differ(numbers: Whole) -> bool:
    """Whether no number stands twice."""
    if not (numbers[1:] > numbers[:-1]).all():
        numbers = np.sort(numbers)
    return bool((numbers[1:] != numbers[:-1]).all())
