"""`timeline-app analyse votes`: how far two states voted alike in the United Nations."""

from dataclasses import asdict

import click
import numpy as np

from timeline_app.analysis.agreement import HALF, RULES, Agreement, agreements
from timeline_app.analysis.resampling import DRAWS
from timeline_app.cli.filters import some_filters
from timeline_app.cli.given import Given, Refused, Word, with_given
from timeline_app.cli.opening import opened, refuse_problem
from timeline_app.model.asked import Asked
from timeline_app.model.codes import Mask
from timeline_app.model.roll_calls import RollCalls
from timeline_app.session.asking import UnknownError, asked_days
from timeline_app.words.tr import tr


@click.command(
    cls=Word,
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
@click.option("--seed", type=int, default=1, show_default=True, metavar="S")
@click.option(
    "--draws", type=click.IntRange(100, 100_000), default=DRAWS, show_default=True, metavar="N"
)
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
    one, two = _state(calls, state), _state(calls, other)
    among = _among(calls, asked, issue)
    if not paragraphs:
        among &= calls.paragraph != 1
    found = list(agreements(calls, one, two, among, rule, seed, draws))
    given.answer([asdict(row) for row in found], "\n".join(map(_line, found)))


def _state(calls: RollCalls, asked: str) -> str:
    code = asked.upper()
    if code not in calls.states:
        raise Refused(
            tr(
                "There is no vote of “{asked}” in this archive. There are votes of: {states}.",
                asked=asked,
                states=", ".join(sorted(calls.states)) or tr("nobody"),
            )
        )
    return code


def _among(calls: RollCalls, asked: Asked, issue: str | None) -> Mask:
    try:
        days = asked_days(asked)
    except UnknownError as unknown:
        raise Refused(unknown.sentence) from unknown
    among = np.ones(len(calls), np.bool_)
    if days is not None:
        among = (calls.day >= days[0]) & (calls.day <= days[1])
    if issue is None:
        return among
    on_issue = calls.on_issue(issue)
    if not on_issue.any():
        raise Refused(
            tr(
                "There is no issue “{asked}” in this archive. There are: {issues}.",
                asked=issue,
                issues=", ".join(calls.all_issues) or tr("none"),
            )
        )
    return np.asarray(among & on_issue, np.bool_)


def _line(row: Agreement) -> str:
    if row.agreement is None:
        return tr(
            "Session {session}: no roll call counts, {absent} absent",
            session=row.session,
            absent=row.absent,
        )
    said = tr(
        "Session {session}: {part} per cent of {n}",
        session=row.session,
        part=f"{100 * row.agreement:.0f}",
        n=row.n,
    )
    if row.low is not None and row.high is not None:
        ends = {"low": f"{100 * row.low:.0f}", "high": f"{100 * row.high:.0f}"}
        said = tr("{said} ({low} to {high})", said=said, **ends)
    return tr(
        "{said}; opposed {opposed}, one abstains {one}, absent {absent}",
        said=said,
        opposed=row.opposed,
        one=row.one_abstains,
        absent=row.absent,
    )
