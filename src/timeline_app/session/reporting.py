"""A report of what is shown: gathered beside the reader's work, from values and a file."""

from collections.abc import Iterable, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from timeline_app.crossfilter.either import mask_of_either
from timeline_app.dataclass import dataclass
from timeline_app.dates.date_error import DateError
from timeline_app.dates.spoken import date_words
from timeline_app.exchange import text
from timeline_app.exchange.reference import clean, reference
from timeline_app.exchange.report_catalogue import files_of, format_of
from timeline_app.exchange.text_file import WritingError, write_bytes
from timeline_app.model.annotation import event_in
from timeline_app.model.records import Event, Source
from timeline_app.model.report import Report, Told, Weighing
from timeline_app.session.asked_words import asked_words
from timeline_app.session.report_numbers import tables_of, weighing_of
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Problem, Snapshot
from timeline_app.session.views import values_of
from timeline_app.store.archive import Archive
from timeline_app.store.store_error import StoreError
from timeline_app.words.tr import tr, trn

MOST_EVENTS = 5_000
"""A report tells so many events; one with more is no reading any more, and says how many it left
out."""


@dataclass(frozen=True, eq=False, slots=True)
class Reporting:
    """What a report is made of: values only, so that any thread may make it."""

    now: Snapshot
    keys: tuple[int, ...]
    """Of the records that are told."""
    every: int
    """How many records there would be to tell: all that pass, and all that lie in B."""
    values: Mapping[str, object]
    weighing: Weighing
    with_notes: bool
    pictures: Mapping[str, bytes]
    made_on: date

    def report(self) -> Report:
        """The report. Raises `StoreError` where the archive cannot be read."""
        now = self.now
        events, sources, unread = self._told()
        edition = now.archive.edition if now.archive else None
        return Report(
            title=tr("Report: {title}", title=edition.title if edition else ""),
            made_on=self.made_on.isoformat(),
            sentence=str(self.values["sentence"]),
            asked=asked_words(now),
            tables=tables_of(now, self.weighing),
            events=events,
            sources=sources,
            edition=_edition_words(now),
            view=self.values,
            weighing=self.weighing,
            unlisted=self.every - len(events) - unread,
            unread=unread,
            with_notes=self.with_notes,
            pictures=self.pictures,
        )

    def _told(self) -> tuple[tuple[Told, ...], tuple[str, ...], int]:
        """The events, their sources once each in the order of their first mention, and how many
        records could not be read."""
        now = self.now
        if now.archive is None:
            return (), (), 0
        kinds = {term.id: tr(term.label) for term in now.table.terms["kind"].terms}
        notes = _notes_by_event(now) if self.with_notes else {}
        sources: dict[str, tuple[int, Source]] = {}
        told, unread = [], 0
        with closing(Archive.open(now.archive.path)) as archive:
            archive.expect(now.archive.stamp)
            for key in self.keys:
                try:
                    event = archive.event(key)
                except StoreError:
                    unread += 1
                    continue
                for source in event.sources:
                    sources.setdefault(source.id, (len(sources), source))
                cites = tuple(dict.fromkeys(sources[one.id][0] for one in event.sources))
                told.append(_told(event, kinds, cites, notes))
        lines = tuple(text.line(reference(source)) for _, source in sources.values())
        return tuple(told), lines, unread


def reporting(
    session: Session,
    weighing: Weighing | None = None,
    *,
    with_notes: bool = False,
    pictures: Mapping[str, bytes] | None = None,
    panes: Mapping[str, object] | None = None,
) -> Reporting:
    """What a report of the present view is made of; the reader's notes only where asked for."""
    now = session.snapshot
    rows, every = _rows(now)
    return Reporting(
        now=now,
        keys=tuple(now.table.key[rows].tolist()),
        every=every,
        values=values_of(session, tr("Report"), panes=dict(panes or {})),
        weighing=weighing or weighing_of(now),
        with_notes=with_notes,
        pictures=dict(pictures or {}),
        made_on=date.today(),
    )


def _rows(now: Snapshot) -> tuple[NDArray[np.int64], int]:
    """The first of what passes or lies in the second period, by day, and how many there are."""
    if now.second is None:
        return now.passing.select(0, MOST_EVENTS), now.passing.possible
    rows = np.flatnonzero(mask_of_either(now.passing, now.second))
    return rows[:MOST_EVENTS], len(rows)


def written(of: Reporting, path: Path) -> Problem:
    """Makes the report and writes its files, and says how that went; `path` ends as a form does."""
    form = format_of(path)
    if form is None:
        return Problem("error", unknown_ending(path))
    try:
        report = of.report()
        files = files_of(report, path)
        for name, content in files.items():
            write_bytes(name, content)
    except (StoreError, WritingError) as fault:
        return Problem("error", fault.sentence)
    said = trn(
        "The report is {path}: {n} event.",
        "The report is {path}: {n} events.",
        len(report.events),
        path=path,
    )
    beside = ", ".join(name.name for name in files if name != path)
    if beside:
        said = tr("{said} Beside it: {files}.", said=said, files=beside)
    return Problem("notice", said)


def unknown_ending(path: Path) -> str:
    """The sentence for a name that says no form."""
    return tr("“{path}” must end in .html, .docx, .md or .csv.", path=path)


def _told(
    event: Event, kinds: Mapping[str, str], cites: tuple[int, ...], notes: Mapping[str, list[str]]
) -> Told:
    ids = (event.id, *event.others)
    return Told(
        id=event.id,
        edtf=event.edtf,
        dated=_dated(event.edtf),
        title=clean(event.title),
        summary=clean(event.summary),
        kind=kinds.get(event.kind, event.kind),
        vectors=tuple(map(tr, event.vectors)),
        actors=_names(one.of_day or one.name for one in event.participants),
        places=_names(one.of_day or one.name for one in event.places),
        cites=cites,
        notes=tuple(note for id in ids for note in notes.get(id, ())),
    )


def _names(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(clean, names))))


def _dated(edtf: str) -> str:
    try:
        return date_words(edtf)
    except DateError:
        return edtf


def _notes_by_event(now: Snapshot) -> dict[str, list[str]]:
    """The words of the reader's notes by the event they are on, or on a passage of."""
    found: dict[str, list[str]] = {}
    for target, notes in now.notes.items():
        if id := event_in(target):
            found.setdefault(id, []).extend(note.text for note in notes if note.text.strip())
    return found


def _edition_words(now: Snapshot) -> tuple[tuple[str, str], ...]:
    if now.archive is None:
        return ()
    edition = now.archive.edition
    told = (
        (tr("Title"), clean(edition.title)),
        (tr("Archive"), edition.id),
        (tr("Edition"), clean(edition.version)),
        (tr("Built on"), edition.built_on),
        (tr("Content hash"), edition.content_hash),
        (tr("Citation"), clean(edition.citation)),
    )
    return tuple((word, value) for word, value in told if value)
