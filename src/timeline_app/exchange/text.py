"""Citations as plain text: what was said where, then the edition that says so."""

from collections.abc import Sequence
from datetime import date

from timeline_app.exchange.reference import Reference, clean, reference, spoken
from timeline_app.model.cited_record import CitedRecord
from timeline_app.model.records import Edition
from timeline_app.words.tr import tr

SHORT_HASH = 12
"""Digits of the content hash that tell editions apart; the whole of it proves one."""


def write(references: Sequence[Reference]) -> str:
    """A line a source."""
    return "\n".join(map(line, references))


def line(one: Reference) -> str:
    """Authors, title, where and when published, address, when read; then the remarks."""
    issued = one.issued.joined("-") + one.issued.doubt if one.issued else ""
    accessed = spoken(one.accessed.joined("-")) if one.accessed else ""
    parts = (
        *one.authors,
        f"“{one.title}”" if one.title else "",
        one.container,
        spoken(issued) if issued else "",
        one.dated or ("" if issued else tr("undated")),
        one.address,
        tr("accessed {date}", date=accessed) if accessed else "",
    )
    said = ", ".join(part for part in parts if part)
    return f"{said} ({'; '.join(one.remarks)})" if one.remarks else said


def of_record(record: CitedRecord, edition: Edition, on: date, *, whole_hash: bool = False) -> str:
    """A record, its sources, and the edition it stands in; `on` is the day it was consulted."""
    held = tr(
        "In: {archive}; {kind} {id}.",
        archive=edition_words(edition, on, whole_hash=whole_hash),
        kind=tr(record.kind),
        id=record.id,
    )
    sources = [line(reference(source)) for source in record.sources]
    if record.kind == "source" and sources:
        return f"{sources[0]}. {held}"
    if not sources:
        return f"{_head(record)} {tr('No source is recorded.')} {held}"
    said = sources[0] if len(sources) == 1 else _numbered(sources)
    label = tr("Source:") if len(sources) == 1 else tr("Sources:")
    return f"{_head(record)} {label} {said}. {held}"


def of_view(shown: str, edition: Edition, on: date, *, whole_hash: bool = False) -> str:
    """What a view shows, in words, and the edition it shows."""
    return tr(
        "{shown} In: {archive}.",
        shown=clean(shown),
        archive=edition_words(edition, on, whole_hash=whole_hash),
    )


def edition_words(edition: Edition, on: date, *, whole_hash: bool = False) -> str:
    """Title, edition, content hash and the day of access."""
    parts = (
        clean(edition.title) or edition.id,
        tr("edition {version}", version=clean(edition.version)) if edition.version else "",
        tr("content hash {hash}", hash=hash_words(edition, whole_hash=whole_hash)),
        tr("accessed {date}", date=spoken(on.isoformat())),
    )
    return ", ".join(part for part in parts if part)


def hash_words(edition: Edition, *, whole_hash: bool = False) -> str:
    """The content hash, or the digits of it that tell editions apart."""
    return edition.content_hash if whole_hash else edition.content_hash[:SHORT_HASH]


def _head(record: CitedRecord) -> str:
    """What the record says, and when."""
    dated = spoken(record.date) if record.date else tr("undated")
    if not record.speaker:
        return tr("{title}, {date}.", title=clean(record.title), date=dated)
    names = (clean(record.speaker), clean(record.capacity))
    # A claim is told in the words of whoever compiled the archive: within marks it would pass for
    # what the speaker said.
    return tr(
        "{speaker}, {date}, in the words of the archive: {text}.",
        speaker=", ".join(name for name in names if name),
        text=clean(record.title).rstrip("."),
        date=dated,
    )


def _numbered(sources: Sequence[str]) -> str:
    return "; ".join(f"[{n}] {said}" for n, said in enumerate(sources, start=1))
