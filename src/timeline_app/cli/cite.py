"""`timeline-app cite`: how a record is cited, in words or for a program that keeps sources."""

import json
from contextlib import closing
from datetime import date

import click

from timeline_app.cli.given import Given, Refused, Word, with_given
from timeline_app.exchange.catalogue import BY_ID, FORMATS
from timeline_app.exchange.citing import cited
from timeline_app.model.cited_record import CITED_KINDS, CitedRecord
from timeline_app.model.records import Edition
from timeline_app.store.archive import Archive
from timeline_app.store.cited import cited_record
from timeline_app.words.tr import mark, tr

_UNSOURCED = {
    "actor": mark("An actor has no sources of its own; cite an event or a claim it has a part in."),
    "period": mark("A period is no record and has no sources; cite the events within it."),
    "passage": mark("A passage is a part of a record; cite the record."),
}
_ABSENT = {
    "event": mark("There is no event “{id}” in {path}."),
    "claim": mark("There is no claim “{id}” in {path}."),
    "source": mark("There is no source “{id}” in {path}."),
}


@click.command(
    "cite",
    cls=Word,
    help=tr("Cite an event, a claim or a source: event:ID, claim:ID or source:ID."),
)
@click.argument("target", metavar="KIND:ID")
@click.option(
    "--format",
    "form",
    type=click.Choice([one.id for one in FORMATS]),
    default=FORMATS[0].id,
    help=tr("Words (default), or a file for a program that keeps sources."),
)
@click.option("--full-hash", is_flag=True, help=tr("Give the content hash whole."))
@with_given
def cite(given: Given, target: str, form: str, full_hash: bool) -> None:
    """Answers the citation; what has no sources is refused with a sentence."""
    kind, id = _citable(target)
    with closing(Archive.open(given.archive)) as archive:
        record = cited_record(archive, kind, id)
        edition = archive.edition
    if record is None:
        raise Refused(tr(_ABSENT[kind], id=id, path=given.archive))
    said = cited(record, edition, BY_ID[form], date.today(), whole_hash=full_hash)
    given.answer(_as_json(record, edition, form, said), said)


def _citable(text: str) -> tuple[str, str]:
    """Kind and id, if it is a kind that can be cited. Raises `Refused`."""
    kind, _, id = text.partition(":")
    if not id or kind not in (*CITED_KINDS, *_UNSOURCED):
        kinds = ", ".join(CITED_KINDS)
        said = tr(
            "“{written}” does not say what to cite: write KIND:ID, where KIND is one of {kinds}.",
            written=text,
            kinds=kinds,
        )
        raise Refused(said)
    if kind in _UNSOURCED:
        raise Refused(tr(_UNSOURCED[kind]))
    return kind, id


def _as_json(record: CitedRecord, edition: Edition, form: str, said: str) -> dict[str, object]:
    return {
        "target": f"{record.kind}:{record.id}",
        "format": form,
        "citation": json.loads(said) if form == "csl" else said,
        "sources": [source.id for source in record.sources],
        "archive": {
            "id": edition.id,
            "title": edition.title,
            "edition": edition.version,
            "content_hash": edition.content_hash,
        },
    }
