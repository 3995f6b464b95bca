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


def findings_of(value: Any) -> Findings:
    """What `dataclasses.asdict` made this of, by way of JSON. Raises `KeyError` or `TypeError` for
    anything else."""
    damaged = tuple(DamagedRow(**row) for row in value["damaged"])
    conflicts = tuple(
        Conflict(c["record"], c["field"], tuple(Assertion(**said) for said in c["assertions"]))
        for c in value["conflicts"]
    )
    told = {name: tuple(value[name]) for name in ("reasons", "checked")}
    return Findings(**{**value, **told, "damaged": damaged, "conflicts": conflicts})


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
