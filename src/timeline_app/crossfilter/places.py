"""Where days stand among the rows of a table, in both of their orders."""

import numpy as np

from timeline_app.model.bisect import ranks_by, ranks_of
from timeline_app.model.codes import AT_ONCE, Ints, Whole
from timeline_app.model.distinct import distinct
from timeline_app.model.event_table import EventTable


class Places:
    """Of `days` (ascending, each once): `begins` are how many rows have begun by the end of each,
    `ends` how many ended before it, each number once, from 0 to all; `begun_at` and `ended_at` say
    which of these numbers is that of a day."""

    def __init__(self, table: EventTable, days: Ints) -> None:
        self._last, self.days = table.last, days
        begun = ranks_of(table.first, days, "right")
        ended = ranks_by(table.orders.by_last, table.last, days)
        self.begins, self.ends = (
            distinct(np.concatenate(([0], rows, [len(table)]))) for rows in (begun, ended)
        )
        self.begun_at, self.ended_at = (
            self.begins.searchsorted(begun),
            self.ends.searchsorted(ended),
        )

    def before(self, rows: Whole) -> tuple[Whole, Whole]:
        """Which of `begins`, and which of `ends`, is the first that each of these rows, by first
        day, stands before."""
        few = max(len(self.begins), len(self.ends)) < 2**16
        begun: Whole = np.empty(len(rows), np.uint16 if few else np.int32)
        ended = np.empty_like(begun)
        until = np.append(self.ended_at, len(self.ends) - 1)
        for low in range(0, len(rows), AT_ONCE):
            here = slice(low, low + AT_ONCE)
            begun[here] = self.begins.searchsorted(rows[here], "right")
            ended[here] = until[self.days.searchsorted(self._last.take(rows[here]), "right")]
        return begun, ended
