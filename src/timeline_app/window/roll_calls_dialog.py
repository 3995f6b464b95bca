"""Roll calls of the General Assembly: those of one session, or all; how each state voted."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from timeline_app.dates.civil import iso
from timeline_app.look import fonts
from timeline_app.panes.put_away import while_it_is
from timeline_app.panes.text import CAPTION, HEADING, words
from timeline_app.panes.text_table import TextTable
from timeline_app.session.session import Session
from timeline_app.session.voting import Agreed, Ballots
from timeline_app.session.voting_words import call_row, state_words, votes_words
from timeline_app.words.folding import fold
from timeline_app.words.tr import grouped, mark, tr, trn

_HEADINGS = (
    ("day", mark("Day")),
    ("resolution", mark("Resolution")),
    ("title", mark("Title")),
    ("issues", mark("Subject")),
)
_SHARES = (2, 3, 8, 2, 2, 2)
_VOTES_PX = 150
"""So high the votes of all states may be; those of more are scrolled."""


class RollCallsDialog(QDialog):
    """Stays open beside the window; what is typed finds words of titles, numbers and days."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Roll calls of the General Assembly"))
        self._agreed: Agreed | None = None
        self._power = 0
        self._places: list[int] = []
        self._shown: list[int] = []
        self.about = words(tr("The roll calls are being read."), CAPTION)
        self.find_field = QLineEdit()
        self.find_field.setPlaceholderText(tr("Find a resolution, as 68/262"))
        self.find_field.setAccessibleName(tr("Find a resolution"))
        self.find_field.setClearButtonEnabled(True)
        self.find_field.textChanged.connect(self._fill)
        self.table = TextTable(_headings(mark("State"), mark("Power")), tr("Roll calls"), _SHARES)
        self.table.selectionModel().currentRowChanged.connect(self._read)
        self.title, self.votes = words("", HEADING), words("")
        # As high as its text at the width there is: a hint of its own would be of another width.
        self.votes.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.votes.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._room = QScrollArea()
        self._room.setWidgetResizable(True)
        self._room.setWidget(self.votes)
        self._room.setAccessibleName(tr("How each state voted"))
        column = QVBoxLayout(self)
        column.addWidget(self.about)
        column.addWidget(self.find_field)
        column.addWidget(self.table, 1)
        column.addWidget(self.title)
        column.addWidget(self._room)
        self.resize(fonts.scaled(860), fonts.scaled(560))
        self._ballots = Ballots(session.aside, while_it_is(self, self._made))
        self._session = session

    def read(self) -> "RollCallsDialog":
        """All roll calls that count now, once they have been read."""
        self._ballots.ask(self._session.snapshot)
        return self

    def _made(self) -> None:
        if self._ballots.agreed is not None and self._agreed is None:
            self.show_calls(self._ballots.agreed, 0, None)

    def show_calls(self, agreed: Agreed, power: int, place: int | None) -> None:
        """Those of one session, or of all, with the votes of the state and this power."""
        self._agreed, self._power = agreed, power
        places = range(len(agreed.sessions)) if place is None else (place,)
        self._places = [n for one in places for n in agreed.calls_of(one)]
        session = "" if place is None else str(agreed.sessions[place])
        named = {
            "state": state_words(agreed.state),
            "power": state_words(agreed.powers[power]) if agreed.powers else "",
        }
        count = trn("{n} roll call", "{n} roll calls", len(self._places))
        if session:
            said = tr(
                "Session {session}: {count}; {state} and {power}",
                session=session,
                count=count,
                **named,
            )
        else:
            said = tr("{count}; {state} and {power}", count=count, **named)
        self.about.setText(said)
        self.about.setAccessibleName(said)
        self.table.show_headings(_headings(named["state"], named["power"]))
        self._fill()

    def _fill(self) -> None:
        if self._agreed is None:
            return
        wanted = [fold(word) for word in self.find_field.text().split()]
        days = self._agreed.calls.day
        rows = [(n, call_row(self._agreed, self._power, n)) for n in self._places]
        told = (fold(" ".join((iso(int(days[n])), *row))) for n, row in rows)
        held = [one for one, text in zip(rows, told, strict=True) if all(w in text for w in wanted)]
        self._shown = [n for n, _ in held]
        self.table.texts.show_rows(tuple(row for _, row in held))
        self.table.setAccessibleDescription(grouped(len(held)))
        if held:
            self.table.selectRow(0)
        else:
            self._say("", tr("Nothing found."))

    def _read(self) -> None:
        """The roll call that is selected, whole."""
        row = self.table.currentIndex().row()
        if self._agreed is not None and 0 <= row < len(self._shown):
            calls, n = self._agreed.calls, self._shown[row]
            self._say(f"{calls.resolution[n]}  {calls.title[n]}", votes_words(calls, n))

    def _say(self, title: str, votes: str) -> None:
        for label, text in ((self.title, title), (self.votes, votes)):
            label.setText(text)
            label.setAccessibleName(text)
        self._fit()

    def _fit(self) -> None:
        """The votes are as high as they need to be, if that is not too much."""
        high = self.votes.heightForWidth(self._room.viewport().width())
        self._room.setFixedHeight(min(max(0, high), fonts.scaled(_VOTES_PX)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _headings(state: str, power: str) -> tuple[tuple[str, str], ...]:
    return *_HEADINGS, ("mine", state), ("theirs", power)
