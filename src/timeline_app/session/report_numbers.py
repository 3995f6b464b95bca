"""The numbers of a report: the balance of what is shown, and two periods where they are compared.

The same view, seed and draws give the same numbers; that is how a report is checked.
"""

import math

import numpy as np

from timeline_app.analysis.balance import Balance, balance_over
from timeline_app.analysis.engagement import PARTNERS
from timeline_app.analysis.months import Period
from timeline_app.analysis.placebo import Placebo, placebo_of
from timeline_app.analysis.resampling import Intervals
from timeline_app.analysis.two_periods import Compared, compare, divided
from timeline_app.dates.day import is_open
from timeline_app.dates.spoken import span_words
from timeline_app.model.columns import VECTORS
from timeline_app.model.filter import SPAN
from timeline_app.model.report import (
    COUNT,
    INDEX,
    POINTS,
    PROBABILITY,
    RATIO,
    SHARE,
    Figure,
    Table,
    Weighing,
)
from timeline_app.session.kept_measure import measure_state, read_measure
from timeline_app.session.lean import lean_words
from timeline_app.session.measure import Measure
from timeline_app.session.report_trade import trade_tables
from timeline_app.session.snapshot import Snapshot
from timeline_app.session.weighing import Weighed, weighed
from timeline_app.session.weighing_words import (
    comparison_words,
    too_long_to_compare,
    too_long_words,
    why_no_p,
)
from timeline_app.words.tr import grouped, tr, trn


def tables_of(now: Snapshot, weighing: Weighing) -> tuple[Table, ...]:
    """All numbers of a view. Where it reads the archive it is by a connection of its own, so that
    any thread may ask."""
    period = period_shown(now)
    if period is None:
        return ()
    tables = [_balance_table(now, period, weighing)]
    if weighing.periods is not None:
        tables.append(_compared_table(now, weighing))
    return (*tables, *trade_tables(now, period, measure_of(weighing)))


def period_shown(now: Snapshot) -> Period | None:
    """The days that are asked for, as far as the table has any; None where it has none."""
    extent, span = now.table.extent, now.filter.span
    if extent is None:
        return None
    if span is None:
        return Period(*extent)
    first = extent[0] if is_open(span.first) else span.first
    last = extent[1] if is_open(span.last) else span.last
    return Period(first, max(first, last))


def measure_of(weighing: Weighing) -> Measure:
    """What counts, and where chance begins."""
    return read_measure(weighing.measure, weighing.seed, weighing.draws)


def weighing_of(now: Snapshot) -> Weighing:
    """How what is shown is measured, and which two periods are compared in it."""
    measure, span, second = now.measure, now.filter.span, now.second
    periods = None
    if span is not None and second is not None:
        a, b = (span.first, span.last), (second.first, second.last)
        apart = a[1] < b[0] or b[1] < a[0]
        closed = not any(is_open(day) for day in (*a, *b))
        known = apart and closed and not too_long_to_compare(Period(*a), Period(*b))
        periods = (a, b) if known else None
    return Weighing(
        measure.seed,
        measure.draws,
        periods,
        now.preset if periods else "",
        measure_state(measure),
    )


def _balance_table(now: Snapshot, period: Period, weighing: Weighing) -> Table:
    if said := too_long_words(period):
        return Table(tr("Vector balance"), (), (said,))
    of = weighed(now, period, measure_of(weighing))
    found = balance_over(of.events, period, weighing.seed, weighing.draws)
    return Table(
        tr("Vector balance"), _of_balance(found), _balance_remarks(now, of, found, weighing)
    )


def _of_balance(found: Balance) -> tuple[Figure, ...]:
    few = "" if np.isfinite(found.shares.low).all() else tr("too few for an interval")
    partners = (
        _figure(tr(v), tr("share"), SHARE, found.shares, n, int(found.touching[n]), few)
        for n, v in enumerate(PARTNERS)
    )
    beside = (
        Figure(tr(v), tr("events that touch it"), COUNT, float(found.touching[n]))
        for n, v in list(enumerate(VECTORS))[len(PARTNERS) :]
    )
    even = _figure(
        tr("All seven"), tr("balance, 0 to 1"), INDEX, found.balance, 0, found.n, tr("too few")
    )
    return (*partners, even, *beside)


def _balance_remarks(
    now: Snapshot, of: Weighed, found: Balance, weighing: Weighing
) -> tuple[str, ...]:
    period = found.period
    inside = of.events.among(of.events.touching(period.first, period.last))
    said = [
        tr(
            "{period}: {n} events with a partner among the seven, of {every} that count as "
            "engagement; {publishers} publishers stand behind them, {months} months hold one.",
            period=span_words(period.first, period.last),
            n=grouped(found.n),
            every=grouped(found.every),
            publishers=grouped(of.publishers(inside)),
            months=grouped(found.filled),
        ),
        tr("An event with k partners gives 1/k to each of them, so that the shares sum to 1."),
    ]
    kinds = {term.id: term.label for term in now.table.terms["kind"].terms}
    if of.events.left_out:
        listed = ", ".join(
            f"{tr(kinds.get(kind, kind))} ({grouped(n)})" for kind, n in of.events.left_out.items()
        )
        said.append(tr("Left out, since they are no engagement: {kinds}.", kinds=listed))
    if of.layers_out and now.archive is not None:
        titles = [one.title for one in now.archive.edition.layers if one.id in of.layers_out]
        said.append(
            tr(
                "Layers left out, since they do not cover the period or are machine-coded: "
                "{layers}.",
                layers=", ".join(map(tr, titles)),
            )
        )
    if weighing.measure.get("derived") is True:
        said.append(tr("Vectors are derived from the actors of each event."))
    if lean := measure_of(weighing).lean:
        names = {term.id: tr(term.label) for term in now.table.terms["source"].terms}
        said.append(tr("Counted are events {dropped}.", dropped=lean_words(lean, names)))
    said.append(tr("The intervals cover chance within the archive, not how it was chosen."))
    return tuple(said)


def _compared_table(now: Snapshot, weighing: Weighing) -> Table:
    first, second = (Period(*days) for days in weighing.periods or ())
    whole = Period(min(first.first, second.first), max(first.last, second.last))
    # what is brushed may be A alone, and B is no less asked for
    of = weighed(now, whole, measure_of(weighing), now.passing.base.but(SPAN))
    found = compare(of.events, first, second, weighing.seed, weighing.draws)
    placebo = placebo_of(of.events, first, second, of.cover)
    figures = (*_of_compared(found, bool(weighing.preset)), *_of_placebo(placebo))
    remarks = (
        comparison_words(found, placebo, bool(weighing.preset)),
        *(_within(now, of, layer, first, second) for layer in of.layers),
    )
    return Table(tr("Two periods"), figures, remarks)


def _of_compared(found: Compared, preset: bool) -> tuple[Figure, ...]:
    few = tr("too few for an interval")
    moved = (
        _figure(tr(v), tr("moved from A to B"), POINTS, found.moved, n, None, few)
        for n, v in enumerate(PARTNERS)
    )
    shares = (
        _figure(tr(v), what, SHARE, of.shares, n, int(of.touching[n]), few)
        for of, what in ((found.a, tr("share in A")), (found.b, tr("share in B")))
        for n, v in enumerate(PARTNERS)
    )
    why = why_no_p(found, preset)
    p = None if why else found.p
    n = min(found.a.n, found.b.n)
    evened = zip((tr("balance of A"), tr("balance of B")), found.evened, strict=True)
    return (
        *shares,
        *moved,
        *(
            Figure(tr("All seven"), w, INDEX, _known(v), n=n, why=tr("at the smaller number"))
            for w, v in evened
        ),
        _figure(tr("All events"), tr("rate a month, B over A"), RATIO, found.rate, 0, None, few),
        Figure(tr("All seven"), tr("p of the one test"), PROBABILITY, p, why=tr(why)),
    )


def _of_placebo(placebo: Placebo | None) -> tuple[Figure, ...]:
    if placebo is None:
        return ()
    of = tr("Pairs of periods of these lengths")
    return (
        Figure(of, tr("compared"), COUNT, float(placebo.pairs)),
        Figure(of, tr("with a shift as large"), COUNT, float(placebo.as_large)),
    )


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


def _figure(
    of: str, what: str, unit: str, found: Intervals, n: int, events: int | None, why: str
) -> Figure:
    value, low, high = (_known(float(part[n])) for part in (found.found, found.low, found.high))
    return Figure(of, what, unit, value, low, high, events, "" if low is not None else why)


def _known(value: float) -> float | None:
    return value if math.isfinite(value) else None
