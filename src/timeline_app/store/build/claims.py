"""Claims: who said what, when, in what capacity, and what happened later."""

from dataclasses import replace
from pathlib import Path

from timeline_app.dataclass import dataclass
from timeline_app.dates.date_error import DateError
from timeline_app.dates.edtf import parse
from timeline_app.dates.historical_date import HistoricalDate
from timeline_app.store.build import fields
from timeline_app.store.build.actors import Actors
from timeline_app.store.build.claim_links import read_horizons
from timeline_app.store.build.dating import dated
from timeline_app.store.build.event_records import EventRecord, vectors_of
from timeline_app.store.build.fields import Row
from timeline_app.store.build.problems import Problems
from timeline_app.store.build.rows import Rows
from timeline_app.store.build.seed_article import ArticleRecord, SeedArticle
from timeline_app.store.build.sources import Cited, Sources, cited

NEEDED = ("id", "by", "stated", "claim", "sources")


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim; `outcome` is what happened later, empty while open."""

    id: str
    speaker: str
    capacity: str
    reported_by: str
    stated: HistoricalDate
    type: str
    text: str
    topic: str
    horizon: str
    verdict: str
    outcome: str
    verified: bool
    sources: tuple[Cited, ...]
    event_shaped: EventRecord | None = None
    vectors: tuple[str, ...] = ()


class Claims:
    """All claims by id; one that stands in the article and in a file of claims is one claim."""

    def __init__(self, rows: Rows, actors: Actors, sources: Sources) -> None:
        self._rows = rows
        self._actors = actors
        self._sources = sources
        self._claims: dict[str, Claim] = {}
        self._horizons: dict[str, HistoricalDate] = {}

    def of_article(self, article: SeedArticle) -> None:
        """Takes in what the article claims and predicts."""
        for record in article.records:
            if record.said:
                self._claims[record.claim_id] = _from_article(record)

    def take(self, row: Row) -> None:
        """Takes in one row of a file of claims, joined with its twin in the article."""
        claim = _from_row(row)
        twin = self._claims.get(claim.id)
        self._claims[claim.id] = _joined(claim, twin) if twin else claim

    def date_horizons(self, path: Path, problems: Problems) -> None:
        """Takes in the reviewed list of times that claims name; words as written stay."""
        self._horizons = read_horizons(path, self._claims, problems)

    def write(self) -> dict[str, int]:
        """Adds all rows, in the order of the days on which things were said; the key of each id."""
        ordered = sorted(self._claims.values(), key=lambda c: (c.stated.outer.first, c.id))
        keys = {claim.id: key for key, claim in enumerate(ordered, 1)}
        for claim in ordered:
            self._write(keys[claim.id], claim)
        return keys

    def _write(self, key: int, claim: Claim) -> None:
        rows, shaped = self._rows, claim.event_shaped
        speaker = self._actors.named(claim.speaker, _type_of_speaker(claim.speaker, self._actors))
        said = (claim.speaker, claim.capacity, claim.reported_by, claim.stated.edtf)
        span = (claim.stated.outer.first, claim.stated.outer.last)
        words = (claim.type, claim.text, shaped.title if shaped else "")
        read = self._horizons.get(claim.id)
        horizon = (read.edtf if read else _edtf(claim.horizon), claim.horizon)
        about = (shaped.summary if shaped else "", claim.topic, *horizon)
        judged = (claim.verdict, int(claim.verified), shaped.note if shaped else "")
        rows.add("claim", key, claim.id, speaker, *said, *span, *words, *about, *judged)
        self._sources.cite("claim_citation", key, claim.sources)
        if claim.outcome:
            source, known_from = self._source_of_outcome(claim)
            rows.add("claim_outcome", key, source, claim.outcome, known_from)
        for n, actor in enumerate(shaped.actors if shaped else ()):
            rows.add("claim_actor", key, n, self._actors.found(actor))
        for n, vector in enumerate(claim.vectors):
            rows.add("claim_vector", key, n, vector)

    def _source_of_outcome(self, claim: Claim) -> tuple[int | None, str]:
        """The latest source that is dated after the statement, where there is one.

        The data list the sources of a claim and of its outcome together; a rule must part them.
        """
        later = [s for s in claim.sources if s.date[:10] > claim.stated.edtf[:10]]
        if not later or len(claim.sources) < 2:
            return None, ""
        latest = max(later, key=lambda s: s.date)
        return self._sources.found(latest), self._sources.date_of(latest)


def _from_row(row: Row) -> Claim:
    fields.present(row, *NEEDED)
    return Claim(
        id=fields.identifier(row),
        speaker=fields.needed_text(row, "by", 400),
        capacity=fields.text(row, "affiliation", 400),
        reported_by=fields.text(row, "reported_by", 400),
        stated=dated(fields.needed_text(row, "stated", 200), "stated"),
        type=fields.text(row, "type", 60),
        text=fields.needed_text(row, "claim"),
        topic=fields.text(row, "topic", 400),
        horizon=fields.text(row, "horizon", 200),
        verdict=fields.text(row, "verdict", 60),
        outcome=fields.text(row, "what_happened"),
        verified=fields.truth(row, "verified"),
        sources=tuple(cited(source) for source in fields.rows(row, "sources")),
        vectors=vectors_of(row),
    )


def _from_article(record: ArticleRecord) -> Claim:
    said, event = record.said, record.event
    assert said is not None
    return Claim(
        id=record.claim_id,
        speaker=said.speaker,
        capacity=said.capacity,
        reported_by=said.reported_by,
        stated=said.stated,
        type=said.type,
        text=said.text,
        topic="",
        horizon=said.horizon,
        verdict="",
        outcome=event.outcome,
        verified=event.verified,
        sources=event.sources,
        event_shaped=event,
        vectors=event.vectors,
    )


def _joined(claim: Claim, twin: Claim) -> Claim:
    """What the file of claims says, filled up from the article."""
    known = {source.identity for source in claim.sources}
    return replace(
        claim,
        capacity=claim.capacity or twin.capacity,
        reported_by=claim.reported_by or twin.reported_by,
        horizon=claim.horizon or twin.horizon,
        outcome=claim.outcome or twin.outcome,
        sources=(*claim.sources, *(s for s in twin.sources if s.identity not in known)),
        event_shaped=twin.event_shaped,
        vectors=claim.vectors or twin.vectors,
    )


def _edtf(horizon: str) -> str:
    """The horizon as EDTF; empty where it is in words only ("open", "after Nazarbayev")."""
    if not horizon:
        return ""
    try:
        return parse(horizon).edtf
    except DateError:
        return ""


def _type_of_speaker(name: str, actors: Actors) -> str:
    """People speak, unless the name is that of a known organisation or state."""
    kinds = ("person", "organisation", "state", "other")
    return next((type for type in kinds if actors.known(name, type) is not None), "person")
