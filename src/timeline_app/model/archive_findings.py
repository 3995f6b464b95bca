"""What looking through an archive has found: what is damaged, and where its sources differ."""

from typing import Any

from timeline_app.dataclass import dataclass
from timeline_app.model.records import Assertion
from timeline_app.words.tr import trn

OK, PARTLY, REFUSED = "ok", "partly", "refused"


@dataclass(frozen=True, slots=True)
class DamagedRow:
    """A row that is not what it must be; `id` is the record's own, or what else names the row."""

    table: str
    id: str
    why: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """One field of a record of which sources say different things; the preferred one first."""

    record: str
    field: str
    assertions: tuple[Assertion, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """`status` is OK, PARTLY (it opens, and some of it is damaged) or REFUSED (it does not open).

    `events` were read and `events_damaged` were not. `damaged` are the first so many of
    `rows_damaged` rows; `reasons` are sentences, and `checked` are the things that were looked at.
    Conflicts of sources are no damage.
    """

    status: str
    reasons: tuple[str, ...] = ()
    damaged: tuple[DamagedRow, ...] = ()
    rows_damaged: int = 0
    events: int = 0
    events_damaged: int = 0
    conflicts: tuple[Conflict, ...] = ()
    checked: tuple[str, ...] = ()


def findings_json(found: Findings) -> dict[str, object]:
    """All of it as a value of JSON, for another process of ours."""
    return {
        "status": found.status,
        "reasons": list(found.reasons),
        "damaged_rows": [{"table": r.table, "id": r.id, "why": r.why} for r in found.damaged],
        "rows_damaged": found.rows_damaged,
        "events": found.events,
        "events_damaged": found.events_damaged,
        "conflicts": [
            {
                "record": c.record,
                "field": c.field,
                "assertions": [
                    {
                        "value": a.value,
                        "source": a.source,
                        "preferred": a.preferred,
                        "reason": a.reason,
                    }
                    for a in c.assertions
                ],
            }
            for c in found.conflicts
        ],
        "checked": list(found.checked),
    }


def findings_of(value: Any) -> Findings:
    """What `findings_json` made this of. Raises `KeyError` or `TypeError` for anything else."""
    return Findings(
        value["status"],
        tuple(value["reasons"]),
        tuple(DamagedRow(**row) for row in value["damaged_rows"]),
        value["rows_damaged"],
        value["events"],
        value["events_damaged"],
        tuple(
            Conflict(
                c["record"],
                c["field"],
                tuple(Assertion(c["field"], **said) for said in c["assertions"]),
            )
            for c in value["conflicts"]
        ),
        tuple(value["checked"]),
    )


def damage_sentence(read: int, unread: int) -> str:
    """How much of an archive could be read."""
    said = trn("{n} event was read", "{n} events were read", read)
    return trn(
        "The archive is damaged: {read}, {n} was not.",
        "The archive is damaged: {read}, {n} were not.",
        unread,
        read=said,
    )


def claims_damage_sentence(read: int, unread: int) -> str:
    """How many of the claims could be read."""
    said = trn("{n} claim was read", "{n} claims were read", read)
    return trn(
        "The archive is damaged: {read}, {n} was not.",
        "The archive is damaged: {read}, {n} were not.",
        unread,
        read=said,
    )
