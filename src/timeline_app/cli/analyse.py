"""`timeline-app analyse`: how engagement moved between the vectors, and how sure one may be."""

from dataclasses import asdict, replace

import click

from timeline_app.analysis.agreement import HALF, RULES, agreements
from timeline_app.analysis.balance import BAND_MONTHS, balance_over, windows
from timeline_app.analysis.dyad import dyad
from timeline_app.analysis.months import Period
from timeline_app.analysis.placebo import placebo_of
from timeline_app.analysis.two_periods import compare
from timeline_app.cli.chance import draws_option, seed_option
from timeline_app.cli.dyad_answers import asked_pair, dyad_row, dyad_words
from timeline_app.cli.filters import filter_options, some_filters
from timeline_app.cli.flat_rows import answer_rows, csv_option
from timeline_app.cli.given import Given, Words, with_given
from timeline_app.cli.measuring import (
    CODED,
    DERIVED,
    AskedMeasure,
    asked_measure,
    measure_options,
)
from timeline_app.cli.opening import opened, refuse_problem
from timeline_app.cli.places_answers import places_rows, places_words
from timeline_app.cli.trade_answers import trade_line, trade_rows
from timeline_app.cli.turning_answers import turned_answer, turned_text
from timeline_app.cli.view import view_option
from timeline_app.cli.votes_answers import agreement_line, asked_calls, asked_state
from timeline_app.cli.weighing_answers import (
    asked_period,
    asked_periods,
    balance_row,
    compared_answer,
    refuse_long,
    show_view,
    shown_periods,
    within_answer,
)
from timeline_app.cli.weighing_text import balance_line, chance_line, compared_lines
from timeline_app.model.asked import Asked
from timeline_app.session.asking import asked_days
from timeline_app.session.measure import IMPORTS
from timeline_app.session.partnering import MEASURES, trade_of
from timeline_app.session.placing import placed
from timeline_app.session.turning import turned
from timeline_app.session.weighing import PRESETS, weighed, weighed_apart
from timeline_app.session.weighing_words import (
    comparison_words,
    too_long_to_compare,
    too_long_words,
)
from timeline_app.words.tr import tr


@click.group(
    cls=Words,
    help=tr("Weigh engagement: the balance of the vectors, and two periods compared."),
)
def analyse() -> None:
    """The group; it does nothing by itself."""


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
@measure_options
@filter_options
@view_option
@seed_option
@draws_option
@csv_option
@with_given
def balance(
    given: Given,
    asked: Asked,
    view: str | None,
    window: int | None,
    step: int,
    seed: int,
    draws: int,
    measured: AskedMeasure,
) -> None:
    with opened(given) as session:
        show_view(session, given, view)
        measure = asked_measure(session, measured)
        period = asked_period(session, asked, measure, onto=view is not None)
        refuse_long(too_long_words(period))
        of = weighed(session.snapshot, period, measure)
        refuse_problem(session)
    parts = [period] if window is None else list(windows(period, window))[::step]
    found = [balance_over(of.events, part, seed, draws) for part in parts]
    rows = [{**balance_row(of, of.events, one), "seed": seed, "draws": draws} for one in found]
    lines = [*map(balance_line, rows), chance_line(seed, draws)]
    answer_rows(given, rows, "\n".join(lines))


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
@measure_options
@filter_options
@view_option
@seed_option
@draws_option
@csv_option
@with_given
def compare_(
    given: Given,
    asked: Asked,
    view: str | None,
    a: str | None,
    b: str | None,
    preset: str | None,
    seed: int,
    draws: int,
    measured: AskedMeasure,
) -> None:
    with opened(given) as session:
        show_view(session, given, view)
        if view is not None and not (a or b or preset):
            first, second, preset = shown_periods(session.snapshot)
        else:
            first, second = asked_periods(a, b, preset)
        refuse_long(too_long_to_compare(first, second))
        whole = Period(min(first.first, second.first), max(first.last, second.last))
        measure = asked_measure(session, measured)
        asked_period(session, asked, onto=view is not None)
        now = session.snapshot
        # a view brushes A, and B is no less asked for; days that were typed hold for both
        brushed = view is not None and asked_days(asked) is None
        of = weighed_apart(now, whole, measure, None if brushed else now.passing.mask)
        refuse_problem(session)
    found = compare(of.events, first, second, seed, draws)
    placebo = placebo_of(of.events, first, second, of.cover)
    sentence = comparison_words(found, placebo, preset is not None)
    answer = {
        **compared_answer(of, found, placebo, preset is not None),
        "within": [within_answer(of, layer, first, second, seed, draws) for layer in of.layers],
        "vectors": DERIVED if measure.rule.derived else CODED,
        "kinds_left_out": dict(of.events.left_out),
        "layers_left_out": list(of.layers_out),
        "seed": seed,
        "draws": draws,
        "sentence": sentence,
    }
    answer_rows(given, answer, "\n".join(compared_lines(answer)))


@analyse.command(
    help=tr(
        "How far two states voted alike, by session, from all roll calls on whole texts. Absent is "
        "no answer and is counted apart."
    )
)
@click.option("--state", required=True, metavar="ISO3", help=tr("One of the two states."))
@click.option("--with", "other", required=True, metavar="ISO3", help=tr("The other one."))
@click.option("--issue", metavar="I", help=tr("Roll calls on this issue, as the data name it."))
@click.option(
    "--abstain",
    "rule",
    type=click.Choice(RULES),
    default=HALF,
    show_default=True,
    help=tr("What it is worth where one of the two abstains: a half, nothing, or no count."),
)
@click.option(
    "--paragraphs/--whole-texts",
    default=False,
    help=tr("Votes on parts of texts too, or those on whole ones alone (default)."),
)
@some_filters("earliest", "latest")
@seed_option
@draws_option
@csv_option
@with_given
def votes(
    given: Given,
    asked: Asked,
    state: str,
    other: str,
    issue: str | None,
    rule: str,
    paragraphs: bool,
    seed: int,
    draws: int,
) -> None:
    with opened(given) as session:
        calls = session.roll_calls()
        refuse_problem(session)
    one, two = asked_state(calls, state), asked_state(calls, other)
    among = asked_calls(calls, asked, issue)
    if not paragraphs:
        among &= calls.paragraph != 1
    found = list(agreements(calls, one, two, among, rule, seed, draws))
    rows = [{**asdict(row), "seed": seed, "draws": draws} for row in found]
    lines = [*map(agreement_line, found), chance_line(seed, draws)]
    answer_rows(given, rows, "\n".join(lines))


@analyse.command(
    help=tr(
        "Turning points of numbers and shares, by calendar quarters, with breaks in coverage "
        "first; a point beside one is said to be so."
    )
)
@measure_options
@filter_options
@view_option
@seed_option
@draws_option
@csv_option
@with_given
def turns(
    given: Given,
    asked: Asked,
    view: str | None,
    seed: int,
    draws: int,
    measured: AskedMeasure,
) -> None:
    with opened(given) as session:
        show_view(session, given, view)
        measure = replace(asked_measure(session, measured), seed=seed, draws=draws)
        period = asked_period(session, asked, measure, onto=view is not None)
        found = turned(session.snapshot, period, measure)
        refuse_problem(session)
    answer = {**turned_answer(found), "seed": seed, "draws": draws}
    answer_rows(given, answer, "\n".join([turned_text(found), chance_line(seed, draws)]))


@analyse.command(
    "dyad",
    help=tr(
        "Two actors: how often the archive tells of both, which visits, and the longest silences "
        "beside how much it tells of one of them."
    ),
)
@click.option(
    "--actors",
    "named",
    nargs=2,
    required=True,
    metavar="ID ID",
    help=tr("The two, by id, code or name."),
)
@filter_options
@csv_option
@with_given
def dyad_(given: Given, asked: Asked, named: tuple[str, str]) -> None:
    with opened(given) as session:
        period = asked_period(session, asked)
        pair = asked_pair(session, named)
        refuse_problem(session)
        now = session.snapshot
    found = dyad(now.table, now.passing.mask, *pair, period)
    answer_rows(given, dyad_row(found, pair), dyad_words(found))


@analyse.command(
    help=tr(
        "How trade is divided among the vectors, by year: what each source records of all "
        "partners, and what others tell as shares of their own, each with its source."
    )
)
@click.option(
    "--flow",
    type=click.Choice(list(MEASURES)),
    default=IMPORTS,
    show_default=True,
    help=tr("What is bought or what is sold."),
)
@some_filters("states", "earliest", "latest", "known_on")
@csv_option
@with_given
def trade(given: Given, asked: Asked, flow: str) -> None:
    with opened(given) as session:
        period = asked_period(session, asked)
        refuse_problem(session)
        found = trade_of(session.snapshot, flow)
    rows = trade_rows(found, period.first, period.last) if found else []
    answer_rows(given, rows, "\n".join(map(trade_line, rows)))


@analyse.command(
    help=tr(
        "Where it happened: how many events name each place, with its position where that is "
        "known. An event that names two places counts at both."
    )
)
@filter_options
@view_option
@csv_option
@with_given
def places(given: Given, asked: Asked, view: str | None) -> None:
    with opened(given) as session:
        show_view(session, given, view)
        asked_period(session, asked, onto=view is not None)
        refuse_problem(session)
        found = placed(session.snapshot, session.positions())
        refuse_problem(session)
    answer_rows(given, places_rows(found), places_words(found))
