"""The detail pane: the edition's card, one event whole with the reader's notes, or several."""

import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from timeline_app.look import theme
from timeline_app.model.annotation import Target
from timeline_app.model.records import Event, Layer
from timeline_app.panes.detail_event import EventHead, event_sections, record_section
from timeline_app.panes.detail_instrument import instrument_parts
from timeline_app.panes.detail_notes import NotesSection
from timeline_app.panes.detail_sources import SourcesSection
from timeline_app.panes.edition_card import EditionCard
from timeline_app.panes.pane import Pane
from timeline_app.panes.questions import Question
from timeline_app.panes.several import MOST, SeveralEvents
from timeline_app.panes.text import words
from timeline_app.session.noted import EVENT
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import tr

MARGIN = 18


class DetailPane(Pane):
    """Shows what is selected; its content is made anew for another selection only."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setAccessibleName(tr("Details"))
        self.setMinimumWidth(300)
        self.notes: NotesSection | None = None
        self.card: EditionCard | None = None
        self.sources: SourcesSection | None = None
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(tr("Details"))
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def refresh(self, before: Snapshot | None, after: Snapshot) -> None:
        if before is None or _other_content(before, after):
            if self.notes is not None:
                self.notes.leave()
            self._show_content(after)
        if self.notes is not None:
            self.notes.show_snapshot(after)

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
        if self.notes is not None:
            self.notes.leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.current().canvas))
        painter.end()

    def _show_content(self, snapshot: Snapshot) -> None:
        self.notes, self.card, self.sources = None, None, None
        parts = self._parts(snapshot)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(MARGIN, 14, MARGIN, MARGIN)
        column.setSpacing(0)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self._scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        self._scroll.verticalScrollBar().setValue(0)

    def _parts(self, snapshot: Snapshot) -> list[QWidget]:
        if snapshot.instrument is not None:
            whole = self.session.instrument(snapshot.instrument)
            return [] if whole is None else instrument_parts(whole, self._show_event)
        if not snapshot.selected:
            self.card = EditionCard(snapshot, self._ask)
            return [self.card]
        if len(snapshot.selected) > 1:
            return [self._several(snapshot)]
        event = self.session.event(snapshot.selected[0])
        if event is None:
            return [words(tr("No layer that is switched on tells of this event."), "remark")]
        return self._event(event, snapshot)

    def _event(self, event: Event, snapshot: Snapshot) -> list[QWidget]:
        self.sources = SourcesSection(event)
        target = Target(EVENT, event.id)
        self.notes = NotesSection(self.session, snapshot.selected[0], target)
        return [
            EventHead(event),
            *event_sections(event, _kind_words(event, snapshot)),
            self.sources,
            self.notes,
            record_section(event, _layer_of(event, snapshot)),
        ]

    def _several(self, snapshot: Snapshot) -> SeveralEvents:
        table = snapshot.table
        chosen = np.isin(table.occurrence, np.array(snapshot.selected, np.int64))
        rows = np.flatnonzero(chosen)[:MOST]
        texts = self.session.rows(rows.tolist())
        n = len(snapshot.selected)
        return SeveralEvents(texts, table.occurrence[rows].tolist(), n, self._pick)

    def _show_event(self, event_id: str) -> None:
        """Selects the event with this id, if a layer that is on tells of it."""
        self.session.select(self.session.occurrences_of([event_id]).values())

    def _pick(self, occurrence: int) -> None:
        self.session.select((occurrence,))

    def _ask(self, question: Question) -> None:
        """Marks the question's period and fits it into the view."""
        with self.session.together():
            self.session.set_span(question.first, question.last)
            self.session.show_days(question.first, question.last)


def _other_content(before: Snapshot, after: Snapshot) -> bool:
    same_selection = before.selected == after.selected and before.instrument == after.instrument
    same_archive = before.table is after.table and before.archive is after.archive
    return not (same_selection and same_archive)


def _kind_words(event: Event, snapshot: Snapshot) -> str:
    codes = snapshot.table.terms.get("kind")
    labels = {term.id: term.label for term in codes.terms} if codes else {}
    return tr(labels.get(event.kind, event.kind))


def _layer_of(event: Event, snapshot: Snapshot) -> Layer | None:
    layers = snapshot.archive.edition.layers if snapshot.archive else ()
    return next((layer for layer in layers if layer.id == event.layer), None)
