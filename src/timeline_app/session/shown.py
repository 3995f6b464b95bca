"""What is shown, as plain values: brush, zoom, filters, lanes, order. Found again from them.

All of it can be written as JSON. What is no such value, or what the open edition does not know, is
left out when it is shown again.
"""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from timeline_app.analysis.agreement import RULES
from timeline_app.lanes.catalogue import GROUPINGS
from timeline_app.model.columns import COLUMNS
from timeline_app.model.filter import FOUND, NOTES, IdsClause
from timeline_app.model.view import View
from timeline_app.model.window_months import LEAST_MONTHS, MOST_MONTHS
from timeline_app.session.kept_measure import measure_state, read_measure
from timeline_app.session.measure import Measure
from timeline_app.session.quality import asked_check
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.session.vote_rule import VoteRule
from timeline_app.session.weighing import PRESETS

Parts = dict[str, Any]


def parts_of(now: Snapshot) -> Parts:
    """What is shown now; parts that are as at the start are None or empty."""
    span, found = now.filter.span, now.filter.clauses.get(FOUND)
    asked = (*(column.id for column in COLUMNS), NOTES)
    return {
        "view": [now.view.first, now.view.days] if now.view != now.home else None,
        "span": [span.first, span.last, span.surely] if span else None,
        "second": [now.second.first, now.second.last] if now.second else None,
        "preset": now.preset,
        "known": now.filter.known.day if now.filter.known else None,
        "terms": {c: sorted(now.filter.terms(c)) for c in asked if now.filter.terms(c)},
        "queries": list(found.queries) if isinstance(found, IdsClause) else [],
        "check": asked_check(now.filter),
        "claims": {c: sorted(now.claim_filter.terms(c)) for c, _ in now.claim_filter},
        "series": [one.id for one in now.series_chosen],
        "layers": sorted(now.archive.layers_on) if now.archive else [],
        "votes": _votes_of(now),
        "measure": _measure_of(now),
        "grouping": now.grouping,
        "sorting": [now.sorting.column, now.sorting.descending],
    }


def _votes_of(now: Snapshot) -> dict[str, Any]:
    """Whose votes are compared and how; empty as at the start."""
    return asdict(now.vote_rule) if now.vote_rule != VoteRule() else {}


def _measure_of(now: Snapshot) -> dict[str, Any]:
    """By what the balance is measured; empty as at the start, but for where chance begins."""
    measure = replace(now.measure, seed=Measure().seed, draws=Measure().draws)
    return {} if measure == Measure() else {**measure_state(measure), "months": measure.months}


def show_parts(session: Session, parts: Mapping[str, Any]) -> None:
    """Shows what these parts say in the open archive, and nothing else than that."""
    with session.together():
        session.clear_all()
        _show_table(session, parts)
        _ask(session, parts)
        session.count_votes_by(_vote_rule(parts.get("votes")))
        measure = parts.get("measure")
        if isinstance(measure, dict):  # views of earlier days say nothing of it
            session.measure_by(_measure(measure, session.snapshot.measure))
        sorting = parts.get("sorting")
        if isinstance(sorting, list) and len(sorting) == 2 and isinstance(sorting[0], str):
            session.sort_by(sorting[0], bool(sorting[1]))
        view = numbers(parts.get("view"))
        if len(view) == 2 and view[1] > 0:
            session.set_view(View(float(view[0]), float(view[1])))
        else:
            session.fit_all()


def _show_table(session: Session, parts: Mapping[str, Any]) -> None:
    layers = parts.get("layers")
    archive = session.snapshot.archive
    known = {layer.id for layer in archive.edition.layers} if archive else set()
    # A view of another archive may name none that is here: then those that are on stay on.
    wanted = {one for one in layers if isinstance(one, str)} if isinstance(layers, list) else set()
    if wanted & known:
        session.switch_layers(frozenset(wanted & known))
    if parts.get("grouping") in {grouping.id for grouping in GROUPINGS}:
        session.group_by(parts["grouping"])


def _ask(session: Session, parts: Mapping[str, Any]) -> None:
    known = {*(column.id for column in COLUMNS), NOTES}
    for column, terms in _terms(parts.get("terms")):
        if column in known:
            session.set_terms(column, terms)
    for column, terms in _terms(parts.get("claims")):
        session.set_claim_terms(column, terms)
    span = numbers(parts.get("span"))
    if len(span) == 3:
        session.set_span(int(span[0]), int(span[1]), bool(span[2]))
    second = numbers(parts.get("second"))
    if len(second) == 2:
        session.set_second(int(second[0]), int(second[1]))
    if parts.get("preset") in PRESETS:
        session.compare_preset(parts["preset"])
    if isinstance(parts.get("known"), int):
        session.set_known(parts["known"])
    queries = parts.get("queries")
    if isinstance(queries, list):
        session.search_any([query for query in queries if isinstance(query, str)])
    if isinstance(parts.get("check"), str) and parts["check"]:
        session.narrow(parts["check"])


def _measure(written: dict[str, Any], now: Measure) -> Measure:
    """What was measured by; chance begins where it does now."""
    said, months = read_measure(written, now.seed, now.draws), written.get("months")
    if isinstance(months, int) and LEAST_MONTHS <= months <= MOST_MONTHS:
        return replace(said, months=int(months))
    return said


def _vote_rule(written: Any) -> VoteRule:
    """What is said of votes; the usual where that is no such thing."""
    said = written if isinstance(written, dict) else {}
    state, issue, rule = (said.get(name) for name in ("state", "issue", "rule"))
    usual = VoteRule()
    return VoteRule(
        state if isinstance(state, str) else usual.state,
        issue if isinstance(issue, str) else usual.issue,
        rule if isinstance(rule, str) and rule in RULES else usual.rule,
        said.get("paragraphs") is True,
    )


def _terms(written: Any) -> list[tuple[str, frozenset[str]]]:
    if not isinstance(written, dict):
        return []
    return [
        (column, frozenset(t for t in terms if isinstance(t, str)))
        for column, terms in written.items()
        if isinstance(terms, list)
    ]


def numbers(value: Any) -> list[float]:
    """The list, or an empty one where it is none of numbers."""
    if not isinstance(value, list) or not all(isinstance(v, int | float) for v in value):
        return []
    return value
