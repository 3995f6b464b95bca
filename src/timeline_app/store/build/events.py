"""Events: records in, rows out, in the order of time."""

from collections.abc import Iterable, Mapping

from timeline_app.dataclass import dataclass
from timeline_app.dates.historical_date import HistoricalDate
from timeline_app.model.columns import VECTORS
from timeline_app.model.kinds import kind_of
from timeline_app.store.build.actors import Actors
from timeline_app.store.build.event_records import EventRecord
from timeline_app.store.build.importance import importance, level_of
from timeline_app.store.build.places import Places
from timeline_app.store.build.rows import Rows, Value
from timeline_app.store.build.sources import Sources
from timeline_app.store.row_hash import row_hash

CODED, DERIVED = "coded", "derived"


@dataclass(slots=True)
class Registers:
    """What records refer to: actors, places and sources, and the members of the vectors."""

    rows: Rows
    actors: Actors
    places: Places
    sources: Sources
    vectors_of_actor: dict[int, list[str]]


@dataclass(frozen=True, slots=True)
class _Linked:
    """The keys of what a record names, in its order."""

    actors: list[int]
    places: list[int]


def in_order(records: Iterable[EventRecord]) -> list[EventRecord]:
    """Records in the order of their keys: by first day, last day, id."""
    return sorted(records, key=lambda r: (r.date.outer.first, r.date.outer.last, r.id))


def write_events(
    records: list[EventRecord],
    told: Mapping[str, int],
    labels: Mapping[str, str],
    registers: Registers,
) -> dict[str, int]:
    """Adds all rows of the events, given in the order of their keys; the key of each id.

    `told` is the key of what each record tells of, `labels` the short labels, by the record's id.
    """
    keys = {record.id: key for key, record in enumerate(records, 1)}
    _write_kinds(records, registers.rows)
    for key, record in enumerate(records, 1):
        linked = _Linked(
            actors=[registers.actors.found(actor) for actor in record.actors],
            places=[registers.places.found(place) for place in record.places],
        )
        label = labels.get(record.id, "")
        persons = (registers.actors.terms.get(actor, []) for actor in linked.actors)
        level = max((level_of(terms, record.date.outer.first) for terms in persons), default=0)
        weight = importance(
            record.kind, record.publishers, level, record.layer.rank, landmark=bool(label)
        )
        known_from = registers.sources.known_from(*record.sources)
        about = _event(record, key, told[record.id], weight, label, known_from)
        registers.rows.add("event", *about, row_hash(about))
        _write_links(record, key, linked, registers)
    return keys


def spans(date: HistoricalDate) -> tuple[int, int]:
    """The days of the outer span."""
    return date.outer.first, date.outer.last


def _event(
    record: EventRecord,
    key: int,
    occurrence: int,
    weight: int,
    label: str,
    known_from: int | None,
) -> tuple[Value, ...]:
    date, inner = record.date, record.date.inner
    return (
        key,
        record.id,
        occurrence,
        record.layer.id,
        record.title,
        record.kind,
        date.edtf,
        *spans(date),
        inner.first if inner else None,
        inner.last if inner else None,
        date.qualifiers,
        date.calendar,
        record.as_written,
        record.summary,
        record.outcome,
        int(record.verified),
        record.basis,
        weight,
        label,
        record.publishers,
        known_from,
        record.note,
        record.derived_from,
        record.more,
    )


def _write_kinds(records: list[EventRecord], rows: Rows) -> None:
    for id in sorted({record.kind for record in records}):
        kind = kind_of(id)
        rows.add("kind", id, kind.title, kind.plural, kind.rank)


def _write_links(record: EventRecord, key: int, linked: _Linked, registers: Registers) -> None:
    rows = registers.rows
    for n, (actor, named) in enumerate(zip(linked.actors, record.actors, strict=True)):
        rows.add("event_actor", key, n, actor, named.name, named.role)
    for n, (place, located) in enumerate(zip(linked.places, record.places, strict=True)):
        rows.add("event_place", key, n, place, located.name)
    origin, vectors = CODED, record.vectors
    if not vectors:
        touched = {v for actor in linked.actors for v in registers.vectors_of_actor.get(actor, ())}
        origin, vectors = DERIVED, tuple(v for v in VECTORS if v in touched)
    for n, vector in enumerate(vectors):
        rows.add("event_vector", key, n, vector, origin)
    registers.sources.cite("citation", key, record.sources)
