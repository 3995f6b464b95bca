"""The sentence bar: one line of words that says what is shown, each phrase what changes it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from timeline_app.look import fonts, icons, theme
from timeline_app.model.filter import FOUND, KNOWN, NOTES, QUALITY, SECOND, SPAN
from timeline_app.panes.facet_terms import heading
from timeline_app.panes.pane import Pane
from timeline_app.panes.phrase_button import PhraseButton
from timeline_app.panes.phrase_line import Part, PhraseLine
from timeline_app.panes.text import short_words
from timeline_app.session.sentence import COUNT, NEAREST, REST, Phrase, nearest, remark, said
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import tr

if TYPE_CHECKING:
    from timeline_app.panes.phrase_popover import PhrasePopover

HEIGHT = 44
MARGIN = 16
GAP = 12


class SentenceBar(Pane):
    """44 pixels of canvas: the sentence at the left; at the right a remark or "Clear all"."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.line = PhraseLine()
        self.remark = short_words("", "remark")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._shape: tuple[tuple[str, bool], ...] = ()
        self.clear = QPushButton(tr("Clear all"))
        self.clear.setAccessibleName(tr("Clear all"))
        self.clear.setToolTip(tr("Show all events again (Esc goes one step back)"))
        self.clear.clicked.connect(session.clear_all)
        self.popover: PhrasePopover | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        row.setSpacing(GAP)
        row.addWidget(self.line, 1)
        row.addWidget(self.remark)
        row.addWidget(self.clear)
        self._dress()

    def refresh(self, before: Snapshot | None, after: Snapshot) -> None:
        if before is None or not _same_sentence(before, after):
            self._say(after)
        if self.popover is not None:
            self.popover.show_snapshot(after)

    def _say(self, snapshot: Snapshot) -> None:
        phrases = self.session.sentence()
        self.setAccessibleName(said(phrases))
        shape = tuple((phrase.role, phrase.active) for phrase in phrases)
        if shape == self._shape:
            for part, phrase in zip(self.line.parts, phrases, strict=True):
                if part.text() != phrase.text:
                    part.setText(phrase.text)
                    part.setAccessibleName(_name(phrase))
            least = self.line.arrange()
        else:
            self._shape = shape
            focused = self._focused_role()
            parts = [self._part(phrase, last=phrase is phrases[-1]) for phrase in phrases]
            self.line.show_parts(parts)
            self._refocus(focused)
            least = self.line.least_width()
        filtered = bool(snapshot.filter)
        self.clear.setVisible(filtered)
        quiet = "" if filtered else remark(snapshot)
        if self.remark.text() != quiet:
            self.remark.setText(quiet)
            self.remark.setAccessibleName(quiet)
        self._give_way(least)

    def _fit(self) -> None:
        """At another text size."""
        self._give_way(self.line.arrange())

    def _give_way(self, least: int) -> None:
        """The remark goes before a phrase is cut, of which the uncut ones are so wide."""
        wanted = least + self.remark.sizeHint().width() + 2 * MARGIN + GAP
        self.remark.setVisible(bool(self.remark.text()) and wanted <= self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way(self.line.least_width())

    def _part(self, phrase: Phrase, last: bool) -> Part:
        if phrase.role in (COUNT, REST):
            return _label(phrase, quiet=last and phrase.role == REST)
        button = PhraseButton(phrase.text, phrase.role, phrase.active)
        button.setAccessibleName(_name(phrase))
        button.clicked.connect(partial(self._open, button))
        return button

    def _open(self, button: PhraseButton) -> None:
        """What changes this phrase, under it."""
        snapshot = self._shown
        if snapshot is None:
            return
        if button.role == NEAREST:
            row = nearest(snapshot)
            if row is not None:
                self.session.select((int(snapshot.table.occurrence[row]),))
            return
        from timeline_app.panes.phrase_popover import PhrasePopover  # noqa: PLC0415 - read when asked

        self.popover = PhrasePopover(self.session, button.role, self)
        self.popover.closed.connect(self._forget_popover)
        self.popover.show_snapshot(snapshot)
        self.popover.open_under(button)

    def _forget_popover(self) -> None:
        """It deletes itself: nothing may be shown to it any more."""
        self.popover = None

    def _focused_role(self) -> str:
        focused = self.window().focusWidget()
        return focused.role if isinstance(focused, PhraseButton) else ""

    def _refocus(self, role: str) -> None:
        """The phrases were made anew: the keyboard stays at the one it was on."""
        for part in self.line.parts:
            if role and isinstance(part, PhraseButton) and part.role == role:
                part.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()
            QTimer.singleShot(0, self, self._fit)  # once all labels have their new letters

    def _dress(self) -> None:
        self.setFixedHeight(max(HEIGHT, fonts.scaled(HEIGHT)))
        self.clear.setIcon(icons.icon("x", theme.current().ink))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.canvas))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens.hair))
        painter.end()


def _same_sentence(before: Snapshot, after: Snapshot) -> bool:
    return (
        before.passing is after.passing
        and before.filter is after.filter
        and before.second == after.second
        and before.table is after.table
        and before.archive is after.archive
    )


def _label(phrase: Phrase, quiet: bool) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(phrase.text)
    label.setAccessibleName(phrase.text)
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    look = "count" if phrase.role == COUNT else "remark" if quiet else "sentence"
    label.setProperty("look", look)
    return label


def _name(phrase: Phrase) -> str:
    if phrase.role in (COUNT, REST, NEAREST):
        return phrase.text
    words = {SPAN: tr("Period"), SECOND: tr("Period B"), FOUND: tr("Search"), NOTES: tr("My notes")}
    words |= {QUALITY: tr("Data quality"), KNOWN: tr("Known when")}
    column = words.get(phrase.role) or heading(phrase.role)
    return tr("{column}: {phrase}. Change", column=column, phrase=phrase.text)
