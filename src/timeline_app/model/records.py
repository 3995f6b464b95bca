"""Whole records, as the detail pane and the shell show them: one event, its actors, its sources.

They are read singly from an archive; nothing here is held for every event (see `EventTable`).
"""

from dataclasses import field

from timeline_app.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Layer:
    """A set of records gathered in one way: who coded it, what it covers, on which terms."""

    id: str
    title: str
    coded_by: str
    covers_from: str
    covers_to: str
    terms: str
    terms_read_at: str
    on_by_default: bool
    machine_coded: bool
    events: int


@dataclass(frozen=True, slots=True)
class Edition:
    """The header of an archive: which edition it is and what it holds."""

    id: str
    title: str
    version: str
    format: int
    built_on: str
    content_hash: str
    citation: str
    summary: str
    counts: dict[str, int]
    layers: tuple[Layer, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record says it is from; `evidence` is what was actually read of it.

    `date` is what `date_basis` says: when it was "published", the "data set's
    edition", or "unknown". `entry_date` is that of its entry in a data set. `known_from` is the day
    by which it had surely been published, None where that is not known.
    """

    id: str
    kind: str
    publisher: str
    title: str
    title_en: str
    author: str
    date: str
    date_basis: str
    url: str
    repo: str
    path: str
    commit: str
    accessed: str
    evidence: str
    entry_date: str = ""
    known_from: int | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor in an event: `name` as written there, `of_day` as it was on the event's days, and
    `today` as it is now."""

    id: str
    name: str
    type: str
    role: str
    iso3: str
    of_day: str = ""
    today: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A place, named like a `Participant`; latitude and longitude in degrees, or None where no
    position is known."""

    id: str
    name: str
    lat: float | None
    lon: float | None
    of_day: str = ""
    today: str = ""


@dataclass(frozen=True, slots=True)
class Assertion:
    """One source's word on a field of a record; exactly one of those on a field is preferred.

    `source` is what the archive writes of it, `publisher` whose it is where that is known, `record`
    the id of the record it stands with, `known_from` when the source had been published, if known.
    """

    field: str
    value: str
    source: str
    preferred: bool
    reason: str
    publisher: str = ""
    record: str = ""
    known_from: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One record of what happened. `edtf` is canonical; the day spans follow from it by rule."""

    key: int
    id: str
    occurrence: str
    layer: str
    title: str
    short_label: str
    kind: str
    edtf: str
    as_written: str
    summary: str
    outcome: str
    verified: bool
    basis: str
    importance: int
    independent_publishers: int
    vectors: tuple[str, ...]
    vector_origins: tuple[str, ...]
    participants: tuple[Participant, ...]
    places: tuple[Place, ...]
    sources: tuple[Source, ...]
    assertions: tuple[Assertion, ...]
    note: str = ""
    others: tuple[str, ...] = field(default=())
    """Ids of the other records of the same occurrence."""
    asserted_elsewhere: tuple[Assertion, ...] = field(default=())
    """What is asserted with those other records."""
    calendar: str = "gregorian"
    """In which `as_written` is."""


@dataclass(frozen=True, slots=True)
class EventRow:
    """What a list row, a tip or a label needs of an event; cheap to read forty at a time. `places`
    are named as they were on the event's days."""

    key: int
    id: str
    occurrence: str
    title: str
    short_label: str
    kind: str
    edtf: str
    layer: str
    vectors: tuple[str, ...]
    publishers: int
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventTitle:
    """What an event that is found while one types says of itself."""

    key: int
    edtf: str
    title: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """What a line about a claim needs; `stated` and `horizon` are EDTF, `verdict` is as written,
    and so is `speaker`; `speaker_of_day` is the name of the day when it was said."""

    key: int
    id: str
    speaker: str
    capacity: str
    stated: str
    type: str
    text: str
    title: str
    horizon: str
    horizon_as_written: str
    verdict: str
    speaker_of_day: str
