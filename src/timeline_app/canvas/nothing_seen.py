"""What the lanes say where no event is seen: why, and where the nearest one is."""

import numpy as np

from timeline_app.dates.spoken_days import day_words
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import tr


def nothing_words(snapshot: Snapshot) -> str:
    """Empty where an event that passes is in view, or where the sentence says it all."""
    if snapshot.archive is None:
        return tr("No archive is open.")
    table, view = snapshot.table, snapshot.view
    if not len(table):
        return tr("There is nothing to show.")
    rows = np.flatnonzero(snapshot.passing.mask)
    later = table.first[rows] - view.end
    earlier = view.first - (table.last[rows] + 1)
    away = np.maximum(later, earlier)
    if not len(rows) or away.min() <= 0:
        return ""
    nearest = int(np.argmin(away))
    last_of_it = int(table.last[rows[nearest]])
    day = int(table.first[rows[nearest]]) if later[nearest] > earlier[nearest] else last_of_it
    return tr("No event in these days. The nearest is on {day}.", day=day_words(day))
