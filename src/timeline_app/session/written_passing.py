"""What of the reader's own passes the filters of a shell: by its record, or by days of its own."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from timeline_app.dates.edtf import parse
from timeline_app.model.annotation import Target, Written, event_in, record_in, texts_of
from timeline_app.model.asked import Asked
from timeline_app.model.written.catalogue import BY_NAME
from timeline_app.session.asking import ask, asked_days
from timeline_app.session.claim_listing import ordered_claims
from timeline_app.session.noted import CLAIM
from timeline_app.session.own_events import date_of
from timeline_app.session.session import Session
from timeline_app.words.folding import fold

_OF_RECORDS = ("states", "actors", "kinds", "layers", "evidence", "verified", "known_on")
"""What only records have, as `Asked` calls it."""


def written_passing(archive: Path, asked: Asked, written: Iterable[Written]) -> frozenset[str]:
    """The ids of what is about a record that passes, or has days of its own that do.

    Tags and searched words are left aside. Raises `StoreError` or `UnknownError`.
    """
    written = list(written)
    session = Session()
    try:
        session.open_edition(archive)
        ask(session, replace(asked, tags=(), searched=()))
        passes = _records_passing(session, written)
    finally:
        session.close()
    return frozenset(
        one.id for one in written if any(map(passes, aims_of(one))) or _own_days_pass(one, asked)
    )


def aims_of(one: Written) -> list[str]:
    """The records that something is about, each as `KIND:ID`: its target, and further ones."""
    kind = BY_NAME.get(one.kind)
    further = [target for _, target in kind.targets_of(one.state)] if kind else []
    own = [record_in(one.target) or str(one.target)] if one.target else []
    return [*own, *further]


def _records_passing(session: Session, written: Iterable[Written]) -> Callable[[str], bool]:
    now = session.snapshot
    aims = {aim for one in written for aim in aims_of(one)}
    told = session.occurrences_of({event for aim in aims if (event := event_in(aim))})
    events = set(now.table.occurrence[now.passing.mask].tolist())
    claims = set(ordered_claims(now).tolist())
    passing = {f"event:{event}" for event, occurrence in told.items() if occurrence in events}
    for aim in (aim for aim in aims if aim.startswith(f"{CLAIM}:")):
        claim = session.claim_named(aim.removeprefix(f"{CLAIM}:"))
        if claim is not None and claim.key in claims:
            passing.add(aim)
    return passing.__contains__


def _own_days_pass(one: Written, asked: Asked) -> bool:
    """Whether an event of one's own, or a period that was written on, is what is asked for."""
    if one.kind == "own_event":
        days, vectors = parse(date_of(one)).outer, texts_of(one.state, "vectors")
    elif isinstance(one.target, Target) and one.target.kind == "period":
        days, vectors = parse(one.target.id).bounds, ()
    else:
        return False
    wanted = {fold(vector) for vector in asked.vectors}
    of_records = any(getattr(asked, name) for name in _OF_RECORDS)
    if of_records or (wanted and not wanted & {fold(vector) for vector in vectors}):
        return False
    span = asked_days(asked)
    if span is None:
        return True
    if asked.surely:
        return span[0] <= days.first and days.last <= span[1]
    return days.first <= span[1] and days.last >= span[0]
