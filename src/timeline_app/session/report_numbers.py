"""The numbers of a report: the balance of what is shown, and two periods where they are compared.

The same view, seed and draws give the same numbers; that is how a report is checked.
"""

from itertools import chain

from timeline_app.analysis.months import Period
from timeline_app.dates.day import is_open
from timeline_app.model.report import Table, Weighing
from timeline_app.session.kept_measure import measure_state, read_measure
from timeline_app.session.measure import Measure
from timeline_app.session.report_balance import balance_table
from timeline_app.session.report_compared import compared_table
from timeline_app.session.report_places import places_tables
from timeline_app.session.report_trade import trade_tables
from timeline_app.session.snapshot import Snapshot
from timeline_app.session.weighing_words import too_long_to_compare
from timeline_app.words.tr import tr


def tables_of(now: Snapshot, weighing: Weighing) -> tuple[Table, ...]:
    """All numbers of a view. Where it reads the archive it is by a connection of its own, so that
    any thread may ask."""
    period = period_shown(now)
    if period is None:
        return ()
    places = places_tables(now)
    measure, both = measure_of(weighing), _shows_both(now, weighing)
    tables = [] if both else [balance_table(now, period, measure)]
    if weighing.periods is not None:
        tables.append(compared_table(now, weighing, measure))
    if not both or weighing.periods is None:
        return (*tables, *trade_tables(now, period, measure), *places)
    sides = zip((tr("A"), tr("B")), weighing.periods, strict=True)
    traded = [trade_tables(now, Period(*days), measure, name) for name, days in sides]
    return (*tables, *chain(*traded), *places)


def _shows_both(now: Snapshot, weighing: Weighing) -> bool:
    """Whether what is shown are the two periods that are compared: each has its balance there."""
    span, second = now.filter.span, now.second
    if span is None or second is None:
        return False
    return weighing.periods == ((span.first, span.last), (second.first, second.last))


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
