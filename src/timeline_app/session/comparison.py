"""Two brushed periods compared beside the reader's work: what is quick to say at once, and what
takes draws when the hand rests. The numbers are those of `timeline-app analyse compare`."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

import numpy as np

from timeline_app.analysis.engagement import Engagement
from timeline_app.analysis.months import Period
from timeline_app.analysis.placebo import Placebo, placebo_of
from timeline_app.analysis.running_sums import RunningSums, Sums
from timeline_app.analysis.two_periods import Compared, compare, divided
from timeline_app.crossfilter.base import Base
from timeline_app.dataclass import dataclass
from timeline_app.model.event_table import EventTable, Mask
from timeline_app.model.filter import SpanClause
from timeline_app.session.lean import Lean
from timeline_app.session.measure import Measure
from timeline_app.session.pace import Rest, resting
from timeline_app.session.running import Run
from timeline_app.session.snapshot import Snapshot
from timeline_app.session.weighing import (
    Weighed,
    layers_over,
    range_without_publishers,
    weighed_apart,
)
from timeline_app.session.weighing_words import too_long_to_compare

MOST_SCALES = 2
"""So many are kept: which layers count changes where periods leave what a layer covers."""


@dataclass(frozen=True, eq=False, slots=True)
class Within:
    """The same comparison within one layer, since each was gathered in its own way."""

    layer: str
    found: Compared


@dataclass(frozen=True, eq=False)
class Comparison:
    """What is known so far of A against B.

    `sums_a` and `sums_b` add up what may lie in one alone. What takes draws comes after: `found`,
    then the `placebo`, the range of each difference when each publisher is left out in turn
    (`least`, `most`, 7 each), and what each layer shows alone.
    """

    a: Period
    b: Period
    preset: str
    measure: Measure
    of: Weighed
    sums_a: Sums
    sums_b: Sums
    found: Compared | None = None
    placebo: Placebo | None = None
    least: tuple[float, ...] = ()
    most: tuple[float, ...] = ()
    within: tuple[Within, ...] = ()
    is_whole: bool = False

    @cached_property
    def only_a(self) -> Engagement:
        """What may lie in A, and not in B."""
        return self.of.events.among(self._in_a & ~self._in_b)

    @cached_property
    def only_b(self) -> Engagement:
        """What may lie in B, and not in A."""
        return self.of.events.among(self._in_b & ~self._in_a)

    @cached_property
    def both(self) -> Engagement:
        """What may lie in either."""
        return self.of.events.among(self._in_a & self._in_b)

    @cached_property
    def _in_a(self) -> Mask:
        return self.of.events.touching(self.a.first, self.a.last)

    @cached_property
    def _in_b(self) -> Mask:
        return self.of.events.touching(self.b.first, self.b.last)


@dataclass(frozen=True, slots=True)
class _Asked:
    table: EventTable
    base: Base
    layers: frozenset[str]
    measure: Measure
    a: SpanClause
    b: SpanClause
    preset: str


@dataclass(frozen=True, eq=False, slots=True)
class _Scale:
    """What two periods are weighed by, and its sums (None where only what is sure counts): it
    serves as long as nothing but their days are others."""

    of: Weighed
    sums: RunningSums | None = None


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
    is made at a time, so that a brush that moves on is never waited for; what takes draws is begun
    at `rest`."""

    def __init__(
        self,
        run: Run,
        ready: Callable[[], None],
        leaning: bool = False,
        rest: Rest = resting,
    ) -> None:
        """`leaning`: of what is left where something is dropped; else of everything."""
        self._run, self._ready, self._leaning, self._rest = run, ready, leaning, rest
        self._asked: _Asked | None = None
        self._now: Snapshot | None = None
        self._at_work = False
        self._made: tuple[_Asked, Comparison] | None = None
        self._scales: list[tuple[_Asked, _Scale]] = []

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
            return
        passing = now.passing.base
        asked = _Asked(now.table, passing, now.archive.layers_on, now.measure, a, b, now.preset)
        if asked != self._asked:
            self._asked, self._now = asked, now
            self._answer()
            self._go_on()

    def _answer(self) -> bool:
        """Says at once what follows from the sums that there are, so that it moves with the hand;
        says whether it did."""
        asked, now = self._asked, self._now
        if asked is None or now is None or asked.a.surely:
            return False
        scale = next((one for by, one in self._scales if _serves(by, one, asked, now)), None)
        if scale is not None:
            self._made = asked, _weighed_by(scale, now)
        return scale is not None

    def _go_on(self) -> None:
        asked, now, made = self._asked, self._now, self._made
        if self._at_work or asked is None or now is None:
            return
        if made is None or made[0] != asked:
            self._at_work = True
            self._run(lambda: _weigh(now), lambda found: self._take_weighed(asked, *found))
        elif made[1].found is None:
            self._rest(self, self._draw)
        elif not made[1].is_whole:
            self._make_surer(asked, made[1])

    def _draw(self) -> None:
        """The hand rests: nothing is drawn while it moves, for that would hold it up."""
        if not self._at_work and self._asked is not None and self._made is not None:
            self._make_surer(self._asked, self._made[1])

    def _make_surer(self, asked: _Asked, known: Comparison) -> None:
        self._at_work = True
        self._run(lambda: surer(known), lambda found: self._take(asked, found))

    def _take_weighed(self, asked: _Asked, scale: _Scale, found: Comparison) -> None:
        self._at_work = False
        if self._asked is not None and asked.table is self._asked.table:
            if scale.sums is not None:
                self._scales = [(asked, scale), *self._scales[: MOST_SCALES - 1]]
            if not self._answer():
                self._made = asked, found
            self._ready()
        self._go_on()

    def _take(self, asked: _Asked, found: Comparison) -> None:
        """What the brush has left behind meanwhile is dropped."""
        self._at_work = False
        if asked == self._asked:
            self._made = (asked, found)
            self._ready()
        self._go_on()


def begun(now: Snapshot) -> Comparison:
    """What can be said at once of the two brushed periods, which share no day."""
    return _weigh(now)[1]


def _weigh(now: Snapshot) -> tuple[_Scale, Comparison]:
    """On the worker: what the two brushed periods are weighed by, and what that says of them."""
    of = weighed_apart(now, _whole(*_periods(now)), now.measure)
    scale = _Scale(of, None if of.events.surely else RunningSums(of.events))
    return scale, _weighed_by(scale, now)


def _serves(by: _Asked, scale: _Scale, asked: _Asked, now: Snapshot) -> bool:
    """Whether what was weighed for one question serves another one, which has other days."""
    if replace(by, a=asked.a, b=asked.b, preset=asked.preset) != asked:
        return False
    layers = layers_over(now, _whole(*_periods(now)), asked.measure)
    return scale.of.layers == tuple(one.id for one in layers)


def _weighed_by(scale: _Scale, now: Snapshot) -> Comparison:
    a, b = _periods(now)
    if scale.sums is not None:
        sums = scale.sums.over_two((a.first, a.last), (b.first, b.last))
        of = scale.of if scale.of.layers else replace(scale.of, cover=_whole(a, b))
        return Comparison(a, b, now.preset, now.measure, of, *sums)
    only_a, only_b, _ = divided(scale.of.events, a, b)
    sums = _sums(only_a, a), _sums(only_b, b)
    return Comparison(a, b, now.preset, now.measure, scale.of, *sums)


def _whole(a: Period, b: Period) -> Period:
    return Period(min(a.first, b.first), max(a.last, b.last))


def _periods(now: Snapshot) -> tuple[Period, Period]:
    spans = now.filter.span, now.second
    if spans[0] is None or spans[1] is None:
        raise ValueError("two periods are compared")
    a, b = (Period(one.first, one.last) for one in spans if one is not None)
    return a, b


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
