"""Two brushed periods compared beside the reader's work: what is quick to say at once, and what
takes draws when the hand rests. The numbers are those of `timeline-app analyse compare`."""

from collections.abc import Callable
from dataclasses import replace
from threading import Event as Sign

import numpy as np

from timeline_app.analysis.engagement import Engagement
from timeline_app.analysis.months import Period
from timeline_app.analysis.placebo import Placebo, placebo_of
from timeline_app.analysis.running_sums import RunningSums, Sums
from timeline_app.analysis.two_periods import Compared, compare, divided
from timeline_app.crossfilter.base import Base
from timeline_app.dataclass import dataclass
from timeline_app.model.event_table import EventTable
from timeline_app.model.filter import SpanClause
from timeline_app.session.lean import Lean
from timeline_app.session.measure import Measure
from timeline_app.session.running import Run
from timeline_app.session.snapshot import Snapshot
from timeline_app.session.weighing import Weighed, range_without_publishers, weighed_apart
from timeline_app.session.weighing_words import too_long_to_compare

REST_S = 0.12
"""A brush that has stood so long is at rest."""


@dataclass(frozen=True, eq=False, slots=True)
class Within:
    """The same comparison within one layer, since each was gathered in its own way."""

    layer: str
    found: Compared


@dataclass(frozen=True, eq=False, slots=True)
class Comparison:
    """What is known so far of A against B.

    `only_a` and `only_b` may lie in one alone, `both` in either; `sums_a`, `sums_b` add them up.
    What takes draws comes after: `found`, then the `placebo`, the range of each difference when
    each publisher is left out in turn (`least`, `most`, 7 each), and what each layer shows alone.
    """

    a: Period
    b: Period
    preset: str
    measure: Measure
    of: Weighed
    only_a: Engagement
    only_b: Engagement
    both: Engagement
    sums_a: Sums
    sums_b: Sums
    found: Compared | None = None
    placebo: Placebo | None = None
    least: tuple[float, ...] = ()
    most: tuple[float, ...] = ()
    within: tuple[Within, ...] = ()
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class _Asked:
    table: EventTable
    base: Base
    layers: frozenset[str]
    measure: Measure
    a: SpanClause
    b: SpanClause
    preset: str


def overlap(now: Snapshot) -> bool:
    """Whether the two periods share days: then nothing can be compared."""
    a, b = now.filter.span, now.second
    return a is not None and b is not None and a.first <= b.last and b.first <= a.last


def too_long(now: Snapshot) -> str:
    """Why two periods are not compared that are too long for it; empty where they are not."""
    a, b = now.filter.span, now.second
    if a is None or b is None:
        return ""
    return too_long_to_compare(Period(a.first, a.last), Period(b.first, b.last))


class ComparisonMaking:
    """Keeps the newest comparison; `run` makes it piece by piece, `ready` hears of each. One piece
    is made at a time, so that a brush that moves on is never waited for."""

    def __init__(self, run: Run, ready: Callable[[], None], leaning: bool = False) -> None:
        """`leaning`: of what is left where something is dropped; else of everything."""
        self._run, self._ready, self._leaning = run, ready, leaning
        self._asked: _Asked | None = None
        self._now: Snapshot | None = None
        self._at_work = False
        self._moved = Sign()
        self._made: tuple[_Asked, Comparison] | None = None

    @property
    def comparison(self) -> Comparison | None:
        """The newest that was made; it may be of periods that were brushed before."""
        return self._made[1] if self._made else None

    @property
    def is_current(self) -> bool:
        """Whether it is of what was asked last, and whole."""
        made = self._made
        return made is not None and made[0] == self._asked and made[1].is_whole

    def ask(self, now: Snapshot) -> None:
        """Compare what is brushed now; nothing where there are not two periods apart."""
        a, b = now.filter.span, now.second
        dropping = bool(now.measure.lean)
        if dropping and not self._leaning:
            now = replace(now, measure=replace(now.measure, lean=Lean()))
        no_need = self._leaning and not dropping
        if (
            now.archive is None
            or a is None
            or b is None
            or overlap(now)
            or too_long(now)
            or no_need
        ):
            self._asked = self._made = None
            self._moved.set()
            return
        passing = now.passing.base
        asked = _Asked(now.table, passing, now.archive.layers_on, now.measure, a, b, now.preset)
        if asked != self._asked:
            self._asked, self._now = asked, now
            self._moved.set()
            self._go_on()

    def _go_on(self) -> None:
        asked, now, made = self._asked, self._now, self._made
        if self._at_work or asked is None or now is None:
            return
        known = made[1] if made is not None and made[0] == asked else None
        if known is None or not known.is_whole:
            self._at_work = True
            self._moved.clear()
            self._run(
                lambda: begun(now) if known is None else self._surer_at_rest(known),
                lambda found: self._take(asked, found),
            )

    def _surer_at_rest(self, known: Comparison) -> Comparison:
        """On the worker: nothing is drawn while the brush moves, for that would hold it up; what
        it has left behind comes back as it was."""
        moved = known.found is None and self._moved.wait(REST_S)
        return known if moved else surer(known)

    def _take(self, asked: _Asked, found: Comparison) -> None:
        self._at_work = False
        if self._asked is not None and asked.table is self._asked.table:
            self._made = (asked, found)
            self._ready()
        self._go_on()


def begun(now: Snapshot) -> Comparison:
    """What can be said at once of the two brushed periods, which share no day."""
    spans = now.filter.span, now.second
    if spans[0] is None or spans[1] is None:
        raise ValueError("two periods are compared")
    a, b = (Period(one.first, one.last) for one in spans if one is not None)
    whole = Period(min(a.first, b.first), max(a.last, b.last))
    of = weighed_apart(now, whole, now.measure)
    only_a, only_b, _ = divided(of.events, a, b)
    in_a = of.events.touching(a.first, a.last)
    both = of.events.among(in_a & of.events.touching(b.first, b.last))
    sums = _sums(only_a, a), _sums(only_b, b)
    return Comparison(a, b, now.preset, now.measure, of, only_a, only_b, both, *sums)


def surer(made: Comparison) -> Comparison:
    """The same with one thing more that takes draws."""
    seed, draws = made.measure.seed, made.measure.draws
    if made.found is None:
        return replace(made, found=compare(made.of.events, made.a, made.b, seed, draws))
    if not made.least:
        least, most = range_without_publishers(made.of, made.only_a, made.only_b)
        placebo = placebo_of(made.of.events, made.a, made.b, made.of.cover)
        return replace(made, placebo=placebo, least=tuple(least), most=tuple(most))
    layers = made.of.layers
    if len(made.within) < len(layers):
        layer = layers[len(made.within)]
        found = compare(made.of.of_layer(layer), made.a, made.b, seed, draws)
        made = replace(made, within=(*made.within, Within(layer, found)))
    return replace(made, is_whole=len(made.within) == len(layers))


def compared(now: Snapshot) -> Comparison:
    """All of it at once, as a script wants it."""
    made = begun(now)
    while not made.is_whole:
        made = surer(made)
    return made


def _sums(events: Engagement, period: Period) -> Sums:
    return RunningSums(events).over(np.array([period.first]), np.array([period.last]))
