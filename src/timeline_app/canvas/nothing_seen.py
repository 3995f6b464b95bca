"""What the lanes say where no event is seen: why, and where the nearest one is."""

from math import ceil, floor

import numpy as np

from timeline_app.crossfilter.passing import Passing, nothing_passes
from timeline_app.dates.spoken_days import day_words
from timeline_app.model.filter import SpanClause
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import tr


def nothing_words(snapshot: Snapshot) -> str:
    """Empty where an event that passes is in view, or where the sentence says it all."""
    if snapshot.archive is None:
        return tr("No archive is open.")
    table, view = snapshot.table, snapshot.view
    if not len(table):
        return tr("There is nothing to show.")
    seen = _in_view(snapshot)
    if seen.possible:
        return ""
    if snapshot.passing.span is None:
        row = seen.nearest()
        return "" if row is None else _words(snapshot, row)
    rows = np.flatnonzero(snapshot.passing.mask)
    later = table.first[rows] - view.end
    earlier = view.first - (table.last[rows] + 1)
    away = np.maximum(later, earlier)
    if not len(rows) or away.min() <= 0:
        return ""
    return _words(snapshot, int(rows[np.argmin(away)]))


def _in_view(snapshot: Snapshot) -> Passing:
    """What passes in the days in view, the brushed ones of them where there is a brush."""
    view, brush = snapshot.view, snapshot.passing.span
    first, last = ceil(view.first) - 1, floor(view.end)
    if brush is not None:
        first, last = max(first, brush.first), min(last, brush.last)
    if first > last:
        return nothing_passes()
    return Passing(snapshot.passing.base, SpanClause(first, last))


def _words(snapshot: Snapshot, row: int) -> str:
    table, view = snapshot.table, snapshot.view
    first, last = int(table.first[row]), int(table.last[row])
    later = first - view.end > view.first - (last + 1)
    day = day_words(first if later else last)
    return tr("No event in these days. The nearest is on {day}.", day=day)
