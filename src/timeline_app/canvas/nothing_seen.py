"""What the lanes say where no event is seen: why, and where the nearest one is."""

from math import ceil, floor

import numpy as np
from numpy.typing import NDArray

from timeline_app.crossfilter.passing import Passing
from timeline_app.dates.spoken_days import day_words
from timeline_app.model.distinct import distinct
from timeline_app.model.filter import SpanClause
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import tr


def nothing_words(snapshot: Snapshot) -> str:
    """Empty where an event that passes is in view, or where the sentence says it all. A frame
    waits for this, so only what is nearest is looked at."""
    if snapshot.archive is None:
        return tr("No archive is open.")
    if not len(snapshot.table):
        return tr("There is nothing to show.")
    passing, view = snapshot.passing, snapshot.view
    days = ceil(view.first) - 1, floor(view.end)
    brush = passing.span or SpanClause(*days)
    first, last = max(days[0], brush.first), min(days[1], brush.last)
    if first <= last and Passing(passing.base, SpanClause(first, last)).possible:
        return ""
    rows = _beside(passing, first, last)
    away = np.maximum(
        snapshot.table.first[rows] - view.end, view.first - (snapshot.table.last[rows] + 1)
    )
    if not len(rows) or (passing.span is not None and away.min() <= 0):
        return ""
    return _words(snapshot, int(rows[np.argmin(away)]))


def _beside(passing: Passing, first: int, last: int) -> NDArray[np.int64]:
    """Of the rows that pass those that may be the nearest to the days from `first` to `last`, in
    which none lies, ascending. Where `first > last` the brush ends on `last` before the view does
    begin, on `first`, or the other way round: then what lasts over its end is nearer."""
    if first <= last:
        return np.sort(_kept(passing, Passing(passing.base, SpanClause(first, last)).beside()))
    brush = passing.span
    end = last + 1 if brush is not None and brush.last == last else first
    over = passing.base.table.lasting.over(end).rows
    beside = [Passing(passing.base, SpanClause(day, day)).beside() for day in (end - 1, end)]
    return distinct(_kept(passing, np.concatenate((over, *beside))))


def _kept(passing: Passing, rows: NDArray[np.int64]) -> NDArray[np.int64]:
    return rows[passing.passes(rows)]


def _words(snapshot: Snapshot, row: int) -> str:
    table, view = snapshot.table, snapshot.view
    first, last = int(table.first[row]), int(table.last[row])
    later = first - view.end > view.first - (last + 1)
    day = day_words(first if later else last)
    return tr("No event in these days. The nearest is on {day}.", day=day)
