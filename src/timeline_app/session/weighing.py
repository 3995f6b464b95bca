"""What an analysis weighs: the occurrences that pass and count, of layers that cover the period."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import numpy as np

from timeline_app.analysis.engagement import Engagement, Rule, engagement_of
from timeline_app.analysis.months import Period
from timeline_app.analysis.shares import shares_of
from timeline_app.dataclass import dataclass
from timeline_app.dates import civil
from timeline_app.dates.date_error import DateError
from timeline_app.dates.edtf import parse
from timeline_app.model.distinct import distinct
from timeline_app.model.event_table import EventTable, Mask
from timeline_app.model.filter import SPAN
from timeline_app.model.records import Layer
from timeline_app.session.lean import kept_of
from timeline_app.session.measure import Measure
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import mark

PRESET_MONTHS = 36
_MOST_LAYERS = 256
PRESETS = {
    "crimea": ((2014, 3, 18), mark("Crimea, 18 March 2014")),
    "eaeu": ((2014, 5, 29), mark("Treaty on the Eurasian Economic Union, 29 May 2014")),
    "resignation": ((2019, 3, 19), mark("Nazarbayev's resignation, 19 March 2019")),
    "invasion": ((2022, 2, 24), mark("24 February 2022")),
}
"""Days at which a reader's question splits time, chosen before looking, and what they are called;
B begins with the day itself."""


@dataclass(frozen=True, eq=False, slots=True)
class Weighed:
    """The occurrences that count, of which table, the days that their layers cover together, and
    the layers that are on and were left out, by id."""

    table: EventTable
    events: Engagement
    cover: Period
    layers: tuple[str, ...]
    layers_out: tuple[str, ...]

    def publishers(self, events: Engagement) -> int:
        """How many publishers stand behind these."""
        return len(distinct(self.table.terms["source"].entries_of(events.row)[1]))

    def of_layer(self, layer: str) -> Engagement:
        """Those of one layer."""
        return self.events.among(self.table.terms["layer"].holding({layer})[self.events.row])

    def without_each_publisher(self, events: Engagement) -> Iterator[tuple[str, Engagement]]:
        """For each publisher on whom alone some of these rest: its id, and the others."""
        codes = self.table.terms["source"]
        places, held = codes.entries_of(events.row)
        several = np.bincount(places, minlength=len(events))
        alone = np.full(len(events), -1, np.int64)
        alone[places] = held
        alone[several != 1] = -1
        for code in distinct(alone[alone >= 0]).tolist():
            yield codes.terms[code].id, events.among(alone != code)


def preset_periods(name: str, months: int = PRESET_MONTHS) -> tuple[Period, Period]:
    """So many months up to the day of this preset, and from it on."""
    day = civil.day_of(*PRESETS[name][0])
    before = Period(civil.months_later(day, -months), day - 1)
    return before, Period(day, civil.months_later(day, months) - 1)


def weighed(
    now: Snapshot, period: Period, measure: Measure | None = None, passing: Mask | None = None
) -> Weighed:
    """What passes in this snapshot (or `passing`, as long as its table) and counts, of the layers
    that are on and cover the period; those that a machine coded only where the measure says so."""
    measure, layers = measure or Measure(), layers_on(now)
    fit = layers_over(now, period, measure)
    passing = now.passing.mask if passing is None else passing
    if measure.lean:
        passing = passing & kept_of(now.table, measure.lean, now.languages)
    covers = [_covered(one) for one in fit] or [period]
    cover = Period(max(one.first for one in covers), min(one.last for one in covers))
    return Weighed(
        now.table,
        engagement_of(now.table, passing & _told_by(now, fit), rule_in(now, measure)),
        cover,
        tuple(one.id for one in fit),
        tuple(one.id for one in layers if one not in fit),
    )


def layers_over(now: Snapshot, period: Period, measure: Measure) -> list[Layer]:
    """The layers that are on, count by this measure and cover the whole period."""
    counting = (
        one for one in layers_on(now) if measure.counts_machine_coded or not one.machine_coded
    )
    return [one for one in counting if _covers(one, period)]


def weighed_apart(
    now: Snapshot, whole: Period, measure: Measure, passing: Mask | None = None
) -> Weighed:
    """What two periods within `whole` are weighed by: all that passes (or `passing`) but for the
    brush, since B is no less asked for. Where that lets only sure rows pass, what surely lies in
    either."""
    passing = now.passing.base.but(SPAN) if passing is None else passing
    span = now.filter.span
    if span is None or not span.surely:
        return weighed(now, whole, measure, passing)
    of = weighed(now, whole, measure, passing & (now.table.doubt == 0))
    return replace(of, events=replace(of.events, surely=True))


def range_without_publishers(
    of: Weighed, a: Engagement, b: Engagement
) -> tuple[list[float], list[float]]:
    """The least and the greatest difference of each of the seven shares (B less A) when each
    publisher is left out in turn."""
    found = [shares_of(b.weights.sum(axis=0)) - shares_of(a.weights.sum(axis=0))]
    without_in_a = dict(of.without_each_publisher(a))
    without_in_b = dict(of.without_each_publisher(b))
    for publisher in without_in_a.keys() | without_in_b.keys():
        less_a, less_b = without_in_a.get(publisher, a), without_in_b.get(publisher, b)
        found.append(shares_of(less_b.weights.sum(axis=0)) - shares_of(less_a.weights.sum(axis=0)))
    known = [one for one in found if np.isfinite(one).all()]
    if not known:
        return [float("nan")] * len(found[0]), [float("nan")] * len(found[0])
    return np.min(known, axis=0).tolist(), np.max(known, axis=0).tolist()


def rule_in(now: Snapshot, measure: Measure) -> Rule:
    """The measure's rule; who belongs to a vector is what the archive says, unless the reader has
    said otherwise."""
    rule = measure.rule
    return rule if rule.members or not rule.derived else replace(rule, members=now.vector_members)


def whole_period(now: Snapshot, measure: Measure | None = None) -> Period | None:
    """All days that there are, as far as the layer covers them that covers the most; None where
    nothing is dated. Layers that cover less are left out of what is weighed over all of it."""
    extent, measure = now.table.extent, measure or Measure()
    if extent is None:
        return None
    period = Period(*extent)
    covers = [
        covered
        for one in layers_on(now)
        if (measure.counts_machine_coded or not one.machine_coded)
        and (covered := _cover_of(one)) is not None
    ]
    most = max(covers, key=lambda one: one.days, default=period)
    first, last = max(period.first, most.first), min(period.last, most.last)
    return Period(first, last) if first <= last else period


def layers_on(now: Snapshot) -> list[Layer]:
    """The layers that are on, in the order of the edition."""
    if now.archive is None:
        return []
    on = now.archive.layers_on
    return [layer for layer in now.archive.edition.layers if layer.id in on]


def _told_by(now: Snapshot, layers: list[Layer]) -> Mask:
    return now.table.terms["layer"].holding({one.id for one in layers})


def _covers(layer: Layer, period: Period) -> bool:
    covered = _cover_of(layer)
    return covered is not None and covered.first <= period.first and covered.last >= period.last


@lru_cache(_MOST_LAYERS)
def _cover_of(layer: Layer) -> Period | None:
    """The days a layer says it covers; None where it does not say so."""
    try:
        return _covered(layer)
    except DateError:
        return None


def _covered(layer: Layer) -> Period:
    """The days a layer says it covers. Raises `DateError` where it does not say so."""
    first = parse(_year(layer.covers_from)).bounds.first
    last = parse(_year(layer.covers_to)).bounds.last
    return Period(first, max(first, last))


def _year(text: str) -> str:
    """A year of fewer than four figures as EDTF writes it."""
    figures = text.lstrip("-")
    short = figures.isdecimal() and len(figures) < 4
    return f"{text[: len(text) - len(figures)]}{figures.zfill(4)}" if short else text
