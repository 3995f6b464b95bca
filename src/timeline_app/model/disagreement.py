"""What sources say of an event where they differ: on its days, on its place, on anything else."""

from collections.abc import Iterable
from dataclasses import replace

from timeline_app.model.records import Assertion, Event

NOT_RECORDED = "not recorded"
"""What stands for a source where the archive names none."""

DATED = ("date", "start", "end", "edtf")
"""The fields of an assertion that say when."""

PLACED = ("place", "places")
"""Those that say where."""


def disputed_fields(event: Event) -> tuple[str, ...]:
    """The fields that are told in more than one way, those of days first."""
    values: dict[str, set[str]] = {}
    for said in (*event.assertions, *event.asserted_elsewhere):
        values.setdefault(said.field, set()).add(said.value)
    found = [field for field, told in values.items() if len(told) > 1]
    return tuple(sorted(found, key=lambda field: field not in DATED))


def sides(event: Event, field: str) -> tuple[Assertion, ...]:
    """What is said on one field, by the event's own record and by the others on the same thing.

    The preferred word comes first; each stands once, however many records repeat it. Where the
    event's own record prefers one, that of another record is a word among others.
    """
    every = [said for said in event.assertions if said.field == field]
    every += [said for said in event.asserted_elsewhere if said.field == field]
    preferred = next((said for said in every if said.preferred), None)
    every = [said for said in every if said is not preferred]
    told = {} if preferred is None else {(preferred.value, preferred.source): preferred}
    for said in every:
        told.setdefault((said.value, said.source), replace(said, preferred=False))
    return tuple(told.values())


def is_disputed(event: Event, fields: Iterable[str]) -> bool:
    """Whether one of these fields is told in more than one way."""
    return not set(fields).isdisjoint(disputed_fields(event))


def source_named(said: Assertion) -> bool:
    """Whether the archive says whose word it is."""
    return said.source not in ("", NOT_RECORDED)
