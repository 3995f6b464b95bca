"""The search box: shows what is found with each key, asks once the hands rest, steps through it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from timeline_app.look import icons, theme
from timeline_app.model.filter import FOUND
from timeline_app.model.query import read_query
from timeline_app.panes.date_words import date_words
from timeline_app.session.seeking import Answer, Heard
from timeline_app.session.snapshot import Snapshot
from timeline_app.store.store_error import StoreError
from timeline_app.window.found_events import Line
from timeline_app.window.search_popover import SearchPopover
from timeline_app.words.tr import tr, trn

TYPING_REST_MS = 150
_APART_PX = 6

_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
Seek = Callable[[str, Heard], None]


class SearchField(QLineEdit):
    """Enter and Shift+Enter step through what is found; under it stands what can be typed, or
    what was found."""

    asked = Signal(str)
    stepped = Signal(int)
    claim_chosen = Signal(int)
    """The key of a claim that was found, or ALL."""
    event_chosen = Signal(int)
    """What happened that was found, by its occurrence."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.popover: SearchPopover | None = None
        self._seek: Seek | None = None
        self._now: Snapshot | None = None
        self._icon: tuple[str, str] | None = None
        self._explaining = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(TYPING_REST_MS)
        self._rest.timeout.connect(self._ask)
        self.textEdited.connect(self._edited)
        self._sign = QAction(tr("Search"), self)
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self.setPlaceholderText(tr("Search events, people, places, sources, notes"))
        self.setAccessibleName(tr("Search"))
        self._hint = QLabel("/", self)
        self._hint.setProperty("look", "key")
        self.textChanged.connect(lambda _: self._make_room())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 7, 0)
        row.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._make_room()

    def _make_room(self) -> None:
        """The key that leads here is told where nothing is typed, and no word runs under it."""
        told = not self.text()
        wide = self._hint.sizeHint().width() + _APART_PX if told else 0
        self._hint.setVisible(told)
        if wide != self.textMargins().right():  # else each key would lay the toolbar out again
            self.setTextMargins(0, 0, wide, 0)

    def seek_by(self, seek: Seek) -> None:
        """Where what is found comes from while one types."""
        self._seek = seek

    def show_snapshot(self, now: Snapshot) -> None:
        """Follows the session, but never under the reader's hands: where something is typed that
        is not asked for yet, it stays."""
        before, self._now = self._now, now
        typed = self.text().strip()
        rests = before is not None and before.query == typed and not self._rest.isActive()
        if now.query != typed and (rests or not self.hasFocus()):
            self.setText(now.query)
            if self._explaining:
                self._explain()
        if before is None or before.passing is not now.passing or before.query != now.query:
            self._show_sign()

    def put_on_theme(self) -> None:
        """The icon in the colour of the theme in force."""
        self._icon = None
        self._show_sign()
        self._make_room()

    def _show_sign(self) -> None:
        now = self._now
        nothing = now is not None and FOUND in now.filter.clauses and now.passing.possible == 0
        token = theme.current().no if nothing else theme.current().ink3
        icon = ("search-x" if nothing else "search", token)
        if icon != self._icon:  # another icon lays the whole toolbar out again
            self._icon = icon
            self._sign.setIcon(icons.icon(*icon))
        asked = now is not None and FOUND in now.filter.clauses
        self.setAccessibleDescription(
            found_words(now.passing.possible, len(now.found_claims)) if now and asked else ""
        )

    def _edited(self) -> None:
        self._rest.start()
        self._explain()

    def _ask(self) -> None:
        self._rest.stop()
        self.asked.emit(self.text().strip())

    def take_back(self) -> None:
        """Nothing is typed, and nothing asked; under the empty box stands what can be typed."""
        self.clear()
        self._ask()
        if self._explaining:
            self._explain()

    def _explain(self) -> None:
        """Under the empty box what can be typed; under a filled one what is found by it."""
        self._explaining = True
        if self.popover is None:
            self.popover = SearchPopover(self.window())
            self.popover.chosen.connect(self._chosen)
            self.popover.event_chosen.connect(self._event_chosen)
        typed = self.text().strip()
        if not typed or self._now is None:
            self.popover.show_what_can_be_typed()
            self.popover.stand_under(self)
        elif self._seek is not None:
            self._seek(typed, self._heard)

    def _heard(self, answer: Answer | StoreError) -> None:
        """What is found by what stands in the box; a damaged archive is the session's to tell."""
        if isinstance(answer, StoreError) or self.popover is None or not self._explaining:
            return
        (query,) = answer.question.queries
        if query != self.text().strip():
            return
        found = answer.found
        said = [found_words(found.known, len(found.said))]
        said += [no_date(text) for text in read_query(query).doubts]
        pairs = zip(answer.occurrences, answer.events, strict=False)
        lines = [Line(told, date_words(row.edtf, short=True), row.title) for told, row in pairs]
        self.popover.show_found(said, answer.claims, len(found.said), lines)
        self.popover.stand_under(self)

    def _chosen(self, key: int) -> None:
        self._hide()
        self.claim_chosen.emit(key)

    def _event_chosen(self, occurrence: int) -> None:
        self._hide()
        self.event_chosen.emit(occurrence)

    def _hide(self) -> None:
        self._explaining = False
        if self.popover is not None:
            self.popover.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._explain()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._hide()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow()

    def _follow(self) -> None:
        if self._explaining and self.popover is not None and self.popover.isVisible():
            self.popover.stand_under(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popover = self.popover if self._explaining else None
        if popover is not None and event.key() in _STEPS:
            popover.step(_STEPS[event.key()])
            return
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        if popover is not None and popover.choose():
            return
        if self._rest.isActive():
            self._ask()
        back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self.stepped.emit(-1 if back else 1)
        if self._now is not None and self._now.passing.possible:
            self._hide()


def found_words(events: int, claims: int) -> str:
    """ "12 events and 1 claim found.", "Nothing found." """
    parts = [trn("{n} event", "{n} events", events)] if events else []
    parts += [trn("{n} claim", "{n} claims", claims)] if claims else []
    if not parts:
        return tr("Nothing found.")
    return tr("{what} found.", what=tr(" and ").join(parts))


def no_date(text: str) -> str:
    """That a word after "before:" and its like was taken for a word."""
    return tr("“{text}” is no date, so it is searched as a word.", text=text[:40])
