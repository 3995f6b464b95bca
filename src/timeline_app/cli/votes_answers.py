"""What `timeline-app analyse votes` answers."""

import numpy as np

from timeline_app.analysis.agreement import Agreement
from timeline_app.cli.given import Refused
from timeline_app.model.asked import Asked
from timeline_app.model.codes import Mask
from timeline_app.model.roll_calls import RollCalls
from timeline_app.session.asking import UnknownError, asked_days
from timeline_app.words.tr import tr


def asked_state(calls: RollCalls, asked: str) -> str:
    """The three-letter code that is meant. Refuses one that has no vote here."""
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


def asked_calls(calls: RollCalls, asked: Asked, issue: str | None) -> Mask:
    """Which roll calls are meant, by day and issue. Refuses an issue that there is none of."""
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


def agreement_line(row: Agreement) -> str:
    """A session in a line."""
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
