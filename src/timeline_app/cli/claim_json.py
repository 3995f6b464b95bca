"""Claims as JSON: what the shell answers."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from timeline_app.cli.written_answers import written_row
from timeline_app.dates.civil import iso
from timeline_app.model.article import WalkStep
from timeline_app.model.claim import Claim
from timeline_app.model.verdict import VERDICTS, verdict_of
from timeline_app.session.session import Session


def listed(session: Session, keys: Sequence[int]) -> list[dict[str, Any]]:
    """These claims, as `claims list` answers them; `sign` is that of the verdict."""
    claims = session.snapshot.claims
    rows = {row.key: row for row in session.claim_rows(keys)}
    at = {int(key): n for n, key in enumerate(claims.key)}
    found = []
    for key in keys:
        if key not in rows:
            continue
        row, n = rows[key], at[key]
        answer = asdict(row)
        del answer["key"]
        found.append(
            answer
            | {
                "earliest": iso(int(claims.said.first[n])),
                "latest": iso(int(claims.said.last[n])),
                "sign": VERDICTS[verdict_of(row.verdict)],
                "vectors": list(claims.said.terms["vector"].of(n)),
                "states": list(claims.said.terms["state"].of(n)),
                "notes": len(session.snapshot.notes.get(f"claim:{row.id}", ())),
            }
        )
    return found


def whole(session: Session, claim: Claim) -> dict[str, Any]:
    """A claim whole, with the notes on it; `sign` is one of VERDICTS, `verdict` as written."""
    answer = asdict(claim)
    del answer["key"]
    for spoken in answer["about"]:
        del spoken["occurrence"]
    notes = session.snapshot.notes.get(f"claim:{claim.id}", ())
    sign = VERDICTS[verdict_of(claim.verdict)]
    return answer | {"sign": sign, "notes": [written_row(note) for note in notes]}


def walked(session: Session, step: WalkStep) -> dict[str, Any]:
    """A record of the article with the id of what it became, as `claims article` answers it."""
    record = step.record
    answer = asdict(record)
    del answer["n"], answer["occurrence"]
    claim = None if record.claim is None else session.claim(record.claim)
    answer["claim"] = None if claim is None else claim.id
    answer["event"] = _event_of(session, record.occurrence)
    return {"at": step.at, "of": step.of} | answer


def _event_of(session: Session, occurrence: int | None) -> str | None:
    """The record that shows this occurrence among the layers that are on."""
    table = session.snapshot.table
    shown = occurrence is not None and table.row_of(occurrence) is not None
    event = session.event(occurrence) if occurrence is not None and shown else None
    return None if event is None else event.id
