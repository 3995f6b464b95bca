"""What stands under the search box: what can be typed, or what was found."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from timeline_app.dates.spoken import date_words
from timeline_app.look import fonts, theme
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


CLAIM, EVENTS = "claim", "events"
"""Looks of rows that are no labels."""

EDGE = 4
"""Pixels around it that its edge has: as many as its corners are round."""


class Row(NamedTuple):
    """What stands in one row: the look of a label and its text; of a claim the key, too."""

    look: str
    text: str = ""
    key: int = 0


class SearchPopover(QWidget):
    """Lies over the window; the box keeps the keyboard. Clicks go through, but for those on what
    was found: `chosen` then carries a claim's key, or ALL, `event_chosen` an occurrence.

    It covers what is under it, so that nothing of that is painted again with each key; the edge
    with its round corners is a frame behind it.
    """

    chosen = Signal(int)
    event_chosen = Signal(int)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._edge = QFrame(window)
        self._edge.setProperty("look", "popover")
        self._edge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("What can be searched"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(13 - EDGE, 10 - EDGE, 13 - EDGE, 10 - EDGE)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        self._form: tuple[str, ...] = ()
        self._rows: list[QWidget] = []
        self.events = FoundEvents(self)
        self.events.chosen.connect(self.event_chosen)
        self.hide()
        self._edge.hide()

    def show_what_can_be_typed(self) -> None:
        """A line for each thing that a search can ask."""
        self._clear()
        for row, (typed, asks) in enumerate(TYPED):
            self._put(_label(typed, "key"), row, 0, 1)
            self._put(_label(tr(asks), "small"), row, 1, 1)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        keys = tr("Enter and Shift+Enter step through what is found.")
        self._put(_label(keys, "caption"), len(TYPED), 0, 2)
        self.setFixedWidth(fonts.scaled(WIDE) - 2 * EDGE)

    def show_found(
        self, said: Sequence[str], claims: Sequence[ClaimRow], n: int, events: Sequence[Line] = ()
    ) -> None:
        """How much was found, the first of the `n` claims, which have no row in the list, and the
        first of the events."""
        rows = [Row("small", text) for text in said]
        rows += [_row_of(claim) for claim in claims]
        if claims and n > len(claims):
            more = n - len(claims)
            rows.append(Row(CLAIM, trn("and {n} more claim", "and {n} more claims", more), ALL))
        self.events.show_lines(events)
        if len(events) == FIRST:
            rows.append(Row("caption", tr("The first {n} events:", n=FIRST)))
        if events:
            rows.append(Row(EVENTS))
        some = bool(claims or events)
        if some:
            said_how = tr("Arrow down and Enter, or a click, select one of them.")
            rows.append(Row("caption", said_how))
        self._show_rows(rows)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not some)
        self.setFixedWidth(fonts.scaled(WIDE if some else WIDE_OF_FOUND) - 2 * EDGE)

    def stand_under(self, box: QWidget) -> None:
        """Shows it below the box, within the window."""
        corner = box.mapTo(self._window, QPoint(0, box.height() + 4))
        room = self._window.width() - self.width() - 2 * EDGE
        self._grid.activate()
        self.resize(self.width(), self._grid.heightForWidth(self.width()))
        self.move(max(0, min(corner.x(), room)) + EDGE, corner.y() + EDGE)
        self._edge.setGeometry(self.geometry().adjusted(-EDGE, -EDGE, EDGE, EDGE))
        self.show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._edge.show()
        self._edge.raise_()
        self.raise_()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._edge.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.current().canvas))
        painter.end()

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
        return [line for line in self._rows if isinstance(line, FoundClaim)]

    def _show_rows(self, rows: Sequence[Row]) -> None:
        """Where these rows look as those that stand there do, they only say something else."""
        form = tuple(row.look for row in rows)
        if form != self._form:
            self._clear()
            self._form, self._rows = form, [self._made(row) for row in rows]
            for widget in self._rows:
                self._put(widget, self._grid.count(), 0, 2)
        for widget, row in zip(self._rows, rows, strict=True):
            if isinstance(widget, FoundClaim):
                widget.tell(row.key, row.text)
            elif isinstance(widget, QLabel) and widget.text() != row.text:
                widget.setText(row.text)
                widget.setAccessibleName(row.text)
        self.update()

    def _made(self, row: Row) -> QWidget:
        if row.look == EVENTS:
            return self.events
        if row.look != CLAIM:
            return _label(row.text, row.look)
        line = FoundClaim(row.key, row.text)
        line.chosen.connect(self.chosen)
        return line

    def _put(self, label: QWidget, row: int, column: int, wide: int) -> None:
        side = Qt.AlignmentFlag.AlignLeft if wide == 1 and column == 0 else Qt.AlignmentFlag(0)
        self._grid.addWidget(label, row, column, 1, wide, side)
        label.show()  # else a window that is seen already leaves it out of its height

    def _clear(self) -> None:
        self._form, self._rows = (), []
        while (item := self._grid.takeAt(0)) is not None:
            if label := item.widget():
                label.hide()
                if label is not self.events:
                    label.deleteLater()


def _row_of(claim: ClaimRow) -> Row:
    date = date_words(claim.stated, short=True)
    said = {"speaker": claim.speaker_of_day, "date": date, "claim": claim.text}
    return Row(CLAIM, tr("{date}, {speaker}: {claim}", **said), claim.key)


def _label(text: str, look: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setAccessibleName(text)
    label.setWordWrap(look != "key")
    label.setProperty("look", look)
    return label
