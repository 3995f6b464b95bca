"""Two actors picked from those that the archive tells of, weighed beside the reader's work."""

from collections.abc import Callable

import numpy as np

from timeline_app.analysis.dyad import Dyad, dyad
from timeline_app.analysis.months import Period
from timeline_app.crossfilter.passing import Passing
from timeline_app.dataclass import dataclass
from timeline_app.model.codes import Term
from timeline_app.model.event_table import Days, EventTable
from timeline_app.session.report_numbers import period_shown
from timeline_app.session.running import Run
from timeline_app.session.snapshot import Snapshot

MOST_ACTORS = 2_000
"""So many are offered, those with the most events first; any other is found by its name."""


@dataclass(frozen=True, eq=False, slots=True)
class Paired:
    """Two actors within a period: what names both, and the days of what names one alone (m)."""

    table: EventTable
    one: str
    other: str
    period: Period
    found: Dyad
    alone: Days

    @property
    def occurrences(self) -> list[int]:
        """Of the events that name both, by time."""
        return [int(one) for one in self.table.occurrence[self.found.rows]]


def actors_by_events(now: Snapshot) -> list[tuple[Term, int]]:
    """The actors with how many events name each, the most frequent first."""
    codes = now.table.terms.get("actor")
    if codes is None:
        return []
    often, counts = now.table.orders.often["actor"], now.table.count_by("actor")
    named = [(codes.terms[code], int(counts[code])) for code in often[:MOST_ACTORS].tolist()]
    return [(term, n) for term, n in named if n]


def paired(table: EventTable, passing: Passing, one: str, other: str, period: Period) -> Paired:
    """What passes and names them; see `analysis.dyad`."""
    mask = passing.mask
    actors = table.terms["actor"]
    alone = mask & (actors.holding({one}) ^ actors.holding({other}))
    inside = alone & (table.first <= period.last) & (table.last >= period.first)
    days = (np.maximum(table.first, period.first) + np.minimum(table.last, period.last)) // 2
    return Paired(table, one, other, period, dyad(table, mask, one, other, period), days[inside])


class Pairing:
    """Keeps the newest pair; `run` makes it, `ready` hears of it."""

    def __init__(self, run: Run, ready: Callable[[], None]) -> None:
        self._run, self._ready = run, ready
        self._asked: tuple[object, ...] | None = None
        self.paired: Paired | None = None

    def ask(self, now: Snapshot, one: str, other: str) -> None:
        """From now on it is of these two, in what passes; of nothing where they are the same."""
        asked = (now.table, now.passing, one, other)
        if self._asked is not None and all(
            a is b or a == b for a, b in zip(asked, self._asked, strict=True)
        ):
            return
        self._asked = asked
        period = period_shown(now)
        if period is None or not one or not other or one == other:
            self.paired = None
            self._ready()
            return
        table, passing = now.table, now.passing

        def job() -> Paired | None:
            # a brush asks with each move; what is asked no longer costs the worker nothing
            newest = self._asked is asked
            return paired(table, passing, one, other, period) if newest else None

        self._run(job, lambda made: self._take(asked, made))

    def _take(self, asked: tuple[object, ...], made: Paired | None) -> None:
        if asked is self._asked:
            self.paired = made
            self._ready()
