"""The article the archive began with: facts are events, what it says is claims, figures are data.

Its records keep their order and ids in `article_record`, each pointing at what it became.
"""

import re
from collections.abc import Mapping
from dataclasses import field

from timeline_app.dataclass import dataclass
from timeline_app.dates.historical_date import HistoricalDate
from timeline_app.store.build import fields
from timeline_app.store.build.dating import dated
from timeline_app.store.build.event_records import EventRecord
from timeline_app.store.build.fields import Row
from timeline_app.store.build.problems import FieldError
from timeline_app.store.build.rows import Rows
from timeline_app.words.tr import tr

FACT, CLAIM, PREDICTION, STATISTIC = "fact", "claim", "prediction", "statistic"


@dataclass(frozen=True, slots=True)
class Said:
    """What a claim of the article says beside its event-shaped part."""

    speaker: str
    capacity: str
    stated: HistoricalDate
    type: str
    text: str
    reported_by: str
    horizon: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the article, in the form of the statistics' rows."""

    measure: str
    unit: str
    value: float
    share_percent: float | None
    date: HistoricalDate
    entity: str
    partner: str
    source: str


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """One record of the article; `said` of claims and predictions, `figure` of statistics."""

    record: str
    event: EventRecord
    said: Said | None
    figure: Figure | None

    @property
    def claim_id(self) -> str:
        """The one id under which a claim stands here and in the files of claims."""
        return f"claim-{self.event.id}"


@dataclass(slots=True)
class SeedArticle:
    """The records of the article in its order."""

    records: list[ArticleRecord] = field(default_factory=list)

    def takes(self, row: Row, event: EventRecord) -> bool:
        """Notes a record of the article; whether it, or any other record, is an event."""
        if "record" not in row:
            return True
        kind = fields.needed_text(row, "record", 40)
        if kind not in (FACT, CLAIM, PREDICTION, STATISTIC):
            raise FieldError("record", tr("“{kind}” is not a kind of record", kind=kind))
        said = _said(row, event) if kind in (CLAIM, PREDICTION) else None
        figure = _figure(row, event) if kind == STATISTIC else None
        self.records.append(ArticleRecord(kind, event, said, figure))
        return kind == FACT

    def write(
        self,
        rows: Rows,
        events: Mapping[str, int],
        claims: Mapping[str, int],
        series: Mapping[str, int],
    ) -> None:
        """Adds the list of records, each with the key of its event, claim or series."""
        for n, record in enumerate(self.records, 1):
            event = record.event
            told = (
                event.id,
                record.record,
                event.title,
                event.summary,
                event.date.edtf,
                event.note,
            )
            claim = claims.get(record.claim_id)
            rows.add("article_record", n, *told, events.get(event.id), claim, series.get(event.id))


def _said(row: Row, event: EventRecord) -> Said:
    """The claim part; a prediction without one is the author's, about the day it bears."""
    claim = fields.part(row, "claim")
    if claim is None:
        by = next((s for s in event.sources if s.author), None)
        if by is None:
            raise FieldError("claim", tr("nobody is named who said it"))
        stated = dated(by.date, "sources")
        return Said(by.author, "", stated, PREDICTION, event.title, "", event.as_written)
    speaker, capacity = _speaker(fields.needed_text(claim, "by", 400))
    rest = (fields.text(claim, f, 4000) for f in ("type", "claim", "reported_by", "horizon"))
    type, text, reported_by, horizon = rest
    stated = dated(fields.needed_text(claim, "stated", 200), "stated")
    return Said(speaker, capacity, stated, type, text or event.title, reported_by, horizon)


def _speaker(by: str) -> tuple[str, str]:
    """Name and capacity of "Luca Anceschi, lecturer, University of Glasgow"."""
    name, comma, capacity = by.partition(", ")
    return (name, capacity) if comma and "(" not in name else (by, "")


def _figure(row: Row, event: EventRecord) -> Figure:
    part = fields.part(row, "statistic")
    if part is None:
        raise FieldError("statistic", tr("the field is missing"))
    entity, partner = (fields.text(part, f, 200) for f in ("entity", "partner"))
    value = fields.number(part, "value", -1e30, 1e30)
    if value is None:
        raise FieldError("statistic", tr("the figure has no value"))
    measure = fields.needed_text(part, "series", 400)
    if partner:
        measure = re.sub(rf"\b{re.escape(partner)}\b", "partner", measure)
    year = fields.whole(part, "year", -9999, 9999)
    cited = event.sources[0] if event.sources else None
    return Figure(
        measure,
        fields.text(part, "unit", 200),
        value,
        fields.number(part, "share_percent", 0, 100),
        event.date if year is None else dated(f"{year:04}", "year"),
        entity,
        partner,
        f"{cited.publisher} {cited.date}".strip() if cited else "",
    )
