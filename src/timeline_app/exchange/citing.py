"""What is cited when a record is cited: its sources, and where in which edition it stands."""

from datetime import date

from timeline_app.exchange import text
from timeline_app.exchange.catalogue import PLAIN, CitationFormat
from timeline_app.exchange.reference import Reference, clean, key_of, reference
from timeline_app.model.cited_record import CitedRecord
from timeline_app.model.records import Edition
from timeline_app.words.tr import tr


def cited(
    record: CitedRecord,
    edition: Edition,
    form: CitationFormat,
    on: date,
    *,
    whole_hash: bool = False,
) -> str:
    """The citation of a record in this form; `on` is the day it was consulted."""
    if form is PLAIN:
        return text.of_record(record, edition, on, whole_hash=whole_hash)
    return form.write(references_of(record, edition, whole_hash=whole_hash))


def references_of(
    record: CitedRecord, edition: Edition, *, whole_hash: bool = False
) -> list[Reference]:
    """The sources of the record, each saying for what it is cited; without any, the record."""
    if record.kind == "source" and record.sources:
        return [reference(source, held_in(edition, whole_hash)) for source in record.sources]
    held = tr(
        "cited for {kind} {id} in {archive}",
        kind=tr(record.kind),
        id=record.id,
        archive=_edition(edition, whole_hash),
    )
    if not record.sources:
        return [_itself(record, edition, held)]
    return [reference(source, held) for source in record.sources]


def held_in(edition: Edition, whole_hash: bool = False) -> str:
    """The remark of a source that is handed on for itself: from which edition."""
    return tr("from {archive}", archive=_edition(edition, whole_hash))


def _edition(edition: Edition, whole_hash: bool) -> str:
    parts = (
        clean(edition.title) or edition.id,
        tr("edition {version}", version=clean(edition.version)) if edition.version else "",
        tr("content hash {hash}", hash=text.hash_words(edition, whole_hash=whole_hash)),
    )
    return ", ".join(part for part in parts if part)


def _itself(record: CitedRecord, edition: Edition, held: str) -> Reference:
    return Reference(
        key=key_of(f"{edition.id} {record.kind} {record.id}"),
        kind="dataset",
        authors=(),
        title=clean(record.title),
        container=clean(edition.title),
        issued=None,
        accessed=None,
        address="",
        remarks=(tr("no source is recorded"), held),
    )
