"""The detail pane: the edition's card, one event or claim whole with notes, or several events."""

from collections.abc import Generator, Iterator
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from timeline_app.look import theme
from timeline_app.model.annotation import Target, Written
from timeline_app.model.records import Event, Layer
from timeline_app.model.written.catalogue import BY_NAME
from timeline_app.panes.detail_claim import (
    ClaimHead,
    SaidAboutSection,
    claim_record,
    claim_sections,
)
from timeline_app.panes.detail_event import EventHead, event_sections, record_section
from timeline_app.panes.detail_instrument import instrument_parts
from timeline_app.panes.detail_marks import MarksSection
from timeline_app.panes.detail_notes import NotesSection
from timeline_app.panes.detail_own import OwnEventHead, own_sections
from timeline_app.panes.detail_sources import SourcesSection, standing_of
from timeline_app.panes.edition_card import EditionCard
from timeline_app.panes.pane import Pane
from timeline_app.panes.published import Published
from timeline_app.panes.questions import Question
from timeline_app.panes.several import MOST, SeveralEvents
from timeline_app.panes.text import words
from timeline_app.panes.walk_head import WalkHead
from timeline_app.panes.written_on import Subject, WrittenOn, named_subjects, subject
from timeline_app.session.focus import is_nothing
from timeline_app.session.marking import remove
from timeline_app.session.noted import CLAIM, EVENT
from timeline_app.session.own_events import own_event_of, target_of
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import tr

MARGIN = 18


Parts = Generator[None, None, list[QWidget]]
"""What is read from the top down, made in turns: each of them holds the window up."""


class DetailPane(Pane):
    """Shows what is selected; its content is made anew for another selection only."""

    form_wanted = Signal(object, object, object)
    """The reader wants to write: a kind, a target or None, and what is to be changed or None."""
    methods_wanted = Signal()
    """The reader asked how the archive was made."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setAccessibleName(tr("Details"))
        self.setMinimumWidth(300)
        self.written: WrittenOn | None = None
        self.card: EditionCard | None = None
        self.sources: SourcesSection | None = None
        self.walk: WalkHead | None = None
        self._tells_of_claims = False
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(tr("Details"))
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def refresh(self, before: Snapshot | None, after: Snapshot) -> None:
        for _ in self.refreshing(before, after):
            pass

    def refreshing(self, before: Snapshot | None, after: Snapshot) -> Iterator[None]:
        """What was shown stays until the new content is whole."""
        rebuilt = before is None or is_other_card(before, after)
        if before is not None and before.claims is not after.claims:
            rebuilt = rebuilt or self._tells_of_claims
        if rebuilt:
            self.leave()
            yield from self._showing_content(after)
        if before is None or rebuilt or before.filter.known != after.filter.known:
            self._show_known(after)
        if self.written is not None:
            self.written.show_snapshot(after)
        yield

    @property
    def marks(self) -> MarksSection | None:
        """The marks on what is shown, or on an actor or a source of it."""
        return self.written.marks if self.written else None

    @property
    def notes(self) -> NotesSection | None:
        """The notes on the same."""
        return self.written.notes if self.written else None

    def _show_known(self, snapshot: Snapshot) -> None:
        """What had not been published on the chosen day is marked where it stands."""
        known = snapshot.filter.known
        for part in self._scroll.findChildren(Published):
            part.show_day(known.day if known else None)

    def write_note(self) -> None:
        """Puts the keyboard into the field of the note, if one event is shown."""
        if self.notes is not None:
            self.notes.editor.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
            QTimer.singleShot(0, self._show_editor)

    def _show_editor(self) -> None:
        """Scrolls to the field, once what was just made has its place."""
        if self.notes is not None:
            self._scroll.ensureWidgetVisible(self.notes.editor, 0, MARGIN)

    def leave(self) -> None:
        """Saves what is being written; before the window closes."""
        if self.written is not None:
            self.written.leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.current().canvas))
        painter.end()

    def _showing_content(self, snapshot: Snapshot) -> Iterator[None]:
        self.written, self.card, self.sources, self.walk = None, None, None, None
        self._tells_of_claims = snapshot.claim is not None
        parts = yield from self._parts(snapshot)
        yield
        inside = QWidget(self._scroll.viewport())  # where it will be: it is dressed once
        column = QVBoxLayout(inside)
        column.setContentsMargins(MARGIN, 14, MARGIN, MARGIN)
        column.setSpacing(0)
        for part in parts:
            column.addWidget(part)
            if part is self.walk:
                column.addSpacing(12)
            for inner in (part, *part.findChildren(QWidget)):
                inner.ensurePolished()  # as it would be when it is put in, all in that one turn
            yield
        column.addStretch(1)
        column.activate()
        yield
        self._scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        self._scroll.verticalScrollBar().setValue(0)

    def _parts(self, snapshot: Snapshot) -> Parts:
        walk = snapshot.walk
        if walk is None:
            return (yield from self._chosen(snapshot))
        self.walk = WalkHead(self.session, walk)
        chosen = [] if is_nothing(snapshot) else (yield from self._chosen(snapshot))
        return [self.walk, *chosen]

    def _chosen(self, snapshot: Snapshot) -> Parts:
        if snapshot.claim is not None:
            return (yield from self._claim(snapshot.claim))
        if (own := own_event_of(snapshot, snapshot.own_event)) is not None:
            return self._own_event(own)
        if snapshot.instrument is not None:
            whole = self.session.instrument(snapshot.instrument)
            return [] if whole is None else instrument_parts(whole, self._show_event)
        if not snapshot.selected:
            self.card = EditionCard(snapshot, self._ask, self._walk)
            if self.card.methods is not None:
                self.card.methods.clicked.connect(self.methods_wanted)
            return [self.card]
        if len(snapshot.selected) > 1:
            return [self._several(snapshot)]
        event = self.session.event(snapshot.selected[0])
        if event is None:
            return [words(tr("No layer that is switched on tells of this event."), "remark")]
        return (yield from self._event(event, snapshot))

    def _event(self, event: Event, snapshot: Snapshot) -> Parts:
        self.sources = SourcesSection(event.sources, standing_of(event))
        yield
        read = partial(self.session.notes_of, snapshot.selected[0])
        this = Subject(Target(EVENT, event.id), tr("This event"), read)
        named = named_subjects(self.session, event.participants, event.sources)
        self.written = self._written_on(this, *named)
        yield
        said = self.session.said_about(snapshot.selected[0])
        self._tells_of_claims = bool(said)
        derived = self.session.derived_vectors(snapshot.selected[0])
        return [
            EventHead(event),
            *event_sections(event, _kind_words(event, snapshot), derived),
            *([SaidAboutSection(self.session, said)] if said else []),
            self.sources,
            self.written,
            record_section(event, _layer_of(event, snapshot)),
        ]

    def _claim(self, key: int) -> Parts:
        claim = self.session.claim(key)
        if claim is None:
            return [words(tr("This claim cannot be read."), "remark")]
        this = subject(self.session, Target(CLAIM, claim.id), tr("This claim"))
        verified = tr("verified") if claim.verified else tr("not verified")
        self.sources = SourcesSection(claim.sources, verified)
        yield
        named = named_subjects(self.session, claim.actors, claim.sources)
        self.written = self._written_on(this, *named)
        yield
        return [
            ClaimHead(claim),
            *claim_sections(self.session, claim),
            self.sources,
            self.written,
            claim_record(claim),
        ]

    def _own_event(self, one: Written) -> list[QWidget]:
        self.written = self._written_on(subject(self.session, target_of(one), tr("This event")))
        head = OwnEventHead(
            one,
            lambda: self.form_wanted.emit(BY_NAME[one.kind], None, one),
            lambda: remove(self.session, one),
        )
        return [head, *own_sections(one), self.written]

    def _written_on(self, *subjects: Subject) -> WrittenOn:
        return WrittenOn(
            self.session,
            subjects,
            self.form_wanted.emit,
            lambda text: self.session.show_target(Target.read(text)),
        )

    def _several(self, snapshot: Snapshot) -> SeveralEvents:
        table = snapshot.table
        rows = table.rows_of(snapshot.selected)[:MOST]
        texts = self.session.rows(rows.tolist())
        n = len(snapshot.selected)
        return SeveralEvents(texts, table.occurrence[rows].tolist(), n, self._pick)

    def _show_event(self, event_id: str) -> None:
        """Selects the event with this id, if a layer that is on tells of it."""
        self.session.select(self.session.occurrences_of([event_id]).values())

    def _pick(self, occurrence: int) -> None:
        self.session.select((occurrence,))

    def _walk(self) -> None:
        self.session.walk_on(1)

    def _ask(self, question: Question) -> None:
        """Marks the question's period and fits it into the view."""
        with self.session.together():
            self.session.set_span(question.first, question.last)
            self.session.show_days(question.first, question.last)


def is_other_card(before: Snapshot, after: Snapshot) -> bool:
    """Whether another event, claim, treaty or card is to be read."""

    def of(now: Snapshot) -> tuple[object, ...]:
        own = own_event_of(now, now.own_event)
        return now.selected, now.instrument, now.claim, now.walk, own

    same_selection = of(before) == of(after)
    same_archive = before.table is after.table and before.archive is after.archive
    return not (same_selection and same_archive)


def _kind_words(event: Event, snapshot: Snapshot) -> str:
    codes = snapshot.table.terms.get("kind")
    return tr(codes.terms.label(event.kind)) if codes is not None else event.kind


def _layer_of(event: Event, snapshot: Snapshot) -> Layer | None:
    layers = snapshot.archive.edition.layers if snapshot.archive else ()
    return next((layer for layer in layers if layer.id == event.layer), None)
