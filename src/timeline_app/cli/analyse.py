"""`timeline-app analyse`: how engagement moved between the vectors, and how sure one may be."""

import math
from typing import Any

import click
import numpy as np

from timeline_app.analysis.balance import BAND_MONTHS, Balance, balance_over, windows
from timeline_app.analysis.engagement import PARTNERS, Engagement
from timeline_app.analysis.months import Period
from timeline_app.analysis.placebo import Placebo, placebo_of
from timeline_app.analysis.resampling import DRAWS, Intervals
from timeline_app.analysis.shares import LEAST_FOR_BALANCE
from timeline_app.analysis.two_periods import Compared, compare, divided
from timeline_app.cli.analyse_votes import votes
from timeline_app.cli.filters import filter_options
from timeline_app.cli.given import Given, Refused, Words, with_given
from timeline_app.cli.opening import opened, refuse_problem
from timeline_app.dates.civil import iso
from timeline_app.dates.date_error import DateError
from timeline_app.dates.day import is_open
from timeline_app.dates.edtf import parse
from timeline_app.model.asked import Asked
from timeline_app.model.columns import VECTORS
from timeline_app.session.asking import UnknownError, ask, asked_days
from timeline_app.session.session import Session
from timeline_app.session.weighing import (
    PRESETS,
    Weighed,
    preset_periods,
    range_without_publishers,
    weighed,
)
from timeline_app.session.weighing_words import TOO_FEW, comparison_words, why_no_p
from timeline_app.words.tr import grouped, tr

_SEED = click.option(
    "--seed", type=int, default=1, show_default=True, metavar="S", help=tr("Where chance begins.")
)
_DRAWS = click.option(
    "--draws",
    type=click.IntRange(100, 100_000),
    default=DRAWS,
    show_default=True,
    metavar="N",
    help=tr("So often are months drawn or dealt out anew."),
)


@click.group(
    cls=Words,
    help=tr("Weigh engagement: the balance of the vectors, and two periods compared."),
)
def analyse() -> None:
    """The group; it does nothing by itself."""


analyse.add_command(votes)


@analyse.command(
    help=tr(
        "The balance of the vectors: of the whole period, or of windows of so many months. An "
        "event with several partners is divided among them."
    )
)
@click.option(
    "--window",
    type=click.IntRange(min=1),
    metavar="MONTHS",
    help=tr("Windows of so many months ({n} is usual), one a step.", n=BAND_MONTHS),
)
@click.option(
    "--step",
    type=click.IntRange(min=1),
    default=1,
    metavar="MONTHS",
    help=tr("So many months from one window to the next."),
)
@filter_options
@_SEED
@_DRAWS
@with_given
def balance(
    given: Given, asked: Asked, window: int | None, step: int, seed: int, draws: int
) -> None:
    with opened(given) as session:
        period = _asked(session, asked)
        of = weighed(session.snapshot, period)
        refuse_problem(session)
    parts = [period] if window is None else list(windows(period, window))[::step]
    found = [balance_over(of.events, part, seed, draws) for part in parts]
    rows = [_balance_row(of, of.events, one) for one in found]
    given.answer(rows, "\n".join(map(_balance_line, rows)))


@analyse.command(
    "compare",
    help=tr(
        "Two periods, A and B: what moved between the vectors, by how much, and how sure one may "
        "be. Periods that are given are taken as chosen after looking, and get no p; a preset may."
    ),
)
@click.option("--a", "a", metavar="FROM/TO", help=tr("The first period (EDTF)."))
@click.option("--b", "b", metavar="FROM/TO", help=tr("The second period (EDTF)."))
@click.option(
    "--preset",
    type=click.Choice(list(PRESETS)),
    help=tr("36 months on either side of a day that was chosen before looking."),
)
@filter_options
@_SEED
@_DRAWS
@with_given
def compare_(
    given: Given,
    asked: Asked,
    a: str | None,
    b: str | None,
    preset: str | None,
    seed: int,
    draws: int,
) -> None:
    first, second = _periods(a, b, preset)
    whole = Period(min(first.first, second.first), max(first.last, second.last))
    with opened(given) as session:
        _asked(session, asked)
        of = weighed(session.snapshot, whole)
        refuse_problem(session)
    found = compare(of.events, first, second, seed, draws)
    placebo = placebo_of(of.events, first, second, of.cover)
    sentence = comparison_words(found, placebo, preset is not None)
    answer = {
        **_compared(of, found, placebo, preset is not None),
        "within": [_within(of, layer, first, second, seed, draws) for layer in of.layers],
        "kinds_left_out": dict(of.events.left_out),
        "layers_left_out": list(of.layers_out),
        "seed": seed,
        "draws": draws,
        "sentence": sentence,
    }
    given.answer(answer, "\n".join([sentence, *_shares_lines(found)]))


def _asked(session: Session, asked: Asked) -> Period:
    """Asks it; the days that are meant, or all that the archive has."""
    try:
        ask(session, asked)
        days = asked_days(asked)
    except UnknownError as unknown:
        raise Refused(unknown.sentence) from unknown
    extent = session.snapshot.table.extent
    if extent is None:
        raise Refused(tr("This archive has no dated event to weigh."))
    first, last = days or extent
    return Period(
        extent[0] if is_open(first) else first,
        max(extent[1] if is_open(last) else last, extent[0] if is_open(first) else first),
    )


def _periods(a: str | None, b: str | None, preset: str | None) -> tuple[Period, Period]:
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


def _period(text: str) -> Period:
    try:
        bounds = parse(text).bounds
    except DateError as fault:
        raise Refused(tr("“{text}” is not a date: {why}", text=text, why=fault.why)) from fault
    if is_open(bounds.first) or is_open(bounds.last):
        raise Refused(tr("“{text}” has an open end; a period that is compared has two.", text=text))
    return Period(bounds.first, bounds.last)


def _balance_row(of: Weighed, events: Engagement, found: Balance) -> dict[str, Any]:
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


def _compared(
    of: Weighed, found: Compared, placebo: Placebo | None, preset: bool
) -> dict[str, Any]:
    a, b = found.a.period, found.b.period
    only_a, only_b, _ = divided(of.events, a, b)
    low, high = range_without_publishers(of, only_a, only_b)
    why_not = why_no_p(found, preset)
    tested = not why_not and found.p_of is not None
    return {
        "a": _balance_row(of, only_a, found.a),
        "b": _balance_row(of, only_b, found.b),
        "in_both": found.in_both,
        "moved": {v: _figure(found.moved, n) for n, v in enumerate(PARTNERS)},
        "shift": _number(found.shift),
        "balances_evened": [_number(one) for one in found.evened],
        "rate": _figure(found.rate, 0),
        "test": {
            "statistic": _number(found.g),
            "p": found.p if tested else None,
            "why_not": why_not,
        },
        "holm": {
            v: float(found.p_of[n]) if tested and found.p_of is not None else None
            for n, v in enumerate(PARTNERS)
        },
        "together": found.together,
        "placebo": None
        if placebo is None
        else {"pairs": placebo.pairs, "as_large": placebo.as_large, "thin": placebo.thin},
        "leave_one_out": {
            v: {"low": _number(low[n]), "high": _number(high[n])} for n, v in enumerate(PARTNERS)
        },
    }


def _within(of: Weighed, layer: str, a: Period, b: Period, seed: int, draws: int) -> dict[str, Any]:
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


def _balance_line(row: dict[str, Any]) -> str:
    shares = ", ".join(
        tr("{vector} {percent} %", vector=tr(vector), percent=f"{100 * one['share']:.0f}")
        for vector, one in row["shares"].items()
        if one["share"]
    )
    value = row["balance"]["value"] if row["balance"] else None
    said = tr("too few for a balance") if value is None else tr("balance {b}", b=f"{value:.2f}")
    return tr(
        "{first} to {last}: {n} events with a partner; {shares}; {balance}",
        first=row["from"],
        last=row["to"],
        n=grouped(row["n"]),
        shares=shares or tr("no share"),
        balance=said,
    )


def _shares_lines(found: Compared) -> list[str]:
    return [
        tr(
            "{vector}: {a} to {b} per cent",
            vector=tr(vector),
            a=_percent(found.a.shares.found[n]),
            b=_percent(found.b.shares.found[n]),
        )
        for n, vector in enumerate(PARTNERS)
    ]


def _percent(share: float) -> str:
    return f"{100 * share:.1f}" if math.isfinite(share) else tr("none")
