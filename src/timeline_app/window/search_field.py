"""The search box: asks once the hands rest, steps through what is found, explains itself."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from timeline_app.look import icons, theme
from timeline_app.model.filter import FOUND
from timeline_app.model.query import read_query
from timeline_app.model.records import ClaimRow
from timeline_app.session.snapshot import Snapshot
from timeline_app.window.search_popover import MOST_CLAIMS, SearchPopover
from timeline_app.words.tr import tr, trn

TYPING_REST_MS = 150

_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
ReadClaims = Callable[[Iterable[int]], Sequence[ClaimRow]]


class SearchField(QLineEdit):
    """Enter and Shift+Enter step through what is found; under it stands what can be typed, or
    what was found."""

    asked = Signal(str)
    stepped = Signal(int)
    claim_chosen = Signal(int)
    """The key of a claim that was found, or ALL."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.popover: SearchPopover | None = None
        self._read_claims: ReadClaims | None = None
        self._now: Snapshot | None = None
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
        self.textChanged.connect(lambda text: self._hint.setVisible(not text))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 7, 0)
        row.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def read_claims_by(self, read: ReadClaims) -> None:
        """Where the words of the claims come from that are found."""
        self._read_claims = read

    def show_snapshot(self, now: Snapshot) -> None:
        """Follows the session, but never under the reader's hands."""
        before, self._now = self._now, now
        if not self.hasFocus() and now.query != self.text().strip():
            self.setText(now.query)
        if before is None or before.passing is not now.passing or before.query != now.query:
            self._show_sign()
            if self._explaining:
                self._explain()

    def put_on_theme(self) -> None:
        """The icon in the colour of the theme in force."""
        self._show_sign()

    def _show_sign(self) -> None:
        now = self._now
        nothing = now is not None and FOUND in now.filter.clauses and now.passing.possible == 0
        token = theme.current().no if nothing else theme.current().ink3
        self._sign.setIcon(icons.icon("search-x" if nothing else "search", token))
        self.setAccessibleDescription("" if now is None else found_words(now))

    def _edited(self) -> None:
        self._rest.start()
        self._explain()

    def _ask(self) -> None:
        self._rest.stop()
        self.asked.emit(self.text().strip())

    def _explain(self) -> None:
        """Under the empty box what can be typed; under a filled one what the sentence above the
        timeline does not say: that nothing was found, which claims were, what is no date."""
        self._explaining = True
        if self.popover is None:
            self.popover = SearchPopover(self.window())
            self.popover.chosen.connect(self._chosen)
        typed, now = self.text().strip(), self._now
        if typed and (now is None or typed != now.query):
            return
        doubts = [no_date(text) for text in read_query(typed).doubts]
        if not typed or now is None:
            self.popover.show_what_can_be_typed()
        elif doubts or now.found_claims or not now.passing.possible:
            some = now.found_claims[:MOST_CLAIMS]
            claims = self._read_claims(some) if self._read_claims and some else ()
            self.popover.show_found([found_words(now), *doubts], claims, len(now.found_claims))
        else:
            self.popover.hide()
            return
        self.popover.stand_under(self)

    def _chosen(self, key: int) -> None:
        self._hide()
        self.claim_chosen.emit(key)

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


def found_words(now: Snapshot) -> str:
    """ "12 events found", "Nothing found"; empty where nothing was asked."""
    if FOUND not in now.filter.clauses:
        return ""
    events, claims = now.passing.possible, len(now.found_claims)
    parts = [trn("{n} event", "{n} events", events)] if events else []
    parts += [trn("{n} claim", "{n} claims", claims)] if claims else []
    if not parts:
        return tr("Nothing found.")
    return tr("{what} found.", what=tr(" and ").join(parts))


def no_date(text: str) -> str:
    """That a word after "before:" and its like was taken for a word."""
    return tr("“{text}” is no date, so it is searched as a word.", text=text[:40])
