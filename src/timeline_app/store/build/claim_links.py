"""What people have read out of claims: which events they are about, and for which time."""

from collections.abc import Mapping
from pathlib import Path

from timeline_app.dates.historical_date import HistoricalDate
from timeline_app.store.build import fields
from timeline_app.store.build.dating import dated
from timeline_app.store.build.fields import Row
from timeline_app.store.build.problems import FieldError, Problems
from timeline_app.store.build.rows import Rows
from timeline_app.store.build.taking import take_table
from timeline_app.words.tr import mark, tr

EVENTS, HORIZONS = "claim_events.csv", "claim_horizons.csv"
EVENTS_COLUMNS = ("claim", "event", "stance", "reason")
HORIZONS_COLUMNS = ("claim", "horizon", "reason")

STANCES = (
    mark("foresees"),
    mark("proposes"),
    mark("judges"),
    mark("reports"),
    mark("answers"),
    mark("made at"),
)
"""How a claim may stand to an event that it is about; see docs/data.md."""


def write_claim_events(
    path: Path, claims: Mapping[str, int], events: Mapping[str, int], rows: Rows, problems: Problems
) -> None:
    """Adds the reviewed list of which claim is about which event."""
    linked: set[tuple[int, int]] = set()

    def take(row: Row, _: int) -> None:
        claim, event = _key(row, "claim", claims), _key(row, "event", events)
        stance = fields.needed_text(row, "stance", 60)
        if stance not in STANCES:
            words = {"stance": stance, "known": ", ".join(STANCES)}
            raise FieldError("stance", tr("“{stance}” is none of {known}", **words))
        fields.needed_text(row, "reason", 4000)
        if (claim, event) in linked:
            raise FieldError("event", tr("the claim is linked with this event already"))
        linked.add((claim, event))
        rows.add("claim_event", claim, event, stance)

    take_table(path, problems, EVENTS_COLUMNS, take)


def read_horizons(
    path: Path, claims: Mapping[str, object], problems: Problems
) -> dict[str, HistoricalDate]:
    """The time that each claim names in its words, by the claim's id."""
    found: dict[str, HistoricalDate] = {}

    def take(row: Row, _: int) -> None:
        id = fields.identifier(row, "claim")
        if id not in claims:
            raise FieldError("claim", tr("no claim has the id {id}", id=id))
        if id in found:
            raise FieldError("claim", tr("the claim has a horizon already"))
        horizon = dated(fields.needed_text(row, "horizon", 200), "horizon")
        fields.needed_text(row, "reason", 4000)
        found[id] = horizon

    take_table(path, problems, HORIZONS_COLUMNS, take)
    return found


def _key(row: Row, name: str, keys: Mapping[str, int]) -> int:
    id = fields.identifier(row, name)
    if id not in keys:
        none = "no claim has the id {id}" if name == "claim" else "no event has the id {id}"
        raise FieldError(name, tr(none, id=id))
    return keys[id]
