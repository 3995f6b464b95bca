"""Citations of what is shown: an event, the view, and a file of all sources of what passes."""

from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import date
from pathlib import Path

import numpy as np

from timeline_app.exchange import text
from timeline_app.exchange.catalogue import PLAIN, CitationFormat
from timeline_app.exchange.citing import cited, held_in
from timeline_app.exchange.reference import reference
from timeline_app.exchange.text_file import WritingError, write_file
from timeline_app.model.cited_record import CitedRecord, of_event
from timeline_app.model.records import Event
from timeline_app.session.sentence import said, sentence
from timeline_app.session.snapshot import Problem, Snapshot
from timeline_app.store.archive import Archive
from timeline_app.store.cited import sources_of_events
from timeline_app.store.store_error import StoreError
from timeline_app.words.tr import tr, trn


def citation_of_events(now: Snapshot, events: Iterable[Event]) -> str:
    """These events with their sources and the edition, a line each."""
    return "\n".join(citation_of(now, of_event(event)) for event in events)


def citation_of(now: Snapshot, record: CitedRecord) -> str:
    """A record of the open archive with its sources and the edition; nothing where none is open."""
    if now.archive is None:
        return ""
    return cited(record, now.archive.edition, PLAIN, date.today())


def citation_of_view(now: Snapshot) -> str:
    """What is shown, in words, and of which edition; nothing where no archive is open."""
    if now.archive is None:
        return ""
    edition, on = now.archive.edition, now.archive.layers_on
    shown = said(sentence(now))
    if len(on) < len(edition.layers):
        layers = ", ".join(tr(layer.title) for layer in edition.layers if layer.id in on)
        shown = tr("{shown} Layers: {layers}.", shown=shown, layers=layers or tr("none"))
    return text.of_view(shown, edition, date.today())


def sources_export(now: Snapshot, path: Path, form: CitationFormat) -> Callable[[], Problem]:
    """A job that writes every source of what passes, once, and says how that went.

    It reads the archive by a connection of its own, so that it can run on any thread.
    """
    archive = now.archive

    def job() -> Problem:
        if archive is None:
            return Problem("warning", tr("No archive is open."))
        keys = now.table.key[np.flatnonzero(now.passing.mask)].tolist()
        try:
            with closing(Archive.open(archive.path)) as opened:
                sources = sources_of_events(opened, keys)
                held = held_in(opened.edition, whole_hash=True)
            write_file(path, form.write([reference(source, held) for source in sources]) + "\n")
        except (StoreError, WritingError) as fault:
            return Problem("error", fault.sentence)
        n = len(sources)
        return Problem(
            "notice", trn("{n} source in {path}.", "{n} sources in {path}.", n, path=path)
        )

    return job
