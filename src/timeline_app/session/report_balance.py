"""The vector balance in a report, and what every table of shares says of how they were counted."""

import math

from timeline_app.analysis.balance import Balance, balance_over
from timeline_app.analysis.engagement import BESIDE, PARTNERS, Engagement
from timeline_app.analysis.months import Period
from timeline_app.analysis.resampling import Intervals
from timeline_app.dates.spoken import span_words
from timeline_app.model.report import COUNT, INDEX, SHARE, Figure, Table
from timeline_app.session.lean import lean_words
from timeline_app.session.measure import Measure
from timeline_app.session.snapshot import Snapshot
from timeline_app.session.weighing import Weighed, weighed
from timeline_app.session.weighing_words import too_long_words
from timeline_app.words.tr import grouped, tr


def balance_table(now: Snapshot, period: Period, measure: Measure) -> Table:
    """The balance of one period, and what has to be said of it."""
    if said := too_long_words(period):
        return Table(tr("Vector balance"), (), (said,))
    of = weighed(now, period, measure)
    found = balance_over(of.events, period, measure.seed, measure.draws)
    remarks = (
        behind_words(of, of.events, found),
        *how_counted(now, of, measure),
        tr("The intervals cover chance within the archive, not how it was chosen."),
    )
    return Table(tr("Vector balance"), _of_balance(found), remarks)


def _of_balance(found: Balance) -> tuple[Figure, ...]:
    partners = (share(found, n, tr("share")) for n in range(len(PARTNERS)))
    two = (beside(found, n, tr("events that touch it")) for n in range(len(BESIDE)))
    return (*partners, even(found, tr("balance, 0 to 1")), *two)


def share(found: Balance, n: int, what: str) -> Figure:
    """The share of one of the seven."""
    few = tr("too few for an interval")
    return figure(tr(PARTNERS[n]), what, SHARE, found.shares, n, int(found.touching[n]), few)


def beside(found: Balance, n: int, what: str) -> Figure:
    """How many events touch one of the two that have no share."""
    return Figure(tr(BESIDE[n]), what, COUNT, float(found.touching[len(PARTNERS) + n]))


def even(found: Balance, what: str) -> Figure:
    """How evenly engagement is spread over the seven."""
    return figure(tr("All seven"), what, INDEX, found.balance, 0, found.n, tr("too few"))


def behind_words(of: Weighed, events: Engagement, found: Balance) -> str:
    """How many stand behind a period, of whom, and in how many months."""
    inside = events.among(events.touching(found.period.first, found.period.last))
    return tr(
        "{period}: {n} events with a partner among the seven, of {every} that count as "
        "engagement; {publishers} publishers stand behind them, {months} months hold one.",
        period=span_words(found.period.first, found.period.last),
        n=grouped(found.n),
        every=grouped(found.every),
        publishers=grouped(of.publishers(inside)),
        months=grouped(found.filled),
    )


def how_counted(now: Snapshot, of: Weighed, measure: Measure) -> list[str]:
    """What counts, what does not, and of which layers."""
    said = [tr("An event with k partners gives 1/k to each of them, so that the shares sum to 1.")]
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
    if measure.rule.derived:
        said.append(tr("Vectors are derived from the actors of each event."))
    if lean := measure.lean:
        dropped = lean_words(lean, now.table.terms["source"].terms.label)
        said.append(tr("Counted are events {dropped}.", dropped=dropped))
    return said


def figure(
    of: str, what: str, unit: str, found: Intervals, n: int, events: int | None, why: str
) -> Figure:
    """A figure with its interval, `events` behind it, and `why` there is no interval."""
    value, low, high = (known(float(part[n])) for part in (found.found, found.low, found.high))
    return Figure(of, what, unit, value, low, high, events, "" if low is not None else why)


def known(value: float) -> float | None:
    """None for what is no number."""
    return value if math.isfinite(value) else None
