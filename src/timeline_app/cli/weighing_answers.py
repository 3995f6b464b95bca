"""What `timeline-app analyse` answers on balance and comparison."""

import math
from typing import Any

import numpy as np

from timeline_app.analysis.balance import Balance
from timeline_app.analysis.engagement import PARTNERS, Engagement
from timeline_app.analysis.months import Period
from timeline_app.analysis.placebo import Placebo
from timeline_app.analysis.resampling import Intervals
from timeline_app.analysis.shares import LEAST_FOR_BALANCE
from timeline_app.analysis.two_periods import Compared, compare, divided
from timeline_app.cli.given import Given, Refused
from timeline_app.cli.view import show_asked
from timeline_app.dates.civil import iso
from timeline_app.dates.date_error import DateError
from timeline_app.dates.day import is_open
from timeline_app.dates.edtf import parse
from timeline_app.model.asked import Asked
from timeline_app.model.columns import VECTORS
from timeline_app.session.asking import UnknownError, ask, asked_days
from timeline_app.session.measure import Measure
from timeline_app.session.report_numbers import weighing_of
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.session.weighing import (
    Weighed,
    preset_periods,
    range_without_publishers,
    whole_period,
)
from timeline_app.session.weighing_words import TOO_FEW, why_no_p, why_no_rate
from timeline_app.words.tr import tr


def show_view(session: Session, given: Given, view: str | None) -> None:
    """Shows the saved view of this name, if one is named, with what it measures by."""
    if view is not None:
        show_asked(session, given, Asked(), view)


def shown_periods(now: Snapshot) -> tuple[Period, Period, str | None]:
    """A and B of what is shown, and the preset they are of; refused where there are no two."""
    own = weighing_of(now)
    if own.periods is None:
        raise Refused(tr("This view holds no two periods: give --a and --b, or --preset."))
    first, second = (Period(*days) for days in own.periods)
    return first, second, own.preset or None


def asked_period(
    session: Session, asked: Asked, measure: Measure | None = None, *, onto: bool = False
) -> Period:
    """Asks it (with `onto` beside what is shown); the days that are meant, or all that the archive
    has: by a measure as many as one layer covers that counts."""
    try:
        ask(session, asked, onto=onto)
        days = asked_days(asked)
        span = session.snapshot.filter.span
        if days is None and onto and span is not None:
            days = span.first, span.last
    except UnknownError as unknown:
        raise Refused(unknown.sentence) from unknown
    extent = session.snapshot.table.extent
    if extent is None:
        raise Refused(tr("This archive has no dated event to weigh."))
    by_measure = measure is not None and days is None
    whole = whole_period(session.snapshot, measure) if by_measure else None
    if whole is not None:
        return whole
    first, last = days or extent
    return Period(
        extent[0] if is_open(first) else first,
        max(extent[1] if is_open(last) else last, extent[0] if is_open(first) else first),
    )


def asked_periods(a: str | None, b: str | None, preset: str | None) -> tuple[Period, Period]:
    """A and B: those that are given, or those of the preset."""
    if preset is not None:
        if a or b:
            raise Refused(tr("Give either a preset or two periods, not both."))
        return preset_periods(preset)
    if not (a and b):
        raise Refused(tr("Two periods are compared: give --a and --b, or --preset."))
    first, second = _period(a), _period(b)
    if first.first <= second.last and second.first <= first.last:
        raise Refused(tr("The periods share days; periods that are compared share none."))
    return first, second


def refuse_long(said: str) -> None:
    """Refuses what is too long to be weighed, where that is said."""
    if said:
        raise Refused(said)


def _period(text: str) -> Period:
    try:
        bounds = parse(text).bounds
    except DateError as fault:
        raise Refused(tr("“{text}” is not a date: {why}", text=text, why=fault.why)) from fault
    if is_open(bounds.first) or is_open(bounds.last):
        raise Refused(tr("“{text}” has an open end; a period that is compared has two.", text=text))
    return Period(bounds.first, bounds.last)


def balance_row(of: Weighed, events: Engagement, found: Balance) -> dict[str, Any]:
    """One period as JSON: numbers, shares with intervals, the balance or why there is none."""
    period = found.period
    inside = events.among(events.touching(period.first, period.last))
    few = found.n < LEAST_FOR_BALANCE
    return {
        "from": iso(period.first),
        "to": iso(period.last),
        "n": found.n,
        "every": found.every,
        "publishers": of.publishers(inside),
        "months": found.filled,
        "shares": _shares_of(found),
        "beside": {
            vector: {"touching": int(found.touching[len(PARTNERS) + n])}
            for n, vector in enumerate(VECTORS[len(PARTNERS) :])
        },
        "balance": None if few else _figure(found.balance, 0),
        "why_not": TOO_FEW if few else "",
        "layers_left_out": list(of.layers_out),
    }


def _shares_of(found: Balance) -> dict[str, Any]:
    return {
        vector: {
            "share": _number(found.shares.found[n]),
            "low": _number(found.shares.low[n]),
            "high": _number(found.shares.high[n]),
            "touching": int(found.touching[n]),
        }
        for n, vector in enumerate(PARTNERS)
    }


def compared_answer(
    of: Weighed, found: Compared, placebo: Placebo | None, preset: bool
) -> dict[str, Any]:
    """Two periods as JSON; see `two_periods.Compared`."""
    a, b = found.a.period, found.b.period
    only_a, only_b, _ = divided(of.events, a, b)
    low, high = range_without_publishers(of, only_a, only_b)
    why_not = why_no_p(found, preset)
    tested = not why_not and found.p_of is not None
    return {
        "a": balance_row(of, only_a, found.a),
        "b": balance_row(of, only_b, found.b),
        "in_both": found.in_both,
        "moved": {v: _figure(found.moved, n) for n, v in enumerate(PARTNERS)},
        "shift": _number(found.shift),
        "balances_evened": [_number(one) for one in found.evened],
        "rate": {**_figure(found.rate_told, 0), "why_not": why_no_rate(found)},
        "test": {
            "statistic": _number(found.g),
            "p": found.p if tested else None,
            "why_not": why_not,
        },
        "holm": {
            v: float(found.p_of[n]) if tested and found.p_of is not None else None
            for n, v in enumerate(PARTNERS)
        },
        "together": {"mix": found.memory.mix, "numbers": found.memory.numbers},
        "placebo": None
        if placebo is None
        else {"pairs": placebo.pairs, "as_large": placebo.as_large, "thin": placebo.thin},
        "leave_one_out": {
            v: {"low": _number(low[n]), "high": _number(high[n])} for n, v in enumerate(PARTNERS)
        },
    }


def within_answer(
    of: Weighed, layer: str, a: Period, b: Period, seed: int, draws: int
) -> dict[str, Any]:
    """The same comparison within one layer, since each was gathered in its own way."""
    found = compare(of.of_layer(layer), a, b, seed, draws)
    return {
        "layer": layer,
        "n": [found.a.n, found.b.n],
        "moved": {v: _figure(found.moved, n) for n, v in enumerate(PARTNERS)},
        "shift": _number(found.shift),
    }


def _figure(of: Intervals, n: int) -> dict[str, float | None]:
    return {
        "value": _number(of.found[n]),
        "low": _number(of.low[n]),
        "high": _number(of.high[n]),
    }


def _number(value: float | np.floating[Any]) -> float | None:
    return float(value) if math.isfinite(value) else None
