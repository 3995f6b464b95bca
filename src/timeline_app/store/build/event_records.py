"""Records of events: read and judged whole, before anything of them is written."""

import json

from timeline_app.dataclass import dataclass
from timeline_app.dates.calendars import GREGORIAN
from timeline_app.dates.historical_date import HistoricalDate
from timeline_app.model.columns import VECTORS
from timeline_app.store.build import fields
from timeline_app.store.build.actors import Named, named
from timeline_app.store.build.dating import spanning
from timeline_app.store.build.fields import Row
from timeline_app.store.build.layers import Layer
from timeline_app.store.build.places import Located, located
from timeline_app.store.build.problems import FieldError
from timeline_app.store.build.sources import Cited, cited
from timeline_app.words.tr import tr

NEEDED = ("id", "title", "start", "kind", "actors", "vectors", "sources")
READ = {
    *NEEDED,
    "end",
    "calendar",
    "summary",
    "places",
    "outcome",
    "confidence",
    "derived_from",
    "same_as",
    "note",
}
SEED_READ = READ | {"record", "claim", "statistic"}


@dataclass(frozen=True, slots=True)
class EventRecord:
    """One record of an event as the data give it; `more` is what has no column, as JSON."""

    id: str
    layer: Layer
    file: str
    line: int
    title: str
    kind: str
    date: HistoricalDate
    as_written: str
    summary: str
    outcome: str
    actors: tuple[Named, ...]
    places: tuple[Located, ...]
    vectors: tuple[str, ...]
    sources: tuple[Cited, ...]
    verified: bool
    basis: str
    publishers: int
    note: str
    derived_from: str
    same_as: str
    more: str


def event_record(row: Row, layer: Layer, file: str, line: int) -> EventRecord:
    """Reads a row of a file of events."""
    fields.present(row, *NEEDED)
    start, end = fields.needed_text(row, "start", 200), fields.text(row, "end", 200)
    trust = fields.part(row, "confidence") or {}
    sources = tuple(cited(source) for source in fields.rows(row, "sources"))
    known = len({source.publisher for source in sources})
    counted = fields.whole(trust, "independent_sources", 0, 10_000)
    read = SEED_READ if "record" in row else READ
    more = {name: value for name, value in row.items() if name not in read}
    return EventRecord(
        id=fields.identifier(row),
        layer=layer,
        file=file,
        line=line,
        title=fields.needed_text(row, "title", 400),
        kind=fields.needed_text(row, "kind", 60),
        date=spanning(start, end, fields.text(row, "calendar", 60) or GREGORIAN.id),
        as_written=f"{start}/{end}" if end else start,
        summary=fields.text(row, "summary"),
        outcome=fields.text(row, "outcome"),
        actors=tuple(named(actor) for actor in fields.rows(row, "actors")),
        places=tuple(located(place) for place in fields.rows(row, "places")),
        vectors=vectors_of(row),
        sources=sources,
        verified=fields.truth(trust, "verified"),
        basis="; ".join(fields.texts(trust, "basis")),
        publishers=known if counted is None else min(counted, known),
        note=fields.text(row, "note"),
        derived_from=fields.text(row, "derived_from", 400),
        same_as=fields.text(row, "same_as", 200),
        more=_more(more),
    )


def vectors_of(row: Row) -> tuple[str, ...]:
    """The vectors of a record, each once and known."""
    named = tuple(dict.fromkeys(fields.texts(row, "vectors")))
    for vector in named:
        if vector not in VECTORS:
            raise FieldError("vectors", tr("“{name}” is not a vector", name=vector[:60]))
    return named


def _more(left: dict[str, object]) -> str:
    try:
        text = json.dumps(left, ensure_ascii=False, sort_keys=True, allow_nan=False) if left else ""
        return fields.text({"more": text}, "more")
    except ValueError as fault:
        raise FieldError(next(iter(left)), tr("a number is not finite")) from fault
