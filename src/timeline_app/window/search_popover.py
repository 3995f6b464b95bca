"""What stands under the search box: what can be typed, or what was found."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from timeline_app.dates.spoken import date_words
from timeline_app.look import fonts
from timeline_app.model.records import ClaimRow
from timeline_app.session.finding import FIRST
from timeline_app.window.found_claim import ALL, FoundClaim
from timeline_app.window.found_events import FoundEvents, Line
from timeline_app.words.tr import mark, tr, trn

WIDE, WIDE_OF_FOUND = 452, 340

TYPED = (
    ("Назарбаев", mark("in any script and spelling: Nazarbayev, Nazarbaev")),
    ("gas pipel", mark("both words, each as the beginning of a word")),
    ('"gas pipeline"', mark("these words together, whole")),
    ("gas OR oil", mark("either")),
    ("-gas", mark("without this word")),
    ("actor:xi place:osh", mark("also title: source: claim:")),
    ("kind:visit vector:china", mark("what kind it was, and with whom")),
    ("in:2013-09/2014-08", mark("also before: and after: a date")),
    ("note:check tag:todo", mark("in your own notes and tags")),
)
"""What can be typed, and what it asks for; the examples are the same in every language."""


class SearchPopover(QFrame):
    """Lies over the window; the box keeps the keyboard. Clicks go through, but for those on what
    was found: `chosen` then carries a claim's key, or ALL, `event_chosen` an occurrence."""

    chosen = Signal(int)
    event_chosen = Signal(int)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("look", "popover")
        self.setAccessibleName(tr("What can be searched"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 9, 12, 9)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        self.events = FoundEvents(self)
        self.events.chosen.connect(self.event_chosen)
        self.hide()

    def show_what_can_be_typed(self) -> None:
        """A line for each thing that a search can ask."""
        self._clear()
        for row, (typed, asks) in enumerate(TYPED):
            self._put(_label(typed, "key"), row, 0, 1)
            self._put(_label(tr(asks), "small"), row, 1, 1)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        keys = tr("Enter and Shift+Enter step through what is found.")
        self._put(_label(keys, "caption"), len(TYPED), 0, 2)
        self.setFixedWidth(fonts.scaled(WIDE))

    def show_found(
        self, said: Sequence[str], claims: Sequence[ClaimRow], n: int, events: Sequence[Line] = ()
    ) -> None:
        """How much was found, the first of the `n` claims, which have no row in the list, and the
        first of the events."""
        self._clear()
        for text in said:
            self._add(_label(text, "small"))
        for claim in claims:
            date = date_words(claim.stated, short=True)
            said_so = {"speaker": claim.speaker_of_day, "date": date, "claim": claim.text}
            self._offer(claim.key, tr("{date}, {speaker}: {claim}", **said_so))
        if claims and n > len(claims):
            more = n - len(claims)
            self._offer(ALL, trn("and {n} more claim", "and {n} more claims", more))
        self.events.show_lines(events)
        if len(events) == FIRST:
            self._add(_label(tr("The first {n} events:", n=FIRST), "caption"))
        if events:
            self._add(self.events)
        some = bool(claims or events)
        if some:
            self._add(
                _label(tr("Arrow down and Enter, or a click, select one of them."), "caption")
            )
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not some)
        self.setFixedWidth(fonts.scaled(WIDE if some else WIDE_OF_FOUND))

    def stand_under(self, box: QWidget) -> None:
        """Shows it below the box, within the window."""
        corner = box.mapTo(self._window, QPoint(0, box.height() + 4))
        room = self._window.width() - self.width()
        self._grid.activate()
        self.resize(self.width(), self._grid.heightForWidth(self.width()))
        self.move(max(0, min(corner.x(), room)), corner.y())
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Reaches the next (1) or previous (-1) of what was found; before the first there is
        none."""
        lines = self._offered()
        at = next((n for n, line in enumerate(lines) if line.reached), -1)
        if self.events.reached >= 0:
            at = len(lines) + self.events.reached
        at = min(max(at + by, -1), len(lines) + len(self.events) - 1)
        for n, line in enumerate(lines):
            line.reach(n == at)
        self.events.reach(at - len(lines))

    def choose(self) -> bool:
        """Chooses what was reached; says whether there was anything."""
        if self.events.reached >= 0:
            self.events.choose()
            return True
        reached = next((line for line in self._offered() if line.reached), None)
        if reached is not None:
            self.chosen.emit(reached.key)
        return reached is not None

    def _offered(self) -> list[FoundClaim]:
        held = (self._grid.itemAt(n) for n in range(self._grid.count()))
        inside = [item.widget() for item in held if item is not None]
        return [line for line in inside if isinstance(line, FoundClaim)]

    def _offer(self, key: int, text: str) -> None:
        line = FoundClaim(key, text)
        line.chosen.connect(self.chosen)
        self._add(line)

    def _add(self, label: QWidget) -> None:
        self._put(label, self._grid.count(), 0, 2)

    def _put(self, label: QWidget, row: int, column: int, wide: int) -> None:
        side = Qt.AlignmentFlag.AlignLeft if wide == 1 and column == 0 else Qt.AlignmentFlag(0)
        self._grid.addWidget(label, row, column, 1, wide, side)
        label.show()  # else a window that is seen already leaves it out of its height

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if label := item.widget():
                label.hide()
                if label is not self.events:
                    label.deleteLater()


def _label(text: str, look: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setAccessibleName(text)
    label.setWordWrap(look != "key")
    label.setProperty("look", look)
    return label
