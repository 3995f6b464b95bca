"""The sliding balance of what passes, made beside the reader's work, a piece at a time.

A brush changes nothing of it: bands show what passes all else, and what lies in the brushed period
is looked up in the same sums while the hand moves.
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from timeline_app.analysis.bands import Bands, bands_of, with_intervals
from timeline_app.analysis.engagement import Engagement
from timeline_app.analysis.months import Period
from timeline_app.analysis.running_sums import RunningSums, Sums
from timeline_app.crossfilter.base import Base
from timeline_app.dataclass import dataclass
from timeline_app.model.event_table import EventTable
from timeline_app.model.filter import SPAN, SpanClause
from timeline_app.session.measure import Measure
from timeline_app.session.partnering import Trade, trade_of
from timeline_app.session.running import Run
from timeline_app.session.snapshot import Snapshot
from timeline_app.session.weighing import Weighed, weighed, whole_period
from timeline_app.session.weighing_words import too_long_words

WINDOWS_A_JOB = 24
"""So many windows get their intervals before others may use the worker."""


@dataclass(frozen=True, eq=False, slots=True)
class Weight:
    """What counts, its sums, its bands, how many publishers stand behind each year (y), and the
    trade that is shown beside it."""

    of: Weighed
    sums: RunningSums
    bands: Bands
    publishers: tuple[int, ...]
    trade: Trade | None = None

    def within(self, first: int, last: int) -> Sums:
        """What lies in one period."""
        return self.sums.over(np.array([first]), np.array([last]))

    def brushed(self, now: Snapshot) -> tuple[Sums, ...]:
        """What lies in the brushed period, surely where only that is asked for; where there is a
        second one, in each of them alone, as they are compared."""
        span, second = now.filter.span, now.second
        if span is None:
            return ()
        if span.surely:
            return tuple(self._surely(one) for one in (span, second) if one is not None)
        if second is None:
            return (self.within(span.first, span.last),)
        return self.sums.over_two((span.first, span.last), (second.first, second.last))

    def _surely(self, span: SpanClause) -> Sums:
        events = self.of.events
        undoubted = events.among(self.of.table.doubt[events.row] == 0)
        surely = replace(undoubted, surely=True)
        inside = surely.among(surely.touching(span.first, span.last))
        return RunningSums(inside).over(np.array([span.first]), np.array([span.last]))


@dataclass(frozen=True, slots=True)
class _Asked:
    table: EventTable
    base: Base
    layers: frozenset[str]
    measure: Measure


class Balancing:
    """Keeps the newest bands; `run` makes them, `ready` hears of each piece."""

    def __init__(self, run: Run, ready: Callable[[], None]) -> None:
        self._run, self._ready = run, ready
        self._asked: _Asked | None = None
        self._made: tuple[_Asked, Weight] | None = None

    @property
    def weight(self) -> Weight | None:
        """The newest that was made; it may be of what passed before."""
        return self._made[1] if self._made else None

    @property
    def is_current(self) -> bool:
        """Whether it is of what was asked last, with every interval."""
        made = self._made
        return made is not None and made[0] == self._asked and made[1].bands.is_whole

    def ask(self, now: Snapshot) -> None:
        """From now on bands are of what passes here, whatever is brushed."""
        if now.archive is None:
            self._asked = self._made = None
            return
        asked = _Asked(now.table, now.passing.base, now.archive.layers_on, now.measure)
        if asked != self._asked:
            self._asked = asked
            self._run(lambda: _weight(now), lambda made: self._take(asked, made))

    def _take(self, asked: _Asked, made: Weight | None) -> None:
        """A piece is there; what is asked no longer is dropped."""
        if asked is not self._asked:
            return
        self._made = None if made is None else (asked, made)
        self._ready()
        if made is not None and not made.bands.is_whole:
            self._run(lambda: _surer(made, asked.measure), lambda surer: self._take(asked, surer))


def whole_weight(now: Snapshot) -> Weight | None:
    """The bands of what passes here with every interval, whatever is brushed: a worker's work."""
    made = _weight(now)
    while made is not None and not made.bands.is_whole:
        made = _surer(made, now.measure)
    return made


def _weight(now: Snapshot) -> Weight | None:
    """On the worker: all but the intervals; None where nothing is dated, or over too long."""
    period = whole_period(now, now.measure)
    if period is None or too_long_words(period):
        return None
    of = weighed(now, period, now.measure, now.passing.base.but(SPAN))
    sums = RunningSums(of.events)
    bands = bands_of(sums, period, now.measure.months)
    trade = trade_of(now, now.measure.beside)
    return Weight(of, sums, bands, _publishers(of, bands), trade)


def _surer(made: Weight, measure: Measure) -> Weight:
    """On the worker: the intervals of some windows more."""
    events, seed, draws = made.of.events, measure.seed, measure.draws
    bands = with_intervals(made.bands, events, WINDOWS_A_JOB, seed, draws)
    return replace(made, bands=bands)


def _publishers(of: Weighed, bands: Bands) -> tuple[int, ...]:
    years = zip(bands.years.first.tolist(), bands.years.last.tolist(), strict=True)
    return tuple(of.publishers(_in(of.events, Period(*year))) for year in years)


def _in(events: Engagement, period: Period) -> Engagement:
    return events.among(events.touching(period.first, period.last))
