"""Two periods in a report: side by side, vector by vector, with the test and what it is worth."""

import math
from itertools import chain

import numpy as np

from timeline_app.analysis.engagement import BESIDE, PARTNERS, Engagement
from timeline_app.analysis.months import Period
from timeline_app.analysis.placebo import Placebo, placebo_of
from timeline_app.analysis.two_periods import Compared, compare, divided
from timeline_app.model.report import (
    COUNT,
    INDEX,
    POINTS,
    PROBABILITY,
    RATIO,
    Figure,
    Table,
    Weighing,
)
from timeline_app.session.measure import Measure
from timeline_app.session.report_balance import (
    behind_words,
    beside,
    even,
    figure,
    how_counted,
    known,
    share,
)
from timeline_app.session.snapshot import Snapshot
from timeline_app.session.weighing import Weighed, range_without_publishers, weighed_apart
from timeline_app.session.weighing_words import (
    TOO_FEW,
    comparison_words,
    signed,
    why_no_p,
    why_no_rate,
)
from timeline_app.words.tr import grouped, tr, trn


def compared_table(now: Snapshot, weighing: Weighing, measure: Measure) -> Table:
    """A and B side by side, what moved, and how sure that is."""
    first, second = (Period(*days) for days in weighing.periods or ())
    whole = Period(min(first.first, second.first), max(first.last, second.last))
    of = weighed_apart(now, whole, measure)
    found = compare(of.events, first, second, weighing.seed, weighing.draws)
    placebo = placebo_of(of.events, first, second, of.cover)
    figures = (*_of_compared(found, bool(weighing.preset)), *_of_placebo(placebo))
    only_a, only_b, _ = divided(of.events, first, second)
    remarks = (
        comparison_words(found, placebo, bool(weighing.preset)),
        *_leaning(of, only_a, only_b),
        *(_within(now, of, layer, first, second) for layer in of.layers),
        *(
            tr("{period}: {said}", period=name, said=behind_words(of, events, balance))
            for name, events, balance in ((tr("A"), only_a, found.a), (tr("B"), only_b, found.b))
        ),
        *how_counted(now, of, measure),
    )
    return Table(tr("Two periods"), figures, remarks)


def _of_compared(found: Compared, preset: bool) -> tuple[Figure, ...]:
    """Vector by vector A, B and what moved; then the balances, the rate and the test."""
    sides = ((found.a, tr("A")), (found.b, tr("B")))
    two = [
        beside(of, n, tr("events in {period} that touch it", period=name))
        for n in range(len(BESIDE))
        for of, name in sides
    ]
    spread = [even(of, tr("balance of {period}, 0 to 1", period=name)) for of, name in sides]
    shares = chain(*(_of_vector(found, n) for n in range(len(PARTNERS))))
    return (*shares, *two, *spread, *_evened(found), _test(found, preset), _rate(found))


def _of_vector(found: Compared, n: int) -> tuple[Figure, ...]:
    few = tr("too few for an interval")
    return (
        share(found.a, n, tr("share in {period}", period=tr("A"))),
        share(found.b, n, tr("share in {period}", period=tr("B"))),
        figure(tr(PARTNERS[n]), tr("moved from A to B"), POINTS, found.moved, n, None, few),
    )


def _evened(found: Compared) -> list[Figure]:
    """Both balances at as many events as the smaller period has."""
    n, why = min(found.a.n, found.b.n), tr("at the smaller number")
    return [
        Figure(tr("All seven"), what, INDEX, known(value), n=n, why=why)
        for what, value in zip((tr("balance of A"), tr("balance of B")), found.evened, strict=True)
    ]


def _rate(found: Compared) -> Figure:
    why = why_no_rate(found)
    why = tr("too few for an interval") if why == TOO_FEW else tr(why)
    what = tr("rate a month, B over A")
    return figure(tr("All events"), what, RATIO, found.rate_told, 0, None, why)


def _test(found: Compared, preset: bool) -> Figure:
    why = why_no_p(found, preset)
    p = None if why else found.p
    return Figure(tr("All seven"), tr("p of the one test"), PROBABILITY, p, why=tr(why))


def _of_placebo(placebo: Placebo | None) -> tuple[Figure, ...]:
    if placebo is None:
        return ()
    of = tr("Pairs of periods of these lengths")
    return (
        Figure(of, tr("compared"), COUNT, float(placebo.pairs)),
        Figure(of, tr("with a shift as large"), COUNT, float(placebo.as_large)),
    )


def _leaning(of: Weighed, a: Engagement, b: Engagement) -> list[str]:
    """Where each difference lies when each publisher is left out in turn."""
    ranges = zip(PARTNERS, *range_without_publishers(of, a, b), strict=True)
    said = [
        tr("{vector} {low} to {high}", vector=tr(vector), low=signed(low), high=signed(high))
        for vector, low, high in ranges
        if math.isfinite(low)
    ]
    if not said:
        return []
    ranges_said = "; ".join(said)
    return [
        tr("Each publisher left out in turn, B less A in points: {ranges}.", ranges=ranges_said)
    ]


def _within(now: Snapshot, of: Weighed, layer: str, a: Period, b: Period) -> str:
    """The same within one layer, since each was gathered in its own way."""
    only_a, only_b, _ = divided(of.of_layer(layer), a, b)
    n_a, n_b = int(only_a.with_partner.sum()), int(only_b.with_partner.sum())
    titles = {one.id: one.title for one in now.archive.edition.layers} if now.archive else {}
    named = tr(titles.get(layer, layer))
    if not n_a or not n_b:
        return trn(
            "Within “{layer}” alone: {a} event in A and {b} in B, so nothing can be compared.",
            "Within “{layer}” alone: {a} events in A and {b} in B, so nothing can be compared.",
            n_a,
            layer=named,
            a=grouped(n_a),
            b=grouped(n_b),
        )
    sums = [one.weights.sum(axis=0) for one in (only_a, only_b)]
    shares = [one / one.sum() for one in sums]
    most = int(np.argmax(np.abs(shares[1] - shares[0])))
    return tr(
        "Within “{layer}” alone ({a} and {b} events) most moved {vector}, from {was} to {is_} per "
        "cent.",
        layer=named,
        a=grouped(n_a),
        b=grouped(n_b),
        vector=tr(PARTNERS[most]),
        was=f"{100 * shares[0][most]:.0f}",
        is_=f"{100 * shares[1][most]:.0f}",
    )
